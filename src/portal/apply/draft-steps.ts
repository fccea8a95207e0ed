import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { markProof } from '../../documents/marking/mark-proof.ts'
import { hasSecrecyMarking } from '../../office/inspect-text.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { applicantKinds } from '../../statute/applicant-kinds.ts'
import { challengeSecret, newSecret } from '../../storage/apply/portal-digests.ts'
import { countUses } from '../../storage/apply/portal-use.ts'
import { addDraftFile, eraseDraft, readDraft, removeDraftFile, writeDraft } from '../../storage/apply/request-drafts.ts'
import { suggestSimilar } from '../../storage/apply/suggest-similar.ts'
import type { Trx } from '../../storage/storage.ts'
import { html } from '../html.ts'
import { answerPage, heldSecret, holdSecret, postedForm } from './answer-page.ts'
import { type ApplyingParts, type ApplyScreen, wholePage } from './apply-screen.ts'
import { beijingInstant } from './beijing-instant.ts'
import { newChallenge, newQuestion } from './challenge.ts'
import { problemsOf, type Step, steps } from './check-draft.ts'
import { clientAddress } from './client-address.ts'
import {
  asDraft,
  blankPerson,
  type Draft,
  type DraftFile,
  filePurposes,
  mostFiles,
  mostPeople,
  newDraft,
  textOf,
  withHow,
  withWhat,
  withWho,
} from './draft.ts'
import { beginPage, checkPage, howPage, type StepState, similarPart, whatPage, whoPage } from './pages/step-pages.ts'

/** Acts as the portal, for one agency. */
export function asPortal<T>(
  { storage }: ApplyingParts,
  { agency }: ApplyScreen,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  return storage.transact({ agencies: [agency.id], actor: 'portal' }, work)
}

/** Whether somebody may do this once more; counted for all processes, and committed before anything is done. */
export async function mayDo(
  c: Context,
  parts: ApplyingParts,
  kind: string,
  most: { readonly address: number; readonly prefix: number; readonly seconds: number },
): Promise<boolean> {
  const { address, prefix } = clientAddress(c, parts.trustedProxies)
  const { seconds } = most
  return await parts.storage.transact({ agencies: [], actor: 'portal' }, (trx) =>
    countUses(trx, [
      { kind, who: address, most: most.address, seconds },
      { kind: `${kind} near`, who: prefix, most: most.prefix, seconds },
    ]),
  )
}

/** What the page says to whoever did too much. */
export function sayTooMany(c: Context, screen: ApplyScreen): Response {
  const { words } = screen
  return answerPage(
    c,
    wholePage(screen, words.title, html`<h1>${words.title}</h1><p role="alert">${words.tooMany}</p>`),
    429,
  )
}

/** The draft that this browser holds; null where there is none any more. */
async function heldDraft(c: Context, parts: ApplyingParts, screen: ApplyScreen): Promise<Draft | null> {
  const secret = heldSecret(c, 'draft', screen.agency.id)
  if (secret === null) return null
  const stored = await asPortal(parts, screen, (trx) => readDraft(trx, screen.agency.id, secret, { for: 'reading' }))
  return stored && asDraft(stored)
}

export async function showBegin(c: Context, parts: ApplyingParts, screen: ApplyScreen): Promise<Response> {
  const draft = await heldDraft(c, parts, screen)
  const { words } = screen
  const done = c.req.query('done') === 'discarded' ? words.discarded : null
  const complaint = c.req.query('again') === undefined ? null : words.consentMissing
  return answerPage(c, wholePage(screen, words.beginTitle, beginPage(screen, draft, complaint, done)))
}

/** Begins a draft, once the notice was agreed to: before that nothing personal is asked for. */
export async function postBegin(c: Context, parts: ApplyingParts, screen: ApplyScreen): Promise<Response> {
  const { agency } = screen
  if (await heldDraft(c, parts, screen)) return c.redirect(screen.to('apply/who/'), 303)
  const form = await postedForm(c)
  const kind = applicantKinds.find(({ id }) => id === form.get('kind'))?.id
  if (form.get('consent') !== 'yes' || kind === undefined) return c.redirect(`${screen.to('apply/')}?again=1`, 303)
  if (!(await mayDo(c, parts, 'begin', { address: 30, prefix: 200, seconds: 3600 }))) return sayTooMany(c, screen)
  const secret = newSecret()
  const consent = { notice: noticeDigest(screen), at: beijingInstant(parts.now()) }
  const draft: Draft = { ...newDraft(newSecret(), consent), applicantKind: kind }
  await asPortal(parts, screen, (trx) => writeDraft(trx, agency.id, secret, draft))
  holdSecret(c, parts, 'draft', agency.id, secret)
  return c.redirect(screen.to('apply/who/'), 303)
}

/** Which words were agreed to, in the language they were read in. */
function noticeDigest({ words }: ApplyScreen): string {
  return createHash('sha256')
    .update([...words.notice, words.consent].join('\n'))
    .digest('hex')
}

export async function showStep(step: Step, c: Context, parts: ApplyingParts, screen: ApplyScreen): Promise<Response> {
  const draft = await heldDraft(c, parts, screen)
  if (!draft) return await sayNoDraft(c, parts, screen)
  return await stepAnswer(step, c, parts, screen, draft, { again: c.req.query('again'), status: 200 })
}

/** A step as a page. What is wrong is told where the address asks for it: on a first visit nothing is. */
async function stepAnswer(
  step: Step,
  c: Context,
  parts: ApplyingParts,
  screen: ApplyScreen,
  draft: Draft,
  { again, status }: { readonly again: string | undefined; readonly status: 200 | 422 },
): Promise<Response> {
  const state: StepState = {
    problems: again === undefined ? [] : problemsOf(draft).filter((one) => one.step === step),
    complaints: again === 'robot' ? [screen.words.robotFailed] : again === undefined ? [] : draft.complaints,
  }
  const { words, agency } = screen
  const similar = () => asPortal(parts, screen, (trx) => suggestSimilar(trx, agency.id, draft.content))
  const content = async () => {
    switch (step) {
      case 'who':
        return whoPage(screen, draft, state)
      case 'what':
        return whatPage(screen, draft, await similar(), state)
      case 'how':
        return howPage(screen, draft, state)
      case 'check': {
        const secret = await asPortal(parts, screen, async (trx) => challengeSecret(trx))
        const challenge = JSON.stringify(await newChallenge(secret))
        const proof = { challenge, question: newQuestion(secret) }
        return checkPage(screen, draft, await similar(), proof, { ...state, problems: problemsOf(draft) })
      }
    }
  }
  return answerPage(c, wholePage(screen, words[`${step}Title`], await content()), status)
}

/** Keeps what was filled in, whatever is wrong with it, and goes on where nothing is. */
export async function postStep(
  step: Exclude<Step, 'check'>,
  c: Context,
  parts: ApplyingParts,
  screen: ApplyScreen,
): Promise<Response> {
  const { agency } = screen
  const secret = heldSecret(c, 'draft', agency.id)
  if (secret === null) return await sayNoDraft(c, parts, screen)
  const form = await postedForm(c)
  const wish = textOf(form, 'do')
  const fill = { who: withWho, what: withWhat, how: withHow }[step]
  const held = await heldDraft(c, parts, screen)
  if (!held) return await sayNoDraft(c, parts, screen)
  const typed = fill({ ...held, complaints: [] }, form)
  // This system may not hold a secret, not even in a draft: it is shown back, and nothing is kept.
  if (hasSecret(typed)) return await stepAnswer(step, c, parts, screen, typed, { again: '1', status: 422 })
  const { added, complaints } =
    step === 'who' ? await takeFiles(c, parts, screen, secret, form) : { added: [], complaints: [] }
  const draft = await asPortal(parts, screen, async (trx) => {
    const stored = await readDraft(trx, agency.id, secret, { for: 'change' })
    if (!stored) return null
    const filled = fill(asDraft(stored), form)
    const files = [...filled.files]
    for (const { bytes, ...file } of added) {
      if (files.length >= mostFiles) break
      files.push({ ...file, bytes: bytes.length, id: await addDraftFile(trx, agency.id, secret, bytes) })
    }
    const dropped = files.find(({ id }) => wish === `drop-${id}`)
    if (dropped) await removeDraftFile(trx, agency.id, secret, dropped.id)
    const next: Draft = {
      ...filled,
      files: files.filter((file) => file !== dropped),
      people: peopleAfter(filled, wish),
      complaints,
    }
    await writeDraft(trx, agency.id, secret, next)
    return next
  })
  if (!draft) return await sayNoDraft(c, parts, screen)
  const problems = wish === 'next' || wish === '' ? problemsOf(draft).filter((one) => one.step === step) : []
  // Back to the page itself, never an answer to a post: going back and reloading send nothing twice.
  if (problems.length > 0 || complaints.length > 0) return c.redirect(`${screen.to(`apply/${step}/`)}?again=1`, 303)
  const next = wish === 'next' || wish === '' ? steps[steps.indexOf(step) + 1] : step
  return c.redirect(screen.to(`apply/${next}/`), 303)
}

function hasSecret({ people, agent, content }: Draft): boolean {
  const texts = [content, ...[...people, ...(agent ? [agent] : [])].flatMap((person) => Object.values(person))]
  return texts.some(hasSecrecyMarking)
}

function peopleAfter({ people }: Draft, wish: string): Draft['people'] {
  if (wish === 'add' && people.length < mostPeople) return [...people, blankPerson]
  const at = /^remove-(\d{1,2})$/.exec(wish)?.[1]
  return at !== undefined && people.length > 1 ? people.filter((_, place) => place !== Number(at) - 1) : people
}

type TakenFile = Omit<DraftFile, 'id' | 'bytes'> & { readonly bytes: Uint8Array }

/** Opens, marks and makes anew each file that came along. What was wrong with one is told by what it should have been. */
async function takeFiles(
  c: Context,
  parts: ApplyingParts,
  screen: ApplyScreen,
  secret: string,
  form: FormData,
): Promise<{ readonly added: readonly TakenFile[]; readonly complaints: readonly string[] }> {
  const { words, view, agency } = screen
  const given = filePurposes.flatMap((purpose) =>
    form.getAll(purpose).flatMap((file) => (file instanceof File && file.size > 0 ? [{ purpose, file }] : [])),
  )
  if (given.length === 0) return { added: [], complaints: [] }
  // Opening pictures is work: only for who holds a draft, and not without end.
  const stored = await asPortal(parts, screen, (trx) => readDraft(trx, agency.id, secret, { for: 'reading' }))
  if (!stored) return { added: [], complaints: [] }
  if (!(await mayDo(c, parts, 'upload', { address: 60, prefix: 400, seconds: 3600 })))
    return { added: [], complaints: [words.tooMany] }
  const room = Math.max(0, mostFiles - asDraft(stored).files.length)
  const complaints: string[] = given.length > room ? [words.tooManyFiles(mostFiles)] : []
  const added: TakenFile[] = []
  for (const { purpose, file } of given.slice(0, room)) {
    try {
      const { bytes, mediaType, extension } = await markProof(new Uint8Array(await file.arrayBuffer()))
      added.push({ purpose, mediaType, extension, bytes })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      complaints.push(words.fileFailed(words.files[purpose], error.words(view.language)))
    }
  }
  return { added, complaints }
}

export async function discardDraft(c: Context, parts: ApplyingParts, screen: ApplyScreen): Promise<Response> {
  const { agency } = screen
  const secret = heldSecret(c, 'draft', agency.id)
  if (secret !== null) await asPortal(parts, screen, (trx) => eraseDraft(trx, agency.id, secret))
  holdSecret(c, parts, 'draft', agency.id, null)
  return c.redirect(`${screen.to('apply/')}?done=discarded`, 303)
}

/** Published items like what is being typed, as a part for the script to show. Posted, so that no address and no log has it. */
export async function similarWhileTyping(c: Context, parts: ApplyingParts, screen: ApplyScreen): Promise<Response> {
  if (!(await mayDo(c, parts, 'similar', { address: 600, prefix: 3000, seconds: 3600 }))) return c.body(null, 429)
  const text = textOf(await postedForm(c), 'content', 2000)
  const found = await asPortal(parts, screen, (trx) => suggestSimilar(trx, screen.agency.id, text))
  return answerPage(c, String(html`${similarPart(screen, found)}`))
}

export async function sayNoDraft(c: Context, parts: ApplyingParts, screen: ApplyScreen): Promise<Response> {
  const { words } = screen
  const content = html`<h1>${words.beginTitle}</h1><p>${words.noDraft}</p><p class="apply-ways"><a class="button button-main" href="${screen.to('apply/')}">${words.beginTitle}</a><a class="button button-quiet" href="${screen.to('follow/')}">${words.followTitle}</a></p>`
  // A draft that is there after all was only asked for at the wrong address.
  if (await heldDraft(c, parts, screen)) return c.redirect(screen.to('apply/check/'), 303)
  return answerPage(c, wholePage(screen, words.beginTitle, content))
}
