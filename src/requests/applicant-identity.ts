/** Who applies, as it was told and is sealed (条例29¶2(1)). Optional fields may join it later; readers of old rows then miss them. */
export type ApplicantIdentity = { readonly name: string } & ApplicantDetails

/** What an applicant tells besides the name. */
export type ApplicantDetails = {
  readonly document?: { readonly kind: IdentityDocument; readonly number: string } | undefined
  readonly address?: string | undefined
  readonly postcode?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly fax?: string | undefined
  /** Of an organisation: its legal representative, and whom to speak with. */
  readonly legalRepresentative?: string | undefined
  readonly contactPerson?: string | undefined
}

/** What proves who somebody is: 居民身份证, 护照, 统一社会信用代码, or another paper. */
export type IdentityDocument = 'identityCard' | 'passport' | 'creditCode' | 'other'
