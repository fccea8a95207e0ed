import type { ApplicantIdentity } from '../applicant-identity.ts'
import type { Sheet, SheetRow } from './volume.ts'
import type { CaseEvent, CaseMaterial } from './volume-material.ts'

export const identityDocuments = {
  identityCard: '居民身份证',
  passport: '护照',
  creditCode: '统一社会信用代码',
  other: '其他证件',
} as const

const labels = {
  address: '联系地址',
  postcode: '邮政编码',
  phone: '联系电话',
  email: '电子邮箱',
  fax: '传真',
  legalRepresentative: '法定代表人',
  contactPerson: '联系人',
} as const

/** Who applies and who acts for them, as the application sheet shows it; nothing where nobody is named. */
export function identitySections(people: CaseMaterial<CaseEvent>['people']): Sheet['sections'] {
  const { applicants = [], agent = null } = people ?? {}
  return [
    ...applicants.map((one, at) => ({
      heading: `申请人${applicants.length > 1 ? at + 1 : ''}`,
      rows: identityRows(one),
    })),
    ...(agent ? [{ heading: '代理人', rows: identityRows(agent) }] : []),
  ]
}

/** The rows of a person on the application sheet (条例29¶2(1)). */
function identityRows(identity: ApplicantIdentity): readonly SheetRow[] {
  const { name, document } = identity
  return [
    ['姓名或者名称', name],
    ...(document ? ([[identityDocuments[document.kind], document.number]] as const) : []),
    ...(Object.keys(labels) as (keyof typeof labels)[]).flatMap((field): readonly SheetRow[] => {
      const text = identity[field]
      return text ? [[labels[field], text]] : []
    }),
  ]
}
