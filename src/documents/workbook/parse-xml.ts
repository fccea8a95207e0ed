import { Refusal } from '../../refusals/refusal.ts'
import { smallPieces } from '../small-pieces.ts'
import { XmlScanner } from './xml-scanner.ts'
import type { ZipEntry } from './zip-entries.ts'

/** What is done with the elements of an XML part. Names come without their prefix. */
export type XmlHandlers = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  /** One text may come in several pieces. */
  readonly text?: (text: string) => void
}

/**
 * Parses a part of a workbook piece by piece, yielding after each piece so that the caller can take what has gathered.
 * Throws Refusal `workbook-damaged` for what is not well-formed.
 */
export function* parseXml(entry: ZipEntry, handlers: XmlHandlers): Generator<void> {
  const scanner = new XmlScanner(handlers)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch {
      throw new Refusal('workbook-damaged')
    }
  }
  for (const piece of entry.pieces()) {
    for (const small of smallPieces(piece)) scanner.write(decode(small))
    yield
  }
  scanner.write(decode())
  scanner.end()
  yield
}

/** Parses a small part to its end. */
export function parseWholeXml(entry: ZipEntry, handlers: XmlHandlers): void {
  for (const _ of parseXml(entry, handlers));
}
