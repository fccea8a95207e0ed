import { createHash } from 'node:crypto'
import { fixedZip } from '../../../documents/write/fixed-zip.ts'
import { readFileOf } from '../../../storage/files/stored-files.ts'
import type { ApplyingParts, ApplyScreen } from '../apply-screen.ts'
import { asPortal } from '../draft-steps.ts'
import type { Followed } from './read-followed.ts'

/**
 * What an applicant may need to prove later: when it was sent, what was sent, the receipt and the letters, each with its digest.
 * Letters that were not opened are left out: to pack them would be to open them.
 */
export async function evidencePack(parts: ApplyingParts, screen: ApplyScreen, followed: Followed): Promise<Uint8Array> {
  const { agency, words } = screen
  const { sent, loaded } = followed
  const letters = followed.letters.filter(({ serves, openedAt }) => !serves || openedAt !== null)
  const files: Record<string, Uint8Array> = {}
  await asPortal(parts, screen, async (trx) => {
    const form = await readFileOf(trx, agency.id, sent.form)
    files[`01-${form.name}`] = form.content
    for (const [at, { file, on }] of letters.entries()) {
      const { name, content } = await readFileOf(trx, agency.id, file)
      files[`${String(at + 2).padStart(2, '0')}-${on}-${plain(name)}`] = content
    }
  })
  const manifest = {
    request: sent.number,
    agency: { code: agency.code, name: agency.name },
    submittedAt: sent.submittedAt,
    receivedOn: loaded.request.receivedOn,
    submittedForm: { sha256: sent.form },
    noticeAgreedTo: { sha256: sent.notice },
    asOf: followed.today,
    letters: letters.map(({ kind, documentNumber, on, file, openedAt }) => ({
      ...{ kind, documentNumber, on, sha256: file, openedAt },
    })),
    files: Object.entries(files).map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) })),
  }
  const text = (content: string) => new TextEncoder().encode(content)
  return fixedZip({
    ...files,
    'manifest.json': text(`${JSON.stringify(manifest, null, 2)}\n`),
    'README.txt': text(words.evidenceReadme(sent.number, agency.name, sent.submittedAt)),
  })
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const plain = (name: string) => name.replace(/[/\\:*?"<>|\p{C}]/gu, '_')
