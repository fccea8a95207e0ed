const sectorBytes = 512
const entryBytes = 128
const freeSector = 0xffffffff
const endOfChain = 0xfffffffe

/** An OLE container with empty streams of these names: header, one allocation table, directory, one sector of content. */
export function makeOle(names: readonly string[], { encrypted = false } = {}): Uint8Array {
  const directorySectors = Math.ceil((names.length * entryBytes) / sectorBytes)
  const content = 1 + directorySectors
  const bytes = new Uint8Array(sectorBytes * (content + 2))
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(30, 9, true)
  view.setUint32(48, 1, true)
  for (let i = 0; i < 109; i++) view.setUint32(76 + i * 4, i === 0 ? 0 : freeSector, true)
  for (let i = 0; i < directorySectors; i++)
    view.setUint32(sectorBytes + (1 + i) * 4, i + 1 < directorySectors ? 2 + i : endOfChain, true)
  names.forEach((name, i) => {
    const place = sectorBytes * 2 + i * entryBytes
    ;[...name].forEach((char, k) => {
      view.setUint16(place + k * 2, char.charCodeAt(0), true)
    })
    view.setUint16(place + 64, (name.length + 1) * 2, true)
    view.setUint32(place + 116, content, true)
  })
  // fEncrypted of the file information block.
  if (encrypted) bytes[sectorBytes * (content + 1) + 11] = 0x01
  return bytes
}
