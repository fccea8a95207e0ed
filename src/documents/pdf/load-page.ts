import type { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Budget } from '../budget.ts'
import { cleanText } from '../flow/clean-text.ts'
import type { DecodingCheck } from './decoding-check.ts'
import { type Matrix, multiply, type PageContent, type Piece } from './page-content.ts'
import { Rulings } from './rulings.ts'

export type Operations = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS']
type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>
type TextItem = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Characters and lines of a page in the coordinates in which it is shown. Throws Refusal of `decoding` and `budget`. */
export async function loadPage(
  page: Page,
  operations: Operations,
  decoding: DecodingCheck,
  budget: Budget,
): Promise<PageContent> {
  const { items } = await page.getTextContent()
  const texts = items.filter((item) => 'str' in item && item.str.trim() !== '') as TextItem[]
  budget.spendParagraphs(texts.length)
  const viewport = uprightViewport(page, texts)
  const view = matrixOf(viewport.transform)
  const pieces = texts.map((item) => pieceOf(item, view))
  const list = await page.getOperatorList()
  const rulings = new Rulings(view, operations)
  for (let i = 0; i < list.fnArray.length; i++) {
    const [operation = 0, args] = [list.fnArray[i], list.argsArray[i]]
    if (operation === operations.setFont) decoding.useFont(fontOf(page, args[0]))
    else if (operation === operations.showText) decoding.show(args[0])
    else rulings.read(operation, args)
  }
  page.cleanup()
  return {
    width: viewport.width,
    height: viewport.height,
    pieces,
    horizontal: rulings.horizontal,
    vertical: rulings.vertical,
  }
}

/** The page as most of its text is to be read: many a wide table is drawn sideways on an upright page. */
function uprightViewport(page: Page, texts: readonly TextItem[]): ReturnType<Page['getViewport']> {
  const shown = page.getViewport({ scale: 1 })
  const view = matrixOf(shown.transform)
  const lengths = [0, 0, 0, 0]
  for (const { str, transform } of texts) {
    const [a, b] = multiply(view, matrixOf(transform))
    const quarter = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4
    lengths[quarter] = (lengths[quarter] ?? 0) + str.length
  }
  const most = lengths.indexOf(Math.max(...lengths))
  return most === 0 ? shown : page.getViewport({ scale: 1, rotation: (shown.rotation + 360 - most * 90) % 360 })
}

function fontOf(page: Page, name: string): unknown {
  return page.commonObjs.has(name) ? page.commonObjs.get(name) : null
}

function pieceOf(item: TextItem, view: Matrix): Piece {
  const [a, b, c, d, e, f] = multiply(view, matrixOf(item.transform))
  const along = Math.hypot(a, b) || 1
  const up = Math.hypot(c, d) || 1
  const size = up
  const end = { x: e + (a / along) * item.width, y: f + (b / along) * item.width }
  const top = { x: (c / up) * size * 0.85, y: (d / up) * size * 0.85 }
  const xs = [e, end.x, e + top.x, end.x + top.x]
  const ys = [f, end.y, f + top.y, end.y + top.y]
  return {
    text: cleanText(item.str),
    size,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  }
}

function matrixOf(values: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values
  return [a, b, c, d, e, f]
}
