import type { Language } from '../../refusals/refusal.ts'
import type { Storage } from '../../storage/open-storage.ts'
import { beginReading, type PublicTag, tagsRead } from '../../storage/public-changes.ts'
import {
  type PublicAgency,
  publicAgencies,
  readAsPublic,
  readPublicFile,
} from '../../storage/publications/public-items.ts'
import { readReportFile } from '../../storage/publications/public-reports.ts'
import { html } from '../html.ts'
import { plainPrefix } from './addresses.ts'
import { type SitePage, siteLayout } from './components/site-layout.ts'
import { findFile } from './find-file.ts'
import { type FoundPage, findPage } from './find-page.ts'
import { noSettings, type SiteSettings } from './settings/site-settings.ts'
import { makeSiteView, type SiteView } from './site-view.ts'
import { siteWordsIn } from './words/site-words.ts'

/** A page of the portal as it is sent. `status` 410: what was here was taken down, and its trace is shown. */
export type RenderedPage = {
  readonly status: 200 | 404 | 410
  readonly page: string
  readonly type: string
  /** What it was made of: it is stale once one of them has changed. */
  readonly tags: readonly PublicTag[]
}

/** The public portal, addressed by the path below its base path and language. */
export type Site = {
  /**
   * A page by its address, or a file for programs, whose address has no last slash; one that does not exist is a page that
   * says so. Addresses below `plain/` are the same pages in large type and high contrast.
   */
  readonly render: (address: string, language: Language) => Promise<RenderedPage>
  /** A page of somebody else's making in the frame of this site. */
  readonly frame: (address: string, language: Language, make: (view: SiteView) => SitePage) => Promise<string>
  /** A published file; null where the item has none of this digest. */
  readonly file: (id: string, digest: string) => ReturnType<typeof readPublicFile>
  /** A file of a published annual report; null where there is none of this digest. */
  readonly reportFile: (code: string, year: number, digest: string) => ReturnType<typeof readReportFile>
  /** Whether any agency is here to publish. */
  readonly isOpen: () => Promise<boolean>
}

type SiteParts = {
  readonly storage: Storage
  readonly base: string
  readonly assets: string
  readonly settings?: SiteSettings
}

const htmlType = 'text/html; charset=UTF-8'

/** The public portal over a database: every page is made here, for the server and for files alike. */
export function makeSite({ storage, base, assets, settings = noSettings }: SiteParts): Site {
  const viewOf = (path: string, language: Language, agencies: readonly PublicAgency[]) => {
    const plain = path.startsWith(plainPrefix)
    const address = plain ? path.slice(plainPrefix.length) : path
    const siteName = siteNameOf(agencies, settings, language)
    return { address, view: makeSiteView(language, { base, assets, address, siteName, settings, plain }) }
  }
  return {
    frame: (path, language, make) =>
      readAsPublic(storage, async (trx) => {
        const { view } = viewOf(path, language, await publicAgencies(trx))
        return String(siteLayout(view, make(view)))
      }),
    render: (path, language) =>
      readAsPublic(storage, async (trx) => {
        beginReading(trx)
        const agencies = await publicAgencies(trx)
        const { address, view } = viewOf(path, language, agencies)
        const isPage = address === '' || address.endsWith('/')
        const steps = stepsOf(address)
        if (steps && !isPage && !view.plain) {
          const file = await findFile(trx, view, agencies, steps)
          if (file) return { status: 200, page: file.text, type: file.type, tags: tagsRead(trx) }
        }
        const found = steps && isPage ? await findPage(trx, view, agencies, steps) : null
        const { status, ...page } = found ?? notFoundPage(view)
        return { status, page: String(siteLayout(view, page)), type: htmlType, tags: tagsRead(trx) }
      }),
    file: (id, digest) => readAsPublic(storage, (trx) => readPublicFile(trx, id, digest)),
    reportFile: (code, year, digest) =>
      readAsPublic(storage, async (trx) => {
        const agency = (await publicAgencies(trx)).find((one) => one.code === code)
        return agency ? await readReportFile(trx, agency.id, year, digest) : null
      }),
    isOpen: () => readAsPublic(storage, async (trx) => (await publicAgencies(trx)).length > 0),
  }
}

/** A site bears the name it was given, else that of the government that all others here belong to, or of the only agency. */
export function siteNameOf(
  agencies: readonly PublicAgency[],
  { name, nameEn }: SiteSettings,
  language: Language,
): string {
  const given = language === 'en' ? (nameEn ?? name) : name
  if (given !== null) return given
  const words = siteWordsIn(language)
  const top = agencies.find(({ kind, parentId }) => kind === 'government' && parentId === null)
  const only = agencies.length === 1 ? agencies[0] : undefined
  const named = top ?? only
  return named ? words.platformOf(named.name) : words.platform
}

/** The steps of an address, each decoded once; null where one cannot be. */
function stepsOf(address: string): readonly string[] | null {
  try {
    return address
      .replace(/\/$/, '')
      .split('/')
      .filter((_, at, all) => all.length > 1 || all[at] !== '')
      .map(decodeURIComponent)
  } catch {
    return null
  }
}

function notFoundPage({ words }: SiteView): FoundPage {
  return {
    status: 404,
    title: words.notFoundTitle,
    crumbs: [],
    content: html`<h1>${words.notFoundTitle}</h1><p>${words.notFound}</p>`,
  }
}
