import { printableText } from '../printable-text.ts'

type Attributes = Readonly<Record<string, string | number>>

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of an element or an attribute, without what no document can hold. */
export const xmlText = (text: string) => printableText(text).replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one)

/** An element; `content` is XML already. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
  const inside = content.join('')
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`
}

/** The element `w:name` with the attribute `w:val`, the commonest of WordprocessingML. */
export const w = (name: string, value?: string | number) =>
  element(`w:${name}`, value === undefined ? {} : { 'w:val': value })

/** A whole part of the package. */
export const part = (root: string) =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`)

export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

/** Word counts type in half points and everything else in twentieths of a point. */
export const halfPoints = (points: number) => Math.round(points * 2)
export const twips = (points: number) => Math.round(points * 20)
