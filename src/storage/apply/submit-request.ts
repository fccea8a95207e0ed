import { sql } from 'kysely'
import type { Day } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import { storeFile } from '../files/stored-files.ts'
import type { ActingFor } from '../requests/act-on-request.ts'
import { type Registration, registerRequest } from '../requests/register-request.ts'
import type { Trx } from '../storage.ts'
import { portalDigest } from './portal-digests.ts'
import { queryCodeDigest, queryCodeOf } from './query-code.ts'
import { eraseDraft } from './request-drafts.ts'

/** A file that goes with a request, on its way in. */
export type NewFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }

/** What was sent on the portal. `secret` is that of the draft, `submission` that of the form, which is one request however often it comes. */
export type Submission = Pick<Registration, 'applicantKind' | 'wanted' | 'applicants' | 'content'> & {
  readonly on: Day
  /** `2026-03-02T23:59:58+08:00`: the moment the system confirms. */
  readonly at: string
  readonly secret: string
  readonly submission: string
  readonly agent: { readonly identity: Registration['applicants'][number]; readonly powerOfAttorney: NewFile } | null
  readonly proofs: readonly NewFile[]
  /** The form as it was sent. */
  readonly form: NewFile
  /** Digest of the notice on personal information that was agreed to. */
  readonly notice: string
}

/** A request as the portal knows it. */
export type PortalRequest = {
  readonly number: string
  readonly submittedAt: string
  /** Digest of the form as it was sent. */
  readonly form: string
  readonly notice: string
}

/** `code` is null once another one was given out in its place. */
export type Submitted = PortalRequest & { readonly code: string | null }

/** The request that a form has become; null while it was not sent. */
export async function submittedAs(trx: Trx, agencyId: number, submission: string): Promise<Submitted | null> {
  const { rows } = await sql<PortalRequest & { replaced: boolean }>`select ${portalRequestColumns}, exists (
      select from portal_code c where c.agency_id = portal_request.agency_id and c.number = portal_request.number
    ) as replaced from portal_request
    where agency_id = ${agencyId} and submission = ${portalDigest(trx, 'submission', submission)}`.execute(trx)
  const [found] = rows
  if (!found) return null
  const { replaced, ...sent } = found
  return { ...sent, code: replaced ? null : queryCodeOf(trx, submission) }
}

/**
 * Registers what was sent: received on this day, whoever looks at it when (条例31(3)). The draft is gone with the commit. The
 * caller holds the draft locked, and has asked `submittedAs` before.
 */
export async function submitRequest(
  trx: Trx,
  agencyId: number,
  sent: Submission,
  acting: ActingFor,
): Promise<Submitted> {
  const store = async (file: NewFile) => (await storeFile(trx, agencyId, file)).digest
  const form = await store(sent.form)
  const proofs: string[] = []
  for (const proof of sent.proofs) proofs.push(await store(proof))
  const { applicantKind, wanted, applicants, content, on } = sent
  const agent = sent.agent && {
    identity: sent.agent.identity,
    powerOfAttorney: await store(sent.agent.powerOfAttorney),
  }
  const { number } = await registerRequest(
    trx,
    agencyId,
    {
      ...{ on, channel: 'portal', applicantKind, wanted, applicants, content, agent, proofs },
      number: null,
      scan: form,
    },
    acting,
  )
  const code = queryCodeOf(trx, sent.submission)
  await sql`insert into portal_request (agency_id, number, submission, code_digest, submitted_at, form, notice)
    values (${agencyId}, ${number}, ${portalDigest(trx, 'submission', sent.submission)},
      ${queryCodeDigest(trx, agencyId, number, code)}, ${sent.at}::timestamptz, ${form}, ${sent.notice})`.execute(trx)
  await eraseDraft(trx, agencyId, sent.secret)
  const after = { submittedAt: sent.at, form, notice: sent.notice }
  await appendAudit(trx, { agencyId, action: 'request.sentOnPortal', subject: number, after })
  return { number, submittedAt: sent.at, form, notice: sent.notice, code }
}

export const portalRequestColumns = sql`number, form, notice,
  to_char(submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as "submittedAt"`
