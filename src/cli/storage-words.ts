import type { Language } from '../refusals/refusal.ts'
import type { Retention } from '../requests/retention/kept-until.ts'
import type { BrokenChain } from '../storage/verify-audit.ts'

type StorageWords = {
  readonly keyMade: (file: string) => string
  readonly clusterApart: (folder: string) => string
  readonly agencyAdded: (code: string, name: string) => string
  readonly agencyRenamed: (code: string, name: string) => string
  readonly agencySettings: (ownMargin: number, retention: Retention | null) => string
  readonly noAgencies: string
  readonly auditIntact: (agencies: number, entries: number) => string
  readonly auditBroken: (broken: BrokenChain) => string
}

const faultsZh: Record<BrokenChain['fault'], string> = {
  content: '内容与哈希不符，条目被改动过',
  link: '与前一条目接不上',
  gap: '序号不连续，有条目被删除',
  head: '链的末尾与记录的链首不符，末尾的条目被删除或改动过',
  missing: '机关没有审计链',
  algorithm: '条目使用了本程序不认识的哈希算法',
  event: '条目所记的办理事项已被改动或者删除',
}

const faultsEn: Record<BrokenChain['fault'], string> = {
  content: 'its content does not match its hash: it was changed',
  link: 'it does not continue the entry before it',
  gap: 'the numbering has a gap: an entry was removed',
  head: 'the chain does not end where its head says: entries at the end were removed or changed',
  missing: 'the agency has no audit chain',
  algorithm: 'it names a hash algorithm that this program does not know',
  event: 'the event that it speaks of was changed or is gone',
}

/** What the storage commands say to people. */
export const storageWords: Readonly<Record<Language, StorageWords>> = {
  'zh-CN': {
    keyMade: (file) => `已生成安装密钥 ${file}。请另行妥善保存：没有它，备份无法恢复，申请人信息无法读取。\n`,
    clusterApart: (folder) =>
      `数据库不在数据文件夹里：运行数据库的账号进不去那里，所以建在 ${folder}。备份时请把它一并备份；只复制数据文件夹不是备份。\n`,
    agencyAdded: (code, name) => `已登记机关 ${code} ${name}\n`,
    agencyRenamed: (code, name) => `机关 ${code} 的名称现为 ${name}\n`,
    agencySettings: (margin, retention) =>
      `机关自定答复期限：比法定期限提前 ${margin} 个工作日\n案卷保管期限：${retention === null ? '未确定（不能销毁任何案卷）' : retention === 'permanent' ? '永久' : `${retention} 年`}\n`,
    noAgencies: '还没有登记机关。请先运行 gongkai agency add。\n',
    auditIntact: (agencies, entries) => `审计链完整：${agencies} 个机关，${entries} 个条目\n`,
    auditBroken: ({ code, seq, fault }) => `机关 ${code} 的审计链在第 ${seq} 条断开：${faultsZh[fault]}\n`,
  },
  en: {
    keyMade: (file) =>
      `Made the installation key ${file}. Keep a copy in a safe place: without it no backup can be restored and no applicant be read.\n`,
    clusterApart: (folder) =>
      `The database is not in the data folder, which the account that runs it cannot enter: it was made in ${folder}. Back it up too; a copy of the data folder alone is no backup.\n`,
    agencyAdded: (code, name) => `Added agency ${code} ${name}\n`,
    agencyRenamed: (code, name) => `Agency ${code} is now named ${name}\n`,
    agencySettings: (margin, retention) =>
      `Own last day for a reply: ${margin} working ${margin === 1 ? 'day' : 'days'} before the statutory one\nVolumes are kept: ${retention === null ? 'not said yet (nothing can be destroyed)' : retention === 'permanent' ? 'for good' : `${retention} years`}\n`,
    noAgencies: 'There is no agency yet. Begin with gongkai agency add.\n',
    auditIntact: (agencies, entries) =>
      `The audit chains are intact: ${agencies} ${agencies === 1 ? 'agency' : 'agencies'}, ${entries} ${entries === 1 ? 'entry' : 'entries'}\n`,
    auditBroken: ({ code, seq, fault }) =>
      `The audit chain of agency ${code} breaks at entry ${seq}: ${faultsEn[fault]}\n`,
  },
}
