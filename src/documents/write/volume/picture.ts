/** A picture as a pdf can hold it without unpacking it: its packed strips from top to bottom, and how to read them. */
export type Picture = {
  readonly width: number
  readonly height: number
  /** How the camera was held, 1 to 8 as Exif and TIFF count. */
  readonly orientation: number
  readonly colours: 'gray' | 'rgb' | 'cmyk' | { readonly palette: Uint8Array }
  readonly bits: number
  /** Whether small numbers are light. */
  readonly inverted: boolean
  readonly strips: readonly {
    readonly bytes: Uint8Array
    readonly rows: number
    readonly filter: 'FlateDecode' | 'DCTDecode' | 'CCITTFaxDecode' | 'LZWDecode' | null
    readonly parameters: Readonly<Record<string, number | boolean>> | null
  }[]
}

/** Pictures that no page can show: damaged, or of a make that a pdf has no words for. */
export type PictureFault = 'damaged' | 'picture'

/** A picture that may be shown on a page has at most so many pixels. */
export const mostPixels = 400_000_000
