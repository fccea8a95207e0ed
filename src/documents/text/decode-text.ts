import { Refusal } from '../../refusals/refusal.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

const sampleBytes = 256 * 1024
// Stray bytes, or a last line in GBK, must not turn the whole of a file into another encoding.
const mostBroken = 0.1
/** UTF-16 has more zero bytes: one in each line end, digit and letter. */
const mostZeros = 0.01
const leastPlausible = 0.7

/** Characters that make up a good third of any Chinese official text, simplified and traditional: data to tell encodings apart. */
const commonCharacters = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府信息申请政依规范办市县局报告数据這個為國時來們對會發動後過說產種麼學經進著電裡現實體機當點從業應開還無關與間樣線內數設條沒結問題變總員長頭資邊圖統計別運農區強決幹戰則處標訊請規範辦縣報據',
)

/**
 * The text of a file in UTF-8, UTF-16, GBK/GB18030 or Big5, chosen by what is valid and reads like text; a declared
 * charset is not asked, since pages often lie about theirs. Throws Refusal `file-binary` when nothing fits.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = byteOrderMark(bytes)
  if (marked) return notBinary(new TextDecoder(marked).decode(bytes))
  const sample = bytes.subarray(0, sampleBytes)
  const zeros = countZeros(sample)
  if (zeros > sample.length * mostZeros) return decodeWide(bytes, sample)
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return notBinary(utf8, control)
  if (zeros > 0) return decodeWide(bytes, sample)
  const chosen = best(sample, ['gb18030', 'big5', 'utf-16le', 'utf-16be'])
  if (!chosen) throw new Refusal('file-binary')
  return notBinary(new TextDecoder(chosen).decode(bytes))
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  const a = bytes[0]
  const b = bytes[1]
  const c = bytes[2]
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

function countZeros(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) count++
  return count
}

/** Zero bytes: UTF-16 without a mark, or no text at all. */
function decodeWide(bytes: Uint8Array, sample: Uint8Array): string {
  const chosen = best(sample, ['utf-16le', 'utf-16be'])
  if (!chosen) throw new Refusal('file-binary')
  return notBinary(new TextDecoder(chosen).decode(bytes))
}

/** A stray zero byte, as any other, leaves a mark: 3 and 1 around it are not 31. */
function markZeros(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}

/** Null when the bytes are not UTF-8; a few broken ones, such as a file cut in the middle of a character, are let pass. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let wide = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken++
    else if (code >= 0x800) wide++
  }
  return broken <= Math.max(1, wide * mostBroken) && wide > 2 * broken ? text.replace(/\ufffd+$/, '') : null
}

function best(sample: Uint8Array, encodings: readonly Encoding[]): Encoding | null {
  let chosen: Encoding | null = null
  let highest = leastPlausible
  for (const encoding of encodings) {
    const points = plausibility(new TextDecoder(encoding).decode(evenly(sample)))
    if (points > highest) {
      highest = points
      chosen = encoding
    }
  }
  return chosen
}

/** A sample cut at an even place, so that pairs of bytes stay together. */
function evenly(sample: Uint8Array): Uint8Array {
  return sample.subarray(0, sample.length - (sample.length % 2))
}

/**
 * 0 to 2: the share of characters that stand in ordinary text, and on top of it the share of the Chinese ones that are common.
 * Read in the wrong encoding, Chinese text gives valid but rare characters.
 */
function plausibility(text: string): number {
  let ordinary = 0
  let chinese = 0
  let common = 0
  let all = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    all++
    if (isOrdinary(code)) ordinary++
    if (code >= 0x3400 && code <= 0x9fff) {
      chinese++
      if (commonCharacters.has(char)) common++
    }
  }
  if (all === 0) return 0
  const share = ordinary / all
  return share < 0.9 ? 0 : share + (chinese === 0 ? 0 : common / chinese)
}

/** Characters of the scripts, punctuation and white space that Chinese and Western texts are made of. */
export function isOrdinary(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x7f) ||
    code === 0x09 ||
    code === 0x0a ||
    code === 0x0d ||
    code === 0x0c ||
    (code >= 0xa0 && code < 0x250) ||
    (code >= 0x370 && code < 0x500) ||
    (code >= 0x2000 && code < 0x2700) ||
    (code >= 0x3000 && code < 0x3400) ||
    (code >= 0x3400 && code < 0xa000) ||
    (code >= 0xff00 && code < 0xfff0)
  )
}

/** Text with many control characters, or much that could not be decoded, is a binary file in disguise. */
function notBinary(text: string, foreign: RegExp = controlOrBroken): string {
  const most = Math.max(8, text.length * 0.01)
  let count = 0
  for (const _ of text.matchAll(foreign)) {
    count++
    if (count > most) throw new Refusal('file-binary')
  }
  return markZeros(text)
}

/** Control characters but for those of white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same and the mark of what could not be decoded
const controlOrBroken = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g
