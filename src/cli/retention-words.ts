import type { Language } from '../refusals/refusal.ts'
import type { DestructionList } from '../storage/retention/destruction-lists.ts'

type RetentionWords = {
  readonly heads: readonly string[]
  readonly none: string
  readonly noLists: string
  readonly drawnUp: (list: number, cases: number, out: string) => string
  readonly most: (most: number) => string
  readonly states: Readonly<Record<DestructionList['state'], string>>
  readonly listed: (one: DestructionList, state: string) => string
  readonly carriedOut: (list: number, cases: number, files: number) => string
}

/** What the commands on the keeping of volumes say to people. */
export const retentionWords: Readonly<Record<Language, RetentionWords>> = {
  'zh-CN': {
    heads: ['登记编号', '案卷号、索引号', '收到日期', '办结日期', '应保管至'],
    none: '没有保管期满的案卷和信息。\n',
    noLists: '还没有编制过销毁清册。\n',
    drawnUp: (list, cases, out) =>
      `已编制第 ${list} 号销毁清册，${cases} 件：${out}\n打印、鉴定、审批、监销签字后，扫描并用 gongkai files add 保存，再运行 gongkai retention destroy。\n`,
    most: (most) => `清册已满 ${most} 件，其余的请在执行后再编制下一份。\n`,
    states: { drawnUp: '待执行', withdrawn: '已撤回', carriedOut: '已执行' },
    listed: ({ list, drawnUpOn, volumes, approvedBy, carriedOutOn }, state) =>
      `${[list, drawnUpOn, `${volumes.length} 件`, state, approvedBy ?? '', carriedOutOn ?? ''].join('\t')}\n`,
    carriedOut: (list, cases, files) =>
      `第 ${list} 号销毁清册已执行：销毁案卷 ${cases} 件、文件 ${files} 个。统计所需的事实和审计链保留。\n`,
  },
  en: {
    heads: ['number', 'volume or index number', 'received', 'closed', 'keep until'],
    none: 'No volume and no item is past its period.\n',
    noLists: 'No destruction list was drawn up yet.\n',
    drawnUp: (list, cases, out) =>
      `Drew up destruction list ${list} with ${cases} ${cases === 1 ? 'case' : 'cases'}: ${out}\nPrint it, have it appraised, approved and witnessed, keep the scan with gongkai files add, then run gongkai retention destroy.\n`,
    most: (most) => `The list is full with ${most} cases; draw up the next one after it was carried out.\n`,
    states: { drawnUp: 'drawn up', withdrawn: 'withdrawn', carriedOut: 'carried out' },
    listed: ({ list, drawnUpOn, volumes, approvedBy, carriedOutOn }, state) =>
      `${[list, drawnUpOn, volumes.length, state, approvedBy ?? '', carriedOutOn ?? ''].join('\t')}\n`,
    carriedOut: (list, cases, files) =>
      `Carried out destruction list ${list}: ${cases} ${cases === 1 ? 'case' : 'cases'} and ${files} ${files === 1 ? 'file' : 'files'} are gone. The facts that statistics need and the audit chain stay.\n`,
  },
}
