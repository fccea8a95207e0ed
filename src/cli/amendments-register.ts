import { amendmentRegistrationSchema } from '../api/amendments/amendment-schemas.ts'
import { officeRoles } from '../office/role.ts'
import { requireAgency } from '../storage/agencies.ts'
import { registerAmendment } from '../storage/amendments/write-amendment.ts'
import { amendmentDone } from './amendment-text.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { refusedInWords } from './requests-act.ts'
import { optionsOf, readBySchema } from './schema-options.ts'

const usage =
  'gongkai amendments register --agency CODE --channel CHANNEL --applicant-kind KIND --name NAME --record TEXT --claim TEXT [--on DAY]'

/** `gongkai amendments register`: a record amendment that has arrived, from whom it concerns or from another agency. */
export const amendmentsRegister: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      name: { type: 'string' },
      ...optionsOf(amendmentRegistrationSchema),
    },
  })
  const code = requiredOption(values.agency as string | undefined, '--agency', usage)
  const format = formatOption(values.format as string | undefined)
  const named = values.name === undefined ? {} : { applicant: { name: values.name } }
  const defaults = { on: context.today, ...named }
  const registration = readBySchema(amendmentRegistrationSchema, values, defaults, context.language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const done = await refusedInWords(context, () =>
      storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
        registerAmendment(trx, agency.id, registration, { today: context.today, roles: officeRoles }),
      ),
    )
    if (!done) return 2
    context.out(amendmentDone(done, format, context))
    return 0
  })
}
