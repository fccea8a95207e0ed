import { registrationSchema } from '../api/requests/act-schemas.ts'
import { requireAgency } from '../storage/agencies.ts'
import { registerRequest } from '../storage/requests/register-request.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { actDone } from './request-text.ts'
import { actingAs, refusedInWords } from './requests-act.ts'
import { optionsOf, readBySchema } from './schema-options.ts'

const usage =
  'gongkai requests register --agency CODE --channel CHANNEL --applicant-kind KIND --name NAME --content TEXT [--on DAY]'

/** `gongkai requests register`: a request that has arrived. `--name` is for a single applicant; more of them in `--json`. */
export const requestsRegister: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      agency: { type: 'string' },
      name: { type: 'string' },
      ...optionsOf(registrationSchema),
    },
  })
  const code = requiredOption(values.agency as string | undefined, '--agency', usage)
  const format = formatOption(values.format as string | undefined)
  const single = values.name === undefined ? {} : { applicants: [{ name: values.name }] }
  const registration = readBySchema(registrationSchema, values, { on: context.today, ...single }, context.language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const done = await refusedInWords(context, () =>
      storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
        const acting = await actingAs(trx, agency.id, context)
        return { ...(await registerRequest(trx, agency.id, registration, acting)), acting }
      }),
    )
    if (!done) return 2
    const { number, version, request } = done
    context.out(
      format === 'json'
        ? `${JSON.stringify({ number, version, phase: request.phase })}\n`
        : actDone(done, done.acting, context),
    )
    return 0
  })
}
