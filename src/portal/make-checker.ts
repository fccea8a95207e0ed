import type { SourceDocument } from '../quality/source-document.ts'
import { type Language, Refusal } from '../refusals/refusal.ts'
import { checkReport } from '../report/check/check-report.ts'
import { presentFinding } from '../report/check/present-finding.ts'
import type { CheckContext } from '../report/check/rule.ts'
import type { Report } from '../report/report.ts'
import type { Checker, CheckOutcome, CheckSettings, NamedFile } from './checker.ts'
import { wordsIn } from './words/words.ts'

/** How a file becomes a report: in a process with limits on the server, directly in a browser. Throws Refusal. */
export type ReportReader = (bytes: Uint8Array, name: string) => Promise<{ document: SourceDocument; report: Report }>

/** The one way from a file to what the screen shows, on the server and in the offline page alike. */
export function makeChecker(read: ReportReader): Checker {
  return async (file, settings, language) => {
    const previous = settings.previous && (await tryRead(read, settings.previous, language))
    if (previous?.kind === 'refused') {
      return { kind: 'refused', reason: wordsIn(language).previousRefused(previous.reason) }
    }
    const current = await tryRead(read, file, language)
    if (current.kind === 'refused') return current
    const { report, text } = current
    const context = contextOf(settings, text, previous?.report ?? null)
    const findings = checkReport(report, context).map((finding) => presentFinding(finding, language))
    return { kind: 'checked', report, text, findings }
  }
}

type Read =
  | Extract<CheckOutcome, { kind: 'refused' }>
  | { readonly kind: 'read'; readonly report: Report; readonly text: string }

async function tryRead(read: ReportReader, file: NamedFile, language: Language): Promise<Read> {
  try {
    const { document, report } = await read(file.bytes, file.name)
    return { kind: 'read', report, text: document.text }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.words(language) }
    throw error
  }
}

function contextOf(
  { level, kind, publishedOn }: CheckSettings,
  documentText: string,
  previous: Report | null,
): CheckContext {
  return {
    documentText,
    ...(level && { level }),
    ...(kind && { kind }),
    ...(publishedOn && { publishedOn }),
    ...(previous && { previous }),
  }
}
