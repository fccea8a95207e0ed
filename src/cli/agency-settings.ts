import { Refusal } from '../refusals/refusal.ts'
import { mostMargin } from '../requests/case/own-deadline.ts'
import { retentions } from '../requests/retention/kept-until.ts'
import { requireAgency } from '../storage/agencies.ts'
import { changeOfficeSettings, type OfficeSettings } from '../storage/office-settings.ts'
import {
  changePublicationSettings,
  mostApplicants,
  mostReassessMonths,
  mostReviewStages,
  mostYearsKept,
  type PublicationSettings,
} from '../storage/publications/publication-settings.ts'
import { dayOption, formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { publicationSettingsText } from './publication-text.ts'
import { storageWords } from './storage-words.ts'

const usage =
  'gongkai agency settings --code CODE [--own-margin DAYS] [--retention 10|30|permanent] [--review-stage NAME…] [--index-pattern PATTERN] [--reassess-months N] [--applicants-to-propose N] [--shared-platform NAME|none] [--shared-since DAY] [--withdrawn-kept YEARS|permanent] [--drafts-kept YEARS|permanent]'

/** `gongkai agency settings`: shows how an office goes about its cases; what is told is set before. */
export const agencySettings: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...{ ...storageOptions, code: text, 'own-margin': text, retention: text, 'index-pattern': text },
      ...{ 'reassess-months': text, 'applicants-to-propose': text, 'review-stage': { ...text, multiple: true } },
      ...{ 'shared-platform': text, 'shared-since': text, 'withdrawn-kept': text, 'drafts-kept': text },
    },
  })
  const code = requiredOption(values.code, '--code', usage)
  const format = formatOption(values.format)
  const change: Partial<OfficeSettings> = {
    ...(values['own-margin'] !== undefined && { ownMargin: marginOption(values['own-margin']) }),
    ...(values.retention !== undefined && { retention: oneOf('--retention', values.retention, retentions) }),
  }
  const { 'review-stage': stages, 'index-pattern': indexPattern } = values
  const platform = values['shared-platform']?.trim()
  const since = dayOption('--shared-since', values['shared-since'])
  const ofPublications: Partial<PublicationSettings> = {
    ...(platform !== undefined && { sharedPlatform: platform === '' || platform === 'none' ? null : platform }),
    ...(since && { sharedSince: since }),
    ...(stages && { reviewStages: stagesOption(stages) }),
    ...(indexPattern !== undefined && { indexPattern }),
    ...keptOption('withdrawnKept', '--withdrawn-kept', values['withdrawn-kept']),
    ...keptOption('draftsKept', '--drafts-kept', values['drafts-kept']),
    ...numberOption('reassessMonths', '--reassess-months', values['reassess-months'], [1, mostReassessMonths]),
    ...numberOption('applicantsToPropose', '--applicants-to-propose', values['applicants-to-propose'], [
      2,
      mostApplicants,
    ]),
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const [{ ownMargin, retention }, { code: _, ...publications }] = await storage.transact(
      { agencies: [agency.id], actor: commandActor(context) },
      async (trx) =>
        [
          await changeOfficeSettings(trx, agency, change),
          await changePublicationSettings(trx, agency.id, ofPublications),
        ] as const,
    )
    context.out(
      format === 'json'
        ? `${JSON.stringify({ agency: code, ownMargin, retention, ...publications })}\n`
        : storageWords[context.language].agencySettings(ownMargin, retention) +
            publicationSettingsText(publications, context.language),
    )
    return 0
  })
}

function marginOption(value: string): number {
  if (!/^\d{1,2}$/.test(value) || Number(value) > mostMargin)
    throw new Refusal('bad-option', { reason: `--own-margin ${value} (0 … ${mostMargin})` })
  return Number(value)
}

/** Stages have names, each once. */
function stagesOption(given: readonly string[]): readonly string[] {
  const stages = given.map((one) => one.trim())
  const named = stages.every((one) => one !== '' && one.length <= 20 && !/\p{C}/u.test(one))
  if (!named || new Set(stages).size !== stages.length || stages.length > mostReviewStages)
    throw new Refusal('bad-option', { reason: `--review-stage ${given.join(', ')} (1 … ${mostReviewStages})` })
  return stages
}

function keptOption<N extends 'withdrawnKept' | 'draftsKept'>(name: N, option: string, value: string | undefined) {
  return value === 'permanent' ? { [name]: null } : numberOption(name, option, value, [1, mostYearsKept])
}

function numberOption<N extends keyof PublicationSettings>(
  name: N,
  option: string,
  value: string | undefined,
  [least, most]: readonly [number, number],
): Partial<Record<N, number>> {
  if (value === undefined) return {}
  const number = Number(value)
  if (!/^\d{1,3}$/.test(value) || number < least || number > most)
    throw new Refusal('bad-option', { reason: `${option} ${value} (${least} … ${most})` })
  return { [name]: number } as Partial<Record<N, number>>
}
