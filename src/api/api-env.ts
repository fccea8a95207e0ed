import type { Log } from '../operation/log.ts'
import type { Language } from '../refusals/refusal.ts'
import type { Day } from '../statute/day.ts'
import type { ApiCaller } from '../storage/api-tokens.ts'
import type { Storage } from '../storage/storage.ts'

/** What the interface is made of. `basePath` begins and ends with a slash. */
export type ApiParts = {
  readonly storage: Storage
  readonly basePath: string
  readonly today: () => Day
  /** What an operator is told; never what was posted. */
  readonly log: Log
}

/** What a route finds beside the HTTP request: who calls, in which language to answer. */
export type ApiEnv = { Variables: { caller: ApiCaller; language: Language; requestId: string } }
