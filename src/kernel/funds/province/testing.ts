import { csvOf, readGrid } from '../../../platform/office/public.ts'
import { openIdentityNumbers } from '../../people/public.ts'
import { integrityOf } from '../../integrity/public.ts'
import type { Check } from '../../record/public.ts'
import { type Desks, type FundsDatabase, givenDesks, givenFundsDatabase, type Someone, testVault } from '../testing.ts'
import { givenCompletedClass, type GivenTrainee, settlingNeeds } from '../deciding/testing.ts'
import { settle } from '../claims/testing.ts'
import {
  exportProvinceList,
  getProvinceList,
  importProvinceFile,
  type ListShown,
  reviewListInitially,
  reviewListSecondly,
} from './contract.ts'
import { findOpenList, listListPeople, type ListPerson, type ProvinceList } from './list-store.ts'
import { provinceConstraintWords, provinceRoutes } from './routes.ts'

/** The scheme of Liandu whose record the province holds. */
export const UI_SCHEME = 'liandu.ui-training-subsidy'

const GROUP = 'REGISTERED_UNEMPLOYED'

export type ProvinceDesks = {
  readonly funds: FundsDatabase
  readonly desks: Desks
  readonly clerk: Someone
  readonly reviewer: Someone
  /** A class of the unemployment fund, completed and listed. */
  givenList(trainees: readonly GivenTrainee[], title?: string): Promise<{ list: ProvinceList; people: ListPerson[] }>
  /** Passed by two and sent. */
  givenSentList(count: number, title?: string): Promise<{ list: ProvinceList; people: ListPerson[] }>
  pass(listId: string): Promise<ListShown>
  /** A file in the shape of the province's export; numbers are opened for it, as the province knows them. */
  provinceFile(lines: readonly FileLine[], headings?: readonly string[]): Promise<Blob>
  upload(file: Blob, asOf: string, whole?: 'yes' | 'no'): ReturnType<typeof uploadBy>
  close(): Promise<void>
}

/** One line of the province's export; what is left out is usual. */
export type FileLine = {
  readonly person?: Pick<ListPerson, 'personId' | 'reference' | 'amountFen'>
  readonly identity?: string
  readonly reference: string
  readonly ours?: string
  readonly level?: string
  readonly amount?: string
  readonly state?: string
  readonly reason?: string
  readonly paidOn?: string
  readonly paid?: string
}

export const HEADINGS = [
  '业务编号',
  '县级流水号',
  '姓名',
  '身份证号',
  '等级',
  '补贴金额(元)',
  '办理状态',
  '退回原因',
  '支付日期',
  '实付金额',
]

const uploadBy = (someone: Someone, file: Blob, asOf: string, whole: 'yes' | 'no') =>
  someone.call(importProvinceFile, {
    query: { fileName: '省平台导出.csv', scheme: UI_SCHEME, asOf, whole },
    file,
  })

export async function givenProvinceDesks(checks: readonly Check[] = []): Promise<ProvinceDesks> {
  const funds = await givenFundsDatabase()
  const needs = { ...settlingNeeds({ integrity: integrityOf(checks) }), vault: testVault }
  const desks = await givenDesks(funds, provinceRoutes(needs), provinceConstraintWords)
  const [clerk, reviewer] = [await desks.someone(['clerk']), await desks.someone(['reviewer'])]

  const givenList: ProvinceDesks['givenList'] = async (trainees, title) => {
    const { groupId } = await funds.within((tx) =>
      givenCompletedClass(tx, {
        trainees: trainees.map((each) => ({ group: GROUP, ...each })),
        fund: 'UI_FUND',
        ...(title ? { title } : {}),
      }),
    )
    await settle(funds, groupId, needs)
    return funds.within(async (tx) => {
      const list = await findOpenList(tx, groupId, UI_SCHEME)
      if (!list) throw new Error('no list was assembled')
      return { list, people: await listListPeople(tx, list.id) }
    })
  }
  const pass: ProvinceDesks['pass'] = async (listId) => {
    const params = { listId }
    const { contentSha256 } = await clerk.call(getProvinceList, { params })
    const body = { outcome: 'passed' as const, reasons: [], contentSha256 }
    await clerk.call(reviewListInitially, { params, body })
    await reviewer.call(reviewListSecondly, { params, body })
    return clerk.call(getProvinceList, { params })
  }
  return {
    funds,
    desks,
    clerk,
    reviewer,
    givenList,
    pass,
    async givenSentList(count, title) {
      const { list, people } = await givenList(
        Array.from({ length: count }, () => ({})),
        title,
      )
      await pass(list.id)
      await clerk.call(exportProvinceList, { params: { listId: list.id }, body: { purpose: '上传省平台' } })
      return { list, people }
    },
    async provinceFile(lines, headings = HEADINGS) {
      const ids = lines.flatMap((line) => line.person?.personId ?? [])
      const numbers = await funds.within((tx) => openIdentityNumbers(tx, testVault, ids))
      const rows = lines.map((line) => [
        line.reference,
        line.ours ?? line.person?.reference ?? '',
        '余刚涛',
        line.identity ?? numbers.get(line.person?.personId ?? '') ?? '',
        line.level ?? '五级',
        line.amount ?? (line.person ? String(line.person.amountFen / 100n) : '1000'),
        line.state ?? '审核通过',
        line.reason ?? '',
        line.paidOn ?? '',
        line.paid ?? '',
      ])
      return new Blob([csvOf([[...headings], ...rows])])
    },
    upload: (file, asOf, whole = 'no') => uploadBy(clerk, file, asOf, whole),
    async close() {
      await desks.app.close()
      await funds.close()
    },
  }
}

/** The cells of the list's file, line by line. */
export async function cellsOf(bytes: unknown): Promise<string[][]> {
  const data = new Uint8Array(await (bytes as Blob).arrayBuffer())
  const grid = await readGrid(data, { fileName: '名单.xlsx', maxRows: 100 })
  return grid.rows.map((row) => row.cells.map((cell) => cell.text))
}
