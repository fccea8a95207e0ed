import { day } from '../../../statute/day.ts'
import type { AmendmentDecision, RefusalGround } from '../amendment-event.ts'
import { sampleAmended } from '../sample-amendments.ts'
import type { AmendmentLetterCase } from './amendment-letter.ts'
import type { AmendmentLetterKind } from './amendment-letter-kind.ts'
import { type AmendmentStep, sampleAmendment } from './sample-amendment-letter.ts'

/** A letter of a whole case, words that must stand in it besides its elements, and whether a remedy is open against it. */
export type AmendmentLetterExample = {
  readonly title: string
  readonly kind: AmendmentLetterKind
  readonly of: AmendmentLetterCase
  readonly says: readonly string[]
  readonly contested: boolean
}

const registered = ['register', '2026-03-02'] as const
const decided = (decision: AmendmentDecision, ...before: readonly AmendmentStep[]) =>
  sampleAmendment(registered, ...before, ['decide', '2026-03-09', { decision }], ['approve', '2026-03-10'])
const refused = (ground: RefusalGround) => decided({ result: 'refused', ground, reasons: '经与原始档案核对一致' })
const transferredHere = {
  transferredFrom: { agency: '清河县民政局', reference: '清民转〔2026〕3号', sentOn: null },
}

export const amendmentLetterExamples: readonly AmendmentLetterExample[] = [
  {
    title: '补充证据通知书',
    kind: 'evidenceNotice',
    of: sampleAmendment(registered, ['askEvidence', '2026-03-03']),
    says: ['1. 不动产权证书复印件。', '应当有证据'],
    contested: false,
  },
  {
    title: '补充证据通知书，本机关要求的日期',
    kind: 'evidenceNotice',
    of: sampleAmendment(registered, ['askEvidence', '2026-03-03', { until: day('2026-03-20') }]),
    says: ['于2026年3月20日前（含当日）提供', '仍可以提供'],
    contested: false,
  },
  {
    title: '转送函',
    kind: 'transferLetter',
    of: sampleAmendment(registered, ['transfer', '2026-03-03']),
    says: ['清河县自然资源局', '甲某提出的', '将结果告知申请人', '证据材料（1份）', '现将该申请转送贵单位'],
    contested: false,
  },
  {
    title: '转送函，没有证据',
    kind: 'transferLetter',
    of: sampleAmendment(['register', '2026-03-02', { evidence: [] }], ['transfer', '2026-03-03']),
    says: ['没有提供证据材料'],
    contested: false,
  },
  {
    title: '转送告知书',
    kind: 'transferNotice',
    of: sampleAmendment(registered, [
      'transfer',
      '2026-03-03',
      { contact: '登记科 0000-0000001', toldOn: day('2026-03-05') },
    ]),
    says: ['已经转送', '清河县自然资源局，联系方式：登记科 0000-0000001。转送日期：2026年3月3日'],
    contested: false,
  },
  {
    title: '转送告知书，没有联系方式',
    kind: 'transferNotice',
    of: sampleAmendment(registered, ['transfer', '2026-03-03']),
    says: ['接收转送的行政机关：清河县自然资源局。转送日期'],
    contested: false,
  },
  {
    title: '告知向有权机关提出',
    kind: 'elsewhereNotice',
    of: sampleAmendment(registered, ['tellElsewhere', '2026-03-03']),
    says: ['清河县自然资源局，联系方式：登记科 0000-0000001', '向有权更正的行政机关提出'],
    contested: true,
  },
  {
    title: '更正告知书',
    kind: 'decisionNotice',
    of: decided(sampleAmended),
    says: [
      '您提出的要求更正',
      '更正后的记录为：“房屋坐落为河东街道12号，建筑面积86.5平方米”，自2026年3月10日起更正',
      '60日',
      '6个月',
    ],
    contested: true,
  },
  {
    title: '更正告知书，由其他机关转送',
    kind: 'decisionNotice',
    of: sampleAmendment(
      ['register', '2026-03-02', transferredHere],
      ['decide', '2026-03-09'],
      ['approve', '2026-03-10'],
    ),
    says: ['收到清河县民政局（清民转〔2026〕3号）转送的您提出的要求更正'],
    contested: true,
  },
  {
    title: '更正告知书，给单位',
    kind: 'decisionNotice',
    of: sampleAmendment(
      ['register', '2026-03-02', { applicantKind: 'business' }],
      ['decide', '2026-03-09'],
      ['approve', '2026-03-10'],
    ),
    says: ['贵单位提出的'],
    contested: true,
  },
  {
    title: '更正告知书，依照复议决定重新办理',
    kind: 'decisionNotice',
    of: sampleAmendment(
      registered,
      ['tellElsewhere', '2026-03-03'],
      ['reopen', '2026-05-06'],
      ['decide', '2026-05-07'],
      ['approve', '2026-05-08'],
    ),
    says: ['根据某政复〔2026〕1号行政复议决定，本机关对该申请重新作出处理。'],
    contested: true,
  },
  {
    title: '不予更正：记录准确',
    kind: 'decisionNotice',
    of: refused('recordIsRight'),
    says: ['该信息记录准确', '事实和理由：经与原始档案核对一致。', '第四十一条'],
    contested: true,
  },
  {
    title: '不予更正：与自身无关',
    kind: 'decisionNotice',
    of: refused('notAboutApplicant'),
    says: ['与申请人自身无关'],
    contested: true,
  },
  {
    title: '不予更正：没有证据',
    kind: 'decisionNotice',
    of: refused('noEvidence'),
    says: ['现有证据不能证明'],
    contested: true,
  },
]
