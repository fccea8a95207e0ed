import type { Context } from 'hono'
import { markProof } from '../../../documents/marking/mark-proof.ts'
import { inspectText } from '../../../office/inspect-text.ts'
import { Refusal } from '../../../refusals/refusal.ts'
import { letterKindWords } from '../../../requests/words/letter-words.ts'
import { noteOpening } from '../../../storage/apply/portal-visits.ts'
import { readFileOf, storeFile } from '../../../storage/files/stored-files.ts'
import { actOnRequest, type RequestAct } from '../../../storage/requests/act-on-request.ts'
import { ActRefused } from '../../../storage/requests/act-refused.ts'
import type { Trx } from '../../../storage/storage.ts'
import { answerFile, postedForm } from '../answer-page.ts'
import type { ApplyingParts, ApplyScreen } from '../apply-screen.ts'
import { beijingInstant } from '../beijing-instant.ts'
import { mostContent, mostTyped, textOf } from '../draft.ts'
import { asPortal, mayDo, sayTooMany } from '../draft-steps.ts'
import { showCase } from './add-follow-routes.ts'
import { type Followed, readFollowed } from './read-followed.ts'

const mostProofs = 4

/** Hands over a letter. The first opening is noted; of a reply served here, and of a fee notice, it is the day of receipt. */
export async function openLetter(
  c: Context,
  parts: ApplyingParts,
  screen: ApplyScreen,
  followed: Followed,
  wanted?: string,
): Promise<Response> {
  const { agency } = screen
  const digest = wanted ?? textOf(await postedForm(c), 'file')
  const letter = followed.letters.find(({ file }) => file === digest)
  if (!letter && digest !== followed.sent.form) return c.redirect(screen.to('follow/case/'), 303)
  const at = beijingInstant(parts.now())
  const { number } = followed.sent
  const file = await asPortal(parts, screen, async (trx) => {
    const found = await readFileOf(trx, agency.id, digest)
    if (letter) await noteOpening(trx, agency.id, number, digest, at)
    return found
  })
  if (letter?.serves && letter.openedAt === null) await recordReceipt(parts, screen, followed, letter, at)
  return answerFile(c, file)
}

/** The applicant has it in hand: the day counts for the periods that begin with it. */
async function recordReceipt(
  parts: ApplyingParts,
  screen: ApplyScreen,
  followed: Followed,
  letter: Followed['letters'][number],
  at: string,
): Promise<void> {
  const { agency, words } = screen
  const { number } = followed.sent
  const title = letter.kind === 'supplied' ? letter.name : letterKindWords['zh-CN'][letter.kind]
  try {
    await asPortal(parts, screen, async (trx) => {
      if (letter.kind === 'feeNotice')
        return await act(trx, agency.id, followed, { type: 'confirmFeeNotice', on: followed.today }, null)
      const record = words.openingRecord(number, title, letter.file, at)
      const content = new TextEncoder().encode(record)
      const mediaType = 'text/plain; charset=utf-8'
      const { digest: proof } = await storeFile(trx, agency.id, { name: '平台送达记录.txt', mediaType, content })
      await act(trx, agency.id, followed, { type: 'proveService', on: followed.today, proof, signedBy: null }, null)
    })
  } catch (error) {
    // Receipt may have been recorded already by the office, as it heard of it: that stands.
    if (!(error instanceof ActRefused)) throw error
  }
}

async function act(
  trx: Trx,
  agencyId: number,
  { sent, today, calendar }: Followed,
  command: RequestAct['command'],
  seen: number | null,
  content?: string,
): Promise<void> {
  const acting = { today, calendar, roles: ['clerk'] } as const
  const change = content === undefined ? {} : { content }
  await actOnRequest(trx, agencyId, { number: sent.number, command, seen, ...change }, acting)
}

/** A correction: received at this moment, like the request itself. */
export async function receiveCorrection(
  c: Context,
  parts: ApplyingParts,
  screen: ApplyScreen,
  followed: Followed,
): Promise<Response> {
  const { agency, words } = screen
  const form = await postedForm(c)
  const content = textOf(form, 'content', mostTyped)
  // What was typed stands in the form again.
  const complain = (sentence: string) => showCase(c, screen, { ...followed, content }, sentence)
  if (isDoneBefore(followed, 'corrected', form)) return c.redirect(`${screen.to('follow/case/')}?done=corrected`, 303)
  if (followed.loaded.request.phase !== 'awaitingCorrection') return complain(words.correctFailed)
  if (content === '') return complain(words.problems.content)
  if (content.length > mostContent) return complain(words.problems.contentLong)
  const objection = inspectText(content)
  if (objection) return complain(words.problems[objection.rule === 'secrecy-marking' ? 'secrecy' : 'unfit'])
  if (!(await mayDo(c, parts, 'upload', { address: 60, prefix: 400, seconds: 3600 }))) return sayTooMany(c, screen)
  try {
    const proofs = form.getAll('proof').filter((one): one is File => one instanceof File && one.size > 0)
    const marked: Awaited<ReturnType<typeof markProof>>[] = []
    for (const proof of proofs.slice(0, mostProofs))
      marked.push(await markProof(new Uint8Array(await proof.arrayBuffer())))
    const store = async (trx: Trx, seen: number | null) => {
      const enclosed: string[] = []
      for (const { bytes, mediaType, extension } of marked) {
        const name = `补正材料${enclosed.length + 1}.${extension}`
        enclosed.push((await storeFile(trx, agency.id, { name, mediaType, content: bytes })).digest)
      }
      const files = enclosed.length > 0 ? { enclosed } : {}
      const command = { type: 'receiveCorrection', on: followed.today, powerOfAttorney: null, ...files } as const
      const changed = content === followed.content ? undefined : content
      await act(trx, agency.id, followed, command, seen, changed)
    }
    await whatWasSeen(c, parts, screen, followed, form, store)
  } catch (error) {
    return await complaintFor(c, parts, screen, followed, error, {
      refused: words.correctFailed,
      content,
    })
  }
  return c.redirect(`${screen.to('follow/case/')}?done=corrected`, 303)
}

export async function withdrawRequest(
  c: Context,
  parts: ApplyingParts,
  screen: ApplyScreen,
  followed: Followed,
): Promise<Response> {
  const { agency, words } = screen
  const form = await postedForm(c)
  if (isDoneBefore(followed, 'withdrawn', form)) return c.redirect(`${screen.to('follow/case/')}?done=withdrawn`, 303)
  if (form.get('sure') !== 'yes') return showCase(c, screen, followed, words.withdrawMissing)
  try {
    await whatWasSeen(c, parts, screen, followed, form, (trx, seen) =>
      act(trx, agency.id, followed, { type: 'withdraw', on: followed.today }, seen),
    )
  } catch (error) {
    return await complaintFor(c, parts, screen, followed, error, { refused: words.withdrawFailed })
  }
  return c.redirect(`${screen.to('follow/case/')}?done=withdrawn`, 303)
}

/** A form that was sent twice: what it wants has happened right after what it had before its eyes. */
function isDoneBefore({ loaded }: Followed, type: 'corrected' | 'withdrawn', form: FormData): boolean {
  const [next] = newsSince(loaded, Number(textOf(form, 'seen')))
  return next?.event.type === type && next.actor === 'portal'
}

/** Acts on what the applicant had seen; once more where a letter was put to the case since it was read a moment ago. */
async function whatWasSeen(
  c: Context,
  parts: ApplyingParts,
  screen: ApplyScreen,
  followed: Followed,
  form: FormData,
  work: (trx: Trx, seen: number | null) => Promise<void>,
): Promise<void> {
  const seen = seenIn(followed, form)
  try {
    await asPortal(parts, screen, (trx) => work(trx, seen))
  } catch (error) {
    const isChanged = error instanceof Refusal && error.id === 'request-changed'
    const now = isChanged ? await readFollowed(c, parts, screen) : null
    const seenNow = now && seenIn(now, form)
    if (seenNow === null || seenNow === seen) throw error
    await asPortal(parts, screen, (trx) => work(trx, seenNow))
  }
}

/** What the applicant had seen of the case: a letter that was put to it meanwhile changes nothing that they decide on. */
function seenIn({ loaded }: Followed, form: FormData): number | null {
  const seen = Number(textOf(form, 'seen')) || null
  return seen !== null && newsSince(loaded, seen).length === 0 ? loaded.version : seen
}

function newsSince({ events }: Followed['loaded'], seen: number): Followed['loaded']['events'] {
  return events.filter(({ version, event }) => version > seen && event.type !== 'letterKept')
}

async function complaintFor(
  c: Context,
  parts: ApplyingParts,
  screen: ApplyScreen,
  followed: Followed,
  error: unknown,
  told: {
    readonly refused: string
    /** What was typed, to stand there again. */
    readonly content?: string
  },
): Promise<Response> {
  const read = (await readFollowed(c, parts, screen)) ?? followed
  const now = { ...read, content: told.content ?? read.content }
  if (error instanceof ActRefused) return showCase(c, screen, now, told.refused)
  if (!(error instanceof Refusal)) throw error
  return showCase(
    c,
    screen,
    now,
    error.id === 'request-changed' ? screen.words.changed : error.words(screen.view.language),
  )
}
