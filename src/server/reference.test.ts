import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../platform/contract/public.ts'
import { writeTable } from '../platform/office/public.ts'
import { civilDate, isWorkingDay } from '../kernel/values/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'
import { changeCalendar, importOccupations, listOccupations, readCalendar } from '../kernel/reference/contract.ts'
import { officialCalendar } from '../kernel/reference/public.ts'

let house: TestHouse
let clerk: Someone
beforeAll(async () => {
  house = await givenHouse()
  clerk = await house.as('clerk')
})
afterAll(() => house.close())

const worked = (district: number, day: string) =>
  inDistrict(house.connection.db, district, async (tx) => isWorkingDay(await officialCalendar(tx), civilDate(day)))

describe('the working calendar', () => {
  it('knows the make-up Saturdays and the holidays of the official notices', async () => {
    expect(await worked(LIANDU, '2022-04-02')).toBe(true)
    expect(await worked(LIANDU, '2022-04-05')).toBe(false)
    expect((await clerk.call(readCalendar, { query: { year: 2022 } })).years).toEqual([2022, 2023, 2024, 2025, 2026])
  })

  it('is changed for one county only, with a reason, and given back', async () => {
    const change = (kind: 'holiday' | null, reason: string) =>
      clerk.call(changeCalendar, { params: { day: '2022-07-15' }, body: { kind, reason } })
    await change('holiday', '台风停工')
    expect([await worked(LIANDU, '2022-07-15'), await worked(QINGTIAN, '2022-07-15')]).toEqual([false, true])
    const { days } = await clerk.call(readCalendar, { query: { year: 2022 } })
    expect(days.find((day) => day.day === '2022-07-15')).toMatchObject({ name: '台风停工', changedHere: true })
    await change(null, '恢复上班')
    expect(await worked(LIANDU, '2022-07-15')).toBe(true)
  })
})

describe('the official list of occupations', () => {
  const upload = async (rows: string[][]) => {
    const bytes = await writeTable({
      title: '职业分类大典',
      columns: ['职业编码', '职业名称', '工种'],
      rows,
    })
    return clerk.call(importOccupations, {
      query: { fileName: '职业目录.xlsx', edition: 2022 },
      file: new Blob([new Uint8Array(bytes)]),
    })
  }

  it('is imported, and found by part of a name or of a code', async () => {
    expect(
      await upload([
        ['6-18-02-04', '焊工', ''],
        ['6-18-02-04', '焊工', '电焊工'],
      ]),
    ).toEqual({ saved: 2 })
    const found = await clerk.call(listOccupations, { query: { search: '焊工' } })
    expect(found.items.map((item) => item.id)).toEqual(expect.arrayContaining(['2022/焊工', '2022/焊工/电焊工']))
  })

  it('is refused whole when rows are wrong, each named', async () => {
    const refused = await upload([
      ['6-18-02', '车工', ''],
      ['6-18-01-01', '', ''],
      ['6-18-01-02', '铣工', ''],
    ]).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).problem.items.map((item) => item.detail)).toEqual([
      '第3行:职业编码“6-18-02”应为 X-XX-XX-XX',
      '第4行:职业名称为空',
    ])
    expect((await clerk.call(listOccupations, { query: { search: '铣工' } })).items).toEqual([])
  })
})
