import { officialDay } from '../../office/official-day.ts'
import type { Day } from '../../statute/day.ts'
import type { Remedy } from '../remedies/remedy.ts'
import { remedyWords } from '../remedies/words/remedy-words.ts'
import { saidRows } from './said-rows.ts'
import type { DocumentKind, Sheet, SheetRow } from './volume.ts'
import { type CaseEvent, type CaseMaterial, type Draft, fileDocument, type VolumeEvent } from './volume-material.ts'
import { documentTitles } from './volume-words.ts'

/** What is printed out of a record, or is a file of its own. */
export type PaperKind = Exclude<DocumentKind, 'letter'>

/** A case of either procedure, and how its events read on paper. */
export type CaseOnPaper<E extends CaseEvent> = {
  readonly material: CaseMaterial<E>
  readonly wordsOf: (event: E) => string
  readonly rowsOf: (event: E) => readonly SheetRow[]
}

/** Whose paper it is, and whether it says under which account each entry was made. */
type Made = { readonly author?: string; readonly signed?: boolean }

/** One sheet of the record of these events; none where there are none. */
export function recordPapers<E extends CaseEvent, K extends PaperKind>(
  of: CaseOnPaper<E>,
  kind: K,
  events: readonly VolumeEvent<E>[],
  made: Made = {},
): readonly Draft<K>[] {
  const [first] = events
  if (!first) return []
  const sections = events.map((one) => recordSection(of, one, made.signed ?? false))
  return [recordPaper(of, kind, first.event.on, { title: documentTitles[kind], sections, note: null }, made)]
}

/** A sheet as a document. */
export function recordPaper<K extends PaperKind>(
  { material }: Pick<CaseOnPaper<CaseEvent>, 'material'> | { readonly material: CaseMaterial<never> },
  kind: K,
  on: Day,
  sheet: Sheet,
  { author = material.facts.agency.name }: Made = {},
): Draft<K> {
  return {
    kind,
    number: null,
    author,
    title: sheet.title,
    on,
    remark: '据记录打印',
    source: { from: 'record', sheet },
  }
}

/** What a sheet says of one event, under its day. */
export function recordSection<E extends CaseEvent>(
  { wordsOf, rowsOf }: CaseOnPaper<E>,
  { event, actor, recordedOn }: VolumeEvent<E>,
  signed: boolean,
): Sheet['sections'][number] {
  return {
    heading: `${officialDay(event.on)}　${wordsOf(event)}`,
    rows: [
      ...rowsOf(event),
      ...(signed ? ([['办理账号', `${actor}（${officialDay(recordedOn)}记入）`]] as const) : []),
    ],
  }
}

/** A stored file as a document of its kind. */
export function filePaper<K extends PaperKind>(
  material: Pick<CaseMaterial<CaseEvent>, 'people'>,
  kind: K,
  file: string,
  { on, author, title = documentTitles[kind] }: { readonly on: Day; readonly author: string; readonly title?: string },
): Draft<K> {
  return fileDocument<K>(material, file, { kind, number: null, author, title, on, remark: '' })
}

/** The powers of attorney, with the application or later. */
export function powerPapers<E extends CaseEvent>(
  { material }: CaseOnPaper<E>,
  author: string,
): readonly Draft<'powerOfAttorney'>[] {
  return material.events.flatMap(({ event }) => {
    const file = powerIn(event)
    return file ? [filePaper(material, 'powerOfAttorney', file, { on: event.on, author })] : []
  })
}

function powerIn(event: CaseEvent): string | null {
  if (event.type === 'registered') return event.agent?.powerOfAttorney ?? null
  return event.type === 'corrected' || event.type === 'evidenceReceived' ? event.powerOfAttorney : null
}

/** Each dispatch with its opinions, and the material of the unit behind it. */
export function dispatchPapers<E extends CaseEvent>(of: CaseOnPaper<E>): readonly Draft<'dispatch' | 'material'>[] {
  const { material } = of
  return material.events.flatMap(({ event }): readonly Draft<'dispatch' | 'material'>[] => {
    if (event.type !== 'dispatched') return []
    const { dispatch, unit } = event
    const own = material.events.filter((one) => 'dispatch' in one.event && one.event.dispatch === dispatch)
    const files = own.flatMap(({ event: one }) =>
      one.type === 'dispatchAnswered'
        ? one.material.map((file) => filePaper(material, 'material', file, { on: one.on, author: unit }))
        : [],
    )
    const sheets = recordPapers(of, 'dispatch', own, { author: unit, signed: true })
    return [...sheets.map((one) => ({ ...one, title: `${one.title}（${unit}）` })), ...files]
  })
}

/** A sheet for each draft with what became of it; an approval on paper has its scan behind it. */
export function approvalPapers<E extends CaseEvent, K extends 'approval' | 'amendmentApproval'>(
  of: CaseOnPaper<E>,
  kind: K,
): readonly Draft<K>[] {
  const { material } = of
  const steps = ['decided', 'decisionReturned', 'approved']
  const events = material.events.filter(({ event }) => steps.includes(event.type))
  const starts = events.flatMap(({ event }, at) => (event.type === 'decided' ? [at] : []))
  return starts.flatMap((start, at) => {
    const own = events.slice(start, starts[at + 1])
    const approved: CaseEvent | undefined = own.findLast(({ event }) => event.type === 'approved')?.event
    const sheets = recordPapers(of, kind, own, { signed: true })
    if (approved?.type !== 'approved') return sheets
    const { on, approval, documentNumber: number } = approved
    const title = `${documentTitles[kind]}（纸质审批件）`
    const author = material.facts.agency.name
    const scans = approval.medium === 'onPaper' ? [filePaper(material, kind, approval.scan, { on, author, title })] : []
    return [...sheets, ...scans].map((one) => ({ ...one, number }))
  })
}

/** From service on, and the course of the whole at the end. */
export function closingPapers<E extends CaseEvent>(of: CaseOnPaper<E>): readonly Draft<ClosingKind>[] {
  const { events, remedies } = of.material
  const some = (kind: ClosingKind, ...types: readonly CaseEvent['type'][]) =>
    recordPapers(
      of,
      kind,
      events.filter(({ event }) => types.includes(event.type)),
    )
  return [
    ...some('service', 'served', 'serviceProved'),
    ...proofPapers(of),
    ...some('withdrawal', 'withdrawn'),
    ...remedies.map((remedy) => remedyPaper(of, remedy)),
    ...some('reopening', 'reopened'),
    ...coursePapers(of),
  ]
}

type ClosingKind = 'service' | 'serviceProof' | 'withdrawal' | 'remedy' | 'reopening' | 'course'

function proofPapers<E extends CaseEvent>({ material }: CaseOnPaper<E>): readonly Draft<'serviceProof'>[] {
  const author = material.facts.agency.name
  return material.events.flatMap(({ event }) =>
    event.type === 'serviceProved' ? [filePaper(material, 'serviceProof', event.proof, { on: event.on, author })] : [],
  )
}

function remedyPaper<E extends CaseEvent>(of: CaseOnPaper<E>, remedy: Remedy): Draft<'remedy'> {
  const { fields, kinds, procedures, rawResults, results } = remedyWords['zh-CN']
  const dayOf = (label: string, on: Day | null): SheetRow | null => on && [label, officialDay(on)]
  const rows = saidRows([
    [fields.caseNumber, remedy.caseNumber],
    [fields.kind, kinds[remedy.kind]],
    remedy.body === null ? null : [fields.body, remedy.body],
    remedy.procedure && [fields.procedure, procedures[remedy.procedure]],
    dayOf(fields.filedOn, remedy.filedOn),
    dayOf(fields.copyReceivedOn, remedy.copyReceivedOn),
    dayOf(fields.convertedOn, remedy.convertedOn),
    dayOf(fields.answeredOn, remedy.answeredOn),
    dayOf(fields.concludedOn, remedy.concludedOn),
    remedy.rawResult && [fields.rawResult, rawResults[remedy.rawResult]],
    remedy.result && [fields.result, results[remedy.result]],
  ])
  const sheet = { title: documentTitles.remedy, sections: [{ heading: null, rows }], note: null }
  const made = remedy.body === null ? {} : { author: remedy.body }
  return { ...recordPaper(of, 'remedy', remedy.filedOn, sheet, made), number: remedy.caseNumber }
}

/** Every event, so that nothing that happened is missing in the volume. */
function coursePapers<E extends CaseEvent>(of: CaseOnPaper<E>): readonly Draft<'course'>[] {
  const { events } = of.material
  const rows = events.map(
    ({ event, actor, recordedOn }): SheetRow => [
      officialDay(event.on),
      `${of.wordsOf(event)}（${actor}，${officialDay(recordedOn)}记入）`,
    ],
  )
  const sheet = { title: documentTitles.course, sections: [{ heading: null, rows }], note: null }
  return events.slice(0, 1).map(({ event }) => recordPaper(of, 'course', event.on, sheet))
}
