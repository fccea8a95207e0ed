import { formatNumber, type NumberFormat, numberFormat } from '../format-number.ts'
import type { Zip } from '../zip.ts'
import { isOn } from './on-off.ts'
import { readXml } from './read-xml.ts'

type Level = {
  start: number
  format: NumberFormat | 'bullet'
  text: string
  legal: boolean
  /** The level (1-based) that restarts this one; null: any higher one. 0: none. */
  restart: number | null
  suffix: string
  style: string | null
}
type Definition = { readonly levels: Map<number, Level>; styleLink: string | null; numStyleLink: string | null }
type Instance = { definition: string; readonly starts: Map<number, number>; readonly levels: Map<number, Level> }

const levelCount = 9
const widePunctuation = /[\u3000-\u303f\uff00-\uffef]$/

/** Automatic numbering: what Word writes before a paragraph though it stands nowhere in its text. */
export class Numbering {
  readonly #definitions = new Map<string, Definition>()
  readonly #instances = new Map<string, Instance>()
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  static read(zip: Zip, part: string | null): Numbering {
    const numbering = new Numbering()
    if (part) new NumberingReader(numbering.#definitions, numbering.#instances).read(zip, part)
    return numbering
  }

  /** The level of a list that belongs to a paragraph style. */
  levelOfStyle(numId: string, style: string): number | null {
    const instance = this.#instances.get(numId)
    const levels = instance ? this.#definition(instance)?.levels : undefined
    for (const [index, level] of levels ?? []) if (level.style === style) return index
    return null
  }

  /** Whether paragraphs of a level begin with a bullet. */
  isBullet(numId: string, level: number): boolean {
    const instance = this.#instances.get(numId)
    const own = instance && (instance.levels.get(level) ?? this.#definition(instance)?.levels.get(level))
    return own?.format === 'bullet'
  }

  /** Counts one paragraph on and gives its label with the space after it; '' for bullets and unknown lists. */
  next(numId: string, level: number): string {
    const instance = this.#instances.get(numId)
    const definition = instance && this.#definition(instance)
    if (!instance || !definition || level < 0 || level >= levelCount) return ''
    const levelAt = (index: number) => instance.levels.get(index) ?? definition.levels.get(index)
    const own = levelAt(level)
    if (!own) return ''
    const counters = this.#countersOf(numId, instance)
    for (let index = 0; index < level; index++) counters[index] ??= start(instance, levelAt(index), index)
    const before = counters[level]
    counters[level] = before === undefined ? start(instance, own, level) : before + 1
    for (let index = level + 1; index < levelCount; index++) {
      const restart = levelAt(index)?.restart ?? null
      if (restart === null || level < restart) counters[index] = undefined
    }
    if (own.format === 'bullet') return ''
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const format = levelAt(index)?.format ?? 'decimal'
      return formatNumber(counters[index] ?? 1, format === 'bullet' || own.legal ? 'decimal' : format)
    })
    if (label === '') return ''
    return label + (own.suffix === 'nothing' || widePunctuation.test(label) ? '' : ' ')
  }

  /** Lists of one definition count on together, unless a list starts anew by its own word. */
  #countersOf(numId: string, instance: Instance): (number | undefined)[] {
    const counters = this.#counters.get(instance.definition) ?? []
    this.#counters.set(instance.definition, counters)
    if (!this.#begun.has(numId)) {
      this.#begun.add(numId)
      for (const index of instance.starts.keys()) counters[index] = undefined
    }
    return counters
  }

  #definition(instance: Instance): Definition | undefined {
    const definition = this.#definitions.get(instance.definition)
    if (!definition?.numStyleLink) return definition
    for (const other of this.#definitions.values()) if (other.styleLink === definition.numStyleLink) return other
    return definition
  }
}

function start(instance: Instance, level: Level | undefined, index: number): number {
  return instance.starts.get(index) ?? level?.start ?? 1
}

class NumberingReader {
  readonly #definitions: Map<string, Definition>
  readonly #instances: Map<string, Instance>
  #definition: Definition | null = null
  #instance: Instance | null = null
  #override = 0
  #level: Level | null = null

  constructor(definitions: Map<string, Definition>, instances: Map<string, Instance>) {
    this.#definitions = definitions
    this.#instances = instances
  }

  read(zip: Zip, part: string): void {
    readXml(zip, part, {
      open: (name, attribute) => {
        this.#list(name, attribute('val') ?? '', attribute)
        this.#property(name, attribute('val'))
      },
      close: (name) => {
        if (name === 'w:abstractNum') this.#definition = null
        if (name === 'w:num') this.#instance = null
        if (name === 'w:lvl') this.#level = null
      },
      text() {},
    })
  }

  #list(name: string, value: string, attribute: (name: string) => string | undefined): void {
    switch (name) {
      case 'w:abstractNum':
        this.#definition = { levels: new Map(), styleLink: null, numStyleLink: null }
        this.#definitions.set(attribute('abstractNumId') ?? '', this.#definition)
        break
      case 'w:styleLink':
        if (this.#definition) this.#definition.styleLink = value
        break
      case 'w:numStyleLink':
        if (this.#definition) this.#definition.numStyleLink = value
        break
      case 'w:num':
        this.#instance = { definition: '', starts: new Map(), levels: new Map() }
        this.#instances.set(attribute('numId') ?? '', this.#instance)
        break
      case 'w:abstractNumId':
        if (this.#instance) this.#instance.definition = value
        break
      case 'w:lvlOverride':
        this.#override = Number(attribute('ilvl') ?? 0)
        break
      case 'w:startOverride':
        this.#instance?.starts.set(this.#override, Number(value))
        break
      case 'w:lvl':
        this.#level = { start: 1, format: 'decimal', text: '', legal: false, restart: null, suffix: 'tab', style: null }
        ;(this.#instance ?? this.#definition)?.levels.set(Number(attribute('ilvl') ?? 0), this.#level)
        break
    }
  }

  #property(name: string, value: string | undefined): void {
    const level = this.#level
    if (!level) return
    switch (name) {
      case 'w:start':
        level.start = Number(value ?? 1)
        break
      case 'w:numFmt':
        level.format = value === 'bullet' ? 'bullet' : numberFormat(value ?? 'decimal')
        break
      case 'w:lvlText':
        level.text = value ?? ''
        break
      case 'w:isLgl':
        level.legal = isOn(value)
        break
      case 'w:lvlRestart':
        level.restart = Number(value)
        break
      case 'w:suff':
        level.suffix = value ?? 'tab'
        break
      case 'w:pStyle':
        level.style = value ?? null
        break
    }
  }
}
