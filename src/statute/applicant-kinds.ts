/** One of the six kinds of applicant that the statutory form counts apart. The kind is that of the applicant, not of the agent. */
export type ApplicantKind = {
  readonly id: ApplicantKindId
  /** Column head of the form. */
  readonly label: string
  /** Word that a ledger cell uses where the column head alone would be ambiguous. */
  readonly ledgerLabel: string
}

export type ApplicantKindId =
  | 'naturalPerson'
  | 'business'
  | 'researchInstitute'
  | 'socialWelfare'
  | 'legalService'
  | 'otherOrganisation'

/** In the order of the form: 自然人, then the five kinds of 法人或其他组织. */
export const applicantKinds: readonly ApplicantKind[] = [
  { id: 'naturalPerson', label: '自然人', ledgerLabel: '自然人' },
  { id: 'business', label: '商业企业', ledgerLabel: '商业企业' },
  { id: 'researchInstitute', label: '科研机构', ledgerLabel: '科研机构' },
  { id: 'socialWelfare', label: '社会公益组织', ledgerLabel: '社会公益组织' },
  { id: 'legalService', label: '法律服务机构', ledgerLabel: '法律服务机构' },
  { id: 'otherOrganisation', label: '其他', ledgerLabel: '其他组织' },
]
