import { cite } from '../../../statute/citation.ts'
import { ClaimedPlaces } from '../reading/claimed-places.ts'
import { viewsOf } from '../reading/report-views.ts'
import type { ResidueKind, Rule, RuleFinding } from '../rule.ts'
import { residuePatterns } from './residue-patterns.ts'

/** Bookmarks, field codes, placeholders, template hints, markup and garbled characters left in the text. */
export const residue: Rule<'residue'> = {
  id: 'residue',
  severity: 'warning',
  sources: [cite('条例6')],
  check: (report, { documentText }) => {
    const inSections = viewsOf(report).flatMap(({ section, source }) =>
      findResidue(source).map((found) => toFinding(`text[${section}]`, found)),
    )
    if (documentText === undefined) return inSections
    const elsewhere = without(
      findResidue(documentText),
      inSections.map(({ evidence }) => evidence.found),
    )
    return [...inSections, ...elsewhere.map((found) => toFinding('', found))]
  },
}

type Left = {
  readonly kind: ResidueKind
  readonly start: number
  readonly found: string
  readonly mended: string | undefined
}

function findResidue(text: string): readonly Left[] {
  const taken: Left[] = []
  const places = new ClaimedPlaces(text.length)
  for (const { kind, needs, pattern, mended } of residuePatterns) {
    if (!needs.some((words) => text.includes(words))) continue
    for (const { 0: found, index: start } of text.matchAll(pattern)) {
      if (found !== '' && places.claim(start, start + found.length)) taken.push({ kind, start, found, mended })
    }
  }
  return taken.sort((a, b) => a.start - b.start)
}

/** What the whole file holds beyond what its sections do: titles of pictures, footers, cells. */
function without(all: readonly Left[], told: readonly string[]): readonly Left[] {
  const left = new Map<string, number>()
  for (const found of told) left.set(found, (left.get(found) ?? 0) + 1)
  return all.filter(({ found }) => {
    const times = left.get(found) ?? 0
    left.set(found, times - 1)
    return times <= 0
  })
}

function toFinding(text: string, { kind, start, found, mended }: Left): RuleFinding<'residue'> {
  const evidence = mended === undefined ? { kind, found } : { kind, found, proposed: mended }
  return { where: `${text}@${start}-${start + found.length}`, evidence }
}
