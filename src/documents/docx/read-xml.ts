import { SaxesParser } from 'saxes'
import { Refusal } from '../../refusals/refusal.ts'
import { smallPieces } from '../small-pieces.ts'
import type { Zip } from '../zip.ts'

/** Namespaces we look into, transitional and strict, under the prefix that our code uses for them. */
const namespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'urn:schemas-microsoft-com:vml': 'v',
}

/** The value of an attribute by its local name, of the element's own namespace or of none. */
export type Attributes = (name: string) => string | undefined

/** Names come as `w:p` whatever prefix the file uses; names of other namespaces as `?:name`. */
export type XmlHandler = {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(chars: string): void
}

const letterX = 0x78

type Decoder = InstanceType<typeof TextDecoder>
type Scope = { readonly depth: number; readonly prefixes: ReadonlyMap<string, string> }

/**
 * Streams one XML part of the container through a handler. Of each `mc:AlternateContent` only the first choice is seen.
 * Throws Refusal `xml-entities` at a DOCTYPE and `file-damaged` where the XML is not well-formed.
 */
export function readXml(zip: Zip, part: string, handler: XmlHandler): void {
  const reader = new XmlReader(handler)
  let decoder: Decoder | null = null
  zip.read(part, (piece) => {
    decoder ??= decoderFor(piece)
    for (const small of smallPieces(piece)) reader.write(decoder.decode(small, { stream: true }))
  })
  reader.close()
}

class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  readonly #handler: XmlHandler
  readonly #names: string[] = []
  readonly #scopes: Scope[] = [{ depth: 0, prefixes: new Map() }]
  #known = new Map<string, string>()
  /** Depth of the element whose content is passed over; 0 when there is none. */
  #skipFrom = 0
  #depth = 0
  readonly #choiceTaken: boolean[] = []
  #attributes: Record<string, string> = {}
  #prefix = ''
  /** Whether the tag that is being read declares a namespace; hardly any does, and to look through each takes long. */
  #declares = false
  readonly #attribute: Attributes = (name) => this.#attributes[this.#prefix + name] ?? this.#attributes[name]

  constructor(handler: XmlHandler) {
    this.#handler = handler
    this.#parser.on('doctype', () => {
      throw new Refusal('xml-entities')
    })
    this.#parser.on('attribute', ({ name }) => {
      if (name.charCodeAt(0) === letterX && name.startsWith('xmlns')) this.#declares = true
    })
    this.#parser.on('opentag', (tag) => this.#open(tag.name, tag.attributes))
    this.#parser.on('closetag', () => this.#close())
    const text = (chars: string) => {
      if (this.#skipFrom === 0) this.#handler.text(chars)
    }
    this.#parser.on('text', text)
    this.#parser.on('cdata', text)
    this.#parser.on('error', () => {
      throw new Refusal('file-damaged')
    })
  }

  write(text: string): void {
    this.#parser.write(text)
  }

  close(): void {
    this.#parser.close()
  }

  #open(rawName: string, attributes: Record<string, string>): void {
    this.#depth++
    const declares = this.#declares
    this.#declares = false
    if (this.#skipFrom > 0) return
    if (declares) this.#declare(attributes)
    const name = this.#canonical(rawName)
    this.#names.push(name)
    if (name === 'mc:AlternateContent') this.#choiceTaken.push(false)
    else if (name === 'mc:Choice' || name === 'mc:Fallback') this.#chooseOrSkip()
    else {
      this.#attributes = attributes
      const colon = rawName.indexOf(':')
      this.#prefix = colon < 0 ? '' : rawName.slice(0, colon + 1)
      this.#handler.open(name, this.#attribute)
    }
  }

  #chooseOrSkip(): void {
    if (this.#choiceTaken.at(-1)) this.#skipFrom = this.#depth
    else if (this.#choiceTaken.length > 0) this.#choiceTaken[this.#choiceTaken.length - 1] = true
  }

  #close(): void {
    const depth = this.#depth--
    if (this.#skipFrom > 0 && depth > this.#skipFrom) return
    this.#skipFrom = 0
    const name = this.#names.pop() ?? ''
    if (name === 'mc:AlternateContent') this.#choiceTaken.pop()
    else if (name !== 'mc:Choice' && name !== 'mc:Fallback') this.#handler.close(name)
    if (this.#scopes.at(-1)?.depth === depth) {
      this.#scopes.pop()
      this.#known = new Map()
    }
  }

  #declare(attributes: Record<string, string>): void {
    const prefixes = new Map(this.#scopes.at(-1)?.prefixes)
    for (const attribute in attributes) {
      if (!attribute.startsWith('xmlns')) continue
      prefixes.set(attribute.slice('xmlns:'.length), namespaces[attributes[attribute] ?? ''] ?? '?')
    }
    this.#scopes.push({ depth: this.#depth, prefixes })
    this.#known = new Map()
  }

  #canonical(rawName: string): string {
    const known = this.#known.get(rawName)
    if (known !== undefined) return known
    const colon = rawName.indexOf(':')
    const prefix = this.#scopes.at(-1)?.prefixes.get(rawName.slice(0, Math.max(0, colon))) ?? '?'
    const name = `${prefix}:${rawName.slice(colon + 1)}`
    this.#known.set(rawName, name)
    return name
  }
}

/** XML parts are UTF-8 or UTF-16, told by mark or first character; old writers also name another encoding. */
function decoderFor(piece: Uint8Array): Decoder {
  const [a, b] = piece
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le')
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be')
  const head = String.fromCharCode(...piece.subarray(0, 100))
  const label = /^[^<]{0,3}<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label)
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('file-damaged')
    throw error
  }
}
