import type { StoredGuide } from '../../../storage/publications/agency-guides.ts'
import { type Fragment, html } from '../../html.ts'
import type { ApplyWords } from '../words/apply-words.ts'

/** What fits into one line: a guide may say its hours and numbers at length. */
const shortSign = 60

/** Whom to call, in one line, for whoever does not get on; nothing where the guide says no telephone. */
export function helpLine(words: ApplyWords, stored: StoredGuide | null): Fragment {
  const isShort = (text: string | null | undefined): text is string =>
    typeof text === 'string' && text.trim() !== '' && text.length <= shortSign && !text.includes('\n')
  const { phone, hours } = stored?.guide ?? {}
  if (!isShort(phone)) return null
  return html`<p class="apply-help">${words.stuck} ${callable(phone)}${isShort(hours) && html` <span class="quiet" lang="zh-CN">${words.inBrackets(hours)}</span>`}</p>`
}

/** Address, hours and telephone, for whoever cannot or will not apply here; nothing where the guide does not say them. */
export function officePart(words: ApplyWords, stored: StoredGuide | null): Fragment {
  if (stored === null) return null
  const { phone, address, postcode, hours, officeName } = stored.guide
  const rows: readonly (readonly [string, Fragment])[] = [
    [words.office.name, officeName],
    [words.office.phone, phone !== null && callable(phone)],
    [words.office.address, address && [address, postcode].filter(Boolean).join('　')],
    [words.office.hours, hours],
  ]
  const said = rows.filter(([, value]) => value !== null && value !== false && value !== '')
  if (said.length === 0) return null
  return html`<dl class="apply-summary apply-office">${said.map(([term, value]) => html`<div><dt>${term}</dt><dd lang="zh-CN">${value}</dd></div>`)}</dl>`
}

const callable = (phone: string): Fragment =>
  /^[\d+() -]+$/.test(phone) ? html`<a href="tel:${phone.replace(/[^\d+-]/g, '')}">${phone}</a>` : phone
