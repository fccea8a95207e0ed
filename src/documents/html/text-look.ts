import { loweredDigits, raiseDigits, raisedDigits } from '../flow/raise-digits.ts'
import type { StartTag } from './scan-html.ts'

/** Of the look of text what decides whether and as what it is read. It never takes a cell or a paragraph its place. */
export type TextLook = {
  readonly struck: boolean
  readonly sizeless: boolean
  readonly invisible: boolean
  /** The ten digits as they are written here, or null for the ordinary ones. */
  readonly digits: string | null
}

export const plainLook: TextLook = { struck: false, sizeless: false, invisible: false, digits: null }

const byName: ReadonlyMap<string, Partial<TextLook>> = new Map([
  ['s', { struck: true }],
  ['strike', { struck: true }],
  ['sup', { digits: raisedDigits }],
  ['sub', { digits: loweredDigits }],
])
/** What a style must say before it can make ordinary text other than ordinary; most say nothing of it. */
const peculiar = /line-through|visibility\s*:\s*hidden|vertical-align\s*:\s*su[pb]|font(?:-size)?\s*:\s*0/i
const property = (name: string) => new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;]*)`, 'i')
const decoration = property('text-decoration(?:-line)?')
const visibility = property('visibility')
const alignment = property('vertical-align')
const fontSize = property('font(?:-size)?')
const noSize = /^(?:0+(?:\.0*)?|\.0+)(?:p[xtc]|r?em|ex|ch|in|cm|mm|%|vw|vh)?(?=\s|\/|!|$)/i
/** A part of nothing is nothing. */
const relativeSize = /^[\d.]+(?:em|ex|ch|%)|^(?:inherit|smaller|larger)/i

/** How text in an element looks, told by its tag and the look around it: that very object where the tag says nothing. */
export function lookInside(around: TextLook, tag: StartTag, isInline: boolean): TextLook {
  const style = tag.attribute('style')
  const own = byName.get(tag.name)
  if (own === undefined && (style === null || (around === plainLook && !peculiar.test(style)))) return around
  return { ...around, ...own, ...(style === null ? null : told(style, around, isInline)) }
}

function told(style: string, around: TextLook, isInline: boolean): Partial<TextLook> {
  const line = decoration.exec(style)?.[1]
  const shown = visibility.exec(style)?.[1]?.trim()
  const raised = isInline ? alignment.exec(style)?.[1]?.trim() : undefined
  const size = fontSize.exec(style)?.[1]?.trim()
  const look: { -readonly [K in keyof TextLook]?: TextLook[K] } = {}
  // What is struck around an element stays struck in it; a tag of its own may say otherwise.
  if (line !== undefined) look.struck = around.struck || /line-through/i.test(line)
  if (shown !== undefined) look.invisible = /^hidden/i.test(shown)
  if (raised !== undefined) look.digits = digitsOf(raised)
  // Of a block it is a trick of layout: style sheets, which are not read, give its parts a size anew.
  if (size !== undefined && !relativeSize.test(size)) look.sizeless = noSize.test(size) && (isInline || around.sizeless)
  return look
}

function digitsOf(alignment: string): string | null {
  if (/^super/i.test(alignment)) return raisedDigits
  return /^sub/i.test(alignment) ? loweredDigits : null
}

/** Characters as a reader takes them: what is not seen and what is struck out is void, raised digits are none of a number. */
export function asSeen(chars: string, { struck, sizeless, invisible, digits }: TextLook): string {
  if (struck || sizeless || invisible) return ''
  return digits === null ? chars : raiseDigits(chars, digits)
}
