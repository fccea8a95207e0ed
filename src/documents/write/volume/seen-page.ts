import type { PDFPage } from '@cantoo/pdf-lib'

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** A page as a reader sees it: its size after turning and cropping, and the way from there to the page's own coordinates. */
export function seenPage(page: PDFPage): { readonly matrix: Matrix; readonly width: number; readonly height: number } {
  const { x, y, width, height } = page.getCropBox()
  switch ((((Math.round(page.getRotation().angle / 90) * 90) % 360) + 360) % 360) {
    case 90:
      return { matrix: [0, 1, -1, 0, x + width, y], width: height, height: width }
    case 180:
      return { matrix: [-1, 0, 0, -1, x + width, y + height], width, height }
    case 270:
      return { matrix: [0, -1, 1, 0, x, y + height], width: height, height: width }
    default:
      return { matrix: [1, 0, 0, 1, x, y], width, height }
  }
}
