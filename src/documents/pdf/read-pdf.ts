import { fileURLToPath } from 'node:url'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { SourceDocument } from '../../quality/source-document.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { Budget } from '../budget.ts'
import { assembleDocument } from '../flow/assemble-document.ts'
import { limits } from '../limits.ts'
import { DecodingCheck } from './decoding-check.ts'
import { joinPages } from './join-pages.ts'
import { layOutPage, type PageLayout } from './lay-out-page.ts'
import { loadPage } from './load-page.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

// What the codes of fonts that are not embedded stand for (GBK-EUC-H and its kin). unpdf comes without these maps.
const characterMaps = fileURLToPath(new URL('cmaps/', import.meta.resolve('pdf.js-extract')))

/**
 * Reads a pdf by what it draws: ruled tables come back as grids with their merged cells, since their lines say exactly
 * where a cell ends; the rest as paragraphs, wrapped lines joined. Throws Refusal for passwords, scans, damage and fonts
 * whose characters cannot be told.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const { OPS } = await getResolvedPDFJS()
  const pdf = await openPdf(bytes)
  try {
    if (pdf.numPages > limits.pdfPages)
      throw new Refusal('pdf-too-many-pages', { pages: pdf.numPages, limit: limits.pdfPages })
    const budget = new Budget()
    const decoding = new DecodingCheck()
    const pages: PageLayout[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const content = await loadPage(await pdf.getPage(number), OPS, decoding, budget)
      pages.push(layOutPage(content, budget))
    }
    decoding.finish()
    const items = joinPages(pages)
    if (items.length === 0) throw new Refusal('pdf-without-text')
    return assembleDocument('pdf', items)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy, because the library takes the array it is given away from its owner.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      cMapUrl: characterMaps,
    })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') throw new Refusal('password-protected')
    if (name === 'InvalidPDFException' || name === 'FormatError') throw new Refusal('file-damaged')
    throw error
  }
}
