import { userInfo } from 'node:os'
import { beijingDay } from './cli/beijing-day.ts'
import type { Command, CommandContext } from './cli/context.ts'
import { help } from './cli/help.ts'
import { version } from './cli/version.ts'
import { type Language, Refusal } from './refusals/refusal.ts'

// Whoever reads our output may stop reading (`| head`): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** Every command, loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'report check': async () => (await import('./cli/report-check.ts')).reportCheck,
  'report build': async () => (await import('./cli/report-build.ts')).reportBuild,
  'report declare': async () => (await import('./cli/report-declare.ts')).reportDeclare,
  'report publish': async () => (await import('./cli/report-publish.ts')).reportPublish,
  'report cell': async () => (await import('./cli/report-cell.ts')).reportCell,
  'ledger import': async () => (await import('./cli/ledger-import.ts')).ledgerImport,
  'ledger template': async () => (await import('./cli/ledger-template.ts')).ledgerTemplate,
  fee: async () => (await import('./cli/fee.ts')).fee,
  clock: async () => (await import('./cli/clock.ts')).clock,
  'agency add': async () => (await import('./cli/agency-add.ts')).agencyAdd,
  'agency list': async () => (await import('./cli/agency-list.ts')).agencyList,
  'agency rename': async () => (await import('./cli/agency-rename.ts')).agencyRename,
  'agency settings': async () => (await import('./cli/agency-settings.ts')).agencySettings,
  'agency guide': async () => (await import('./cli/agency-guide.ts')).agencyGuide,
  'export-site': async () => (await import('./cli/export-site.ts')).exportSiteCommand,
  serve: async () => (await import('./cli/serve.ts')).serve,
  'requests register': async () => (await import('./cli/requests-register.ts')).requestsRegister,
  'requests list': async () => (await import('./cli/requests-list.ts')).requestsList,
  'requests letter': async () => (await import('./cli/requests-letter.ts')).requestsLetter,
  'requests same-applicant': async () => (await import('./cli/requests-same-applicant.ts')).requestsSameApplicant,
  'requests query-code': async () => (await import('./cli/requests-query-code.ts')).requestsQueryCode,
  'requests letter-settings': async () => (await import('./cli/requests-letter-settings.ts')).requestsLetterSettings,
  'requests numbers': async () => (await import('./cli/requests-numbers.ts')).requestsNumbers,
  'requests volume': async () => (await import('./cli/requests-volume.ts')).requestsVolume,
  'requests today': async () => (await import('./cli/requests-today.ts')).requestsToday,
  'requests show': async () => (await import('./cli/requests-show.ts')).requestsShow,
  'amendments register': async () => (await import('./cli/amendments-register.ts')).amendmentsRegister,
  'amendments list': async () => (await import('./cli/amendments-list.ts')).amendmentsList,
  'amendments show': async () => (await import('./cli/amendments-show.ts')).amendmentsShow,
  'amendments letter': async () => (await import('./cli/amendments-letter.ts')).amendmentsLetter,
  'publications propose': async () => (await import('./cli/publications-propose.ts')).publicationsPropose,
  'publications list': async () => (await import('./cli/publications-list.ts')).publicationsList,
  'publications show': async () => (await import('./cli/publications-show.ts')).publicationsShow,
  'publications import': async () => (await import('./cli/publications-import.ts')).publicationsImport,
  'publications package': async () => (await import('./cli/publications-package.ts')).publicationsPackage,
  'publications export': async () => (await import('./cli/publications-export.ts')).publicationsExport,
  'publications elsewhere': async () => (await import('./cli/publications-elsewhere.ts')).publicationsElsewhere,
  'publications catalogue': async () => (await import('./cli/publications-catalogue.ts')).publicationsCatalogue,
  'publications edit': async () => (await import('./cli/publications-edit.ts')).publicationsEdit,
  'publications template': async () => (await import('./cli/publications-template.ts')).publicationsTemplate,
  'amendments volume': async () => (await import('./cli/amendments-volume.ts')).amendmentsVolume,
  'publications rebuild-search': async () =>
    (await import('./cli/publications-rebuild-search.ts')).publicationsRebuildSearch,
  'publications proposals': async () => (await import('./cli/publications-proposals.ts')).publicationsProposals,
  'publications transfer-list': async () =>
    (await import('./cli/publications-transfer-list.ts')).publicationsTransferList,
  'publications review-sheet': async () => (await import('./cli/publications-review-sheet.ts')).publicationsReviewSheet,
  'templates fields': async () => (await import('./cli/templates-fields.ts')).templatesFields,
  'templates starter': async () => (await import('./cli/templates-starter.ts')).templatesStarter,
  'templates add': async () => (await import('./cli/templates-add.ts')).templatesAdd,
  'templates list': async () => (await import('./cli/templates-list.ts')).templatesList,
  'templates remove': async () => (await import('./cli/templates-remove.ts')).templatesRemove,
  'templates get': async () => (await import('./cli/templates-get.ts')).templatesGet,
  'templates letters': async () => (await import('./cli/templates-letters.ts')).templatesLetters,
  'remedies register': async () => (await import('./cli/remedies-register.ts')).remediesRegister,
  'remedies list': async () => (await import('./cli/remedies-list.ts')).remediesList,
  'remedies show': async () => (await import('./cli/remedies-show.ts')).remediesShow,
  'remedies results': async () => (await import('./cli/remedies-results.ts')).remediesResults,
  'reminders add': async () => (await import('./cli/reminders-add.ts')).remindersAdd,
  'reminders list': async () => (await import('./cli/reminders-list.ts')).remindersList,
  'reminders remove': async () => (await import('./cli/reminders-remove.ts')).remindersRemove,
  'reminders test': async () => (await import('./cli/reminders-test.ts')).remindersTest,
  'reminders send': async () => (await import('./cli/reminders-send.ts')).remindersSend,
  'reminders inbox': async () => (await import('./cli/reminders-inbox.ts')).remindersInbox,
  'files add': async () => (await import('./cli/files-add.ts')).filesAdd,
  'files sweep': async () => (await import('./cli/files-sweep.ts')).filesSweep,
  'files get': async () => (await import('./cli/files-get.ts')).filesGet,
  'calendar import': async () => (await import('./cli/calendar-import.ts')).calendarImport,
  'calendar use': async () => (await import('./cli/calendar-use.ts')).calendarUse,
  'token add': async () => (await import('./cli/token-add.ts')).tokenAdd,
  'token list': async () => (await import('./cli/token-list.ts')).tokenList,
  'token revoke': async () => (await import('./cli/token-revoke.ts')).tokenRevoke,
  'retention due': async () => (await import('./cli/retention-due.ts')).retentionDue,
  'retention draw-up': async () => (await import('./cli/retention-draw-up.ts')).retentionDrawUp,
  'retention lists': async () => (await import('./cli/retention-lists.ts')).retentionLists,
  'retention withdraw': async () => (await import('./cli/retention-withdraw.ts')).retentionWithdraw,
  'retention destroy': async () => (await import('./cli/retention-destroy.ts')).retentionDestroy,
  'audit verify': async () => (await import('./cli/audit-verify.ts')).auditVerify,
}

/** Runs one command line and gives the exit code of the contract. */
export async function main(argv: readonly string[]): Promise<number> {
  const context = contextOf(argv)
  try {
    const { load, rest } = findCommand(commandFirst(argv))
    if (!languages.has(languageAsked(argv) ?? 'en')) throw new Refusal('bad-option', { reason: '--lang: zh-CN, en' })
    const command = await load()
    return await command(rest, context)
  } catch (error) {
    if (error instanceof Refusal) {
      context.err(`${error.words(context.language)}\n`)
      return 2
    }
    // A bug: never exit code 1, which says that a report has errors.
    context.err(`${context.language === 'en' ? 'Internal error' : '程序内部错误'} ${crypto.randomUUID().slice(0, 8)}\n`)
    context.err(`${error instanceof Error ? error.stack : String(error)}\n`)
    return 2
  }
}

/** Common options may also stand before the command: `--lang en report check …`. */
function commandFirst(argv: readonly string[]): readonly string[] {
  const options = ['--lang', '--data', '--format']
  let at = 0
  while (options.includes(argv[at]?.split('=')[0] ?? '')) at += argv[at]?.includes('=') ? 1 : 2
  return [...argv.slice(at), ...argv.slice(0, at)]
}

function findCommand(argv: readonly string[]): { load: () => Promise<Command>; rest: readonly string[] } {
  const [first, second] = argv
  // Before a number it is an option of a command's own: `templates get --version 2`.
  if (first === 'version' || argv.at(-1) === '--version') return { load: async () => version, rest: [] }
  if (
    first === undefined ||
    first.startsWith('--') ||
    first === 'help' ||
    argv.some((arg) => arg === '--help' || arg === '-h')
  )
    return { load: async () => help, rest: [] }
  for (const [name, used] of [
    [`${first} ${second}`, 2],
    [first, 1],
  ] as const) {
    const load = commands[name]
    if (load) return { load, rest: argv.slice(used) }
  }
  if (first === 'requests' && second !== undefined)
    return { load: async () => (await import('./cli/requests-act.ts')).requireAct(second), rest: argv.slice(2) }
  if (first === 'amendments' && second !== undefined)
    return {
      load: async () => (await import('./cli/amendments-act.ts')).requireAmendmentAct(second),
      rest: argv.slice(2),
    }
  if (first === 'publications' && second !== undefined)
    return {
      load: async () => (await import('./cli/publications-act.ts')).requirePublicationAct(second),
      rest: argv.slice(2),
    }
  if (first === 'remedies' && second !== undefined)
    return {
      load: async () => (await import('./cli/remedies-act.ts')).requireRemedyAct(second),
      rest: argv.slice(2),
    }
  throw new Refusal('unknown-command', { command: second ? `${first} ${second}` : first })
}

/** An account that the system has no name for is told by its number. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}

const languages: ReadonlySet<string> = new Set<Language>(['zh-CN', 'en'])

function languageAsked(argv: readonly string[]): string | undefined {
  const place = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  return place < 0 ? undefined : (argv[place]?.split('=')[1] ?? argv[place + 1])
}

function contextOf(argv: readonly string[]): CommandContext {
  const language: Language = languageAsked(argv) === 'en' ? 'en' : 'zh-CN'
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    account: accountName(),
    today: beijingDay(new Date()),
    language,
    colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
    ...(process.stderr.isTTY && { progress: (words) => void process.stderr.write(`\r\u001b[2K${words}`) }),
  }
}
