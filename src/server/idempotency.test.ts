import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeCalendar } from '../kernel/reference/contract.ts'
import { Refusal } from '../platform/contract/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let other: ChildProcess
let otherAddress = ''

beforeAll(async () => {
  house = await givenHouse()
  other = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('testing-process.ts', import.meta.url))], {
    env: { ...process.env, APP_URL: house.database.appUrl, LOOKUP_KEY: house.keys.lookup.toString('base64') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(other.stdout!, 'data')) as [Buffer]
  otherAddress = line.toString().trim()
})
afterAll(async () => {
  other.kill()
  await house.close()
})

/** The same signed-in person at the other process: the session is in the database. */
function atOther(someone: Someone): Someone {
  return {
    cookie: someone.cookie,
    async call(endpoint, input) {
      const { call } = await import('../platform/contract/public.ts')
      return call(
        {
          district: LIANDU,
          locale: 'zh',
          origin: otherAddress,
          fetchWith: (url, init) =>
            fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie: someone.cookie } }),
        },
        endpoint,
        input,
      )
    },
  }
}

const changesSaved = () =>
  inDistrict(
    house.connection.db,
    LIANDU,
    async (tx) =>
      (await tx.db.selectFrom('reference.calendar_changes').select('id').where('district', '=', LIANDU).execute())
        .length,
  )

it('does one thing once, however often two processes are asked under one key', async () => {
  const here = await house.as('clerk')
  const there = atOther(here)
  const keys = Array.from({ length: 50 }, (_, at) => `the-same-intent-${at}`)
  const asked = (key: string, at: number) =>
    Array.from({ length: 10 }, (_, round) =>
      (round % 2 === 0 ? here : there).call(changeCalendar, {
        params: { day: `2024-05-${String((at % 28) + 1).padStart(2, '0')}` },
        body: { kind: 'holiday', reason: `本地安排${at}` },
        idempotencyKey: key,
      }),
    )
  const answers: unknown[] = []
  // Five keys at a time: fifty calls wait for ten connections, none so long that it gives up.
  for (let at = 0; at < keys.length; at += 5) {
    answers.push(...(await Promise.all(keys.slice(at, at + 5).flatMap((key, next) => asked(key, at + next)))))
  }
  for (let at = 0; at < keys.length; at += 1) {
    expect(new Set(answers.slice(at * 10, at * 10 + 10).map((answer) => JSON.stringify(answer))).size).toBe(1)
  }
  expect(await changesSaved()).toBe(50)
})

it('refuses a key that was used for something else, and a change without a key', async () => {
  const clerk = await house.as('clerk')
  const change = (reason: string, idempotencyKey: string) =>
    clerk.call(changeCalendar, { params: { day: '2024-06-03' }, body: { kind: 'holiday', reason }, idempotencyKey })
  await change('端午调休', 'key-used-for-one-thing')
  const refused = await change('别的理由', 'key-used-for-one-thing').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refusal)
  expect((refused as Refusal).problem).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  const missing = await change('没有编号', '').catch((error: unknown) => error)
  expect((missing as Refusal).problem).toMatchObject({ status: 400, code: 'idempotency-key-missing' })
})

it('forgets the key of a change that failed, so that it can be tried again', async () => {
  const clerk = await house.as('clerk')
  const before = await changesSaved()
  const bad = clerk.call(changeCalendar, {
    params: { day: '2024-07-01' },
    body: { kind: 'holiday', reason: '\u0000坏字' },
    idempotencyKey: 'a-change-that-fails',
  })
  expect(((await bad.catch((error: unknown) => error)) as Refusal).problem.status).toBe(400)
  expect(await changesSaved()).toBe(before)
})
