/** Characters that a file name may not have on some system, and those that hide or turn text. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Surrogate}]/gu

/** Most bytes of a name before its ending: a name of 255 bytes is the limit of the file systems in use. */
const MOST_BYTES = 240

/** `text` as a file name on Linux and Windows alike, cut at a whole character where it is too long. */
export function fileNameOf(text: string, ending: string): string {
  const clean = text.replace(FORBIDDEN, '_').trim().replace(/^\.+/, '_')
  let name = ''
  let bytes = 0
  for (const character of clean) {
    bytes += Buffer.byteLength(character)
    if (bytes > MOST_BYTES) break
    name += character
  }
  return `${name}.${ending}`
}
