import { makeAmendmentLetter } from '../api/letters/make-letter.ts'
import { officeRoles } from '../office/role.ts'
import { amendmentLetterKinds } from '../requests/amendments/letters/amendment-letter-kind.ts'
import { requireAgency } from '../storage/agencies.ts'
import { actOnAmendment } from '../storage/amendments/write-amendment.ts'
import type { Command } from './context.ts'
import { handOverLetter } from './hand-over-letter.ts'
import { letterOptions } from './letter-options.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { kebab } from './schema-options.ts'

/**
 * `gongkai amendments letter`: a letter of a record amendment as a Word file or a pdf, with the settings of the letters of
 * requests. Who asks is read for it, which the audit chain keeps.
 */
export const amendmentsLetter: Command = async (args, context) => {
  const asked = await letterOptions(args, context, amendmentLetterKinds, 'amendments')
  const { kind, number, values } = asked
  const { language, today } = context
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, asked.code)
    const made = await makeAmendmentLetter(storage, agency, {
      ...{ number, kind, format: asked.fileFormat, draft: asked.draft, settingsOf: asked.settingsOf },
      ...{ actor: commandActor(context), today, language, idOf: kebab },
      ...{ builtIn: values['built-in'] ?? false, environment: context.env },
    })
    const { title } = made.letter
    const { template } = made
    const told = { template: template && { version: template.version, digest: template.digest } }
    return await handOverLetter(storage, agency, asked, { ...made, title, told }, context, async (trx, sent) => {
      const act = { number, command: { type: 'keepLetter', kind, ...sent } as const, seen: made.version }
      await actOnAmendment(trx, agency.id, act, { today, roles: officeRoles })
    })
  })
}
