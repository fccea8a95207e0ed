import encodeQR from 'qr'
import { type Fragment, html, trusted } from '../../html.ts'
import type { SiteView } from '../site-view.ts'

/** The web address of a page as a code that a phone reads, made here; nothing where the site has not said its own address. */
export function shareCode({ webAddress, pageWords }: SiteView): Fragment {
  if (webAddress === null) return null
  return html`<aside class="share" aria-label="${pageWords.shareLabel}">${codeSvg(webAddress, pageWords.shareCode)}<p>${pageWords.shareHint}<br><span class="share-address">${webAddress}</span></p></aside>`
}

/** Black modules on a white ground with the quiet zone that readers need, in the dark as well. */
function codeSvg(text: string, name: string) {
  const { size, path } = codeOf(text)
  return html`<svg class="share-code" role="img" aria-label="${name}" viewBox="0 0 ${size} ${size}" width="120" height="120" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/>${trusted(`<path d="${path}" fill="#000"/>`)}</svg>`
}

type Code = { readonly size: number; readonly path: string }

/** The last codes: both looks of a page bear the same, and an export asks for them one after the other. */
const codes = new Map<string, Code>()
const mostCodes = 256

function codeOf(text: string): Code {
  const known = codes.get(text)
  if (known) return known
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 3 })
  const path = modules.flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)).join('')
  const code = { size: modules.length, path }
  codes.set(text, code)
  const [oldest] = codes.keys()
  if (codes.size > mostCodes && oldest !== undefined) codes.delete(oldest)
  return code
}

/** Where dark modules stand side by side in a row, and how many. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (dark && last && last[0] + last[1] === x) last[1] += 1
    else if (dark) runs.push([x, 1])
  }
  return runs
}
