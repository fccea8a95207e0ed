import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { renderForm } from '../../documents/write/form/render-form.ts'
import { dayOfInstant } from '../../publications/instant.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { ApplicantIdentity, IdentityDocument } from '../../requests/applicant-identity.ts'
import { evaluateClock } from '../../requests/clock/evaluate-clock.ts'
import { requestForm } from '../../requests/form/request-form.ts'
import { challengeSecret, isSecret } from '../../storage/apply/portal-digests.ts'
import { spendOnce } from '../../storage/apply/portal-use.ts'
import { beginVisit } from '../../storage/apply/portal-visits.ts'
import { readDraft, readDraftFile } from '../../storage/apply/request-drafts.ts'
import { type NewFile, type Submitted, submitRequest, submittedAs } from '../../storage/apply/submit-request.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import type { Trx } from '../../storage/storage.ts'
import { answerPage, heldSecret, holdSecret, postedForm } from './answer-page.ts'
import { type ApplyingParts, type ApplyScreen, wholePage } from './apply-screen.ts'
import { beijingInstant } from './beijing-instant.ts'
import { answeredChallenge, answeredQuestion, challengeSeconds } from './challenge.ts'
import { problemsOf } from './check-draft.ts'
import { asDraft, type Draft, type PersonFields, textOf } from './draft.ts'
import { asPortal, mayDo, sayNoDraft, sayTooMany } from './draft-steps.ts'
import { keepReceipt } from './keep-receipt.ts'
import { sentPage } from './pages/sent-page.ts'

/** Takes in a request. From here on it is received: on this day, whatever the hour, and however often the form comes. */
export async function sendRequest(c: Context, parts: ApplyingParts, screen: ApplyScreen): Promise<Response> {
  const { agency, words } = screen
  const form = await postedForm(c)
  const submission = textOf(form, 'submission')
  if (!isSecret(submission)) return await sayNoDraft(c, parts, screen)
  const already = async () => {
    const other = await asPortal(parts, screen, (trx) => submittedAs(trx, agency.id, submission))
    return other && (await sayReceived(c, parts, screen, other, words.already))
  }
  const before = await already()
  if (before) return before
  const secret = heldSecret(c, 'draft', agency.id)
  const read = secret === null ? null : await readWhole(parts, screen, secret)
  // Another answer to the same form may be faster, at any moment from here on: then the draft is gone.
  if (secret === null || read?.draft.submission !== submission)
    return (await already()) ?? (await sayNoDraft(c, parts, screen))
  const passed = await passesCheck(c, parts, form, submission)
  if (passed === 'too many') return sayTooMany(c, screen)
  if (passed === 'failed') return c.redirect(`${screen.to('apply/check/')}?again=robot`, 303)
  if (problemsOf(read.draft).length > 0) return c.redirect(screen.to('apply/check/'), 303)
  const at = beijingInstant(parts.now())
  const sent = await writtenForm(agency.name, read.draft, read.files, at)
  const done = await asPortal(parts, screen, (trx) => register(trx, agency.id, { secret, read, sent, at }))
  if (done === 'gone') return (await already()) ?? (await sayNoDraft(c, parts, screen))
  if (done === 'changed') return c.redirect(screen.to('apply/check/'), 303)
  // Nobody waits for it: what is received is received. It is made anew where it is asked for and not there.
  parts.behind(keepReceipt(parts, screen, done.number, dayOfInstant(at)))
  parts.log({ event: 'registered', procedure: 'request', by: 'portal' })
  return await sayReceived(c, parts, screen, done, null)
}

type Whole = { readonly draft: Draft; readonly files: ReadonlyMap<string, Buffer> }

function readWhole(parts: ApplyingParts, screen: ApplyScreen, secret: string): Promise<Whole | null> {
  const { agency } = screen
  return asPortal(parts, screen, async (trx) => {
    const stored = await readDraft(trx, agency.id, secret, { for: 'change' })
    if (!stored) return null
    const draft = asDraft(stored)
    const files = new Map<string, Buffer>()
    for (const { id } of draft.files) files.set(id, await readDraftFile(trx, agency.id, secret, id))
    return { draft, files }
  })
}

/** The work that a browser did, else the question; whoever answers the question may send less often. */
async function passesCheck(
  c: Context,
  parts: ApplyingParts,
  form: FormData,
  submission: string,
): Promise<'passed' | 'failed' | 'too many'> {
  const payload = textOf(form, 'altcha', 5000)
  const kind = payload === '' ? 'send by hand' : 'send'
  const most = payload === '' ? { address: 6, prefix: 30 } : { address: 30, prefix: 200 }
  if (!(await mayDo(c, parts, kind, { ...most, seconds: 3600 }))) return 'too many'
  return await parts.storage.transact({ agencies: [], actor: 'portal' }, async (trx) => {
    const secret = challengeSecret(trx)
    if (payload !== '') {
      const mark = await answeredChallenge(secret, payload)
      return mark && (await spendOnce(trx, mark, submission, challengeSeconds)) ? 'passed' : 'failed'
    }
    const answered = answeredQuestion(secret, textOf(form, 'question'), textOf(form, 'answer'))
    // A wrong answer spends the question too: nobody tries one number after the other.
    const holder = answered?.right ? submission : `wrong ${submission}`
    return answered && (await spendOnce(trx, answered.spend, holder, challengeSeconds)) && answered.right
      ? 'passed'
      : 'failed'
  })
}

async function register(
  trx: Trx,
  agencyId: number,
  { secret, read, sent, at }: { secret: string; read: Whole; sent: NewFile; at: ReturnType<typeof beijingInstant> },
): Promise<Submitted | 'gone' | 'changed'> {
  const stored = await readDraft(trx, agencyId, secret, { for: 'change' })
  if (!stored) return 'gone'
  const { draft, files } = read
  // What is registered is what the form says that was just written.
  if (JSON.stringify(stored) !== JSON.stringify(draft)) return 'changed'
  const { applicantKind, form, by, people, agent, content, submission, consent } = draft
  if (!applicantKind || !form || !by) return 'changed'
  const today = dayOfInstant(at)
  const proofs = filesOf(draft, files)
  const power = proofs.find(({ purpose }) => purpose === 'powerOfAttorney')
  return await submitRequest(
    trx,
    agencyId,
    {
      ...{ on: today, at, secret, submission, applicantKind, content, form: sent, notice: consent.notice },
      wanted: { form, by },
      applicants: people.map((one) => identityOf(one, applicantKind === 'naturalPerson')),
      agent: agent && power ? { identity: identityOf(agent, true), powerOfAttorney: power } : null,
      proofs: proofs.filter((one) => one !== power),
    },
    { today, calendar: await agencyCalendar(trx, agencyId), roles: ['clerk'] },
  )
}

const fileWords = { identity: '身份证明', agentIdentity: '代理人身份证明', powerOfAttorney: '授权委托书' } as const

/** Files under names that say what they are, and never whose. */
function filesOf(draft: Draft, files: ReadonlyMap<string, Buffer>) {
  return draft.files.map(({ id, purpose, mediaType, extension }, at) => ({
    purpose,
    name: `${fileWords[purpose]}${at + 1}.${extension}`,
    mediaType,
    content: files.get(id) ?? Buffer.alloc(0),
  }))
}

function identityOf(person: PersonFields, natural: boolean): ApplicantIdentity {
  const { name, documentKind, documentNumber, legalRepresentative, contactPerson, ...reach } = person
  const kind = natural ? (documentKind as IdentityDocument) : 'creditCode'
  const told = Object.fromEntries(Object.entries(reach).filter(([, value]) => value !== ''))
  return {
    name,
    document: { kind, number: documentNumber },
    ...told,
    ...(natural || legalRepresentative === '' ? {} : { legalRepresentative }),
    ...(natural || contactPerson === '' ? {} : { contactPerson }),
  }
}

/** The form as it is sent. A name with a character that no face at hand shows goes into a Word file, where nothing is lost. */
async function writtenForm(
  agency: string,
  draft: Draft,
  files: ReadonlyMap<string, Buffer>,
  at: ReturnType<typeof beijingInstant>,
): Promise<NewFile> {
  const { applicantKind, form, by, people, agent, content } = draft
  if (!applicantKind || !form || !by) throw new TypeError('a draft was sent that is not whole')
  const on = dayOfInstant(at)
  const paper = requestForm(agency, on, {
    ...{ applicantKind, content, wanted: { form, by }, sent: `${on} ${at.slice(11, 19)}（北京时间）` },
    applicants: people.map((one) => identityOf(one, applicantKind === 'naturalPerson')),
    agent: agent && identityOf(agent, true),
    enclosed: filesOf(draft, files).map(({ name, content: bytes }) => ({
      what: name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  })
  const name = '政府信息公开申请表'
  try {
    return { name: `${name}.pdf`, mediaType: 'application/pdf', content: await renderForm(paper, 'pdf') }
  } catch (error) {
    if (!(error instanceof Refusal && error.id === 'missing-glyph')) throw error
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    return { name: `${name}.docx`, mediaType, content: await renderForm(paper, 'docx') }
  }
}

/** The confirmation: number and code, what is in it for the applicant, and a visit that has begun already. */
async function sayReceived(
  c: Context,
  parts: ApplyingParts,
  screen: ApplyScreen,
  sent: Submitted,
  note: string | null,
): Promise<Response> {
  const { agency, words } = screen
  const { visit, calendar } = await asPortal(parts, screen, async (trx) => ({
    visit: await beginVisit(trx, agency.id, sent.number),
    calendar: await agencyCalendar(trx, agency.id),
  }))
  holdSecret(c, parts, 'visit', agency.id, visit)
  holdSecret(c, parts, 'draft', agency.id, null)
  const on = dayOfInstant(sent.submittedAt as ReturnType<typeof beijingInstant>)
  const clock = evaluateClock({ today: on, calendar, receipt: { channel: 'portal', on }, events: [] })
  return answerPage(c, wholePage(screen, words.sentTitle, sentPage(screen, sent, clock, note)))
}
