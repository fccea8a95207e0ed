import { Refusal } from '../../refusals/refusal.ts'
import {
  type TemplateProblem,
  type TemplateProblemId,
  templateProblem,
} from '../../requests/letters/fields/template-problem.ts'
import { readXml, type XmlHandler } from '../docx/read-xml.ts'
import { checkSize } from '../read-document.ts'
import { sniffFormat } from '../sniff/sniff-format.ts'
import { Zip } from '../zip.ts'

/** Everything in a template together, unpacked, in bytes, and the words of it: a letter's paper has a picture or two in it. */
const unpackedBytes = 20 * 1024 * 1024
const partBytes = 4 * 1024 * 1024

/** The parts of a template, unpacked, and what must not be in one. */
export type OpenTemplate = {
  readonly parts: Readonly<Record<string, Uint8Array>>
  /** Heads and feet of pages. */
  readonly edges: readonly string[]
  readonly problems: readonly TemplateProblem[]
}

/** By the end of a content type: what may not be in a template. */
const forbiddenTypes: readonly (readonly [RegExp, TemplateProblemId])[] = [
  [/macroEnabled|vbaProject|keyMapCustomizations|vbaData/i, 'macros'],
  [/oleObject|activeX|control\+xml/i, 'embedded'],
  [/comments\w*\+xml/i, 'comments'],
]
const forbiddenNames: readonly (readonly [RegExp, TemplateProblemId])[] = [
  [/vba(Project|Data)\.(bin|xml)$/i, 'macros'],
  [/(^|\/)(embeddings|activeX)\/|oleObject|\.(ole|exe|dll)$/i, 'embedded'],
  [/^word\/comments\w*\.xml$/i, 'comments'],
]
const forbiddenElements: Readonly<Record<string, TemplateProblemId>> = {
  'w:object': 'embedded',
  'w:control': 'embedded',
  'w:altChunk': 'foreignPart',
  'w:subDoc': 'external',
  'w:ins': 'trackedChanges',
  'w:del': 'trackedChanges',
  'w:moveFrom': 'trackedChanges',
  'w:moveTo': 'trackedChanges',
  'w:dataBinding': 'boundContent',
}
/** Fields of Word that fetch something from elsewhere, or run something. */
const runningFields =
  /^\s*(?:DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE|RD|HYPERLINK|EMBED|AUTOTEXT|FILLIN|ASK|MERGEFIELD)\b/i

/**
 * Unpacks a template within the limits and looks for what must not be in one. Throws the Refusal of a file that is no docx,
 * damaged, too large or under a password.
 */
export function openTemplate(bytes: Uint8Array): OpenTemplate {
  checkSize(bytes.length)
  if (sniffFormat(bytes, 'template.docx') !== 'docx') throw new Refusal('template-no-docx')
  const zip = new Zip(bytes)
  if (!zip.has('[Content_Types].xml')) throw new Refusal('file-damaged')
  const problems: TemplateProblem[] = []
  const complain = (problem: TemplateProblemId, where: string, field: string | null = null) => {
    if (!problems.some((one) => one.problem === problem && one.field === field))
      problems.push(templateProblem(problem, { where, field }))
  }
  const parts = unpack(zip)
  const edges: string[] = []
  for (const name of Object.keys(parts)) {
    for (const [pattern, problem] of forbiddenNames) if (pattern.test(name)) complain(problem, name)
    const content = parts[name] ?? new Uint8Array()
    if (!isXml(name) && !looksLikeXml(content)) continue
    if (!isUtf8(content)) complain('partsUnreadable', name)
    readXml(
      zip,
      name,
      inspector(name, complain, (part) => edges.push(part)),
    )
  }
  return { parts, edges, problems }
}

/** Looks at every element of one part. */
function inspector(
  part: string,
  complain: (problem: TemplateProblemId, where: string, field?: string | null) => void,
  addEdge: (part: string) => void,
): XmlHandler {
  const isTypes = /\[Content_Types\]\.xml$/i.test(part)
  /** Codes of the fields that are open; each may be torn into runs. */
  const codes: string[] = []
  let inCode = false
  const judge = (code: string | undefined) => {
    if (code !== undefined && runningFields.test(code))
      complain('runningField', part, code.trim().split(/\s/)[0] ?? null)
  }
  return {
    open(name, attribute) {
      const problem = forbiddenElements[name]
      if (problem) complain(problem, part)
      if (name === 'rel:Relationship' && /^external$/i.test(attribute('TargetMode') ?? ''))
        complain('external', part, attribute('Target') ?? null)
      if (name === 'w:fldSimple') judge(attribute('instr'))
      if (name === 'w:instrText') inCode = true
      if (name === 'w:fldChar') {
        const type = attribute('fldCharType')
        if (type === 'begin') codes.push('')
        else judge(codes.at(-1))
        if (type === 'end') codes.pop()
      }
      const type = isTypes ? attribute('ContentType') : undefined
      if (type === undefined) return
      const named = (attribute('PartName') ?? attribute('Extension') ?? '').replace(/^\//, '')
      for (const [pattern, found] of forbiddenTypes) if (pattern.test(type)) complain(found, named)
      if (/wordprocessingml\.(header|footer)\+xml$/.test(type)) addEdge(named)
    },
    close(name) {
      if (name === 'w:instrText') inCode = false
    },
    text(chars) {
      if (inCode && codes.length > 0) codes.push((codes.pop() ?? '') + chars)
    },
  }
}

function unpack(zip: Zip): Readonly<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {}
  let all = 0
  for (const name of zip.names()) {
    if (/(^|\/)\.\.(\/|$)|^\/|\0/.test(name)) throw new Refusal('file-damaged')
    const pieces: Uint8Array[] = []
    let own = 0
    zip.read(name, (piece) => {
      all += piece.length
      own += piece.length
      if (all > unpackedBytes || (own > partBytes && isXml(name))) throw new Refusal('template-too-large')
      pieces.push(piece.slice())
    })
    parts[name] = Buffer.concat(pieces)
  }
  return parts
}

function isXml(name: string): boolean {
  return /\.(xml|rels)$/i.test(name)
}

/** A part is what its relationship says, whatever its name: readers take a foot that is called `foot.dat`. */
function looksLikeXml(bytes: Uint8Array): boolean {
  return /^[\s\0\ufeff\ufffd]*</.test(new TextDecoder().decode(bytes.subarray(0, 1024)))
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
