import { checkPage } from './components/check-page.ts'
import { layout, type PageFrame, pageBody } from './components/layout.ts'
import { type Html, html, trusted } from './html.ts'
import { makeView, type View } from './view.ts'

/** What the build makes for the page: one script and one style sheet, with their digests for the page's own policy. */
export type Inlined = {
  readonly script: string
  readonly style: string
  readonly scriptDigest: string
  readonly styleDigest: string
}

/** The offline checker as one HTML file. Its policy allows nothing but what it carries: no network at all. */
export function offlinePage({ script, style, scriptDigest, styleDigest }: Inlined): Html {
  const view = makeView('zh-CN', 'page')
  const policy = `default-src 'none'; script-src 'sha256-${scriptDigest}'; style-src 'sha256-${styleDigest}'; form-action 'none'; base-uri 'none'`
  const head = html`<meta http-equiv="content-security-policy" content="${policy}">
<style>${trusted(style)}</style>`
  // The script stands last in the body, where a classic script finds the page it works on.
  const unscripted = html`<noscript><p class="complaint">${view.words.offlineNeedsScript}</p></noscript>`
  return layout(
    view,
    { ...offlineFrame(view), head },
    html`${unscripted}${firstScreen(view)}`,
    html`<script>${trusted(script)}</script>`,
  )
}

/** What stands in `<body>` of the offline page. */
export function offlineBody(view: View): Html {
  return pageBody(view, offlineFrame(view), firstScreen(view))
}

function firstScreen(view: View): Html {
  return checkPage(view, { mode: 'offline' }, [], null)
}

function offlineFrame(view: View): PageFrame {
  const english = view.language === 'en'
  return {
    title: view.words.title,
    head: null,
    links: [],
    homeHref: english ? '?lang=en' : '?',
    switchHref: english ? '?' : '?lang=en',
    privacy: view.words.privacyOffline,
  }
}
