import { purposeMarkRows, purposeMarkSize } from './purpose-mark.ts'

/** A picture in memory, four bytes a pixel: red, green, blue, opacity. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/** How strong the words are laid over the picture: what is below stays readable. */
const strength = 0.38
/** Slope of the words: they rise from left to right. */
const slope = 0.35

/**
 * Lays the words over the whole picture in rising rows, dark where it is light and light where it is dark, so that no part of it
 * can be used for anything else. White shines through where the picture is clear.
 */
export function drawMarks({ width, height, data }: Pixels): void {
  const rows = purposeMarkRows()
  const { width: markWidth, height: markHeight } = purposeMarkSize
  // The words are as wide as two thirds of the shorter side.
  const scale = Math.max(0.25, (Math.min(width, height) * 0.66) / markWidth)
  const stepX = markWidth * 1.25
  const stepY = markHeight * 3.2
  const [cos, sin] = [1 / Math.hypot(1, slope), slope / Math.hypot(1, slope)]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      flatten(data, at)
      const along = (x * cos - y * sin) / scale
      const across = (x * sin + y * cos) / scale
      const row = Math.floor(across / stepY)
      const inY = Math.floor(across - row * stepY)
      if (inY >= markHeight) continue
      // Every other row begins half a step further on.
      const shifted = along + (row % 2 === 0 ? 0 : stepX / 2)
      const inX = Math.floor(shifted - Math.floor(shifted / stepX) * stepX)
      if (inX >= markWidth) continue
      const bit = inY * markWidth + inX
      if (((rows[bit >> 3] as number) & (0x80 >> (bit & 7))) !== 0) blend(data, at)
    }
  }
}

function flatten(data: Uint8ClampedArray, at: number): void {
  const opacity = (data[at + 3] as number) / 255
  if (opacity === 1) return
  for (let channel = at; channel < at + 3; channel++)
    data[channel] = (data[channel] as number) * opacity + 255 * (1 - opacity)
  data[at + 3] = 255
}

function blend(data: Uint8ClampedArray, at: number): void {
  const light = (data[at] as number) * 0.3 + (data[at + 1] as number) * 0.59 + (data[at + 2] as number) * 0.11
  const ink = light > 110 ? 40 : 225
  for (let channel = at; channel < at + 3; channel++)
    data[channel] = (data[channel] as number) * (1 - strength) + ink * strength
}
