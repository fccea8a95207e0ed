import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { readItemFiles } from '../storage/publications/item-files.ts'
import { listPublications, type PublicationPage } from '../storage/publications/list-publications.ts'
import { loadPublication, loadText } from '../storage/publications/load-publication.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { exportSchema } from './exported-item.ts'
import { filesBeside, textFiles } from './item-package.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai publications export --agency CODE --out DIR'

/** `gongkai publications export`: every item of an agency with its text, files and events, in plain formats. */
export const publicationsExport: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, agency: text, out: text } })
  const code = requiredOption(values.agency, '--agency', usage)
  const out = requiredOption(values.out, '--out', usage)
  const format = formatOption(values.format)
  if ((await readdir(out).catch(() => [])).length > 0) throw new Refusal('export-folder-full', { folder: out })
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const numbers: string[] = []
    for (let after: string | null = null; ; ) {
      const mark: string | null = after
      const page: PublicationPage = await storage.transact(who, (trx) =>
        listPublications(trx, agency.id, {}, { after: mark, limit: 1000 }),
      )
      numbers.push(...page.publications.map(({ number }) => number))
      after = page.next
      if (after === null) break
    }
    const items: { number: string; folder: string; sha256: string }[] = []
    for (const number of numbers) {
      const folder = `items/${number.replace(/[^\p{L}\p{N}-]/gu, '_')}`
      const { json, files } = await storage.transact(who, async (trx) => {
        const { item, events, id } = await loadPublication(trx, agency.id, number, { for: 'reading' })
        const { content, ...facts } = item
        const body = await loadText(trx, agency.id, content.text)
        const own = await readItemFiles(trx, agency.id, content.attachments, body)
        const told = {
          number,
          id,
          ...facts,
          metadata: content.metadata,
          body,
          files: own.map(({ digest, name, mediaType, use }) => ({ digest, name, mediaType, use })),
          events: events.map(({ version, recordedAt, event }) => ({ version, recordedAt, event })),
        }
        return {
          json: new TextEncoder().encode(`${JSON.stringify(told, null, 1)}\n`),
          files: [...textFiles(content, body, own), ...filesBeside(own)],
        }
      })
      await writeWholeFiles([
        { file: join(out, folder, 'item.json'), bytes: json },
        ...files.map(({ name, bytes }) => ({ file: join(out, folder, name), bytes })),
      ])
      items.push({ number, folder, sha256: createHash('sha256').update(json).digest('hex') })
    }
    // Last, so that a folder without it is one that was not finished.
    const manifest = {
      schema: exportSchema,
      agency: { code: agency.code, name: agency.name },
      on: context.today,
      items,
    }
    await writeWholeFiles([
      { file: join(out, 'export.json'), bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`) },
    ])
    const { language } = context
    context.out(
      format === 'json'
        ? `${JSON.stringify({ items: items.length, out })}\n`
        : language === 'en'
          ? `${items.length} items in ${out}\n`
          : `${items.length} 条信息已导出到 ${out}\n`,
    )
    return 0
  })
}
