import { day } from '../../statute/day.ts'
import type { Decision } from '../events/request-event.ts'
import type { ElementId } from './elements.ts'
import type { LetterCase } from './letter.ts'
import type { LetterKind } from './letter-kind.ts'
import { sampleCase, sampleReply } from './sample-letter.ts'

/** A letter of a whole case, and words that must stand in it besides its elements. */
export type LetterExample = {
  readonly title: string
  readonly kind: LetterKind
  readonly of: LetterCase
  readonly says: readonly string[]
  /** Elements that are data of the office or the case and may be blank: each of them is refused by name. */
  readonly mustKnow: readonly ElementId[]
}

const register = ['register', '2026-03-02'] as const
const always: readonly ElementId[] = ['applicant', 'content', 'contact']

const notices: readonly LetterExample[] = [
  {
    title: '登记回执',
    kind: 'receipt',
    of: sampleCase(register),
    says: ['2026-0012', '2026年3月2日收到', '2026年3月30日前', '当面提交'],
    mustKnow: always,
  },
  {
    title: '登记回执：电子邮件，确认之日为收到之日',
    kind: 'receipt',
    of: sampleCase(['register', '2026-03-02', { channel: 'email' }], ['confirmReceipt', '2026-03-03']),
    says: ['2026年3月3日收到', '双方确认之日', '2026年3月31日前'],
    mustKnow: always,
  },
  {
    title: '补正告知书',
    kind: 'correctionNotice',
    of: sampleCase(register, [
      'requestCorrection',
      '2026-03-05',
      { until: day('2026-03-26'), items: ['请写明项目名称', '请提交身份证明'] },
    ]),
    says: ['第三十条', '1. 请写明项目名称。', '2. 请提交身份证明。', '2026年3月26日前', '视为放弃申请', '重新计算'],
    mustKnow: always,
  },
  {
    title: '说明理由告知书',
    kind: 'justificationNotice',
    of: sampleCase(register, ['askJustification', '2026-03-05', { until: day('2026-03-20') }]),
    says: ['第三十五条', '一个月内提出八十件申请', '2026年3月20日前', '不予处理'],
    mustKnow: always,
  },
  {
    title: '延期答复告知书',
    kind: 'extensionNotice',
    of: sampleCase(register, ['extend', '2026-03-20']),
    says: ['第三十三条第二款', '负责人同意', '延长10个工作日', '2026年4月14日'],
    mustKnow: always,
  },
  {
    title: '延迟答复告知书',
    kind: 'postponementNotice',
    of: sampleCase(
      register,
      ['askJustification', '2026-03-05'],
      ['recordJustification', '2026-03-12'],
      ['postpone', '2026-03-16', { until: day('2026-06-30') }],
    ),
    says: ['第三十五条', '数量较多', '2026年6月30日'],
    mustKnow: always,
  },
  {
    title: '征求意见书（第三方）',
    kind: 'thirdPartyConsultation',
    of: sampleCase(register, ['consult', '2026-03-05']),
    says: ['第三十二条', '投标文件', '15个工作日', '书面形式', '由本机关依照条例的规定决定'],
    mustKnow: ['party', 'contact'],
  },
  {
    title: '征求意见书（共同制作机关）',
    kind: 'coMakerConsultation',
    of: sampleCase(register, [
      'consult',
      '2026-03-05',
      { with: 'coMaker', party: '清河县住房和城乡建设局', person: null },
    ]),
    says: ['清河县住房和城乡建设局', '第三十四条', '15个工作日', '视为同意公开'],
    mustKnow: ['contact'],
  },
  {
    title: '征求意见函（其他机关）',
    kind: 'otherAgencyConsultation',
    of: sampleCase(register, ['consult', '2026-03-05', { with: 'otherAgency', party: '清河县财政局', person: null }]),
    says: ['清河县财政局', '第十一条'],
    mustKnow: ['contact'],
  },
  {
    title: '征求意见告知书（给申请人）',
    kind: 'consultationNotice',
    of: sampleCase(register, ['consult', '2026-03-05']),
    says: ['甲某', '2026年3月5日书面征求意见', '第三十三条第三款'],
    mustKnow: always,
  },
  {
    title: '告知书（给第三方）',
    kind: 'thirdPartyNotice',
    of: sampleCase(
      register,
      ['consult', '2026-03-05'],
      ['recordAnswer', '2026-03-10'],
      ['decide', '2026-03-20'],
      ['informThirdParty', '2026-03-20'],
    ),
    says: ['第三十二条', '投标文件', '对公共利益造成重大影响', '60日', '6个月'],
    mustKnow: ['party', 'contact'],
  },
  {
    title: '收费通知书',
    kind: 'feeNotice',
    of: sampleCase(register, ['notifyFee', '2026-03-16', { charged: { by: 'items', count: 35, already: 0 } }]),
    says: ['第四十二条第一款', '109号', '第11件至第30件，每件100元', '3000元', '20个工作日', '视为放弃申请', '缴款码'],
    mustKnow: [...always, 'payment'],
  },
  {
    title: '收费通知书：按量',
    kind: 'feeNotice',
    of: sampleCase(register, ['notifyFee', '2026-03-16']),
    says: ['按量计收', '第31页至第50页，每页10元，计20页200元', '收费金额：200元'],
    mustKnow: [...always, 'payment'],
  },
  {
    title: '逾期不补正',
    kind: 'correctionOverdueNotice',
    of: sampleCase(
      register,
      ['requestCorrection', '2026-03-05', { until: day('2026-03-26') }],
      ['abandon', '2026-03-30'],
    ),
    says: ['第三十条', '2026年3月5日', '不再处理', '60日', '6个月'],
    mustKnow: always,
  },
  {
    title: '逾期不缴费',
    kind: 'feeOverdueNotice',
    of: sampleCase(register, ['notifyFee', '2026-03-16'], ['lapseFee', '2026-06-01']),
    says: ['109号', '2026年3月16日', '不再处理', '60日', '6个月'],
    mustKnow: always,
  },
  {
    title: '撤回申请',
    kind: 'withdrawalNotice',
    of: sampleCase(register, ['withdraw', '2026-03-10']),
    says: ['2026-0012', '2026年3月10日撤回', '终止办理', '另行提出申请'],
    mustKnow: always,
  },
]

const search = { places: ['档案室', '公文系统'], words: ['河道', '验收'], by: '丁某', on: day('2026-03-10') }

const reply = (
  title: string,
  decision: Partial<Decision>,
  says: readonly string[],
  before: Parameters<typeof sampleReply>[1] = [],
): LetterExample => ({ title, kind: 'reply', of: sampleReply(decision, before), says, mustKnow: always })

const first = ['应当先申请行政复议', '15日']
const either = ['60日', '6个月']

const replies: readonly LetterExample[] = [
  reply('予以公开：提供', {}, ['第三十六条第二项', '现向您提供：决算报告复印件。', ...either]),
  reply(
    '予以公开：已经主动公开',
    { provision: { how: 'told', where: '县政府门户网站“政府信息公开”专栏', when: null } },
    ['第三十六条第一项', '门户网站', ...either],
  ),
  reply(
    '予以公开：告知时间',
    { provision: { how: 'told', where: '到本局档案室查阅', when: '2026年4月1日以后的工作日' } },
    ['第三十六条第二项', '2026年4月1日以后的工作日'],
  ),
  reply(
    '部分公开',
    {
      outcome: 'partlyGranted',
      withheldParts: [{ part: '附件中的身份证号码', ground: 'withheld.thirdPartyRights', reasons: '属于个人隐私' }],
    },
    ['第三十七条', '附件中的身份证号码', '属于个人隐私', '第十五条', ...first],
  ),
  ...(
    [
      ['withheld.stateSecret', '第十四条'],
      ['withheld.forbiddenByLaw', '第十四条'],
      ['withheld.securityAndStability', '第十四条'],
      ['withheld.thirdPartyRights', '第十五条'],
      ['withheld.internalAffairs', '第十六条第一款'],
      ['withheld.processInformation', '第十六条第二款'],
      ['withheld.enforcementFile', '第十六条第二款'],
    ] as const
  ).map(([outcome, article]) =>
    reply(outcome, { outcome, reasons: '该文件的情况如此' }, ['该文件的情况如此', article, '不予公开', ...first]),
  ),
  reply(
    '第三方不同意公开',
    { outcome: 'withheld.thirdPartyRights' },
    ['第三方不同意公开并说明了理由'],
    [
      ['consult', '2026-03-05'],
      ['recordAnswer', '2026-03-10'],
    ],
  ),
  reply(
    '行政查询事项',
    { outcome: 'withheld.administrativeInquiry', otherWay: '依照不动产登记资料查询的规定到登记机构查询' },
    ['第三十六条第七项', '登记机构查询'],
  ),
  reply('不掌握：检索未果', { outcome: 'unavailable.notHeld', search, reasons: '本局没有制作过' }, [
    '档案室、公文系统',
    '“河道”、“验收”',
    '第三十六条第四项',
    ...either,
  ]),
  reply(
    '不掌握：其他机关负责',
    {
      outcome: 'unavailable.notHeld',
      reasons: '该项目由他局组织',
      rightAgency: { name: '清河县发展和改革局', contact: '0000-1111111' },
    },
    ['第三十六条第五项', '清河县发展和改革局', '0000-1111111', ...either],
  ),
  reply('需要另行制作', { outcome: 'unavailable.wouldNeedCreation', reasons: '没有汇总过' }, ['第三十八条', ...either]),
  reply(
    '补正后仍不明确',
    { outcome: 'unavailable.stillUnclear', reasons: '补正没有写明名称' },
    ['第三十条', '2026年3月16日收到补正材料', ...either],
    [
      ['requestCorrection', '2026-03-05'],
      ['receiveCorrection', '2026-03-16'],
    ],
  ),
  reply('信访', { outcome: 'rejected.petition', reasons: '申请要求查处他人', otherWay: '县信访局' }, [
    '第三十九条第一款',
    '县信访局',
    ...either,
  ]),
  reply('重复申请', { outcome: 'rejected.repeat', earlierReply: '清水公复〔2025〕9号' }, [
    '第三十六条第六项',
    '清水公复〔2025〕9号',
    ...either,
  ]),
  reply('公开出版物', { outcome: 'rejected.publishedMaterial', otherWay: '县图书馆' }, [
    '第三十九条第二款',
    '县图书馆',
  ]),
  reply(
    '大量反复申请',
    { outcome: 'rejected.excessive', reasons: '申请人没有说明理由' },
    ['第三十五条', ...either],
    [['askJustification', '2026-03-05']],
  ),
  reply('确认或者重新出具', { outcome: 'rejected.reissue', reasons: '所需信息已经提供' }, ['重新出具', ...either]),
  reply('其他', { outcome: 'other.remaining', reasons: '申请人已经取得该信息' }, ['申请人已经取得该信息', ...either]),
]

export const letterExamples: readonly LetterExample[] = [...notices, ...replies]
