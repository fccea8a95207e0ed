import { Refusal } from '../../refusals/refusal.ts'
import { yearOf } from '../../statute/day.ts'
import { sealedRows } from '../applicants.ts'
import { errorCode } from '../error-code.ts'
import { type KeptAnswer, type KeyedPost, keepAnswerText } from '../idempotency-keys.ts'
import type { InstallationKey } from '../secrets/installation-key.ts'
import type { Acting, Storage } from '../storage.ts'
import { CommitUnknown, type Part } from '../transaction/transact-together.ts'
import type { Acted, ActingFor } from './act-on-request.ts'
import { ActRefused } from './act-refused.ts'
import {
  type PreparedRegistration,
  prepareRegistration,
  type Registration,
  registeredEntry,
} from './register-request.ts'
import { toStored } from './stored-event.ts'

/** A registration that may be stored together with others, and how it is answered. */
export type DeskRegistration = {
  /** One agency. */
  readonly who: Acting
  readonly agencyId: number
  readonly registration: Registration
  readonly acting: ActingFor
  /** The answer is kept by its key, where it has one. */
  readonly post: KeyedPost | null
  readonly present: (acted: Acted) => KeptAnswer
}

/** Gives the answer once it is stored; null where the registration has to be done alone, and nothing of it is stored. */
export type RegistrationDesk = (one: DeskRegistration) => Promise<KeptAnswer | null>

type Waiting = DeskRegistration & {
  readonly prepared: PreparedRegistration
  readonly done: (answer: KeptAnswer | null) => void
  readonly failed: (error: unknown) => void
}

const mostTogether = 64

/** How long all are done alone after a transaction was held up: another one may go on holding its lock. */
const apartMs = 5_000

/** While the database stores one group the program makes the next: more than two only makes groups smaller. */
const mostUnderWay = 2

/**
 * Stores registrations that wait at the same moment in one transaction, each as who it is for: while transactions are under way the next
 * ones gather, those of an agency behind its own. Where one cannot be stored none is, and each is left to be done alone, which finds the
 * one it was.
 */
export function registrationDesk(storage: Storage): RegistrationDesk {
  let waiting: readonly Waiting[] = []
  const underWay: ReadonlySet<number>[] = []
  let apartUntil = 0
  const serve = async () => {
    const free = waiting.filter(({ agencyId }) => !underWay.some((agencies) => agencies.has(agencyId)))
    if (underWay.length >= mostUnderWay || free.length === 0) return
    const group = free.slice(0, mostTogether)
    waiting = waiting.filter((one) => !group.includes(one))
    const agencies = new Set(group.map(({ agencyId }) => agencyId))
    underWay.push(agencies)
    const held = await storeGroup(storage, group)
    underWay.splice(underWay.indexOf(agencies), 1)
    if (held) apartUntil = performance.now() + apartMs
    void serve()
  }
  return async (one) => {
    if (one.registration.number !== null || performance.now() < apartUntil) return null
    const prepared = prepare(one)
    if (prepared === null || prepared.files.length > 0) return null
    return await new Promise((done, failed) => {
      waiting = [...waiting, { ...one, prepared, done, failed }]
      void serve()
    })
  }
}

/** Null for one that is turned down: done alone it is answered as the first time, if it comes twice, or with the reason. */
function prepare({ registration, acting, who }: DeskRegistration): PreparedRegistration | null {
  try {
    return prepareRegistration(registration, acting, who.actor)
  } catch (error) {
    if (error instanceof ActRefused || error instanceof Refusal) return null
    throw error
  }
}

/** Answers the group. Gives true where the transaction was held up or the connection cannot keep what it prepared. */
async function storeGroup(storage: Storage, group: readonly Waiting[]): Promise<boolean> {
  const answers = new Map<Waiting, KeptAnswer>()
  try {
    await storage.transactTogether((key) => partsOf(key, group, answers))
  } catch (error) {
    for (const one of group) {
      // One that may be stored is not stored again, unless its key tells.
      if (error instanceof CommitUnknown && one.post === null) one.failed(error)
      else one.done(null)
    }
    return ['55P03', '40P01', '26000', '42P05'].includes(errorCode(error) ?? '')
  }
  for (const one of group) one.done(answers.get(one) ?? null)
  return false
}

/** A part for those of one agency and one actor. */
function partsOf(key: InstallationKey, group: readonly Waiting[], answers: Map<Waiting, KeptAnswer>): readonly Part[] {
  const desks = Map.groupBy(group, ({ who, agencyId }) => JSON.stringify([agencyId, who]))
  return [...desks.values()].map((some) => {
    const [{ who, agencyId, prepared }] = some as [Waiting, ...Waiting[]]
    const given = some.map(({ registration, prepared: { event, people, row } }) => {
      const stored = JSON.parse(toStored(event)) as unknown
      return { year: yearOf(registration.on), people: sealedRows(key, agencyId, people), row, event: stored }
    })
    return {
      who,
      statement: storeAll(Object.keys(prepared.row)),
      types: ['integer', 'jsonb'],
      values: [agencyId, JSON.stringify(given)],
      finish(rows) {
        const stored = rows as readonly { readonly number: string; readonly stored: boolean }[]
        const last: string[] = []
        const audit = some.map((one, at) => {
          const row = stored[at]
          // The number is in use by a case that was imported.
          if (!row?.stored) throw new Error('not all registrations were stored')
          const { request, event } = one.prepared
          const answer = one.present({ number: row.number, version: 1, request, events: [event] })
          answers.set(one, answer)
          if (one.post) last.push(keepAnswerText(one.post, answer))
          return registeredEntry(agencyId, row.number, one.prepared)
        })
        return { last, audit }
      },
    }
  })
}

/** As for one registration: applicants, the numbers of the year, listing rows and first events in one statement. */
function storeAll(columns: readonly string[]): string {
  return `with given as materialized (
      select value, place, (value ->> 'year')::integer as year, count(*) over (partition by value ->> 'year') as size,
        row_number() over (partition by value ->> 'year' order by place) as nth
      from jsonb_array_elements($2) with ordinality as g (value, place)),
    people as (insert into applicant
        (agency_id, reference, algorithm, key_id, wrapped_key, sealed, lookup_algorithm, name_lookup, document_lookup)
      select $1, p.reference, p.algorithm, p.key_id, p.wrapped_key, p.sealed, p.lookup_algorithm, p.name_lookup,
        p.document_lookup
      from given, jsonb_populate_recordset(null::applicant, value -> 'people') p),
    counted as (insert into request_counter as counter (agency_id, year, last)
      select $1, year, count(*) from given group by year order by year
      on conflict (agency_id, year) do update set last = counter.last + excluded.last returning year, last),
    numbered as (select place, value,
        year || '-' || lpad((last - size + nth)::text, greatest(4, length((last - size + nth)::text)), '0') as number
      from given join counted using (year)),
    listed as (insert into request (agency_id, number, ${columns.join(', ')})
      select $1, n.number, ${columns.map((name) => `r.${name}`).join(', ')}
      from numbered n, jsonb_populate_record(null::request, value -> 'row') r on conflict do nothing returning number),
    recorded as (insert into request_event (agency_id, number, version, event)
      select $1, number, 1, value -> 'event' from numbered where number in (select number from listed))
    select number, number in (select number from listed) as stored from numbered order by place`
}
