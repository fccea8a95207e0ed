import { officialDay } from '../../office/official-day.ts'
import type { EventOf, RequestEvent, RequestEventType } from '../events/request-event.ts'
import { eventWords } from '../words/event-words.ts'
import {
  approvalPapers,
  type CaseOnPaper,
  closingPapers,
  dispatchPapers,
  filePaper,
  type PaperKind,
  powerPapers,
  recordPaper,
  recordPapers,
  recordSection,
} from './case-papers.ts'
import { eventRows } from './event-rows.ts'
import { identitySections } from './identity-rows.ts'
import type { RequestDocumentKind, Sheet, SheetRow } from './volume.ts'
import type { Draft, VolumeEvent, VolumeMaterial } from './volume-material.ts'
import { documentTitles } from './volume-words.ts'

type Papers = readonly Draft<RequestDocumentKind>[]

const onPaper = (material: VolumeMaterial): CaseOnPaper<RequestEvent> => ({
  material,
  wordsOf: ({ type }) => eventWords['zh-CN'][type],
  rowsOf: eventRows,
})

/** Up to the approval: what came in, and the office's own work on it. */
export function papersBefore(material: VolumeMaterial): Papers {
  const { people } = material
  const of = onPaper(material)
  const applicant = people?.applicants.map(({ name }) => name).join('、') || '申请人'
  const record = (kind: RequestDocumentKind & PaperKind, types: readonly RequestEventType[], signed = false) =>
    recordPapers(of, kind, eventsOf(material, ...types), { signed })
  return [
    requestDocument(material, applicant),
    ...eventsOf(material, 'registered').flatMap(({ event: { scan, on } }) =>
      scan
        ? [filePaper(material, 'request', scan, { on, author: applicant, title: '政府信息公开申请（扫描件）' })]
        : [],
    ),
    ...eventsOf(material, 'registered').flatMap(({ event: { proofs = [], on } }) =>
      proofs.map((proof) => filePaper(material, 'request', proof, { on, author: applicant, title: '身份证明' })),
    ),
    ...powerPapers(of, applicant),
    ...correctionOf(material),
    ...eventsOf(material, 'corrected').flatMap(({ event: { enclosed = [], on } }) =>
      enclosed.map((one) => filePaper(material, 'correction', one, { on, author: applicant, title: '补正材料' })),
    ),
    ...record('justification', ['justificationRequested', 'justified']),
    ...record('fee', ['feeNotified', 'feeNoticeReceived', 'feePaid', 'feeLapsed']),
    ...dispatchPapers(of),
    ...eventsOf(material, 'legallyReviewed').flatMap((one) => recordPapers(of, 'legalReview', [one], { signed: true })),
    ...consultationPapers(material),
    ...record('extensionApproval', ['extended', 'postponed'], true),
    ...approvalPapers(of, 'approval'),
  ]
}

/** From service on, and the course of the whole at the end. */
export function papersAfter(material: VolumeMaterial): Papers {
  return closingPapers(onPaper(material))
}

function eventsOf<T extends RequestEventType>({ events }: VolumeMaterial, ...types: readonly T[]) {
  return events.filter((one): one is VolumeEvent & { readonly event: EventOf<T> } =>
    (types as readonly string[]).includes(one.event.type),
  )
}

/** A sheet for each party that was consulted. */
function consultationPapers(material: VolumeMaterial): readonly Draft<'consultation'>[] {
  const all = eventsOf(
    material,
    'consultationSent',
    'consultationReceived',
    'consultationAnswered',
    'consultationSilent',
    'thirdPartyInformed',
  )
  const parties = [...new Set(eventsOf(material, 'consultationSent').map(({ event }) => event.party))]
  return parties.flatMap((party) =>
    recordPapers(
      onPaper(material),
      'consultation',
      all.filter(({ event }) => event.party === party),
    ).map((one) => ({ ...one, title: `${one.title}（${party}）` })),
  )
}

/** The application as it was registered, with what was asked for first. */
function requestDocument(material: VolumeMaterial, author: string): Draft<'request'> {
  const { number, events, people, content, formerContents } = material
  const [first] = events
  if (!first) throw new TypeError('a case without events')
  const asked = formerContents.length > 0 ? (formerContents[0]?.content ?? null) : content
  const confirmed = events.filter(({ event }) => ['receiptConfirmed', 'itemsListed', 'joined'].includes(event.type))
  const imported = first.event.type === 'imported'
  const sheet: Sheet = {
    title: documentTitles.request,
    sections: [
      {
        heading: null,
        rows: [
          ['登记编号', number],
          [imported ? '收到日期' : '到达日期', officialDay(first.event.on)],
          ...eventRows(first.event),
          ['申请内容', asked ?? '（未记载或者已经删除）'],
        ],
      },
      ...identitySections(people),
      ...confirmed.map((one) => recordSection(onPaper(material), one, false)),
    ],
    note: imported ? '本件由台账导入，按台账所载打印。' : '本表按登记的内容打印。',
  }
  return { ...recordPaper(onPaper(material), 'request', first.event.on, sheet, { author }), remark: '据登记打印' }
}

/** What was to be corrected, what it was before, and what it is since. */
function correctionOf(material: VolumeMaterial): readonly Draft<'correction'>[] {
  const { events, content, formerContents } = material
  const own = eventsOf(material, 'correctionRequested', 'corrected', 'abandoned')
  const [first] = own
  if (!first) return []
  const sections = own.map((one) => {
    const section = recordSection(onPaper(material), one, false)
    if (one.event.type !== 'corrected') return section
    const version = events.findIndex(({ event }) => event === one.event)
    const before = formerContents.find((former) => former.version === version)
    const after = formerContents.find((former) => former.version > version)?.content ?? content
    const replaced: readonly SheetRow[] = before
      ? [
          ['补正前的申请内容', before.content ?? '（已经删除）'],
          ['补正后的申请内容', after ?? '（已经删除）'],
        ]
      : [['申请内容', '未变更']]
    return { ...section, rows: [...section.rows, ...replaced] }
  })
  const sheet = { title: documentTitles.correction, sections, note: null }
  return [recordPaper(onPaper(material), 'correction', first.event.on, sheet)]
}
