import { printVolume } from '../documents/write/volume/print-volume.ts'
import type { VolumeFile } from '../documents/write/volume/volume-file.ts'
import type { PrintedDocument } from '../documents/write/volume/volume-tables.ts'
import type { Volume } from '../requests/volume/volume.ts'
import type { CaseEvent, VolumeEvent } from '../requests/volume/volume-material.ts'
import type { Agency } from '../storage/agencies.ts'
import { type ApplicantIdentity, readApplicant } from '../storage/applicants.ts'
import { readFileOf } from '../storage/files/stored-files.ts'
import type { Storage, Trx } from '../storage/storage.ts'
import { beijingDay } from './beijing-day.ts'
import type { CommandContext } from './context.ts'
import { commandActor } from './open-command-storage.ts'
import { volumeWords } from './volume-words.ts'
import { writeWholeFiles } from './write-whole-files.ts'

/** Prints a volume with its stored files, writes it, and says what is in it and what is not. */
export async function writeVolume(
  storage: Storage,
  agency: Agency,
  volume: Volume,
  { out, format }: { readonly out: string; readonly format: 'text' | 'json' },
  context: CommandContext,
): Promise<void> {
  const { bytes, documents, unshown } = await printVolume(volume, (digest) =>
    readFile(storage, agency, digest, context),
  )
  await writeWholeFiles([{ file: out, bytes }])
  const pages = documents.at(-1)?.to ?? 0
  const words = volumeWords[context.language]
  if (format === 'json') {
    const { number, purpose, gaps } = volume
    const shown = documents.map(shownDocument)
    context.out(`${JSON.stringify({ number, as: purpose, file: out, pages, documents: shown, gaps, unshown })}\n`)
  } else context.out(`${words.written(out, documents.length, pages)}\n`)
  for (const { title, missing } of volume.gaps) context.err(`${words.gap(title, missing)}\n`)
  if (unshown.length > 0) context.err(`${words.unshown(unshown.join(' '))}\n`)
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

/** Stored events as a volume tells them. */
export function volumeEvents<E extends CaseEvent>(
  events: readonly { readonly event: E; readonly actor: string; readonly recordedAt: Date }[],
): readonly VolumeEvent<E>[] {
  return events.map(({ event, actor, recordedAt }) => ({ event, actor, recordedOn: beijingDay(recordedAt) }))
}

/** Who somebody is, which the audit chain keeps; a sign where it was erased. */
export async function readPerson(
  trx: Trx,
  agency: Agency,
  reference: string,
  { language }: CommandContext,
): Promise<ApplicantIdentity> {
  return (await readApplicant(trx, agency.id, reference)) ?? { name: volumeWords[language].erased }
}
