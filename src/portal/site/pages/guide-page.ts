import { type AgencyGuide, type GuideField, guideParts, isSaid } from '../../../publications/agency-guide.ts'
import { guideWords } from '../../../publications/words/guide-words.ts'
import type { StoredGuide } from '../../../storage/publications/agency-guides.ts'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import { type Fragment, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { agencyCrumb, agencyFrame } from '../components/agency-frame.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'
import { siteWordsIn } from '../words/site-words.ts'

/** 政府信息公开指南 of an agency in its five parts; what it has not said has no row, and a part without any is not there. */
export function guidePage(view: SiteView, agency: PublicAgency, stored: StoredGuide | null): SitePage {
  const { words, pageWords, language, href } = view
  const { parts, fields } = guideWords[language]
  const link = (part: (typeof guideParts)[number]['part']): Fragment => {
    if (part === 'publishing')
      return html`<p><a href="${href(addresses.content(agency.code))}">${pageWords.guideContent}</a></p>`
    if (part === 'requesting')
      return html`<p><a href="${href(addresses.column(agency.code, 'request'))}">${pageWords.guideRequest}</a></p>`
    return null
  }
  const said = guideParts
    .map(({ part, fields: of }) => ({
      part,
      rows: (of as readonly GuideField[]).filter((field) => stored !== null && isSaid(stored.guide[field])),
    }))
    .filter(({ part, rows }) => rows.length > 0 || link(part) !== null)
  return {
    title: `${agency.name}${words.guide}`,
    crumbs: [agencyCrumb(agency), { label: words.guide, address: addresses.column(agency.code, 'guide') }],
    column: { name: words.guide, of: agency.name, kind: 'guide' },
    ...(stored && { shared: true }),
    content: agencyFrame(
      view,
      agency,
      'guide',
      html`<article class="guide"><h1 lang="zh-CN">${siteWordsIn('zh-CN').platformOf(agency.name)}指南</h1>${
        stored
          ? html`<p class="quiet">${pageWords.guideDays(stored.changedAt.slice(0, 10), stored.checkedAt.slice(0, 10))}</p>`
          : html`<p>${pageWords.guideNone}</p>`
      }${said.map(
        ({ part, rows }) =>
          html`<section aria-labelledby="guide-${part}"><h2 id="guide-${part}">${parts[part]}</h2>${
            rows.length > 0 &&
            stored &&
            html`<dl class="guide-facts">${rows.map((field) => html`<div><dt>${fields[field]}</dt><dd lang="zh-CN">${shown(stored.guide, field)}</dd></div>`)}</dl>`
          }${link(part)}</section>`,
      )}</article>`,
    ),
  }
}

function shown(guide: AgencyGuide, field: GuideField): Fragment {
  const value = guide[field]
  if (value === null) return null
  if (typeof value !== 'string') return html`<ul>${value.map((line) => html`<li>${line}</li>`)}</ul>`
  if (field === 'internet' && /^[\w.+-]+@[\w.-]+$/.test(value)) return html`<a href="mailto:${value}">${value}</a>`
  if (field === 'internet' && /^https?:\/\/[^\s<>"]+$/.test(value)) return html`<a href="${value}">${value}</a>`
  if (field === 'phone' && /^[\d+() -]+$/.test(value))
    return html`<a href="tel:${value.replace(/[^\d+-]/g, '')}">${value}</a>`
  return value.split('\n').map((line) => line.trim() !== '' && html`<p>${line}</p>`)
}
