import { readFile } from 'node:fs/promises'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'

/** Flags that keep Chromium from talking to anybody but us; as root it runs only without its sandbox. */
const flags = [
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-default-apps',
  // It opens pages of its own surface beforehand, in a process each, that no test looks at.
  '--disable-features=PreloadTopChromeWebUI',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Launches the system's Chromium; one launch a test file. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.GONGKAI_CHROMIUM || process.env.CHROMIUM || '/usr/bin/chromium'
  return await chromium.launch({ executablePath, args: flags })
}

/** A page of its own, whose script errors and blocked contents fail the test that asks `complaints`. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options })
  // Generous: other tests share the cores, and a wait that ends in time costs nothing.
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { page, complaints }
}

const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

type AxeResults = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }

/** What axe has against the page as it stands, one line for each kind of violation. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const results = (await page.evaluate('axe.run()')) as AxeResults
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}

/** How many pixels the page is wider than its window: 0, or people must scroll sideways. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
}

/** The text of one element, waiting for it to appear. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? ''
}
