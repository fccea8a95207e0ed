import {
  concatTransformationMatrix,
  drawObject,
  type PDFEmbeddedPage,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFillingGrayscaleColor,
} from '@cantoo/pdf-lib'
import { seenPage } from './seen-page.ts'

/** Distance of the number from the edges and its height, in points on a page of A4. */
const edge = 26
const height = 13

/** Stamps the number of a page in its upper outer corner as it is seen: right on odd pages, left on even ones. */
export function stampNumber(page: PDFPage, number: number, digits: readonly PDFEmbeddedPage[]): void {
  const { matrix, width, height: pageHeight } = seenPage(page)
  // On a plan or a slip the number is as large, for its page, as on the others.
  const scale = Math.max(0.3, Math.min(width, pageHeight) / 595.28)
  const figures = [...String(number)].map((digit) => {
    const figure = digits[Number(digit)]
    if (!figure) throw new RangeError(`no digit ${digit}`)
    return figure
  })
  const size = (height * scale) / (figures[0]?.height ?? 1)
  const whole = figures.reduce((sum, one) => sum + one.width * size, 0)
  const left = number % 2 === 1 ? width - edge * scale - whole : edge * scale
  const bottom = pageHeight - (edge + height) * scale
  const margin = 2 * scale
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(...matrix),
    // On the dark edge of a scan a number would not be seen.
    setFillingGrayscaleColor(1),
    rectangle(left - margin, bottom - margin, whole + 2 * margin, height * scale + 2 * margin),
    PDFOperator.of(PDFOperatorNames.FillNonZero),
  )
  let at = left
  for (const figure of figures) {
    const name = page.node.newXObject('Figure', figure.ref)
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(size, 0, 0, size, at, bottom),
      drawObject(name),
      popGraphicsState(),
    )
    at += figure.width * size
  }
  page.pushOperators(popGraphicsState())
}
