import { Refusal } from '../refusals/refusal.ts'
import { mostMargin } from '../requests/case/own-deadline.ts'
import { retentions } from '../requests/retention/kept-until.ts'
import { requireAgency } from '../storage/agencies.ts'
import { changeOfficeSettings, type OfficeSettings } from '../storage/office-settings.ts'
import { changePublicationSettings } from '../storage/publications/publication-settings.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { storageWords } from './storage-words.ts'

const usage =
  'gongkai agency settings --code CODE [--own-margin DAYS] [--retention 10|30|permanent] [--shared-platform NAME]'

/** `gongkai agency settings`: shows how an office goes about its cases; what is told is set before. */
export const agencySettings: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, code: text, 'own-margin': text, retention: text, 'shared-platform': text },
  })
  const code = requiredOption(values.code, '--code', usage)
  const format = formatOption(values.format)
  const change: Partial<OfficeSettings> = {
    ...(values['own-margin'] !== undefined && { ownMargin: marginOption(values['own-margin']) }),
    ...(values.retention !== undefined && { retention: oneOf('--retention', values.retention, retentions) }),
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const platform = values['shared-platform']?.trim()
    const { ownMargin, retention, sharedPlatform } = await storage.transact(
      { agencies: [agency.id], actor: commandActor(context) },
      async (trx) => ({
        ...(await changeOfficeSettings(trx, agency, change)),
        ...(await changePublicationSettings(
          trx,
          agency.id,
          platform === undefined ? {} : { sharedPlatform: platform === '' || platform === 'none' ? null : platform },
        )),
      }),
    )
    context.out(
      format === 'json'
        ? `${JSON.stringify({ agency: code, ownMargin, retention, sharedPlatform })}\n`
        : storageWords[context.language].agencySettings(ownMargin, retention) +
            (sharedPlatform === null ? '' : platformWords[context.language](sharedPlatform)),
    )
    return 0
  })
}

const platformWords = {
  'zh-CN': (name: string) => `在“${name}”上的发布日期视为公开日期\n`,
  en: (name: string) => `a publication on ${name} counts from its day there\n`,
} as const

function marginOption(value: string): number {
  if (!/^\d{1,2}$/.test(value) || Number(value) > mostMargin)
    throw new Refusal('bad-option', { reason: `--own-margin ${value} (0 … ${mostMargin})` })
  return Number(value)
}
