import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../statute/day.ts'
import type { Remedy } from '../../remedies/remedy.ts'
import type { Volume } from '../../volume/volume.ts'
import { type AmendmentStep, sampleAmendment, sampleAmendmentFacts } from '../letters/sample-amendment-letter.ts'
import type { AmendmentVolumeMaterial } from './amendment-volume-material.ts'
import { composeAmendmentVolume } from './compose-amendment-volume.ts'

type Steps = readonly AmendmentStep[]

function materialOf(steps: Steps, change: Partial<AmendmentVolumeMaterial> = {}): AmendmentVolumeMaterial {
  const { events, ...told } = sampleAmendment(...steps)
  return {
    ...told,
    events: events.map((event) => ({ event, actor: 'clerk', recordedOn: event.on })),
    people: { applicants: [{ name: '甲某', phone: '0000-0000000' }], agent: null, thirdParties: {} },
    remedies: [],
    facts: sampleAmendmentFacts,
    ...change,
  }
}

const archive = { purpose: 'archive', internal: true } as const
const evidence = { purpose: 'evidence', internal: false } as const
const titles = ({ documents }: Volume) => documents.map(({ title }) => title)
const lettersIn = ({ documents }: Volume) =>
  documents
    .filter(({ kind }) => kind === 'letter')
    .map(({ title, number, on, source }) => [title, number, on, source.from])
const textOf = (volume: unknown) => JSON.stringify(volume)

const whole: Steps = [
  ['register', '2026-03-02'],
  ['askEvidence', '2026-03-03'],
  ['receiveEvidence', '2026-03-06'],
  ['dispatch', '2026-03-07'],
  ['answerDispatch', '2026-03-08', { material: ['m1'] }],
  ['decide', '2026-03-09'],
  ['approve', '2026-03-10', { approval: { medium: 'onPaper', name: '丁某', scan: 's1' } }],
  ['serve', '2026-03-11'],
  ['keepLetter', '2026-03-11', { documentNumber: '清水公更〔2026〕1号', file: 'k1', origin: 'composed' }],
  ['keepLetter', '2026-03-11', { file: 'k2' }],
  ['proveService', '2026-03-14'],
]

test('an archive volume has everything in the customary order, and room for its number on the cover', () => {
  const volume = composeAmendmentVolume(materialOf(whole), archive)
  assert.deepEqual(titles(volume), [
    '政府信息更正申请登记表',
    '申请人提供的证据材料',
    '申请人提供的证据材料',
    '补充证据记录',
    '转办及科室意见（登记科）',
    '科室所附材料',
    '政府信息更正（不予更正）审批单',
    '政府信息更正（不予更正）审批单（纸质审批件）',
    '政府信息更正申请补充证据通知书',
    '政府信息更正告知书',
    '政府信息更正告知书',
    '送达记录',
    '送达凭证',
    '办理过程登记表',
  ])
  assert.deepEqual(volume.cover.slice(0, 3), [
    ['立卷机关', '清河县水务局'],
    ['案卷号', ''],
    ['申请编号', '更2026-0007'],
  ])
  assert.deepEqual(volume.gaps, [])
  assert.match(textOf(volume.cover), /"办理结果","予以更正".*"告知书文号","清水公更〔2026〕1号"/)
  assert.equal(volume.on, '2026-03-14')
})

test('kept letters stand as kept, and what was not kept is composed as the case stood then', () => {
  const volume = composeAmendmentVolume(materialOf(whole), archive)
  assert.deepEqual(lettersIn(volume), [
    ['政府信息更正申请补充证据通知书', null, '2026-03-03', 'composed'],
    ['政府信息更正告知书', '清水公更〔2026〕1号', '2026-03-11', 'file'],
    ['政府信息更正告知书', '清水公更〔2026〕1号', '2026-03-11', 'file'],
  ])
})

test('a transfer has its letter and its notice, each when it went out', () => {
  const steps: Steps = [
    ['register', '2026-03-02'],
    ['transfer', '2026-03-03'],
    ['tellTransferred', '2026-03-05'],
  ]
  const volume = composeAmendmentVolume(materialOf(steps), evidence)
  assert.deepEqual(lettersIn(volume), [
    ['关于转送政府信息更正申请的函', null, '2026-03-03', 'composed'],
    ['政府信息更正申请转送告知书', null, '2026-03-05', 'composed'],
  ])
  assert.ok(titles(volume).includes('转送、告知向有权机关提出记录'))
})

test('a decision that a remedy overturned stands beside the new one, each by its number', () => {
  const refusal = { result: 'refused', ground: 'noEvidence', reasons: '没有材料' } as const
  const steps: Steps = [
    ['register', '2026-03-02'],
    ['decide', '2026-03-09', { decision: refusal }],
    ['approve', '2026-03-10'],
    ['serve', '2026-03-11'],
    ['reopen', '2026-05-06'],
    ['decide', '2026-05-07'],
    ['approve', '2026-05-08', { documentNumber: '清水公更〔2026〕2号' }],
    ['serve', '2026-05-09'],
    ['keepLetter', '2026-05-10', { documentNumber: '清水公更〔2026〕1号', file: 'k1' }],
  ]
  const volume = composeAmendmentVolume(materialOf(steps), archive)
  assert.deepEqual(lettersIn(volume), [
    ['政府信息更正告知书', '清水公更〔2026〕2号', '2026-05-08', 'composed'],
    ['政府信息不予更正告知书', '清水公更〔2026〕1号', '2026-05-10', 'file'],
  ])
  // The first end and the one after the remedy, each with its day, as on the cover of a request.
  assert.match(
    textOf(volume.cover),
    /"办理结果","不予更正".*"办结日期","2026年3月11日".*"重新办理结果","予以更正，2026年5月9日"/,
  )
  assert.match(textOf(volume.cover), /重新办理依据.*某政复〔2026〕1号.*清水公更〔2026〕1号、清水公更〔2026〕2号/)
})

test('evidence has no paper of the office itself, says what each document proves, and claims no period', () => {
  const remedy: Remedy = {
    ...{ caseNumber: '政复〔2026〕1号', requestNumber: '更2026-0007', body: '清河县人民政府' },
    kind: 'reconsideration',
    ...{ filedOn: day('2026-04-20'), procedure: null, copyReceivedOn: null, convertedOn: null, answeredOn: null },
    ...{ concludedOn: null, rawResult: null, result: null, coDefendant: null },
  }
  const volume = composeAmendmentVolume(materialOf(whole, { remedies: [remedy] }), evidence)
  assert.doesNotMatch(titles(volume).join(), /转办|审批|所附材料|过程/)
  assert.match(textOf(volume.cover), /案号","政复〔2026〕1号（清河县人民政府）/)
  assert.doesNotMatch(textOf(volume), /期限|工作日/)
  for (const { proves, origin, title } of volume.documents) assert.ok(proves !== '' && origin !== '', title)
  assert.equal(volume.documents.find(({ kind }) => kind === 'evidence')?.origin, '申请人提交')
  assert.equal(volume.closing, null)
})

test('without identity nobody is named and no file is taken in', () => {
  const agent = { person: 'p9', powerOfAttorney: 'f9' }
  const steps: Steps = [['register', '2026-03-02', { agent }], ...whole.slice(1)]
  const volume = composeAmendmentVolume(materialOf(steps, { people: null }), archive)
  assert.doesNotMatch(textOf(volume), /甲某/)
  assert.ok(volume.documents.every(({ source }) => source.from !== 'file'))
  assert.ok(titles(volume).includes('授权委托书'))
  assert.deepEqual(volume.gaps, [])
})

test('a letter that cannot be composed has a page that says what is missing', () => {
  const facts = { ...sampleAmendmentFacts, contact: null }
  const volume = composeAmendmentVolume(materialOf(whole, { facts }), archive)
  assert.deepEqual(volume.gaps, [{ title: '政府信息更正申请补充证据通知书', missing: '本机关联系方式' }])
  assert.match(textOf(volume.documents), /未留存发出件，也不能据案件记录生成，缺少：本机关联系方式/)
})
