import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CARDS } from '../src/server/cards/cards.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

/** How many millimetres of white are left between the parts of a card; less than none where something is cut off. */
async function whiteLeft(page: Page): Promise<number> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll('.card > :not(footer)')].map((part) => part.getBoundingClientRect())
    const foot = document.querySelector('.card footer')!.getBoundingClientRect()
    const gaps = [...parts.slice(1).map(({ top }, at) => top - parts[at]!.bottom), foot.top - parts.at(-1)!.bottom]
    return Math.min(
      ...gaps,
      gaps.reduce((sum, gap) => sum + gap, 0),
    ) < -0.5
      ? -1
      : gaps.reduce((a, b) => a + b, 0)
  })
}

describe('operating cards, on a printer', () => {
  it('are one A4 sheet each, in both languages, with nothing cut off', async () => {
    const page = await stage.visit(`/${DISTRICT}/cards`)
    expect(await page.getByRole('listitem').count()).toBe(CARDS.length)
    for (const { id } of CARDS)
      for (const locale of ['zh', 'en']) {
        await page.goto(`${stage.address}/${DISTRICT}/cards/${id}?lang=${locale}`)
        await page.emulateMedia({ media: 'print' })
        expect([id, locale, (await whiteLeft(page)) > 0]).toEqual([id, locale, true])
        const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
        const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((found) =>
          found.slice(1).map((points) => Math.round((Number(points) * 25.4) / 72)),
        )
        expect([id, locale, sizes]).toEqual([id, locale, [[210, 297]]])
        await page.emulateMedia({ media: null })
      }
  })

  it('are opened from the console, each person’s own, with the way in as a QR', async () => {
    for (const [account, who, leadsTo] of [
      ['clerk', '经办岗', '/console/'],
      ['deputy', '审批岗、分管副局长、局长', '/console/'],
      ['school', '培训机构', '/console/'],
    ] as const) {
      const console = await stage.enter(account)
      const [card] = await Promise.all([
        console.context().waitForEvent('page'),
        console.getByRole('link', { name: '操作卡' }).click(),
      ])
      await card.getByRole('heading', { level: 1, name: who }).waitFor()
      await card.getByRole('img', { name: `${stage.address}/${DISTRICT}${leadsTo}` }).waitFor()
      expect(await card.getByRole('button', { name: '打印' }).isVisible()).toBe(true)
      await console.context().close()
    }
  })

  it('are there for who has no account, from the public pages', async () => {
    const page = await stage.visit(`/${DISTRICT}/help`)
    await page.getByRole('link', { name: '村干部操作卡(可打印)' }).click()
    await page.getByRole('heading', { level: 1, name: '村干部、社区协理员' }).waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Village cadre' }).waitFor()
    await page.goto(`${stage.address}/${DISTRICT}/cards/nobody`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('没有这张操作卡')
  })
})
