import { type LetterSettings, settledFacts } from '../api/letters/letter-facts.ts'
import { composeVolume } from '../requests/volume/compose-volume.ts'
import type { VolumeMaterial } from '../requests/volume/volume-material.ts'
import { type Agency, requireAgency } from '../storage/agencies.ts'
import type { ApplicantIdentity } from '../storage/applicants.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { fileNames } from '../storage/files/stored-files.ts'
import { listRemedies } from '../storage/remedies/list-remedies.ts'
import { readFormerContents } from '../storage/requests/former-contents.ts'
import { type LoadedRequest, loadRequest } from '../storage/requests/load-request.ts'
import { readContent } from '../storage/requests/read-content.ts'
import type { Trx } from '../storage/storage.ts'
import type { Command, CommandContext } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { volumeOptions } from './volume-options.ts'
import { readPerson, volumeEvents, writeVolume } from './write-volume.ts'

type Asked = Awaited<ReturnType<typeof volumeOptions>>

/**
 * `gongkai requests volume`: everything of a case as one pdf, for the archive (一案一卷) or as evidence. It names the
 * applicant, which the audit chain keeps, unless `--without-identity`.
 */
export const requestsVolume: Command = async (args, context) => {
  const asked = await volumeOptions(args, context, 'requests')
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, asked.code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const material = await storage.transact(who, async (trx) =>
      readMaterial(trx, agency, asked, await asked.settingsOf(trx, agency.id), context),
    )
    await writeVolume(storage, agency, composeVolume(material, asked.wish), asked, context)
    return 0
  })
}

async function readMaterial(
  trx: Trx,
  agency: Agency,
  { number, named }: Asked,
  settings: LetterSettings,
  context: CommandContext,
): Promise<VolumeMaterial> {
  const loaded = await loadRequest(trx, agency.id, number, { for: 'reading' })
  const { remedies } = await listRemedies(trx, agency.id, { requestNumber: number }, { after: null, limit: 1000 })
  const { today: _, ...facts } = settledFacts(agency, settings, context.today)
  return {
    number,
    events: volumeEvents(loaded.events),
    calendar: await agencyCalendar(trx, agency.id),
    people: named.applicants ? await readPeople(trx, agency, loaded, named, context) : null,
    content: await readContent(trx, agency.id, number),
    formerContents: await readFormerContents(trx, agency.id, number),
    remedies: remedies.toReversed(),
    fileNames: await namesOf(trx, agency, loaded),
    facts,
  }
}

/** Names of all files that a draft of the case has handed over. */
async function namesOf(trx: Trx, agency: Agency, { events }: LoadedRequest): Promise<Readonly<Record<string, string>>> {
  const digests = events.flatMap(({ event }) =>
    event.type === 'decided' && event.decision.provision?.how === 'supplied' ? event.decision.provision.files : [],
  )
  return Object.fromEntries(await fileNames(trx, agency.id, digests))
}

async function readPeople(
  trx: Trx,
  agency: Agency,
  { request }: LoadedRequest,
  { thirdParties }: Asked['named'],
  context: CommandContext,
): Promise<NonNullable<VolumeMaterial['people']>> {
  const read = (reference: string) => readPerson(trx, agency, reference, context)
  const applicants: ApplicantIdentity[] = []
  for (const reference of request.applicants) applicants.push(await read(reference))
  const consulted: Record<string, string> = {}
  if (thirdParties)
    for (const { party, person } of request.consultations) if (person) consulted[party] = (await read(person)).name
  return { applicants, agent: request.agent ? await read(request.agent.person) : null, thirdParties: consulted }
}
