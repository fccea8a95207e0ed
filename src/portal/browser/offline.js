// The checker as one file: the same screens and the same checks, with the file read here instead of on a server.
import { readDocument } from '../../documents/read-document.ts'
import { writeDocx } from '../../documents/write/docx/write-docx.ts'
import { readReport } from '../../report/read/read-report.ts'
import { layoutReport } from '../../report/render/layout-report.ts'
import { tableNames } from '../checker.ts'
import { offlineDownloads } from '../components/download-form.ts'
import { result } from '../components/result.ts'
import { correctReport } from '../correct-report.ts'
import { correctedName } from '../corrected-name.ts'
import { makeChecker } from '../make-checker.ts'
import { offlineBody } from '../offline-page.ts'
import { readCheckForm } from '../read-check-form.ts'
import { makeView } from '../view.ts'
import { enhance, Unchecked } from './check-files.js'

const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN'
const view = makeView(language, 'page')
// The file carries the Chinese page; the other language is put in its place.
if (language === 'en') {
  document.documentElement.lang = language
  document.title = view.words.title
  document.body.innerHTML = String(offlineBody(view))
}

const check = makeChecker(async (bytes, name) => {
  const document = await readDocument(bytes, name)
  return { document, report: readReport(document) }
})

/** What was read, for the corrected copies. @type {Map<string, { name: string, report: import('../../report/report.ts').Report }>} */
const checked = new Map()

const form = /** @type {HTMLFormElement} */ (document.getElementById('check-form'))
enhance(form, async (file, slot, fields) => {
  // Lets the page paint between two files: reading and checking hold the only thread there is.
  await new Promise((resolve) => setTimeout(resolve))
  fields.set('files', file)
  const order = await readCheckForm(fields, view.words)
  if (order.kind === 'complaint') throw new Unchecked(order.sentence)
  const [first] = order.files
  if (!first) throw new Unchecked(view.words.nothingChosen)
  const outcome = await check(first, order.settings, language)
  if (outcome.kind === 'checked') checked.set(slot, { name: first.name, report: outcome.report })
  return String(result(makeView(language, slot), first.name, outcome, { ...offlineDownloads, fold: 'folded' }))
})

document.addEventListener('submit', async (event) => {
  const asked = /** @type {HTMLFormElement} */ (event.target)
  const found = checked.get(asked.closest('.result')?.id ?? '')
  if (!found) return
  event.preventDefault()
  const confirmed = new FormData(asked).getAll('zeroIn')
  const zeroIn = tableNames.filter((table) => confirmed.includes(table))
  const bytes = await writeDocx(layoutReport(correctReport(found.report, zeroIn)))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  link.download = correctedName(view.words, found.name, 'docx')
  link.click()
  URL.revokeObjectURL(link.href)
})
