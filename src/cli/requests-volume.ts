import { type LetterSettings, settledFacts } from '../api/letters/letter-facts.ts'
import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import { printVolume, type VolumeFile } from '../documents/write/volume/print-volume.ts'
import type { PrintedDocument } from '../documents/write/volume/volume-tables.ts'
import { Refusal } from '../refusals/refusal.ts'
import { composeVolume } from '../requests/volume/compose-volume.ts'
import type { VolumePurpose } from '../requests/volume/volume.ts'
import type { VolumeMaterial } from '../requests/volume/volume-material.ts'
import { type Agency, requireAgency } from '../storage/agencies.ts'
import { type ApplicantIdentity, readApplicant } from '../storage/applicants.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { fileNames, readFileOf } from '../storage/files/stored-files.ts'
import { listRemedies } from '../storage/remedies/list-remedies.ts'
import { readFormerContents } from '../storage/requests/former-contents.ts'
import { type LoadedRequest, loadRequest } from '../storage/requests/load-request.ts'
import { readContent } from '../storage/requests/read-content.ts'
import type { Storage, Trx } from '../storage/storage.ts'
import { beijingDay } from './beijing-day.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'
import { letterSettingsOption } from './letter-settings-option.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { optionsOf } from './schema-options.ts'
import { volumeWords } from './volume-words.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai requests volume NUMBER --agency CODE --out FILE.pdf [--as archive|evidence]'

/** Whose names may stand in the volume. */
type Named = { readonly applicants: boolean; readonly thirdParties: boolean }

/**
 * `gongkai requests volume`: everything of a case as one pdf, for the archive (一案一卷) or as evidence. It names the
 * applicant, which the audit chain keeps, unless `--without-identity`.
 */
export const requestsVolume: Command = async (args, context) => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...storageOptions,
      ...optionsOf(letterSettingsSchema),
      agency: { type: 'string' },
      out: { type: 'string' },
      as: { type: 'string' },
      settings: { type: 'string' },
      internal: { type: 'boolean' },
      'third-parties': { type: 'boolean' },
      'without-identity': { type: 'boolean' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const out = requiredOption(values.out, '--out', usage)
  const purpose: VolumePurpose = oneOf('--as', values.as ?? 'archive', ['archive', 'evidence'])
  const [number] = positionals
  if (number === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'NUMBER', usage })
  if (!/\.pdf$/i.test(out)) throw new Refusal('bad-option', { reason: `--out ${out} (.pdf)` })
  const format = formatOption(values.format)
  const settingsOf = await letterSettingsOption(values, context.language)
  const archive = purpose === 'archive'
  const named = {
    applicants: !values['without-identity'],
    thirdParties: !values['without-identity'] && (archive || (values['third-parties'] ?? false)),
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const material = await storage.transact(who, async (trx) =>
      readMaterial(trx, agency, number, named, await settingsOf(trx, agency.id), context),
    )
    const volume = composeVolume(material, { purpose, internal: archive || (values.internal ?? false) })
    const { bytes, documents, unshown } = await printVolume(volume, (digest) =>
      readFile(storage, agency, digest, context),
    )
    await writeWholeFiles([{ file: out, bytes }])
    const pages = documents.at(-1)?.to ?? 0
    if (format === 'json') {
      const shown = documents.map(shownDocument)
      context.out(
        `${JSON.stringify({ number, as: purpose, file: out, pages, documents: shown, gaps: volume.gaps, unshown })}\n`,
      )
    } else context.out(`${volumeWords[context.language].written(out, documents.length, pages)}\n`)
    for (const gap of volume.gaps) context.err(`${volumeWords[context.language].gap(gap.title, gap.missing)}\n`)
    if (unshown.length > 0) context.err(`${volumeWords[context.language].unshown(unshown.join(' '))}\n`)
    return 0
  })
}

async function readMaterial(
  trx: Trx,
  agency: Agency,
  number: string,
  named: Named,
  settings: LetterSettings,
  context: CommandContext,
): Promise<VolumeMaterial> {
  const loaded = await loadRequest(trx, agency.id, number, { for: 'reading' })
  const { remedies } = await listRemedies(trx, agency.id, { requestNumber: number }, { after: null, limit: 1000 })
  const { today: _, ...facts } = settledFacts(agency, settings, context.today)
  return {
    number,
    events: loaded.events.map(({ event, actor, recordedAt }) => ({ event, actor, recordedOn: beijingDay(recordedAt) })),
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
  { thirdParties }: Named,
  { language }: CommandContext,
): Promise<NonNullable<VolumeMaterial['people']>> {
  const read = async (reference: string): Promise<ApplicantIdentity> =>
    (await readApplicant(trx, agency.id, reference)) ?? { name: volumeWords[language].erased }
  const applicants: ApplicantIdentity[] = []
  for (const reference of request.applicants) applicants.push(await read(reference))
  const consulted: Record<string, string> = {}
  if (thirdParties)
    for (const { party, person } of request.consultations) if (person) consulted[party] = (await read(person)).name
  return { applicants, agent: request.agent ? await read(request.agent.person) : null, thirdParties: consulted }
}

/** A file of the case; one that the store has lost is told in the volume, and here. */
async function readFile(
  storage: Storage,
  agency: Agency,
  digest: string,
  context: CommandContext,
): Promise<VolumeFile> {
  try {
    return await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      readFileOf(trx, agency.id, digest),
    )
  } catch (error) {
    // Gone or damaged on the disk, or not this agency's: the page in its place says so.
    context.err(`${volumeWords[context.language].lost(digest)} ${error instanceof Error ? error.message : ''}\n`)
    return null
  }
}

function shownDocument({ number, title, on, remark, from, to, taken, source }: PrintedDocument) {
  return {
    documentNumber: number,
    title,
    on,
    remark,
    source: source.from,
    from,
    to,
    file: taken && { digest: taken.digest, as: taken.as },
  }
}
