import { Refusal } from '../../refusals/refusal.ts'

const endOfChain = 0xfffffffe
const entryBytes = 128

/**
 * Looks into an OLE container ([MS-CFB]): a `.doc`, a document under a password, a spreadsheet, a WPS file.
 * Throws a Refusal for all but an open `.doc`.
 */
export function sniffOle(bytes: Uint8Array, extension: string): 'doc' {
  const names = directory(bytes)
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) throw new Refusal('password-protected')
  if (extension === 'wps' || extension === 'et')
    throw new Refusal('wps-save-as-docx', { kind: extension.toUpperCase() })
  if (names.has('Workbook') || names.has('Book')) throw new Refusal('file-is-spreadsheet')
  if (names.has('PowerPoint Document')) throw new Refusal('file-is-presentation')
  const start = names.get('WordDocument')
  if (start === undefined) throw new Refusal('file-unknown')
  if (isEncryptedDoc(bytes, start)) throw new Refusal('password-protected')
  return 'doc'
}

/** Names of the streams and where each begins in the file. */
function directory(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) throw new Refusal('file-damaged')
  const sectorBytes = 1 << view.getUint16(30, true)
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw new Refusal('file-damaged')
  const placeOf = (sector: number) => (sector + 1) * sectorBytes
  const next = (sector: number) => {
    // The header names the first 109 sectors of the allocation table: enough for 7 MB at 512 bytes; the directory stands early.
    const table = Math.floor(sector / (sectorBytes / 4))
    const tableSector = table < 109 ? view.getUint32(76 + table * 4, true) : endOfChain
    const place = placeOf(tableSector) + (sector % (sectorBytes / 4)) * 4
    return place + 4 <= bytes.length ? view.getUint32(place, true) : endOfChain
  }
  const names = new Map<string, number>()
  const decoder = new TextDecoder('utf-16le')
  let sector = view.getUint32(48, true)
  for (let steps = 0; sector < endOfChain && placeOf(sector) + sectorBytes <= bytes.length && steps < 1024; steps++) {
    for (let place = placeOf(sector); place < placeOf(sector) + sectorBytes; place += entryBytes) {
      const length = Math.min(view.getUint16(place + 64, true), 64)
      if (length > 2) {
        const name = decoder.decode(bytes.subarray(place, place + length - 2))
        names.set(name, placeOf(view.getUint32(place + 116, true)))
      }
    }
    sector = next(sector)
  }
  return names
}

/** The flag fEncrypted of the file information block ([MS-DOC] 2.5.2). */
function isEncryptedDoc(bytes: Uint8Array, start: number): boolean {
  return start + 12 <= bytes.length && ((bytes[start + 11] ?? 0) & 0x01) !== 0
}
