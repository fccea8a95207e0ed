import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import type { RequestEvent } from '../events/request-event.ts'
import { type Step, sampleCase, sampleFacts } from '../letters/sample-letter.ts'
import { composeVolume } from './compose-volume.ts'
import type { Volume } from './volume.ts'
import type { VolumeMaterial } from './volume-material.ts'

type Steps = readonly Step[]

function materialOf(steps: Steps, change: Partial<VolumeMaterial> = {}): VolumeMaterial {
  const { number, events, calendar } = sampleCase(...steps)
  return {
    number,
    events: events.map((event) => ({ event, actor: 'clerk', recordedOn: event.on })),
    calendar,
    people: { applicants: [{ name: '甲某', phone: '0000-0000000' }], agent: null, thirdParties: { 第三方1: '乙公司' } },
    content: '验收报告',
    formerContents: [],
    remedies: [],
    fileNames: {},
    facts: sampleFacts,
    ...change,
  }
}

const archive = { purpose: 'archive', internal: true } as const
const evidence = { purpose: 'evidence', internal: false } as const
const titles = ({ documents }: Volume) => documents.map(({ title }) => title)
const textOf = (volume: unknown) => JSON.stringify(volume)

const whole: Steps = [
  ['register', '2026-03-02'],
  ['requestCorrection', '2026-03-04'],
  ['receiveCorrection', '2026-03-06'],
  ['dispatch', '2026-03-09'],
  ['answerDispatch', '2026-03-10', { material: ['m1'] }],
  ['consult', '2026-03-11'],
  ['recordAnswer', '2026-03-16', { answer: 'consents', reasons: null }],
  ['extend', '2026-03-17', { approvedOn: day('2026-03-17') }],
  ['decide', '2026-03-20'],
  ['reviewLegally', '2026-03-20'],
  ['approve', '2026-03-23', { approval: { medium: 'onPaper', name: '丁某', scan: 's1' } }],
  ['serve', '2026-03-24'],
  ['keepLetter', '2026-03-24', { kind: 'reply', documentNumber: '某公复〔2026〕1号', file: 'k1', origin: 'composed' }],
  ['keepLetter', '2026-03-24', { kind: 'reply', file: 'k2' }],
  ['proveService', '2026-03-27'],
  ['archive', '2026-04-01'],
]

test('an archive volume has everything in the customary order, and its number on the cover', () => {
  const volume = composeVolume(materialOf(whole), archive)
  assert.deepEqual(titles(volume), [
    '政府信息公开申请登记表',
    '申请补正记录',
    '转办及科室意见（规划科）',
    '科室所附材料',
    '法制审核意见',
    '征求意见记录（第三方1）',
    '延长（延迟）答复期限审批单',
    '政府信息公开答复审批单',
    '政府信息公开答复审批单（纸质审批件）',
    '政府信息公开申请补正告知书',
    '政府信息公开第三方意见征求书（第三方1）',
    '政府信息公开申请延期答复告知书',
    '政府信息公开申请答复书',
    '政府信息公开申请答复书',
    '送达记录',
    '送达凭证',
    '办理过程登记表',
  ])
  assert.ok(volume.cover.some(([label, text]) => label === '案卷号' && text === '2026-永久-1'))
  assert.deepEqual(volume.gaps, [])
})

test('kept letters stand as kept; what was not kept is composed, each as the case stood then', () => {
  const { documents } = composeVolume(materialOf(whole), archive)
  const replies = documents.filter(({ title }) => title === '政府信息公开申请答复书')
  assert.deepEqual(
    replies.map(({ source, remark }) => [source, remark]),
    [
      [{ from: 'file', file: 'k1' }, '发出件'],
      [{ from: 'file', file: 'k2' }, '发出件（盖章扫描件）'],
    ],
  )
  const notice = documents.find(({ title }) => title.endsWith('补正告知书'))
  assert.equal(notice?.source.from, 'composed')
  assert.match(notice?.remark ?? '', /未留存发出件，据案件记录生成/)
})

test('the scan of the application follows its sheet', () => {
  const { documents } = composeVolume(materialOf([['register', '2026-03-02', { scan: 'a1' }]]), archive)
  assert.deepEqual(documents[1]?.source, { from: 'file', file: 'a1' })
})

test('a letter kept after a later one of its kind belongs to that one, and the earlier is composed', () => {
  const steps: Steps = [
    ['register', '2026-03-02'],
    ['consult', '2026-03-03', { with: 'otherAgency', party: '某局', person: null }],
    ['recordAnswer', '2026-03-05', { party: '某局', answer: 'consents', reasons: null }],
    ['consult', '2026-03-06', { with: 'otherAgency', party: '某局', person: null }],
    ['keepLetter', '2026-03-06', { kind: 'otherAgencyConsultation', party: '某局', file: 'k1' }],
  ]
  const { documents } = composeVolume(materialOf(steps), archive)
  const letters = documents.filter(({ kind }) => kind === 'letter')
  assert.deepEqual(
    letters.map(({ on, source }) => [on, source.from]),
    [
      ['2026-03-03', 'composed'],
      ['2026-03-06', 'file'],
    ],
  )
})

test('a correction shows what was asked for before and since, and the application what was asked for first', () => {
  const formerContents = [{ version: 2, content: '有关材料' }]
  const volume = composeVolume(materialOf(whole, { formerContents }), archive)
  const sheets = textOf(volume.documents.slice(0, 2))
  assert.match(sheets, /申请内容","有关材料/)
  assert.match(sheets, /补正前的申请内容","有关材料.*补正后的申请内容","验收报告/)
})

test('a letter that cannot be composed has a page that says what is missing, and the clerk is told', () => {
  const volume = composeVolume(materialOf(whole, { facts: { ...sampleFacts, contact: null } }), archive)
  assert.equal(volume.gaps.length, 3)
  assert.match(textOf(volume.documents), /也不能据案件记录生成，缺少：本机关联系方式/)
})

test('evidence has no paper of the office itself, unless asked for, and says what each document proves', () => {
  const volume = composeVolume(materialOf(whole), evidence)
  assert.doesNotMatch(titles(volume).join(), /转办|法制|审批|材料|过程/)
  const all = composeVolume(materialOf(whole), { ...evidence, internal: true })
  assert.ok(titles(all).includes('法制审核意见'))
  const proves = (title: string) => volume.documents.find((one) => one.title.startsWith(title))?.proves ?? ''
  assert.match(proves('政府信息公开申请延期答复告知书'), /依法延期.*《条例》第三十三条第二款，最长20个工作日/)
  assert.match(proves('政府信息公开申请补正告知书'), /7个工作日内一次性告知补正/)
  assert.match(proves('政府信息公开第三方意见征求书'), /第三十二条，15个工作日/)
  assert.match(
    proves('政府信息公开申请答复书'),
    /20个工作日.*依法计算（包括延长、扣除和重新计算）至.*2026年3月24日答复，在期限内/,
  )
  for (const one of volume.documents) assert.ok(one.proves !== '' && one.origin !== '', one.title)
})

test('a reply that was late is not claimed to be in time', () => {
  const late: Steps = [
    ['register', '2026-03-02'],
    ['decide', '2026-04-20'],
    ['approve', '2026-04-20'],
    ['serve', '2026-04-21'],
  ]
  assert.doesNotMatch(textOf(composeVolume(materialOf(late), evidence)), /在期限内/)
})

test('third parties who may not be named are named nowhere, not by a kept letter either', () => {
  const steps: Steps = [
    ['register', '2026-03-02'],
    ['consult', '2026-03-03'],
    ['keepLetter', '2026-03-03', { kind: 'thirdPartyConsultation', party: '第三方1', file: 'k1' }],
  ]
  const people = { applicants: [{ name: '甲某' }], agent: null, thirdParties: {} }
  const volume = composeVolume(materialOf(steps, { people }), evidence)
  const letter = volume.documents.find(({ kind }) => kind === 'letter')
  assert.equal(letter?.source.from, 'composed')
  assert.match(letter?.remark ?? '', /隐去第三方身份/)
  assert.doesNotMatch(textOf(volume), /乙公司|k1/)
})

test('without identity nobody is named and no file is taken in', () => {
  const volume = composeVolume(materialOf(whole, { people: null }), archive)
  assert.doesNotMatch(textOf(volume), /甲某|乙公司/)
  assert.ok(volume.documents.every(({ source }) => source.from !== 'file'))
})

test('replies of a reopened case stand beside each other, each with its number', () => {
  const steps: Steps = [
    ['register', '2026-03-02'],
    ['decide', '2026-03-10'],
    ['approve', '2026-03-11', { documentNumber: '某公复〔2026〕1号' }],
    ['serve', '2026-03-12'],
    ['reopen', '2026-05-06'],
    ['decide', '2026-05-07'],
    ['approve', '2026-05-08', { documentNumber: '某公复〔2026〕2号' }],
    ['serve', '2026-05-09'],
    ['keepLetter', '2026-05-10', { kind: 'reply', documentNumber: '某公复〔2026〕1号', file: 'k1' }],
  ]
  const letters = composeVolume(materialOf(steps), archive).documents.filter(({ kind }) => kind === 'letter')
  assert.deepEqual(
    letters.map(({ number, source }) => [number, source.from]),
    [
      ['某公复〔2026〕2号', 'composed'],
      ['某公复〔2026〕1号', 'file'],
    ],
  )
})

test('a case out of the ledger has its row as a sheet', () => {
  const row = {
    channel: 'inPerson',
    receivedOn: day('2026-03-02'),
    applicantKind: 'naturalPerson',
    applicant: 'p1',
    correctionRequestedOn: null,
    correctionUntil: null,
    correctedOn: null,
    consultationSentOn: null,
    consultationReceivedOn: null,
    consultationAnsweredOn: null,
    extendedOn: null,
    extensionDays: null,
    outcome: 'granted',
    repliedOn: day('2026-03-20'),
    feeNotifiedOn: null,
    feeCharged: null,
    feePaidOn: null,
    reopenedOn: null,
    newOutcome: null,
    newRepliedOn: null,
  } as const
  const event: RequestEvent = { type: 'imported', on: day('2026-03-02'), row }
  const events = [{ event, actor: 'clerk', recordedOn: event.on }]
  const volume = composeVolume({ ...materialOf([['register', '2026-03-02']]), events }, archive)
  assert.match(textOf(volume.documents[0]), /办理结果","予以公开.*由台账导入/)
})
