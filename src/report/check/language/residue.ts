import { cite } from '../../../statute/citation.ts'
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
  for (const { kind, pattern, mended } of residuePatterns) {
    for (const { 0: found, index: start } of text.matchAll(pattern)) {
      const overlaps = taken.some((one) => start < one.start + one.found.length && start + found.length > one.start)
      if (found !== '' && !overlaps) taken.push({ kind, start, found, mended })
    }
  }
  return taken.sort((a, b) => a.start - b.start)
}

/** What the whole file holds beyond what its sections do: titles of pictures, footers, cells. */
function without(all: readonly Left[], told: readonly string[]): readonly Left[] {
  const left = [...told]
  return all.filter(({ found }) => {
    const place = left.indexOf(found)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

function toFinding(text: string, { kind, start, found, mended }: Left): RuleFinding<'residue'> {
  const evidence = mended === undefined ? { kind, found } : { kind, found, proposed: mended }
  return { where: `${text}@${start}-${start + found.length}`, evidence }
}
