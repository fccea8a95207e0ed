import { directionCharacter } from '../quality/direction-character.ts'

/** What is wrong with a text, and in which field. */
export type TextObjection = {
  readonly rule: 'text-blank' | 'text-control-characters' | 'text-direction-characters' | 'secrecy-marking'
  readonly details: { readonly place: string; readonly character?: string }
}

/** 秘密★, 机密★1年, 绝密 ★ and the like, as a classified paper is marked. */
const marking = /(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; tab and line feed are text
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/

/** Whether a text bears the marking of a state secret, which this system may not hold (保密法; the system is non-secret). */
export function hasSecrecyMarking(text: string): boolean {
  return marking.test(text)
}

/**
 * What is wrong with any text that people write, in an act or beside it: blank where something must stand, control characters,
 * characters that turn the direction of text, the marking of a secret.
 */
export function inspectText(value: unknown, place = ''): TextObjection | null {
  if (typeof value === 'string') {
    if (value.trim() === '') return { rule: 'text-blank', details: { place } }
    // Half a surrogate pair cannot be stored, and would come back as something else.
    if (control.test(value) || !value.isWellFormed()) return { rule: 'text-control-characters', details: { place } }
    const character = directionCharacter(value)
    if (character !== null) return { rule: 'text-direction-characters', details: { place, character } }
    return hasSecrecyMarking(value) ? { rule: 'secrecy-marking', details: { place } } : null
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const objection = inspectText(inner, place === '' ? name : `${place}.${name}`)
    if (objection) return objection
  }
  return null
}
