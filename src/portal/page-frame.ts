import type { PageFrame } from './components/layout.ts'
import { html } from './html.ts'
import type { View } from './view.ts'

/** The frame of a page that the server answers: linked style sheet and module, addresses under the base path. */
export function pageFrame(view: View, base: string, version: string): PageFrame {
  const english = view.language === 'en'
  const assets = `${base}assets/${version}/`
  return {
    head: html`<link rel="icon" href="${assets}icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${assets}portal.css"><script type="module" src="${assets}online.js"></script>`,
    homeHref: english ? `${base}?lang=en` : base,
    switchHref: english ? base : `${base}?lang=en`,
    privacy: view.words.privacyOnline,
  }
}
