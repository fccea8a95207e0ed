import type { Context } from 'hono'
import { Refusal } from '../../../refusals/refusal.ts'
import { issueQueryCode, mailOfSame, type ToldOfSelf } from '../../../storage/apply/new-query-code.ts'
import { countUses, type UseLimit } from '../../../storage/apply/portal-use.ts'
import { newQueryCode } from '../../../storage/apply/query-code.ts'
import { html } from '../../html.ts'
import type { AddRoute, Handler } from '../add-applying-routes.ts'
import { answerPage, postedForm } from '../answer-page.ts'
import { type ApplyingParts, type ApplyScreen, type CodeMail, wholePage } from '../apply-screen.ts'
import { clientAddress } from '../client-address.ts'
import { textOf } from '../draft.ts'
import { asPortal } from '../draft-steps.ts'
import { type LostState, lostPage } from '../pages/lost-page.ts'

/** The addresses for whoever has lost the query code. */
export function addLostCodeRoutes({ get, post }: { readonly get: AddRoute; readonly post: AddRoute }): void {
  get('follow/lost/', async (c, parts, screen) =>
    showLost(c, parts, screen, { done: c.req.query('done') !== undefined, complaint: null, locked: false }),
  )
  post('follow/lost/', askForCode)
}

type State = Omit<LostState, 'byMail'>

function showLost(c: Context, { sendMail }: ApplyingParts, screen: ApplyScreen, state: State): Response {
  const page = lostPage(screen, { ...state, byMail: sendMail !== null })
  const status = state.locked ? 429 : state.complaint === null ? 200 : 422
  return answerPage(c, wholePage(screen, screen.words.lostTitle, page), status)
}

/**
 * The answer is the same whatever was told, and is out before anything is looked up: neither its words nor its time say whether there
 * is such a request, whose it is, or whether a mail goes out.
 */
const askForCode: Handler = async (c, parts, screen) => {
  const { agency, words } = screen
  if (parts.sendMail === null) return showLost(c, parts, screen, { done: false, complaint: null, locked: false })
  const form = await postedForm(c)
  const told: ToldOfSelf = {
    number: textOf(form, 'number', 64).normalize('NFKC'),
    document: textOf(form, 'document', 64),
    contact: textOf(form, 'contact', 200),
  }
  const blank = Object.entries(told).find(([, value]) => value === '')?.[0]
  if (blank !== undefined) {
    const complaint = words.lostMissing
    return showLost(c, parts, screen, { done: false, complaint, locked: false, number: told.number, blank })
  }
  const { prefix } = clientAddress(c, parts.trustedProxies)
  const day = 24 * 3600
  const limits: readonly UseLimit[] = [
    { kind: 'lost', who: `${agency.id}\n${told.number}\n${prefix}`, most: 3, seconds: day },
    { kind: 'lost number', who: `${agency.id}\n${told.number}`, most: 6, seconds: day },
    { kind: 'lost from', who: prefix, most: 20, seconds: day },
  ]
  const within = await parts.storage.transact({ agencies: [], actor: 'portal' }, (trx) => countUses(trx, limits))
  if (!within) return showLost(c, parts, screen, { done: false, complaint: words.lostLocked, locked: true })
  parts.behind(sendCode(parts, screen, parts.sendMail, told))
  return c.redirect(`${screen.to('follow/lost/')}?done=1`, 303)
}

/** Sends a new code where what was told is right. The old one holds until the new one is on its way. */
async function sendCode(
  parts: ApplyingParts,
  screen: ApplyScreen,
  send: (mail: CodeMail) => Promise<void>,
  told: ToldOfSelf,
): Promise<void> {
  const { agency } = screen
  try {
    const to = await asPortal(parts, screen, (trx) => mailOfSame(trx, agency.id, told))
    if (to === null) return
    const code = newQueryCode()
    await send(codeMail(parts, screen, to, code))
    await asPortal(parts, screen, (trx) => issueQueryCode(trx, agency.id, told.number, code, { by: 'mail' }))
    parts.log({ event: 'looked', job: 'query code', due: 0 })
  } catch (error) {
    // A request that was destroyed is none that anybody can follow.
    if (!(error instanceof Refusal)) parts.log({ event: 'failed', job: 'query code', error })
  }
}

function codeMail(
  { settings }: ApplyingParts,
  { words, agency, to: href }: ApplyScreen,
  to: string,
  code: string,
): CodeMail {
  const link = settings?.address ? [`${words.lostMailLink}${settings.address}${href('follow/')}`] : []
  const lines = [...words.lostMail(code), ...link, words.lostMailNotYou(agency.name), agency.name]
  return {
    to,
    subject: words.lostSubject,
    text: `${lines.join('\n\n')}\n`,
    html: String(html`<!doctype html><meta charset="utf-8">${lines.map((line) => html`<p>${line}</p>`)}`),
  }
}
