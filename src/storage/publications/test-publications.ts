import { officeRoles } from '../../office/role.ts'
import { filesInBody, type ItemBody } from '../../publications/item-body.ts'
import type { ItemMetadata } from '../../publications/item-metadata.ts'
import { sampleMetadata } from '../../publications/sample-publications.ts'
import { type Day, day } from '../../statute/day.ts'
import { type Agency, addAgency } from '../agencies.ts'
import { readFileOf } from '../files/stored-files.ts'
import type { Storage, Trx } from '../storage.ts'
import { keepPreparedFile, unpreparedFiles } from './publication-files.ts'
import {
  actOnPublication,
  type PublicationAct,
  type PublicationActed,
  proposePublication,
} from './write-publication.ts'

export const testToday: Day = day('2026-11-20')

/** An agency for tests, under a code of its own. */
export function testAgency(storage: Storage, code: string, change: Partial<Agency> = {}): Promise<Agency> {
  const agency = { code, name: `${code}局`, level: 'county', kind: 'department', ...change } as const
  return addAgency(storage, 'test', { ...agency, parentCode: null })
}

export type TestItem = {
  readonly metadata?: Partial<ItemMetadata>
  readonly body?: ItemBody | null
  readonly attachments?: readonly { readonly file: string; readonly name: string }[]
}

/** An act by somebody on an item, as the command line does it. */
export function actAs(
  storage: Storage,
  agency: Agency,
  actor: string,
  number: string,
  command: PublicationAct['command'],
): Promise<PublicationActed> {
  return storage.transact({ agencies: [agency.id], actor }, (trx) =>
    actOnPublication(trx, agency.id, { number, command, seen: null }, { today: testToday, roles: officeRoles }),
  )
}

/** Takes stored files for ready as they are. */
async function asPrepared(trx: Trx, agency: Agency, files: readonly string[]): Promise<void> {
  for (const file of await unpreparedFiles(trx, agency.id, files)) {
    const { content, mediaType } = await readFileOf(trx, agency.id, file)
    const kind = (['pdf', 'png', 'jpeg', 'gif', 'webp'] as const).find((one) => mediaType.endsWith(one)) ?? 'csv'
    await keepPreparedFile(trx, agency.id, {
      ...{ original: file, kind, mediaType, content, words: '', warnings: [], personal: [] },
    })
  }
}

/** An item that a clerk drafted. */
export async function proposeItem(
  storage: Storage,
  agency: Agency,
  { metadata = {}, body = [{ type: 'paragraph', runs: [{ text: '正文' }] }], attachments = [] }: TestItem = {},
): Promise<PublicationActed> {
  await storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
    asPrepared(trx, agency, [...attachments.map(({ file }) => file), ...(body === null ? [] : filesInBody(body))]),
  )
  return await storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
    proposePublication(
      trx,
      agency.id,
      {
        on: day('2026-11-18'),
        unit: '综合科',
        formedOn: day('2026-11-18'),
        proposal: { attribute: 'proactive' },
        content: { metadata: { ...sampleMetadata, ...metadata }, body, attachments },
      },
      { today: testToday, roles: officeRoles },
    ),
  )
}

/** Reviews a drafted item by a second person, and publishes it. */
export async function reviewAndPublish(storage: Storage, agency: Agency, number: string): Promise<PublicationActed> {
  const on = day('2026-11-19')
  const approval = { medium: 'onScreen' } as const
  await actAs(storage, agency, 'clerk', number, { type: 'submit', on })
  const reviewed = { type: 'reviewSecrecy', on, basis: '不涉及', result: 'public', referredTo: null, approval } as const
  await actAs(storage, agency, 'leader', number, reviewed)
  await actAs(storage, agency, 'leader', number, { type: 'passStage', on, remarks: null, approval })
  return await actAs(storage, agency, 'clerk', number, { type: 'publish', on })
}

/** A published item. */
export async function publishItem(storage: Storage, agency: Agency, item: TestItem = {}): Promise<PublicationActed> {
  const { number } = await proposeItem(storage, agency, item)
  return await reviewAndPublish(storage, agency, number)
}
