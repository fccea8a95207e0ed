import { presentRequest } from '../api/requests/present-request.ts'
import { officeRoles } from '../office/role.ts'
import { requireAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { remediesOfRequest } from '../storage/remedies/list-remedies.ts'
import { loadRequest } from '../storage/requests/load-request.ts'
import { readContent } from '../storage/requests/read-content.ts'
import { readPeople } from '../storage/requests/read-people.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { requestInText } from './request-text.ts'
import { subjectOptions } from './subject-options.ts'

const usage = 'gongkai requests show NUMBER --agency CODE [--identity]'

/**
 * `gongkai requests show`: one case with its clock, its events and what can be done now. Who applies is shown with
 * `--identity` only, which the audit chain keeps.
 */
export const requestsShow: Command = async (args, context) => {
  const {
    code,
    subject: number,
    format,
    values,
  } = subjectOptions(args, 'NUMBER', usage, { identity: { type: 'boolean' } })
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const loaded = await loadRequest(trx, agency.id, number, { for: 'reading' })
      const content = await readContent(trx, agency.id, number)
      const shown = presentRequest(
        loaded,
        content,
        await remediesOfRequest(trx, agency.id, number),
        await agencyCalendar(trx, agency.id),
        context.today,
        context.language,
        officeRoles,
      )
      const people = values.identity ? await readPeople(trx, agency.id, loaded.request) : null
      const whole = people ? { ...shown, ...people } : shown
      context.out(format === 'json' ? `${JSON.stringify(whole)}\n` : requestInText(shown, people, context))
    })
    return 0
  })
}
