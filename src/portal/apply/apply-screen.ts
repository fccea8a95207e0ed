import type { Log } from '../../operation/log.ts'
import type { LetterFacts } from '../../requests/letters/letter.ts'
import type { LetterKind } from '../../requests/letters/letter-kind.ts'
import type { Day } from '../../statute/day.ts'
import type { Agency } from '../../storage/agencies.ts'
import { readGuide, type StoredGuide } from '../../storage/publications/agency-guides.ts'
import { type PublicAgency, publicAgencies } from '../../storage/publications/public-items.ts'
import type { LoadedRequest } from '../../storage/requests/load-request.ts'
import type { Storage, Trx } from '../../storage/storage.ts'
import { type Fragment, html } from '../html.ts'
import { addresses, type Edition } from '../site/addresses.ts'
import { agencyCrumb, agencyFrame } from '../site/components/agency-frame.ts'
import { siteLayout } from '../site/components/site-layout.ts'
import { siteNameOf } from '../site/make-site.ts'
import { noSettings, type SiteSettings } from '../site/settings/site-settings.ts'
import { makeSiteView, type SiteView } from '../site/site-view.ts'
import { applyAddress } from './apply-address.ts'
import { helpLine } from './pages/office-part.ts'
import { type ApplyWords, applyWordsIn } from './words/apply-words.ts'

/** What letters say that no event holds, as the office settled it; names are read from where they are sealed. */
export type ReadLetterFacts = (
  trx: Trx,
  agency: Agency,
  loaded: LoadedRequest,
  kind: LetterKind,
  today: Day,
) => Promise<LetterFacts>

/** A new query code on its way to the address that stands in the request. */
export type CodeMail = { readonly to: string; readonly subject: string; readonly text: string; readonly html: string }

/** What applying and following are made of. */
export type ApplyingParts = {
  readonly storage: Storage
  /** Ends with a slash, as `assets` does not. */
  readonly base: string
  readonly assets: string
  readonly now: () => Date
  readonly letterFacts: ReadLetterFacts
  /** Addresses of proxies whose word on who asks is taken. */
  readonly trustedProxies: readonly string[]
  /** Sends a mail, and rejects where it did not go out; null where the installation sends none. */
  readonly sendMail: ((mail: CodeMail) => Promise<void>) | null
  /** Takes work that no answer waits for; a server that stops waits for it. */
  readonly behind: (work: Promise<void>) => void
  /** How the public portal looks. */
  readonly settings?: SiteSettings
  readonly log: Log
}

/** What every page of applying and following needs. */
export type ApplyScreen = {
  readonly view: SiteView
  readonly words: ApplyWords
  readonly agency: PublicAgency
  /** Where the office is reached; null where it has not said. */
  readonly guide: StoredGuide | null
  /** The address of another page of this agency's applying or following. */
  readonly to: (place: string) => string
}

/** The screen of an agency for one page; null where there is no such agency. */
export async function screenFor(
  parts: ApplyingParts,
  { language, plain }: Edition,
  code: string,
  place: string,
): Promise<ApplyScreen | null> {
  const { agencies, agency, guide } = await parts.storage.transact({ agencies: [], actor: 'portal' }, async (trx) => {
    const all = await publicAgencies(trx)
    const found = all.find((one) => one.code === code)
    return { agencies: all, agency: found, guide: found ? await readGuide(trx, found.id) : null }
  })
  if (!agency) return null
  const { base, assets, settings = noSettings } = parts
  const address = applyAddress(code, place)
  const view = makeSiteView(language, {
    base,
    assets,
    address,
    siteName: siteNameOf(agencies, settings, language),
    settings,
    plain,
  })
  return { view, words: applyWordsIn(language), agency, guide, to: (where) => view.href(applyAddress(code, where)) }
}

/** A whole page. Nothing of it is kept by anybody, and no search engine lists it. */
export function wholePage({ view, words, agency, guide }: ApplyScreen, title: string, content: Fragment): string {
  return String(
    siteLayout(view, {
      title,
      crumbs: [
        agencyCrumb(agency),
        { label: words.title, address: addresses.column(agency.code, 'request') },
        { label: title, address: view.otherHref },
      ],
      head: html`<meta name="robots" content="noindex"><script type="module" src="${view.asset('apply.js')}"></script>`,
      content: agencyFrame(view, agency, 'request', html`<div class="apply">${content}${helpLine(words, guide)}</div>`),
    }),
  )
}
