import { type Fragment, type Html, html, trusted } from '../../html.ts'
import type { FootLink } from '../settings/site-settings.ts'
import type { SiteView } from '../site-view.ts'

/** The foot of every page: what the law and 47号 want said, as far as the site has said it, and the site around. */
export function siteFoot({ words, pageWords, settings, asset, fileHref }: SiteView): Html {
  const told: readonly (readonly [string, Fragment])[] = [
    [pageWords.sponsor, settings.sponsor],
    [pageWords.operator, settings.operator],
    [pageWords.postalAddress, settings.postalAddress],
    [pageWords.phone, settings.phone],
    [pageWords.email, settings.email],
    [pageWords.siteIdCode, settings.siteIdCode],
    [pageWords.icp, settings.icp && linked(settings.icp)],
    [pageWords.police, settings.police && linked(settings.police)],
  ]
  return html`<footer class="site-foot">${
    told.some(([, value]) => value !== null) &&
    html`<dl class="column foot-facts">${told.map(([term, value]) => value !== null && html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`
  }${
    settings.badges.length > 0 &&
    html`<ul class="column badges">${settings.badges.map(
      ({ kind, href, picture }) =>
        html`<li><a href="${href}"><img src="${asset(picture)}" alt="${pageWords[kind]}" height="44"></a></li>`,
    )}</ul>`
  }<div class="column"><p>${words.basis}</p><p>${words.nonSecret}</p><p>${
    settings.siteMap !== null && html`<a href="${settings.siteMap}">${pageWords.siteMap}</a> · `
  }<a href="${fileHref('openapi.json')}">${pageWords.openData}</a></p></div>${settings.footer !== null && html`<div class="around"><div class="column">${trusted(settings.footer)}</div></div>`}</footer>`
}

function linked({ text, href }: FootLink): Fragment {
  return href === null ? text : html`<a href="${href}">${text}</a>`
}
