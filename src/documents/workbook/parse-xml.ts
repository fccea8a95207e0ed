import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Refusal } from '../../refusals/refusal.ts'
import type { ZipEntry } from './zip-entries.ts'

/** What is done with the elements of an XML part. Names come without their prefix. */
export type XmlHandlers = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/**
 * Parses a part of a workbook piece by piece, yielding after each piece so that the caller can take what has gathered.
 * A document type is refused: no workbook has one, and entities are how XML is made to explode.
 */
export function* parseXml(entry: ZipEntry, handlers: XmlHandlers): Generator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const { open, close, text } = handlers
  if (open) parser.on('opentag', (tag: SaxesTagPlain) => open(localName(tag.name), tag.attributes))
  if (close) parser.on('closetag', (tag: SaxesTagPlain) => close(localName(tag.name)))
  if (text) parser.on('text', text)
  parser.on('doctype', () => {
    throw new Refusal('workbook-damaged')
  })
  parser.on('error', () => {
    throw new Refusal('workbook-damaged')
  })
  const decoder = new TextDecoder()
  for (const piece of entry.pieces()) {
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  parser.write(decoder.decode()).close()
  yield
}

/** Parses a small part to its end. */
export function parseWholeXml(entry: ZipEntry, handlers: XmlHandlers): void {
  for (const _ of parseXml(entry, handlers));
}

const localName = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
