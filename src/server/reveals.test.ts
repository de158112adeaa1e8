import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listReveals, revealSigns } from '../kernel/record/reveals/contract.ts'
import { newId } from '../kernel/values/public.ts'
import { givenHouse, LIANDU, QINGTIAN, type TestHouse } from './testing.ts'

let house: TestHouse
let owner: pg.Client
beforeAll(async () => {
  house = await givenHouse()
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner?.end()
  await house?.close()
})

/** The last day of this kind before today, in Shanghai, at an hour. */
async function lately(isodow: number, hour: string): Promise<string> {
  const { rows } = await owner.query<{ at: string }>(
    `select (day::date + $2::time) at time zone 'Asia/Shanghai' as at
     from generate_series(now() - interval '8 days', now() - interval '1 day', interval '1 day') as day
     where extract(isodow from day) = $1 order by day desc limit 1`,
    [isodow, hour],
  )
  return rows[0]!.at
}

async function acted(account: string, act: string, at: string, detail: object = {}, district = LIANDU): Promise<void> {
  await owner.query(
    `insert into record.acts (district, id, act, subject_kind, subject_id, account_id, business_at, recorded_at, detail)
     select district, $1, $2, 'claim', $3, id, $4, $4, $5 from access.accounts where district = $6 and name = $7`,
    [newId(), act, newId(), at, JSON.stringify(detail), district, account],
  )
}

it('tells the auditor and the administrator who saw personal data, why, and what is worth a look', async () => {
  const [tuesday, night, sunday] = [await lately(2, '10:00'), await lately(3, '23:30'), await lately(7, '10:00')]
  await acted('clerk', 'timeline.opened', tuesday, { reason: '本人来电询问' })
  await acted('clerk', 'paper.printed-in-full', night, { reason: '报送财政' })
  await acted('finance', 'batch.bank-file-downloaded', tuesday)
  await acted('reviewer', 'province-list.handed-out', sunday, { purpose: '省平台预审' })
  for (let nth = 0; nth < 10; nth += 1) await acted('school', 'roster.marked-workbook-opened', tuesday)
  await acted('clerk', 'class.filed', night)
  await acted('clerk', 'timeline.opened', night, {}, QINGTIAN)

  const auditor = await house.as('auditor')
  const { people, terms } = await auditor.call(revealSigns)
  expect(terms).toEqual({ from: '08:00', to: '18:00', manyADay: 10 })
  const { rows } = await owner.query<{ id: string; name: string }>(
    'select id, name from access.accounts where district = $1',
    [LIANDU],
  )
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]))
  expect(
    Object.fromEntries(
      people.map((each) => [nameOf.get(each.accountId), [each.total, each.outsideHours, each.isWorthALook]]),
    ),
  ).toEqual({ school: [10, 0, true], clerk: [2, 1, true], finance: [1, 0, false], reviewer: [1, 1, true] })

  const first = await auditor.call(listReveals, { query: { limit: 12 } })
  const rest = await auditor.call(listReveals, { query: { limit: 12, after: first.next! } })
  const all = [...first.items, ...rest.items]
  expect(all).toHaveLength(14)
  expect(rest.next).toBeNull()
  expect(all.flatMap(({ reason }) => reason ?? []).toSorted()).toEqual(
    ['报送财政', '本人来电询问', '省平台预审'].toSorted(),
  )
  expect(all.filter(({ isOutsideHours }) => isOutsideHours)).toHaveLength(2)

  const admin = await house.as('admin')
  expect((await admin.call(revealSigns)).people).toHaveLength(4)
  const clerk = await house.as('clerk')
  await expect(clerk.call(listReveals, { query: {} })).rejects.toThrow()
})
