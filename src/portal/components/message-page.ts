import { type Html, html } from '../html.ts'
import type { View } from '../view.ts'

/** A page that says one thing and leads back to the start. */
export function messagePage(view: View, base: string, title: string, sentence: string): Html {
  return html`<div class="opening"><h1>${title}</h1><p class="lead">${sentence}</p></div>
<p><a class="button button-main" href="${base}${view.language === 'en' && '?lang=en'}">${view.words.home}</a></p>`
}
