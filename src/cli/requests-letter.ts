import { makeRequestLetter } from '../api/letters/make-letter.ts'
import { partyToldIn } from '../requests/letters/compose-letter.ts'
import { documentNumbersOf } from '../requests/letters/document-numbers.ts'
import { letterKinds } from '../requests/letters/letter-kind.ts'
import { letterKindWords } from '../requests/words/letter-words.ts'
import { requireAgency } from '../storage/agencies.ts'
import { actOnRequest } from '../storage/requests/act-on-request.ts'
import type { Command } from './context.ts'
import { handOverLetter } from './hand-over-letter.ts'
import { letterOptions } from './letter-options.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { actingAs } from './requests-act.ts'
import { kebab } from './schema-options.ts'

/**
 * `gongkai requests letter`: a letter of a case as a Word file or a pdf. It stands only where everything is known that it
 * must say; the names in it are read for the audit chain to see.
 */
export const requestsLetter: Command = async (args, context) => {
  const asked = await letterOptions(args, context, letterKinds, 'requests')
  const { kind, number, values } = asked
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, asked.code)
    const consulted = values.party ?? null
    const made = await makeRequestLetter(storage, agency, {
      ...{ number, kind, format: asked.fileFormat, draft: asked.draft, settingsOf: asked.settingsOf },
      ...{ actor: commandActor(context), today: context.today, language: context.language, idOf: kebab },
      ...{ consulted, builtIn: values['built-in'] ?? false, environment: context.env },
    })
    const { lastDays, template, events, version } = made
    const used = template && { version: template.version, digest: template.digest }
    const told = { lastDays, numbers: documentNumbersOf(events), template: used }
    const title = letterKindWords['zh-CN'][kind]
    return await handOverLetter(storage, agency, asked, { ...made, title, told }, context, async (trx, sent) => {
      const party = partyToldIn(kind, events, consulted)
      const command = { type: 'keepLetter', kind, party, ...sent } as const
      await actOnRequest(trx, agency.id, { number, command, seen: version }, await actingAs(trx, agency.id, context))
    })
  })
}
