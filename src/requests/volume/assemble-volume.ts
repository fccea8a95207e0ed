import { officialDay } from '../../office/official-day.ts'
import type { Day } from '../../statute/day.ts'
import type { Remedy } from '../remedies/remedy.ts'
import type { SheetRow, Volume, VolumeDocument, VolumePurpose } from './volume.ts'
import type { CaseEvent, CaseMaterial, Draft } from './volume-material.ts'
import { internalKinds } from './volume-words.ts'

export type VolumeWish = {
  readonly purpose: VolumePurpose
  /** Whether papers of the office's own work are in it. */
  readonly internal: boolean
}

/** What a procedure makes of a case: rows of the cover behind agency and numbers, documents, and what each proves. */
export type VolumeParts<D extends Draft> = {
  readonly title: string
  readonly cover: readonly SheetRow[]
  readonly drafts: readonly D[]
  readonly proofOf: (draft: D) => Pick<VolumeDocument, 'proves' | 'origin'>
  readonly gaps: Volume['gaps']
  /** Who put the volume together and when; null where no act says it, and it is filled in by hand. */
  readonly archived: { readonly actor: string; readonly on: Day } | null
  /** What stands in the closing sheet for the day where `archived` is null. */
  readonly unarchived: string
}

/** The volume of a case of either procedure, with cover and closing sheet. */
export function assembleVolume<E extends CaseEvent, D extends Draft>(
  { number, facts, events }: CaseMaterial<E>,
  { purpose, internal }: VolumeWish,
  { title, cover, drafts, proofOf, gaps, archived, unarchived }: VolumeParts<D>,
): Volume {
  const archive = purpose === 'archive'
  return {
    purpose,
    number,
    agency: facts.agency.name,
    title: archive ? title : '证据目录',
    cover: [[archive ? '立卷机关' : '举证单位', facts.agency.name], ...cover],
    documents: drafts
      .filter(({ kind }) => internal || !internalKinds.has(kind))
      .map((draft) => ({ ...draft, ...proofOf(draft) })),
    closing: archive
      ? {
          title: '卷内备考表',
          sections: [
            {
              heading: null,
              rows: [
                ['立卷人', archived?.actor ?? ''],
                ['检查人', ''],
                ['立卷时间', archived ? officialDay(archived.on) : unarchived],
              ],
            },
          ],
          note: null,
        }
      : null,
    on: lastDayOf(events),
    gaps,
  }
}

/** Day of the latest event, which need not be the last that was recorded. */
export function lastDayOf(events: CaseMaterial<CaseEvent>['events']): Day {
  const last = events
    .map(({ event }) => event.on)
    .toSorted()
    .at(-1)
  if (!last) throw new TypeError('a case without events')
  return last
}

/** The cases before a reconsideration body or court, as the cover of evidence names them. */
export function remedyRows(remedies: readonly Remedy[]): readonly SheetRow[] {
  return remedies.map((one) => ['案号', `${one.caseNumber}${one.body ? `（${one.body}）` : ''}`])
}
