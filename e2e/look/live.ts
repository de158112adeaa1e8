import { moveDemonstrationDate } from '../../src/kernel/access/contract.ts'
import { listClasses } from '../../src/mechanisms/training/classes/contract.ts'
import { DISTRICT } from '../stage.ts'
import type { Way } from './way.ts'

/** The class that is taught today: its instructor's page, the trainees' pages, and what the console shows of them. */
export async function classIsSigned({ stage, take, school }: Way): Promise<void> {
  await school(moveDemonstrationDate, { body: { businessDate: '2022-02-25', time: '08:58' } })
  const today = `/${DISTRICT}/today`
  await take([
    { name: 'public-sign', by: null, path: `/${DISTRICT}/sign` },
    { name: 'public-sign-refused', by: null, path: `/${DISTRICT}/sign/none` },
    { name: 'today-nobody', by: null, path: today },
    { name: 'today-none', by: 'teacher-he', path: today },
    { name: 'today-before', by: 'teacher', path: today },
  ])
  const tablet = await stage.look({ by: 'teacher', path: today, width: 820, language: 'zh' })
  await tablet.getByRole('button', { name: '开始签到' }).click()
  const scan = await tablet.locator('.screen img').getAttribute('alt')
  const session = new URL(tablet.url()).pathname
  await tablet.goto(`${tablet.url()}/roll`)
  for (const box of (await tablet.getByRole('checkbox').all()).slice(4)) await box.uncheck()
  await tablet.getByRole('button', { name: '登记打勾的人:到' }).click()
  const one = await tablet.locator('.missing a').first().getAttribute('href')
  await tablet.context().close()
  const { items } = await school(listClasses)
  const classId = items.find(({ number }) => number === '2022年第2期')!.id
  await take([
    { name: 'today-screen', by: 'teacher', path: session },
    ...['roll', 'card', 'assist', 'photo', 'people'].map((page) => ({
      name: `today-${page}`,
      by: 'teacher',
      path: `${session}/${page}`,
    })),
    { name: 'today-assist-one', by: 'teacher', path: one! },
    { name: 'today-console', by: 'teacher', path: '/live' },
    { name: 'public-sign-phone', by: null, path: new URL(scan!).pathname },
    { name: 'class-live', by: 'school', path: `/classes/${classId}`, tab: 3 },
  ])
}
