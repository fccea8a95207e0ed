import type { Context } from 'hono'
import { countUses, forgiveUses, type UseLimit } from '../../../storage/apply/portal-use.ts'
import { beginVisit, endVisit, isQueryCode } from '../../../storage/apply/portal-visits.ts'
import type { AddRoute, Handler } from '../add-applying-routes.ts'
import { answerFile, answerPage, heldSecret, holdSecret, postedForm } from '../answer-page.ts'
import { type ApplyScreen, wholePage } from '../apply-screen.ts'
import { clientAddress } from '../client-address.ts'
import { textOf } from '../draft.ts'
import { asPortal } from '../draft-steps.ts'
import { keepReceipt } from '../keep-receipt.ts'
import { casePage, followPage } from './case-page.ts'
import { datesCalendar } from './dates-calendar.ts'
import { evidencePack } from './evidence-pack.ts'
import { openLetter, receiveCorrection, withdrawRequest } from './follow-acts.ts'
import { type Followed, readFollowed } from './read-followed.ts'

/** The addresses of following: number and code are posted, never part of an address. */
export function addFollowRoutes({ get, post }: { readonly get: AddRoute; readonly post: AddRoute }): void {
  get('follow/', async (c, _, screen) => showFollow(c, screen, null, 200))
  post('follow/', signIn)
  post('follow/leave/', async (c, parts, screen) => {
    const secret = heldSecret(c, 'visit', screen.agency.id)
    if (secret !== null) await asPortal(parts, screen, (trx) => endVisit(trx, screen.agency.id, secret))
    holdSecret(c, parts, 'visit', screen.agency.id, null)
    return c.redirect(screen.to('follow/'), 303)
  })
  get(
    'follow/case/',
    visiting(async (c, _, screen, followed) => showCase(c, screen, followed, null)),
  )
  post('follow/case/open/', visiting(openLetter))
  post('follow/case/correct/', visiting(receiveCorrection))
  post('follow/case/withdraw/', visiting(withdrawRequest))
  post(
    'follow/case/receipt/',
    visiting(async (c, parts, screen, followed) => {
      const kept = () => followed.letters.find(({ kind }) => kind === 'receipt')
      if (!kept()) await keepReceipt(parts, screen, followed.sent.number, followed.today)
      const again = kept() ? followed : await readFollowed(c, parts, screen)
      const receipt = again?.letters.find(({ kind }) => kind === 'receipt')
      return again && receipt
        ? await openLetter(c, parts, screen, again, receipt.file)
        : c.redirect(screen.to('follow/case/'), 303)
    }),
  )
  post(
    'follow/case/evidence/',
    visiting(async (c, parts, screen, followed) => {
      const content = await evidencePack(parts, screen, followed)
      return answerFile(c, {
        name: `${followed.sent.number}-${screen.words.evidenceName}.zip`,
        mediaType: 'application/zip',
        content,
      })
    }),
  )
  post(
    'follow/case/dates/',
    visiting(async (c, _, screen, followed) =>
      answerFile(c, {
        name: `${followed.sent.number}.ics`,
        mediaType: 'text/calendar; charset=utf-8',
        content: new TextEncoder().encode(datesCalendar(screen, followed)),
      }),
    ),
  )
  // Reloading after a post, or an address out of the history: back to the case.
  for (const place of ['open', 'correct', 'withdraw', 'receipt', 'evidence', 'dates'])
    get(`follow/case/${place}/`, async (c, _, screen) => c.redirect(screen.to('follow/case/'), 303))
}

type Visiting = (...all: [...Parameters<Handler>, Followed]) => Promise<Response>

/** Does something with the request that this browser visits; whoever visits none is asked for number and code. */
function visiting(work: Visiting): Handler {
  return async (c, parts, screen) => {
    const followed = await readFollowed(c, parts, screen)
    if (followed) return await work(c, parts, screen, followed)
    return showFollow(c, screen, null, 403, screen.words.followOver)
  }
}

function showFollow(
  c: Context,
  screen: ApplyScreen,
  complaint: string | null,
  status: 200 | 403 | 422 | 429,
  note: string | null = null,
  number = '',
): Response {
  const { words } = screen
  return answerPage(
    c,
    wholePage(screen, words.followTitle, followPage(screen, { number, complaint, locked: status === 429, note })),
    status,
  )
}

/** The case as a page; what was just done is told once more where the address says so. */
export function showCase(c: Context, screen: ApplyScreen, followed: Followed, complaint: string | null): Response {
  const { words } = screen
  const done = { corrected: words.correctDone, withdrawn: words.withdrawDone }[c.req.query('done') ?? ''] ?? null
  const page = casePage(screen, followed, { complaint, done: complaint === null ? done : null })
  return answerPage(c, wholePage(screen, words.caseTitle(followed.sent.number), page), complaint === null ? 200 : 422)
}

/**
 * Number and code. Each try is counted before anything is looked up, for the number and for the neighbourhood that it comes from,
 * whether there is such a number or not; a right one is taken back. Nothing in the answer tells which of the two was wrong.
 */
const signIn: Handler = async (c, parts, screen) => {
  const { agency, words } = screen
  const form = await postedForm(c)
  const number = textOf(form, 'number', 64).normalize('NFKC')
  const code = textOf(form, 'code', 40)
  const { prefix } = clientAddress(c, parts.trustedProxies)
  const seconds = 3600
  const limits: readonly UseLimit[] = [
    { kind: 'look', who: `${agency.id}\n${number}\n${prefix}`, most: 6, seconds },
    { kind: 'look at number', who: `${agency.id}\n${number}`, most: 40, seconds },
    { kind: 'look from', who: prefix, most: 60, seconds },
  ]
  const nobody = { agencies: [], actor: 'portal' } as const
  const within = await parts.storage.transact(nobody, (trx) => countUses(trx, limits))
  if (!within) return showFollow(c, screen, words.followLocked, 429, null, number)
  const right = await asPortal(parts, screen, (trx) => isQueryCode(trx, agency.id, number, code))
  if (!right) return showFollow(c, screen, words.followWrong, 422, null, number)
  await parts.storage.transact(nobody, (trx) => forgiveUses(trx, limits))
  const visit = await asPortal(parts, screen, (trx) => beginVisit(trx, agency.id, number))
  holdSecret(c, parts, 'visit', agency.id, visit)
  return c.redirect(screen.to('follow/case/'), 303)
}
