import { type Fragment, html } from '../html.ts'
import type { NumberedFinding } from '../place-findings.ts'
import type { View } from '../view.ts'
import { lookOf, marks, worstLook } from './marks.ts'

type Range = { readonly start: number; readonly end: number; readonly finding: NumberedFinding }

/** Text with the ranges that findings name marked in it; a paragraph for every line. Ranges may overlap. */
export function markedText(view: View, text: string, findings: readonly NumberedFinding[]): Fragment {
  const ranges = findings.flatMap((finding) => {
    const { place } = finding
    if (place.kind !== 'text' && place.kind !== 'file') return []
    const start = Math.min(place.start, text.length)
    return [{ start, end: Math.min(place.end, text.length), finding }]
  })
  let at = 0
  return text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    // A range that ends on the line break still closes, and is numbered, in the line it came from.
    const last = at > text.length
    const opening = ranges.filter((range) => range.start < at && range.end > start)
    const closing = ranges.filter((range) => range.end > start && (range.end <= at || last))
    if (line.trim() === '' && opening.length === 0 && closing.length === 0) return null
    return html`<p>${pieces(view, line, start, opening, closing)}</p>`
  })
}

/** The stretch of a file around one range, for findings that no section of the report holds. */
export function excerpt(view: View, text: string, finding: NumberedFinding): Fragment {
  const { place } = finding
  if (place.kind !== 'file') return null
  const around = 24
  const from = Math.max(0, place.start - around)
  const to = Math.min(text.length, place.end + around)
  const plain = (start: number, end: number) => text.slice(start, end).replace(/\s+/g, ' ')
  return html`<p>${from > 0 && '…'}${plain(from, place.start)}<mark class="range look-${lookOf(finding)}">${plain(place.start, place.end)}</mark>${marks(view, [finding])}${plain(place.end, to)}${to < text.length && '…'}</p>`
}

function pieces(
  view: View,
  line: string,
  start: number,
  opening: readonly Range[],
  closing: readonly Range[],
): Fragment {
  const end = start + line.length
  const within = (place: number) => Math.max(start, Math.min(place, end))
  const cuts = [...new Set([start, end, ...opening.flatMap((range) => [within(range.start), within(range.end)])])]
  cuts.sort((a, b) => a - b)
  return cuts.map((cut, index) => {
    const next = cuts[index + 1]
    const ending = closing.filter((range) => within(range.end) === cut).map((range) => range.finding)
    if (next === undefined) return marks(view, ending)
    const words = line.slice(cut - start, next - start)
    const look = worstLook(opening.filter((range) => range.start < next && range.end > cut).map((one) => one.finding))
    return html`${marks(view, ending)}${look === null ? words : html`<mark class="range look-${look}">${words}</mark>`}`
  })
}
