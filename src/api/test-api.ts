import { officeRoles } from '../office/role.ts'
import { logInto } from '../operation/test-log.ts'
import { day } from '../statute/day.ts'
import { addAgency, findAgencyByCode } from '../storage/agencies.ts'
import { type ApiScope, addApiToken } from '../storage/api-tokens.ts'
import type { Storage } from '../storage/storage.ts'
import { makeApi } from './make-api.ts'

type Init = { readonly token: string; readonly headers?: Record<string, string>; readonly body?: unknown }

/** The interface in a test, called as a program calls it; `logged` is what an operator would read. */
export async function makeTestApi(storage: Storage, today: string) {
  const logged: string[] = []
  const api = await makeApi({ storage, basePath: '/', today: () => day(today), log: logInto(logged) })
  return {
    logged,
    /** A token of an agency, which is made where it is new. */
    async token(code: string, name: string, scopes: readonly ApiScope[]): Promise<string> {
      const rank = { level: 'county', kind: 'department', parentCode: null } as const
      const agency =
        (await findAgencyByCode(storage, code)) ?? (await addAgency(storage, 'test', { ...rank, code, name: code }))
      return await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
        addApiToken(trx, agency, { name, scopes, roles: officeRoles }),
      )
    },
    async call(path: string, { token, headers = {}, body }: Init) {
      const answer = await api.request(`/api${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const json = (await answer.json()) as Record<string, unknown>
      return { status: answer.status, headers: answer.headers, json }
    },
  }
}
