import type { LedgerColumn } from './column.ts'
import { applicantWords, channelWords, outcomeWords, remedyKindWords, remedyResultWords, yesNoWords } from './words.ts'

const happened = { type: 'day', future: 'refused' } as const
const planned = { type: 'day', future: 'allowed' } as const
const shortText = { type: 'text', longest: 200 } as const
const longText = { type: 'text', longest: 10_000 } as const
const reopened = '仅用于复议、诉讼后重新处理的申请：原办理结果和原答复日期保留不动，不重复统计'

/** 依申请公开: one row a request. */
export const requestColumnsOfLedger = [
  { id: 'number', heading: '编号', need: 'required', kind: shortText, help: '本机关登记编号，不得重复' },
  {
    id: 'channel',
    heading: '收到渠道',
    need: 'required',
    kind: { type: 'word', words: channelWords },
    help: '从下拉框选择',
  },
  {
    id: 'receivedOn',
    heading: '收到日期',
    need: 'required',
    kind: happened,
    help: '依《条例》第三十一条确定，如 2025-03-03',
  },
  {
    id: 'applicantKind',
    heading: '申请人类型',
    need: 'required',
    kind: { type: 'word', words: applicantWords },
    help: '按申请人本人填，不按代理人；从下拉框选择',
  },
  {
    id: 'applicantName',
    heading: '申请人',
    need: 'optional',
    kind: shortText,
    help: '加密保存，不进入任何报表',
    personal: true,
  },
  { id: 'content', heading: '申请内容', need: 'optional', kind: longText, help: '简要概括', personal: true },
  {
    id: 'correctionRequestedOn',
    heading: '补正通知日期',
    need: 'optional',
    kind: happened,
    help: '发出补正通知的日期',
  },
  { id: 'correctionUntil', heading: '补正期限', need: 'optional', kind: planned, help: '通知中确定的补正截止日' },
  { id: 'correctedOn', heading: '补正收到日期', need: 'optional', kind: happened, help: '收到补正后申请的日期' },
  {
    id: 'consultationSentOn',
    heading: '征求意见发出日期',
    need: 'optional',
    kind: happened,
    help: '向第三方等发函日期',
  },
  {
    id: 'consultationReceivedOn',
    heading: '征求意见收到日期',
    need: 'optional',
    kind: happened,
    help: '对方收到的日期',
  },
  {
    id: 'consultationAnsweredOn',
    heading: '征求意见答复日期',
    need: 'optional',
    kind: happened,
    help: '对方答复的日期',
  },
  { id: 'extendedOn', heading: '延长通知日期', need: 'optional', kind: happened, help: '告知申请人延长的日期' },
  {
    id: 'extensionDays',
    heading: '延长工作日',
    need: 'optional',
    // 条例33: an extension is at most 20 working days.
    kind: { type: 'whole', from: 1, to: 20 },
    help: '1 至 20 的整数',
  },
  {
    id: 'outcome',
    heading: '办理结果',
    need: 'optional',
    kind: { type: 'word', words: outcomeWords },
    help: '从下拉框选择；未办结的留空',
  },
  {
    id: 'repliedOn',
    heading: '答复日期',
    need: 'optional',
    kind: happened,
    help: '与办理结果同时填写；决定计入哪一年度',
  },
  {
    id: 'feeNotifiedOn',
    heading: '收费通知日期',
    need: 'optional',
    kind: happened,
    help: '发出信息处理费收费通知的日期',
  },
  {
    id: 'feeCharged',
    heading: '收费金额（元）',
    need: 'optional',
    kind: { type: 'money', unit: 'yuan' },
    help: '收费通知载明的金额',
  },
  { id: 'feePaidOn', heading: '缴费日期', need: 'optional', kind: happened, help: '申请人缴清的日期' },
  { id: 'reopenedOn', heading: '重新处理日期', need: 'optional', kind: happened, help: reopened },
  {
    id: 'newOutcome',
    heading: '重新办理结果',
    need: 'optional',
    kind: { type: 'word', words: outcomeWords },
    help: reopened,
  },
  { id: 'newRepliedOn', heading: '重新答复日期', need: 'optional', kind: happened, help: reopened },
  { id: 'note', heading: '备注', need: 'optional', kind: longText, help: '', personal: true },
] as const satisfies readonly LedgerColumn[]

/** 复议诉讼: one row a case. */
export const remedyColumnsOfLedger = [
  { id: 'caseNumber', heading: '案号', need: 'required', kind: shortText, help: '复议或诉讼案号，不得重复' },
  { id: 'requestNumber', heading: '申请编号', need: 'optional', kind: shortText, help: '对应“依申请公开”表的编号' },
  {
    id: 'kind',
    heading: '类型',
    need: 'required',
    kind: { type: 'word', words: remedyKindWords },
    help: '从下拉框选择',
  },
  { id: 'filedOn', heading: '立案日期', need: 'required', kind: happened, help: '受理或立案的日期' },
  { id: 'concludedOn', heading: '审结日期', need: 'optional', kind: happened, help: '未审结的留空' },
  {
    id: 'result',
    heading: '结果',
    need: 'optional',
    kind: { type: 'word', words: remedyResultWords },
    help: '与审结日期同时填写',
  },
  {
    id: 'coDefendant',
    heading: '复议机关共同被告',
    need: 'optional',
    kind: { type: 'word', words: yesNoWords },
    help: '本机关作为复议机关当共同被告的填“是”，由原行为机关统计，本机关不计',
  },
] as const satisfies readonly LedgerColumn[]
