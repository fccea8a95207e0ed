/** How the portal looks within the government site around it, and what 47号 wants at the foot of its pages. All of it is optional. */
export type SiteSettings = {
  /** What the portal is called, in Chinese and in English; by default that of the government at the top. */
  readonly name: string | null
  readonly nameEn: string | null
  /** Where the public reaches it, without the base path: `https://www.example.gov.cn`. */
  readonly address: string | null
  /** 网站标识码. */
  readonly siteIdCode: string | null
  /** 主办单位 and 承办单位. */
  readonly sponsor: string | null
  readonly operator: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly postalAddress: string | null
  readonly icp: FootLink | null
  readonly police: FootLink | null
  /** 网站地图 of the site around. */
  readonly siteMap: string | null
  readonly badges: readonly Badge[]
  /** What stands above and below every page: cleaned markup of the site around. */
  readonly header: string | null
  readonly footer: string | null
  /** A style sheet that gives the site's colours; empty without any. */
  readonly colours: string
}

/** A number that is shown, and where it can be looked up. */
export type FootLink = { readonly text: string; readonly href: string | null }

/** 党政机关标识 and 我为政府网站找错: a link with a picture of our own server, for pages load nothing from elsewhere. */
export type Badge = {
  readonly kind: BadgeKind
  readonly href: string
  /** Name among the assets. */
  readonly picture: string
  /** The picture that the office gave in the place of ours. */
  readonly file: { readonly mediaType: string; readonly bytes: Uint8Array } | null
}

export type BadgeKind = 'partyGovernment' | 'findErrors'

export const noSettings: SiteSettings = {
  name: null,
  nameEn: null,
  address: null,
  siteIdCode: null,
  sponsor: null,
  operator: null,
  phone: null,
  email: null,
  postalAddress: null,
  icp: null,
  police: null,
  siteMap: null,
  badges: [],
  header: null,
  footer: null,
  colours: '',
}
