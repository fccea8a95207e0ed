import { settledFacts } from '../api/letters/letter-facts.ts'
import type { AmendmentVolumeMaterial } from '../requests/amendments/volume/amendment-volume-material.ts'
import { composeAmendmentVolume } from '../requests/amendments/volume/compose-amendment-volume.ts'
import { requireAgency } from '../storage/agencies.ts'
import { loadAmendment } from '../storage/amendments/load-amendment.ts'
import { remediesOfAmendment } from '../storage/remedies/list-remedies.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { volumeOptions } from './volume-options.ts'
import { readPerson, volumeEvents, writeVolume } from './write-volume.ts'

/**
 * `gongkai amendments volume`: everything of a record amendment as one pdf, as `requests volume` makes it of a request. It
 * names the applicant, which the audit chain keeps, unless `--without-identity`.
 */
export const amendmentsVolume: Command = async (args, context) => {
  const asked = await volumeOptions(args, context, 'amendments')
  const { code, number, named, settingsOf, wish } = asked
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const material = await storage.transact(who, async (trx): Promise<AmendmentVolumeMaterial> => {
      const { amendment, events, record, claim } = await loadAmendment(trx, agency.id, number, { for: 'reading' })
      const read = (reference: string) => readPerson(trx, agency, reference, context)
      const { today: _, ...facts } = settledFacts(agency, await settingsOf(trx, agency.id), context.today)
      return {
        number,
        events: volumeEvents(events),
        people: named.applicants
          ? {
              applicants: [await read(amendment.applicant)],
              agent: amendment.agent && (await read(amendment.agent.person)),
              thirdParties: {},
            }
          : null,
        remedies: (await remediesOfAmendment(trx, agency.id, number)).toReversed(),
        record,
        claim,
        facts,
      }
    })
    await writeVolume(storage, agency, composeAmendmentVolume(material, wish), asked, context)
    return 0
  })
}
