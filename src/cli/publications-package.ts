import { join } from 'node:path'
import { fixedZip } from '../documents/write/fixed-zip.ts'
import { mayBePublic, type PublicationCase } from '../publications/publication-case.ts'
import type { ItemContent } from '../publications/publication-event.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { readItemFiles } from '../storage/publications/item-files.ts'
import { loadPublication, loadText } from '../storage/publications/load-publication.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { catalogueSheet, filesBeside, type PackagedFile, textFiles } from './item-package.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage = 'gongkai publications package NUMBER --agency CODE --out DIR|FILE.zip|FILE.html [--as package|html]'

/** `gongkai publications package`: an item that may be public, to be put on another platform: clean page, catalogue, files. */
export const publicationsPackage: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: text, out: text, as: text },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const out = requiredOption(values.out, '--out', usage)
  const [number] = positionals
  if (number === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'NUMBER', usage })
  const as = oneOf('--as', values.as ?? (/\.html?$/i.test(out) ? 'html' : 'package'), ['package', 'html'])
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const all = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const { item } = await loadPublication(trx, agency.id, number, { for: 'reading' })
      const content = publicContent(item)
      if (content === null) throw new Refusal('package-not-reviewed', { number })
      const body = await loadText(trx, agency.id, content.text)
      const files = await readItemFiles(trx, agency.id, content.attachments, body)
      return [...textFiles(content, body, files), await catalogueSheet(item, content), ...filesBeside(files)]
    })
    const page = all.find(({ name }) => name === 'body.html')
    if (as === 'html') {
      if (!page) throw new Refusal('package-without-text', { number })
      await writeWholeFiles([{ file: out, bytes: page.bytes }])
    } else await writePackage(out, all)
    const names = as === 'html' ? [out] : all.map(({ name }) => name)
    context.out(format === 'json' ? `${JSON.stringify({ number, out, files: names })}\n` : `${out}\n`)
    return 0
  })
}

/** What was reviewed and may be public: what stands, or what waits to be published. */
function publicContent(item: PublicationCase): ItemContent | null {
  const waits = (item.phase === 'approved' || item.phase === 'scheduled') && mayBePublic(item)
  return waits ? item.content : (item.live?.content ?? null)
}

async function writePackage(out: string, files: readonly PackagedFile[]): Promise<void> {
  if (/\.zip$/i.test(out)) {
    const bytes = fixedZip(Object.fromEntries(files.map((file) => [file.name, file.bytes])))
    await writeWholeFiles([{ file: out, bytes }])
  } else await writeWholeFiles(files.map(({ name, bytes }) => ({ file: join(out, name), bytes })))
}
