import { officialDay } from '../../../office/official-day.ts'
import {
  approvalPapers,
  type CaseOnPaper,
  closingPapers,
  dispatchPapers,
  filePaper,
  powerPapers,
  recordPaper,
  recordPapers,
} from '../../volume/case-papers.ts'
import { identitySections } from '../../volume/identity-rows.ts'
import type { AmendmentDocumentKind } from '../../volume/volume.ts'
import type { Draft } from '../../volume/volume-material.ts'
import { documentTitles } from '../../volume/volume-words.ts'
import type { AmendmentEvent, AmendmentEventType } from '../amendment-event.ts'
import { amendmentWords } from '../words/amendment-words.ts'
import { amendmentEventRows } from './amendment-event-rows.ts'
import type { AmendmentVolumeMaterial } from './amendment-volume-material.ts'

type Papers = readonly Draft<AmendmentDocumentKind>[]

const onPaper = (material: AmendmentVolumeMaterial): CaseOnPaper<AmendmentEvent> => ({
  material,
  wordsOf: ({ type }) => amendmentWords['zh-CN'].events[type],
  rowsOf: amendmentEventRows,
})

/** Up to the letters: what came in, the evidence, and the office's own work on it. */
export function amendmentPapersBefore(material: AmendmentVolumeMaterial): Papers {
  const of = onPaper(material)
  const applicant = material.people?.applicants.map(({ name }) => name).join('、') || '申请人'
  return [
    requestPaper(material, applicant),
    ...powerPapers(of, applicant),
    ...evidencePapers(material, applicant),
    ...recordPapers(of, 'evidenceRequest', eventsOf(material, 'evidenceAsked', 'evidenceReceived')),
    ...dispatchPapers(of),
    ...approvalPapers(of, 'amendmentApproval'),
    ...recordPapers(of, 'transfer', eventsOf(material, 'transferred', 'transferTold', 'toldElsewhere')),
  ]
}

/** From service on, and the course of the whole at the end. */
export function amendmentPapersAfter(material: AmendmentVolumeMaterial): Papers {
  return closingPapers(onPaper(material))
}

function eventsOf({ events }: AmendmentVolumeMaterial, ...types: readonly AmendmentEventType[]) {
  return events.filter(({ event }) => types.includes(event.type))
}

/** What was asked for, as it was registered. */
function requestPaper(material: AmendmentVolumeMaterial, author: string): Draft<'amendmentRequest'> {
  const { number, events, people, record, claim } = material
  const [first] = events
  if (!first) throw new TypeError('a case without events')
  const sheet = {
    title: documentTitles.amendmentRequest,
    sections: [
      {
        heading: null,
        rows: [
          ['登记编号', number],
          ['收到日期', officialDay(first.event.on)],
          ...amendmentEventRows(first.event),
          ['认为记录不准确的政府信息', record],
          ['要求更正的内容', claim],
        ] as const,
      },
      ...identitySections(people),
    ],
    note: '本表按登记的内容打印。',
  }
  return {
    ...recordPaper(onPaper(material), 'amendmentRequest', first.event.on, sheet, { author }),
    remark: '据登记打印',
  }
}

/** The evidence that the applicant gave, with the application and later. */
function evidencePapers(material: AmendmentVolumeMaterial, author: string): readonly Draft<'evidence'>[] {
  return material.events.flatMap(({ event }) =>
    event.type === 'registered' || event.type === 'evidenceReceived'
      ? event.evidence.map((file) => filePaper(material, 'evidence', file, { on: event.on, author }))
      : [],
  )
}
