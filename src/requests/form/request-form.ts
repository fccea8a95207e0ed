import type { Register } from '../../office/register.ts'
import { applicantKinds } from '../../statute/applicant-kinds.ts'
import type { Day } from '../../statute/day.ts'
import type { ApplicantIdentity } from '../applicant-identity.ts'
import type { Wanted } from '../events/request-event.ts'
import { wantedWords } from '../words/wanted-words.ts'

/** What stands in the form of a request (条例29¶2); there is no field for a purpose, which the law does not ask for. */
export type FilledForm = {
  readonly applicantKind: (typeof applicantKinds)[number]['id']
  readonly applicants: readonly ApplicantIdentity[]
  readonly agent: ApplicantIdentity | null
  readonly content: string
  readonly wanted: Wanted
  /** What was handed in with it, by kind and digest. */
  readonly enclosed: readonly { readonly what: string; readonly sha256: string }[]
  /** `2026年3月2日 23:59`, and how it was sent. */
  readonly sent: string
}

const box = '□'

/** The form on paper: blank to be filled in by hand, or as it was sent. */
export function requestForm(agency: string, on: Day, filled: FilledForm | null): Register {
  return {
    agency,
    title: '政府信息公开申请表',
    lead: filled
      ? `申请人通过网上平台向${agency}提交，系统确认提交的时间为${filled.sent}。`
      : `本表可以当面提交、邮寄，也可以在网上填写。不需要说明用途。书写有困难的，可以到${agency}口头提出，由工作人员代为填写。`,
    heads: ['项目', '内容'],
    widths: [26, 74],
    rows: filled ? filledRows(filled) : blankRows(),
    signatures: filled ? [] : ['签名或盖章', '申请日期'],
    on,
  }
}

function blankRows(): readonly (readonly string[])[] {
  const kinds = applicantKinds.map(({ ledgerLabel }) => `${box}${ledgerLabel}`).join('　')
  const choices = (words: Readonly<Record<string, string>>) =>
    Object.values(words)
      .map((word) => `${box}${word}`)
      .join('　')
  return [
    ['申请人类型', kinds],
    ['姓名或者名称', ''],
    ['证件名称及号码（单位填统一社会信用代码）', ''],
    ['法定代表人、联系人（单位填写）', ''],
    ['联系电话', ''],
    ['通信地址、邮政编码', ''],
    ['电子邮箱', ''],
    ['代理人姓名、证件号码、电话（有代理人的填写，并附授权委托书）', ''],
    ['其他申请人（共同申请的填写，第一位为代表人）', '\n'],
    ['所需政府信息的名称、文号，或者便于查询的其他特征', '\n\n\n\n\n'],
    ['希望获取的形式', choices(wantedWords['zh-CN'].form)],
    ['希望获取的途径', choices(wantedWords['zh-CN'].by)],
    ['所附材料', `${box}身份证明　${box}授权委托书　${box}其他`],
  ]
}

function filledRows(filled: FilledForm): readonly (readonly string[])[] {
  const kind = applicantKinds.find(({ id }) => id === filled.applicantKind)
  const words = wantedWords['zh-CN']
  const several = filled.applicants.length > 1
  return [
    ['申请人类型', kind?.ledgerLabel ?? ''],
    ...filled.applicants.flatMap((one, at) => peopleRows(several ? `申请人${at + 1}` : '申请人', one)),
    ...(several ? [['代表人', filled.applicants[0]?.name ?? '']] : []),
    ...(filled.agent ? peopleRows('代理人', filled.agent) : []),
    ['所需政府信息', filled.content],
    ['希望获取的形式', words.form[filled.wanted.form]],
    ['希望获取的途径', words.by[filled.wanted.by]],
    ...filled.enclosed.map(({ what, sha256 }) => [`所附材料：${what}`, `SHA-256 ${sha256}`]),
  ]
}

function peopleRows(who: string, one: ApplicantIdentity): readonly (readonly string[])[] {
  const documents = { identityCard: '居民身份证', passport: '护照', creditCode: '统一社会信用代码', other: '其他证件' }
  const contact = [one.phone, one.email, one.fax].filter(Boolean).join('　')
  const place = [one.address, one.postcode].filter(Boolean).join('　')
  const persons = [one.legalRepresentative, one.contactPerson].filter(Boolean).join('、')
  const rows: readonly (readonly [string, string | undefined])[] = [
    [who, one.name],
    ['证件', one.document && `${documents[one.document.kind]} ${one.document.number}`],
    ['法定代表人、联系人', persons],
    ['联系方式', contact],
    ['通信地址', place],
  ]
  return rows.filter((row): row is readonly [string, string] => Boolean(row[1]))
}
