import { presentAmendment } from '../api/amendments/present-amendment.ts'
import { officeRoles } from '../office/role.ts'
import { requireAgency } from '../storage/agencies.ts'
import { loadAmendment } from '../storage/amendments/load-amendment.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { remediesOfAmendment } from '../storage/remedies/list-remedies.ts'
import { readPeople } from '../storage/requests/read-people.ts'
import { amendmentInText } from './amendment-text.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { subjectOptions } from './subject-options.ts'

const usage = 'gongkai amendments show NUMBER --agency CODE [--identity]'

/** `gongkai amendments show`: one record amendment. Who asks is shown with `--identity` only, which the audit chain keeps. */
export const amendmentsShow: Command = async (args, context) => {
  const {
    code,
    subject: number,
    format,
    values,
  } = subjectOptions(args, 'NUMBER', usage, { identity: { type: 'boolean' } })
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const loaded = await loadAmendment(trx, agency.id, number, { for: 'reading' })
      const remedies = await remediesOfAmendment(trx, agency.id, number)
      const calendar = await agencyCalendar(trx, agency.id)
      const shown = presentAmendment(loaded, remedies, calendar, context.today, officeRoles)
      const { applicant, agent } = loaded.amendment
      const people = values.identity ? await readPeople(trx, agency.id, { applicants: [applicant], agent }) : null
      const whole = people ? { ...shown, applicant: people.applicants[0] ?? null, agent: people.agent } : shown
      context.out(format === 'json' ? `${JSON.stringify(whole)}\n` : amendmentInText(shown, people, context))
    })
    return 0
  })
}
