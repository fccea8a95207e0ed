import { RELATIONSHIPS } from '../office-parts.ts'
import { element } from '../xml.ts'

/** The element `w:name` with the attribute `w:val`, the commonest of WordprocessingML. */
export const w = (name: string, value?: string | number) =>
  element(`w:${name}`, value === undefined ? {} : { 'w:val': value })

export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': RELATIONSHIPS,
} as const

/** Word counts type in half points and everything else in twentieths of a point. */
export const halfPoints = (points: number) => Math.round(points * 2)
export const twips = (points: number) => Math.round(points * 20)
