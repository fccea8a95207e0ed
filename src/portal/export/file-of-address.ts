/** The longest name that every usual file system takes, in bytes. */
const longestName = 255

/**
 * The file that a web server answers an address with, below the folder of the export: `items/1/` → `items/1/index.html`. Null for an
 * address that no file can have, or that would lead out of the folder.
 */
export function fileOfAddress(path: string, base: string): string | null {
  if (!path.startsWith(base)) return null
  const parts = path.slice(base.length).split('/').map(decoded)
  if (parts.at(-1) === '') parts[parts.length - 1] = 'index.html'
  const plain = parts.every((part) => part !== null && isPlainName(part))
  return plain ? parts.join('/') : null
}

function isPlainName(name: string): boolean {
  if (name === '' || name === '.' || name === '..') return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[/\\\u0000-\u001f]/.test(name) && Buffer.byteLength(name) <= longestName && name.isWellFormed()
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
