import type { StoredGuide } from '../../../storage/publications/agency-guides.ts'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import { type Fragment, html } from '../../html.ts'
import { addresses } from '../../site/addresses.ts'
import { agencyCrumb, agencyFrame } from '../../site/components/agency-frame.ts'
import type { SitePage } from '../../site/components/site-layout.ts'
import type { SiteView } from '../../site/site-view.ts'
import { applyAddress } from '../apply-address.ts'
import { applyWordsIn } from '../words/apply-words.ts'
import { officePart } from './office-part.ts'

/** What may be asked for and how, in plain words: the same page for everybody. Where to call and go is what the guide says. */
export function requestPage(view: SiteView, agency: PublicAgency, stored: StoredGuide | null): SitePage {
  const words = applyWordsIn(view.language)
  const { href } = view
  const [gap, end] = view.language === 'en' ? [' ', '.'] : ['', '。']
  const list = (all: readonly string[]) => all.map((one) => html`<li>${one}</li>`)
  const part = (id: string, title: string, content: Fragment) =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`
  const to = (place: string) => href(applyAddress(agency.code, place))
  return {
    title: words.title,
    crumbs: [agencyCrumb(agency), { label: words.title, address: addresses.column(agency.code, 'request') }],
    content: agencyFrame(
      view,
      agency,
      'request',
      html`<h1>${words.title}</h1><p class="apply-lead">${words.lead}</p>
<p class="apply-ways"><a class="button button-main" href="${to('apply/')}">${words.applyOnline}</a> <a class="button button-quiet" href="${to('follow/')}">${words.followOnline}</a></p>
${part('who-may', words.whoMayTitle, html`<p>${words.whoMay}</p>`)}
${part('what-may', words.whatMayTitle, html`<ul>${words.whatMay.map((one, at) => html`<li>${one}${at === words.whatMay.length - 1 && html`${gap}<a href="${href(addresses.column(agency.code, 'content'))}">${words.searchPublished}</a>`}</li>`)}</ul>`)}
${part('need', words.needTitle, html`<ul>${list(words.need)}</ul>`)}
${part('ways', words.waysTitle, html`<ul>${list(words.ways)}</ul>${officePart(words, stored)}<p>${words.contactHint}${gap}<a href="${href(addresses.column(agency.code, 'guide'))}">${words.guide}</a>${end}</p><p class="apply-forms">${words.printForm}<a href="${to('form.pdf')}" download>${words.formPdf}</a><a href="${to('form.docx')}" download>${words.formDocx}</a></p>`)}
${part('after', words.afterTitle, html`<ul>${list(words.after)}</ul>`)}`,
    ),
  }
}
