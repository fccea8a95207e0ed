import { guideSchema } from '../api/publications/guide-schema.ts'
import { type AgencyGuide, type GuideField, isSaid, missingGuideFields } from '../publications/agency-guide.ts'
import { guideWords } from '../publications/words/guide-words.ts'
import type { Language } from '../refusals/refusal.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { changeGuide, readGuide, type StoredGuide } from '../storage/publications/agency-guides.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readWholeFile } from './read-whole-file.ts'
import { optionsOf, readBySchema } from './schema-options.ts'

const usage = "gongkai agency guide --code CODE [--json FILE|'{…}'] [--phone TEXT] [--fax TEXT] … [--checked]"

/**
 * `gongkai agency guide`: shows the guide of an agency (条例12), after setting what is told of it. `--checked` says that it is
 * still right today. What 条例12 wants and it does not say is named on stderr.
 */
export const agencyGuide: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      code: { type: 'string' },
      checked: { type: 'boolean' },
      ...optionsOf(guideSchema),
    },
  })
  const code = requiredOption(values.code as string | undefined, '--code', usage)
  const format = formatOption(values.format as string | undefined)
  const json = await jsonOf((values as { readonly json?: string }).json)
  const read = readBySchema(guideSchema, { ...values, json }, {}, context.language)
  const change = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
  const stored = await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    return await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      Object.keys(change).length > 0 || values.checked
        ? changeGuide(trx, agency, change as Partial<AgencyGuide>)
        : readGuide(trx, agency.id),
    )
  })
  const missing = stored ? missingGuideFields(stored.guide) : null
  if (format === 'json') context.out(`${JSON.stringify({ agency: code, ...stored, missing })}\n`)
  else if (stored) context.out(guideInText(stored, context.language))
  if (missing === null) context.err(words[context.language].none)
  else if (missing.length > 0) context.err(words[context.language].missing(missing))
  return 0
}

/** `--json` names a file, or is the JSON itself. */
async function jsonOf(given: string | undefined): Promise<string | undefined> {
  if (given === undefined || given.trimStart().startsWith('{')) return given
  const text = new TextDecoder().decode(await readWholeFile(given))
  if (!text.trimStart().startsWith('{')) throw new Refusal('option-not-accepted', { option: '--json', why: 'JSON {…}' })
  return text
}

function guideInText({ guide, changedAt, checkedAt }: StoredGuide, language: Language): string {
  const { fields } = guideWords[language]
  const lines = (Object.keys(fields) as GuideField[]).flatMap((field) => {
    const value = guide[field]
    if (value === null || !isSaid(value)) return []
    return [`${fields[field]}\t${typeof value === 'string' ? value.replaceAll('\n', '\n\t') : value.join('\n\t')}`]
  })
  return `${[...lines, words[language].days(changedAt.slice(0, 10), checkedAt.slice(0, 10))].join('\n')}\n`
}

type Words = {
  readonly none: string
  readonly missing: (fields: readonly GuideField[]) => string
  readonly days: (changed: string, checked: string) => string
}

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    none: '这个机关还没有公开指南。请用 --json 或者 --phone 等参数填写；全部内容见 docs/contract.md。\n',
    missing: (fields) =>
      `注意：条例第十二条要求的内容还缺 ${fields.map((field) => guideWords['zh-CN'].fields[field]).join('、')}。公开页面上没有这些内容，请补填。\n`,
    days: (changed, checked) => `更新于 ${changed}，核对于 ${checked}`,
  },
  en: {
    none: 'This agency has no guide yet. Tell it with --json or options such as --phone; all of them: docs/contract.md.\n',
    missing: (fields) =>
      `Note: article 12 also wants ${fields.map((field) => guideWords.en.fields[field]).join(', ')}. The public page does not have them; please add them.\n`,
    days: (changed, checked) => `changed on ${changed}, checked on ${checked}`,
  },
}
