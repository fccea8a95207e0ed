const longest = 120

/**
 * A file name that is safe to offer to anybody: the last part of a path, without characters that hide, turn or end anything,
 * and with the ending of what the file is.
 */
export function publicFileName(name: string, extension: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*%#]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${[...(plain === '' ? '附件' : plain)].slice(0, longest).join('')}.${extension}`
}
