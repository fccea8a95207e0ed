import type { Day } from '../../statute/day.ts'
import type { EventOf, RequestEventType } from '../events/request-event.ts'
import { officialDay } from '../letters/official-day.ts'
import type { Remedy } from '../remedies/remedy.ts'
import { remedyWords } from '../remedies/words/remedy-words.ts'
import { eventWords } from '../words/event-words.ts'
import { eventRows, saidRows } from './event-rows.ts'
import { identityRows } from './identity-rows.ts'
import type { DocumentKind, Sheet, SheetRow } from './volume.ts'
import { type Draft, fileDocument, type VolumeEvent, type VolumeMaterial } from './volume-material.ts'
import { documentTitles } from './volume-words.ts'

type FileAs = (kind: Exclude<DocumentKind, 'letter'>, digest: string, on: Day, author: string) => Draft

/** Up to the approval: what came in, and the office's own work on it. */
export function papersBefore(material: VolumeMaterial): readonly Draft[] {
  const { events, facts, people } = material
  const agency = facts.agency.name
  const applicant = people?.applicants.map(({ name }) => name).join('、') || '申请人'
  const of = <T extends RequestEventType>(...types: readonly T[]) =>
    events.filter((one): one is VolumeEvent & { readonly event: EventOf<T> } =>
      (types as readonly string[]).includes(one.event.type),
    )
  const record = (
    kind: Exclude<DocumentKind, 'letter'>,
    all: readonly VolumeEvent[],
    author = agency,
    signed = false,
  ) => (all.length === 0 ? [] : [recordOf(kind, all, author, signed)])
  const file: FileAs = (kind, digest, on, author) =>
    fileDocument(material, digest, { kind, number: null, author, title: documentTitles[kind], on, remark: '' })
  const powers = [
    ...of('registered').flatMap(({ event }) =>
      event.agent?.powerOfAttorney ? [file('powerOfAttorney', event.agent.powerOfAttorney, event.on, applicant)] : [],
    ),
    ...of('corrected').flatMap(({ event }) =>
      event.powerOfAttorney ? [file('powerOfAttorney', event.powerOfAttorney, event.on, applicant)] : [],
    ),
  ]
  const dispatches = of('dispatched').flatMap(({ event: { dispatch, unit } }) => {
    const own = of('dispatched', 'dispatchChased', 'dispatchAnswered', 'dispatchReturned').filter(
      ({ event }) => event.dispatch === dispatch,
    )
    const materials = own.flatMap(({ event }) =>
      event.type === 'dispatchAnswered' ? event.material.map((digest) => file('material', digest, event.on, unit)) : [],
    )
    return [{ ...recordOf('dispatch', own, unit, true), title: `${documentTitles.dispatch}（${unit}）` }, ...materials]
  })
  const parties = [...new Set(of('consultationSent').map(({ event }) => event.party))]
  const consultations = parties.flatMap((party) =>
    record(
      'consultation',
      of(
        'consultationSent',
        'consultationReceived',
        'consultationAnswered',
        'consultationSilent',
        'thirdPartyInformed',
      ).filter(({ event }) => event.party === party),
    ).map((one) => ({ ...one, title: `${documentTitles.consultation}（${party}）` })),
  )
  return [
    requestDocument(material, applicant),
    ...of('registered').flatMap(({ event }) =>
      event.scan ? [{ ...file('request', event.scan, event.on, applicant), title: '政府信息公开申请（扫描件）' }] : [],
    ),
    ...of('registered').flatMap(({ event }) =>
      (event.proofs ?? []).map((proof) => ({
        ...file('request', proof, event.on, applicant),
        title: '身份证明',
      })),
    ),
    ...powers,
    ...correctionOf(material, agency),
    ...of('corrected').flatMap(({ event }) =>
      (event.enclosed ?? []).map((one) => ({
        ...file('correction', one, event.on, applicant),
        title: '补正材料',
      })),
    ),
    ...record('justification', of('justificationRequested', 'justified')),
    ...record('fee', of('feeNotified', 'feeNoticeReceived', 'feePaid', 'feeLapsed')),
    ...dispatches,
    ...of('legallyReviewed').flatMap((one) => record('legalReview', [one], agency, true)),
    ...consultations,
    ...record('extensionApproval', of('extended', 'postponed'), agency, true),
    ...approvalsOf(of('decided', 'decisionReturned', 'approved'), agency, file),
  ]
}

/** From service on, and the course of the whole at the end. */
export function papersAfter(material: VolumeMaterial): readonly Draft[] {
  const { events, facts, remedies } = material
  const agency = facts.agency.name
  const some = (kind: Exclude<DocumentKind, 'letter'>, types: readonly RequestEventType[]) => {
    const own = events.filter(({ event }) => types.includes(event.type))
    return own.length === 0 ? [] : [recordOf(kind, own, agency, false)]
  }
  const proofs = events.flatMap(({ event }): readonly Draft[] =>
    event.type === 'serviceProved'
      ? [
          fileDocument(material, event.proof, {
            ...{ kind: 'serviceProof', number: null, author: agency, title: documentTitles.serviceProof },
            ...{ on: event.on, remark: '' },
          }),
        ]
      : [],
  )
  return [
    ...some('service', ['served', 'serviceProved']),
    ...proofs,
    ...some('withdrawal', ['withdrawn']),
    ...remedies.map((remedy) => remedyDocument(remedy, agency)),
    ...some('reopening', ['reopened']),
    { ...recordOf('course', events, agency, true), source: { from: 'record', sheet: courseSheet(events) } },
  ]
}

function recordOf(
  kind: Exclude<DocumentKind, 'letter'>,
  events: readonly VolumeEvent[],
  author: string,
  signed: boolean,
): Draft {
  const title = documentTitles[kind]
  return {
    kind,
    number: null,
    author,
    title,
    on: events[0]?.event.on as Day,
    remark: '据记录打印',
    source: {
      from: 'record',
      sheet: {
        title,
        sections: events.map(({ event, actor, recordedOn }) => ({
          heading: `${officialDay(event.on)}　${eventWords['zh-CN'][event.type]}`,
          rows: [
            ...eventRows(event),
            ...(signed ? ([['办理账号', `${actor}（${officialDay(recordedOn)}记入）`]] as const) : []),
          ],
        })),
        note: null,
      },
    },
  }
}

/** The application as it was registered, with what was asked for first. */
function requestDocument(material: VolumeMaterial, author: string): Draft {
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
      ...(people?.applicants ?? []).map((one, at) => ({
        heading: `申请人${(people?.applicants.length ?? 0) > 1 ? at + 1 : ''}`,
        rows: identityRows(one),
      })),
      ...(people?.agent ? [{ heading: '代理人', rows: identityRows(people.agent) }] : []),
      ...confirmed.map(({ event }) => ({
        heading: `${officialDay(event.on)}　${eventWords['zh-CN'][event.type]}`,
        rows: eventRows(event),
      })),
    ],
    note: imported ? '本件由台账导入，按台账所载打印。' : '本表按登记的内容打印。',
  }
  return {
    kind: 'request',
    number: null,
    author,
    title: sheet.title,
    on: first.event.on,
    remark: '据登记打印',
    source: { from: 'record', sheet },
  }
}

/** What was to be corrected, what it was before, and what it is since. */
function correctionOf({ events, content, formerContents }: VolumeMaterial, author: string): readonly Draft[] {
  const own = events.filter(({ event }) => ['correctionRequested', 'corrected', 'abandoned'].includes(event.type))
  if (own.length === 0) return []
  const drafted = recordOf('correction', own, author, false)
  const sections = own.map(({ event }) => {
    const heading = `${officialDay(event.on)}　${eventWords['zh-CN'][event.type]}`
    if (event.type !== 'corrected') return { heading, rows: eventRows(event) }
    const version = events.findIndex((one) => one.event === event)
    const before = formerContents.find((one) => one.version === version)
    const after = formerContents.find((one) => one.version > version)?.content ?? content
    const replaced: readonly SheetRow[] = before
      ? [
          ['补正前的申请内容', before.content ?? '（已经删除）'],
          ['补正后的申请内容', after ?? '（已经删除）'],
        ]
      : [['申请内容', '未变更']]
    return { heading, rows: [...eventRows(event), ...replaced] }
  })
  return [{ ...drafted, source: { from: 'record', sheet: { title: drafted.title, sections, note: null } } }]
}

/** A sheet for each draft with what became of it; an approval on paper has its scan behind it. */
function approvalsOf(
  events: readonly (VolumeEvent & { readonly event: EventOf<'decided' | 'decisionReturned' | 'approved'> })[],
  agency: string,
  file: FileAs,
): readonly Draft[] {
  const starts = events.flatMap(({ event }, at) => (event.type === 'decided' ? [at] : []))
  return starts.flatMap((start, at) => {
    const own = events.slice(start, starts[at + 1])
    const approved = own.findLast(({ event }) => event.type === 'approved')?.event
    const sheet = recordOf('approval', own, agency, true)
    const number = approved?.type === 'approved' ? approved.documentNumber : null
    if (approved?.type !== 'approved' || approved.approval.medium !== 'onPaper') return [{ ...sheet, number }]
    const scan = file('approval', approved.approval.scan, approved.on, agency)
    return [
      { ...sheet, number },
      { ...scan, number, title: `${scan.title}（纸质审批件）` },
    ]
  })
}

function remedyDocument(remedy: Remedy, agency: string): Draft {
  const { fields, kinds, procedures, rawResults, results } = remedyWords['zh-CN']
  const dayOf = (label: string, on: Day | null): SheetRow | null => on && [label, officialDay(on)]
  return {
    kind: 'remedy',
    number: remedy.caseNumber,
    author: remedy.body ?? agency,
    title: documentTitles.remedy,
    on: remedy.filedOn,
    remark: '据记录打印',
    source: {
      from: 'record',
      sheet: {
        title: documentTitles.remedy,
        sections: [
          {
            heading: null,
            rows: saidRows([
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
            ]),
          },
        ],
        note: null,
      },
    },
  }
}

/** Every event, so that nothing that happened is missing in the volume. */
function courseSheet(events: readonly VolumeEvent[]): Sheet {
  return {
    title: documentTitles.course,
    sections: [
      {
        heading: null,
        rows: events.map(({ event, actor, recordedOn }) => [
          officialDay(event.on),
          `${eventWords['zh-CN'][event.type]}（${actor}，${officialDay(recordedOn)}记入）`,
        ]),
      },
    ],
    note: null,
  }
}
