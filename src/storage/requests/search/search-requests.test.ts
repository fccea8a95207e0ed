import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { officeRoles } from '../../../office/role.ts'
import { sampleCommand } from '../../../requests/decide/sample-commands.ts'
import { nationalCalendar } from '../../../statute/calendar/national-calendar.ts'
import { addDays, day } from '../../../statute/day.ts'
import { addAgency } from '../../agencies.ts'
import type { Trx } from '../../storage.ts'
import { describeOnEachEngine } from '../../test-storage.ts'
import { actOnRequest, type RequestAct } from '../act-on-request.ts'
import { listRequests, type RequestFilter, type RequestOrder } from '../list-requests.ts'
import { registerRequest } from '../register-request.ts'
import { indexRequests } from './index-requests.ts'

const acting = { today: day('2026-11-20'), calendar: nationalCalendar, roles: officeRoles }
const rank = { level: 'county', kind: 'department', parentCode: null } as const

describeOnEachEngine((current) => {
  let agency = 0
  let other = 0
  before(async () => {
    agency = (await addAgency(current().storage, 'test', { ...rank, code: 'a', name: '甲局' })).id
    other = (await addAgency(current().storage, 'test', { ...rank, code: 'b', name: '乙局' })).id
  })
  const newAgency = async (code: string) =>
    (await addAgency(current().storage, 'test', { ...rank, code, name: `${code}局` })).id
  const as = <T>(work: (trx: Trx) => Promise<T>, of = agency) =>
    current().storage.transact({ agencies: [of], actor: 'clerk' }, work)
  const register = (content: string, on = '2026-03-02', of = agency) =>
    as(
      (trx) =>
        registerRequest(
          trx,
          of,
          {
            ...{ on: day(on), channel: 'portal', applicantKind: 'naturalPerson', number: null },
            ...{ applicants: [{ name: '甲某' }], agent: null, wanted: null, content },
          },
          acting,
        ),
      of,
    )
  const act = (number: string, type: RequestAct['command']['type'], on: string, content?: string, of = agency) =>
    as((trx) => {
      const command = sampleCommand(type, day(on)) as RequestAct['command']
      return actOnRequest(trx, of, { number, command, seen: null, ...(content !== undefined && { content }) }, acting)
    }, of)
  const correct = async (number: string, content: string, of = agency) => {
    await act(number, 'requestCorrection', '2026-03-04', undefined, of)
    await act(number, 'receiveCorrection', '2026-03-10', content, of)
  }
  const index = (of = agency) => indexRequests(current().storage, of, () => false, 1)
  const pages = async (filter: RequestFilter, order: RequestOrder = 'newest', limit = 50, of = agency) => {
    const numbers: string[] = []
    for (let after: string | null = null; ; ) {
      const page = await as((trx) => listRequests(trx, of, filter, order, { after, limit }), of)
      numbers.push(...page.requests.map(({ number }) => number))
      if (page.next === null) return numbers
      assert.equal(page.requests.length, limit)
      after = page.next
    }
  }
  const search = (words: string | readonly string[], of = agency) => pages({ words: [words].flat() }, 'newest', 50, of)
  /** Cases as the owner puts them there, many at once. */
  const fill = async (
    of: number,
    rows: readonly { number: string; on: string; content: string | null; due?: string }[],
  ) => {
    await current().admin.query(
      `insert into request (agency_id, number, channel, received_on, arrived_on, phase, applicant_kind, content, due_on)
      select $1, number, 'portal', "on", "on", case when due is null then 'closed' else 'handling' end, 'naturalPerson', content, due
      from jsonb_to_recordset($2) as given (number text, "on" date, content text, due date)`,
      [of, JSON.stringify(rows)],
    )
  }
  /** What a scan of all texts finds, in the order of the list. */
  const scan = async (of: number, words: readonly string[], order: RequestOrder = 'newest') => {
    const { rows } = await current().admin.query<{ number: string; content: string }>(
      `select number, content from request where agency_id = $1 and content is not null
      ${order === 'due' ? 'and due_on is not null order by due_on, number' : 'order by arrived_on desc, number desc'}`,
      [of],
    )
    const plain = (text: string) => text.normalize('NFKC').toLowerCase()
    return rows
      .filter(({ content }) => words.every((word) => plain(content).includes(plain(word))))
      .map((r) => r.number)
  }

  test('a case is found as soon as it is registered, before it is indexed and after', async () => {
    const { number } = await register('关于某某路雨水管网的验收文件')
    for (let indexed = 0; indexed < 2; indexed++) {
      assert.deepEqual(await search('雨水管网'), [number])
      assert.deepEqual(await search('水'), [number])
      assert.deepEqual(await search(['验收', '雨水']), [number])
      assert.deepEqual(await search(['验收', '雪水']), [])
      await index()
    }
    const { rows } = await current().admin.query('select from request_search_waiting')
    assert.equal(rows.length, 0)
  })

  test('width and case of letters do not matter', async () => {
    const { number } = await register('ＰＭ２.５监测数据，Ａ座，ｶﾞｽ，ΟΔΟΣ')
    for (let indexed = 0; indexed < 2; indexed++) {
      for (const word of [
        'pm2.5',
        'PM2.5监',
        'ｐｍ２．５',
        'a座',
        'Ａ座',
        '数据,',
        '数据，',
        'ガス',
        'οδος',
        'ΟΔΟΣ',
        'Οδοσ',
      ])
        assert.deepEqual(await search(word), [number], word)
      await index()
    }
  })

  test('words are no patterns, and whatever they hold is only looked for', async () => {
    const odd = await register('增长100%_a\\b的🚀项目𠮷祥')
    await register('增长1000')
    for (let indexed = 0; indexed < 2; indexed++) {
      for (const word of ['100%', '%_', '_a', 'a\\b', '\\', '%', '🚀', '𠮷', '🚀项', '100%_a\\b的🚀项目𠮷祥'])
        assert.deepEqual(await search(word), [odd.number], word)
      for (const word of [
        '\u{1f600}',
        '\ud83d',
        '\ude80',
        '\0',
        '1__%',
        "'; --",
        '字'.repeat(10_000),
        'a'.repeat(10_000),
      ])
        assert.deepEqual(await search(word), [], word.slice(0, 10))
      assert.deepEqual(await search(Array.from({ length: 2000 }, (_, n) => `没有${n}`)), [])
      await index()
    }
  })

  test('a correction replaces what a case is found by', async () => {
    const { number } = await register('全部会议纪要')
    await index()
    await correct(number, '二〇二五年第三次会议的决定')
    for (let indexed = 0; indexed < 2; indexed++) {
      assert.deepEqual(await search('会议纪要'), [])
      assert.deepEqual(await search('会议的决定'), [number])
      await index()
    }
  })

  test('a text that is erased is in no table of the index, and the other cases stay found', async () => {
    const of = await newAgency('erase')
    const { number } = await register('龘龘龘', '2026-03-02', of)
    const { number: stays } = await register('同一段中的另一件', '2026-03-02', of)
    await index(of)
    const gram = ('龘'.charCodeAt(0) << 16) | '龘'.charCodeAt(0)
    const held = async () =>
      (await current().admin.query('select from request_search_gram where gram = $1', [gram])).rows.length
    assert.equal(await held(), 1)
    await as((trx) => sql`update request set content = null where number = ${number}`.execute(trx), of)
    assert.equal(await held(), 0)
    for (let indexed = 0; indexed < 2; indexed++) {
      assert.deepEqual(await search('龘', of), [])
      assert.deepEqual(await search('另一件', of), [stays])
      await index(of)
    }
    assert.equal(await held(), 0)
  })

  test('what is rolled back waits for nothing', async () => {
    const of = await newAgency('rolled')
    await assert.rejects(
      as(async (trx) => {
        await sql`insert into request (agency_id, number, channel, received_on, arrived_on, applicant_kind, content)
          values (${of}, 'x', 'portal', '2026-03-02', '2026-03-02', 'business', '撤回')`.execute(trx)
        throw new Error('no')
      }, of),
    )
    assert.deepEqual(await search('撤回', of), [])
    const { rows } = await current().admin.query('select from request_search_waiting where agency_id = $1', [of])
    assert.equal(rows.length, 0)
  })

  test('another agency finds nothing, and its index is not seen, written or removed', async () => {
    const { number } = await register('只有甲局知道的鼗字')
    await index()
    assert.deepEqual(await search('鼗'), [number])
    assert.deepEqual(await search('鼗', other), [])
    const asked = await as(
      (trx) => listRequests(trx, agency, { words: ['鼗'] }, 'newest', { after: null, limit: 5 }),
      other,
    )
    assert.deepEqual(asked.requests, [])
    for (const table of ['waiting', 'segment', 'block', 'gram'].map((name) => `request_search_${name}`)) {
      const { rows } = await as((trx) => sql`select 1 from ${sql.table(table)}`.execute(trx), other)
      assert.deepEqual(rows, [], table)
      const removed = await as((trx) => sql`delete from ${sql.table(table)}`.execute(trx), other)
      assert.equal(removed.numAffectedRows, 0n, table)
    }
    await assert.rejects(
      as(
        (trx) => sql`insert into request_search_waiting (agency_id, numbers) values (${agency}, '{x}')`.execute(trx),
        other,
      ),
      { code: '42501' },
    )
    // Indexing in the name of another leaves everything as it is.
    await register('等待中的龠字')
    await as((trx) => sql`select 1`.execute(trx), other)
    assert.equal((await search('龠')).length, 1)
  })

  test('under row-level security the grams are read by their index', async () => {
    // As many as tell a planner that reading all of them would take long.
    await current().admin.query(
      `insert into request_search_gram (agency_id, segment, gram, postings)
        select $1, 1000000 + segment, gram, '' from generate_series(1, 8) segment, generate_series(1, 4000) gram`,
      [agency],
    )
    await current().admin.query('analyze request_search_gram')
    const plan = await as((trx) =>
      sql<{ 'QUERY PLAN': string }>`explain select postings from request_search_gram
        where agency_id = ${agency} and segment = any ('{1000001,1000002}'::bigint[]) and gram = any ('{3,4}'::integer[])`.execute(
        trx,
      ),
    )
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
    assert.match(text, /Index Cond: .*agency_id.*segment.*gram/, text)
    await current().admin.query('delete from request_search_gram where segment > 1000000')
  })

  test('whatever is written, indexed and corrected, search finds what a scan finds, in both orders, page by page', async () => {
    let run = 0
    const letter = fc.constantFrom(...'公开信息批复环境aＡ%_𠮷')
    const text = fc.array(letter, { minLength: 1, maxLength: 14 }).map((letters) => letters.join(''))
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          type: fc.constant('add' as const),
          texts: fc.array(text, { minLength: 1, maxLength: 30 }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constant('change' as const),
          at: fc.nat(),
          text: fc.option(text),
          days: fc.nat(400),
        }),
      },
      { weight: 2, arbitrary: fc.record({ type: fc.constant('index' as const) }) },
    )
    const words = fc.array(
      fc.array(letter, { minLength: 1, maxLength: 4 }).map((some) => some.join('')),
      { minLength: 1, maxLength: 2 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 10 }),
        fc.array(words, { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        async (steps, searches, limit) => {
          const of = await newAgency(`p${run++}`)
          let count = 0
          for (const one of steps) {
            if (one.type === 'index') await index(of)
            if (one.type === 'add')
              await fill(
                of,
                one.texts.map((content) => {
                  const number = `N${count++}`
                  const on = addDays(day('2024-01-01'), (count * 37) % 500)
                  return { number, on, content, ...(count % 3 === 0 && { due: addDays(on, 20) }) }
                }),
              )
            if (one.type === 'change' && count > 0)
              await current().admin.query(
                'update request set content = $3, arrived_on = arrived_on + $4::integer where agency_id = $1 and number = $2',
                [of, `N${one.at % count}`, one.text, one.days],
              )
          }
          for (const some of searches)
            for (const order of ['newest', 'due'] as const)
              assert.deepEqual(
                await pages({ words: some }, order, limit, of),
                await scan(of, some, order),
                `${order} ${some}`,
              )
        },
      ),
      { numRuns: 40 },
    )
  })

  test('many cases in several segments: pages, filters and orders agree with a scan', async () => {
    const of = await newAgency('many')
    const parts = ['环境', '影响', '评价', '批复', '征收', '补偿', '方案', '决算', '会议', '纪要']
    const content = (n: number) =>
      [n * 7, n * 13, n * 3 + (n >> 5), n * n].map((seed) => parts[seed % parts.length]).join('')
    for (let batch = 0; batch < 12; batch++) {
      await fill(
        of,
        Array.from({ length: 1000 }, (_, at) => {
          const n = batch * 1000 + at
          const on = addDays(day('2020-01-01'), (n * 7919) % 1500)
          return { number: `M${n}`, on, content: content(n), ...(n % 5 === 0 && { due: addDays(on, 20) }) }
        }),
      )
      if (batch % 2 === 0) await index(of)
    }
    const some = [['环境影响'], ['批复', '会议'], ['评价批复'], ['决'], ['没有'], ['影响评价征收'], ['纪要环']]
    for (const words of some) {
      assert.deepEqual(await pages({ words }, 'newest', 200, of), await scan(of, words), words.join())
      assert.deepEqual(await pages({ words }, 'due', 200, of), await scan(of, words, 'due'), words.join())
      const open = await pages({ words, phases: ['handling'] }, 'newest', 200, of)
      const inDue = new Set(await scan(of, words, 'due'))
      assert.deepEqual(
        open,
        (await scan(of, words)).filter((number) => inDue.has(number)),
      )
      const { rows } = await current().admin.query<{ number: string }>(
        "select number from request where agency_id = $1 and due_on <= '2023-01-01'",
        [of],
      )
      const due = new Set(rows.map(({ number }) => number))
      assert.deepEqual(
        await pages({ words, dueBy: day('2023-01-01') }, 'newest', 50, of),
        (await scan(of, words)).filter((number) => due.has(number)),
      )
    }
  })

  test('while clerks register and correct and two processes index, nothing that was answered is missed', async () => {
    const of = await newAgency('race')
    let writing = true
    const known: string[] = []
    const clerk = async (who: number) => {
      for (let n = 0; n < 20; n++) {
        const { number } = await register(`竞态登记第${who}号${n}`, '2026-03-02', of)
        known.push(number)
        if (n % 4 === 0) await correct(number, `竞态登记改为${who}号${n}`, of)
      }
    }
    const indexer = async () => {
      while (writing) await index(of)
    }
    const reader = async () => {
      while (writing) {
        const before = [...known]
        const found = new Set(await search('竞态登记', of))
        for (const number of before) assert.ok(found.has(number), number)
      }
    }
    const clerks = Promise.all([clerk(1), clerk(2), clerk(3)]).finally(() => {
      writing = false
    })
    await Promise.all([clerks, indexer(), indexer(), reader()])
    await index(of)
    assert.equal((await search('竞态登记', of)).length, 60)
    assert.deepEqual(await search('改为', of), await scan(of, ['改为']))
    assert.equal((await search('改为', of)).length, 15)
  })
})
