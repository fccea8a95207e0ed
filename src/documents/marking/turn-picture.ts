import type { Pixels } from './draw-marks.ts'

/** The picture upright, by the way the camera was held (1 to 8 as Exif counts), and no side longer than `longest`. */
export function turnPicture({ width, height, data }: Pixels, orientation: number, longest: number): Pixels {
  const turned = orientation >= 5
  const [seenWidth, seenHeight] = turned ? [height, width] : [width, height]
  const scale = Math.min(1, longest / Math.max(seenWidth, seenHeight))
  const [newWidth, newHeight] = [
    Math.max(1, Math.round(seenWidth * scale)),
    Math.max(1, Math.round(seenHeight * scale)),
  ]
  const made = new Uint8ClampedArray(newWidth * newHeight * 4)
  for (let y = 0; y < newHeight; y++) {
    const [top, bottom] = span(y, newHeight, seenHeight)
    for (let x = 0; x < newWidth; x++) {
      const [left, right] = span(x, newWidth, seenWidth)
      const sum = [0, 0, 0, 0]
      // The mean of what comes to lie under the new pixel.
      for (let fromY = top; fromY < bottom; fromY++) {
        for (let fromX = left; fromX < right; fromX++) {
          const [sourceX, sourceY] = sourceOf(fromX, fromY, seenWidth, seenHeight, orientation)
          const at = (sourceY * width + sourceX) * 4
          for (let channel = 0; channel < 4; channel++)
            sum[channel] = (sum[channel] as number) + (data[at + channel] as number)
        }
      }
      const count = (bottom - top) * (right - left)
      const to = (y * newWidth + x) * 4
      for (let channel = 0; channel < 4; channel++) made[to + channel] = (sum[channel] as number) / count
    }
  }
  return { width: newWidth, height: newHeight, data: made }
}

function span(at: number, made: number, whole: number): [number, number] {
  const from = Math.floor((at * whole) / made)
  return [from, Math.max(from + 1, Math.floor(((at + 1) * whole) / made))]
}

/** Where a pixel of the upright picture lies in the stored one. */
function sourceOf(x: number, y: number, width: number, height: number, orientation: number): [number, number] {
  switch (orientation) {
    case 2:
      return [width - 1 - x, y]
    case 3:
      return [width - 1 - x, height - 1 - y]
    case 4:
      return [x, height - 1 - y]
    case 5:
      return [y, x]
    case 6:
      return [y, width - 1 - x]
    case 7:
      return [height - 1 - y, width - 1 - x]
    case 8:
      return [height - 1 - y, x]
    default:
      return [x, y]
  }
}
