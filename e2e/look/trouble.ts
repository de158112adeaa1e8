import type { Page } from 'playwright-core'
import type { Way } from './way.ts'

const LONG_CLASS = '2022年第3期 企业职工岗位技能提升养老护理员(五级/初级工)晚间周末混合班'
const LONG_NAME = '丽水市莲都区碧湖镇成人文化技术学校与演示职业技能培训中心联合体'
const LONG_PERSON = '阿卜*·买买提艾力·热合曼·吐尔逊江'

/** The session ended, and the page is opened again. */
async function signedOut(page: Page): Promise<void> {
  const kept = (await page.context().cookies()).filter(({ name }) => name === 'lang')
  await page.context().clearCookies()
  await page.context().addCookies(kept)
  await page.reload()
  await page.locator('input[type=password]').waitFor()
}

/** What is shown where something is missing, refused, failing, over, long or many. */
export async function somethingIsWrong({ take }: Way, claimId: string): Promise<void> {
  await take([
    { name: 'trouble-no-page', by: 'clerk', path: '/no-such-page' },
    { name: 'trouble-no-record', by: 'clerk', path: '/claims/0190f0e0-0000-7000-8000-000000000000' },
    { name: 'trouble-not-yours', by: 'school', path: '/budget' },
    { name: 'trouble-failing', by: 'clerk', path: '/claims', answers: { path: /\/claims$/, status: 500 } },
    {
      name: 'trouble-failing-record',
      by: 'clerk',
      path: `/claims/${claimId}`,
      answers: { path: /\/claims\/[^/]+$/, status: 500 },
    },
    {
      name: 'long-names-list',
      by: 'clerk',
      path: '/claims',
      answers: {
        path: /\/claims$/,
        change: (answer) => ({
          ...answer,
          items: answer.items.map((row) => ({ ...row, title: LONG_CLASS, organisationName: LONG_NAME })),
          next: 'more',
        }),
      },
    },
    {
      name: 'long-names-claim',
      by: 'clerk',
      path: `/claims/${claimId}`,
      answers: {
        path: /\/claims\/[^/]+$/,
        change: (answer) => ({
          ...answer,
          title: LONG_CLASS,
          organisationName: LONG_NAME,
          people: (answer.people as object[]).map((one) => ({ ...one, maskedName: LONG_PERSON })),
        }),
      },
    },
    { name: 'trouble-session-over', by: 'clerk', path: '/claims', first: signedOut },
  ])
}

/** The lists of a county in which nothing waits, as its people see them on the first day. */
export async function nothingIsThere({ take }: Way): Promise<void> {
  const lists: [string, string][] = [
    ['clerk', '/claims'],
    ['clerk', '/claims/queue'],
    ['deputy', '/claims/approvals'],
    ['clerk', '/cases'],
    ['clerk', '/overrides'],
    ['clerk', '/restrictions'],
    ['clerk', '/letters'],
    ['clerk', '/certificates/look-ups'],
    ['clerk', '/public-notices'],
    ['clerk', '/delegations'],
    ['finance', '/batches'],
    ['finance', '/batches/new'],
    ['finance', '/payees/returned'],
    ['finance', '/recoveries'],
    ['clerk', '/instalments'],
    ['school', '/cases/own'],
    ['school', '/restrictions/own'],
  ]
  for (const [by, path] of lists) await take([{ name: `empty${path.replaceAll('/', '-')}`, by, path }])
}

/** Later instalments of an allowance: promised, paused with why, claimed, over. */
export async function instalmentsArePromised({ take }: Way): Promise<void> {
  const left = {
    label: { zh: '在企业就业', en: 'Employed by an enterprise' },
    sentence: {
      zh: '到期核发时的用人单位性质为未就业,要求为企业',
      en: 'Kind of employer on the due date is not employed',
    },
  }
  const one = (at: number, state: string, dueOn: string, endsOn: string, because: object[] = []) => ({
    id: `0190f0e0-0000-7000-8000-00000000000${at}`,
    dueOn,
    endsOn,
    name: ['叶*', '雷**', '蓝*', '钟*'][at % 4],
    schemeTitle: { zh: '莲都区高技能人才津贴（2022年，示例）', en: 'Liandu high-skilled allowance (2022, example)' },
    title: '2022年第3期 养老护理员(三级) · 取得证书',
    number: dueOn < '2024' ? 2 : 3,
    of: 3,
    amountFen: '600000',
    state,
    claim: state === 'claimed' ? { id: '0190f0e0-0000-7000-8000-000000000099', number: 'S-2023-0007' } : null,
    because,
  })
  const items = [
    one(0, 'claimed', '2023-03-10', '2024-03-09'),
    one(1, 'paused', '2023-03-10', '2024-03-09', [left]),
    one(2, 'promised', '2024-03-10', '2025-03-09'),
    one(3, 'over', '2024-03-10', '2025-03-09', [left]),
  ]
  const years = [
    { year: 2023, state: 'claimed', people: 1, amountFen: '600000' },
    { year: 2023, state: 'paused', people: 1, amountFen: '600000' },
    { year: 2024, state: 'promised', people: 1, amountFen: '600000' },
  ]
  const answers = {
    path: /\/api\/instalments(\/years)?(\?|$)/,
    change: (answer: object) => ('items' in answer ? { ...answer, items } : { ...answer, years }),
  }
  await take([{ name: 'instalments', by: 'clerk', path: '/instalments', answers }])
}

/** A second review nobody can be drawn for, and an approval on paper that waits for a second pair of eyes. */
export async function nobodyOrPaper({ take }: Way, claimId: string): Promise<void> {
  const why = { zh: '已办理过本件的初审', en: 'gave the initial review of this claim' }
  const post = { zh: '经办岗', en: 'Clerk' }
  const nobody = {
    path: /\/claims\/[^/]+$/,
    change: (answer: object) => ({
      ...answer,
      awaits: 'second-review',
      draws: [
        {
          nth: 1,
          way: 'none',
          who: null,
          candidates: [],
          excluded: [{ name: '叶*', post, why }],
          seed: '',
          reason: '',
          by: null,
          at: '2022-03-28T02:20:00.000Z',
        },
      ],
    }),
  }
  const onPaper = {
    path: /\/approval-sheet$/,
    change: (answer: object) => ({
      ...answer,
      paper: {
        who: { name: '钟*', post: { zh: '分管副局长', en: 'Deputy director' } },
        signedOn: '2022-03-28',
        minutesNumber: null,
        scanId: '0190f0e0-0000-7000-8000-000000000000',
        by: { name: '蓝*', post: { zh: '复核岗', en: 'Reviewer' } },
        mayNot: null,
      },
    }),
  }
  const sheet = `/claims/${claimId}/approval`
  await take([
    { name: 'nobody-drawn', by: 'director', path: `/claims/${claimId}`, answers: nobody },
    {
      name: 'dialog-name-reviewer',
      by: 'director',
      path: `/claims/${claimId}`,
      answers: nobody,
      opens: /^(指定复核人|Name the reviewer)/,
    },
    { name: 'paper-approval-waits', by: 'clerk', path: sheet, answers: onPaper },
    { name: 'dialog-paper-decide', by: 'clerk', path: sheet, answers: onPaper, opens: /^(核对扫描件|Check the scan)/ },
  ])
}

/** The first of sample 01 signs in and reads how the money came. */
export async function residentReads({ take }: Way, path: string): Promise<void> {
  let kept: Parameters<ReturnType<Page['context']>['addCookies']>[0] = []
  // One code for all windows: a phone is sent only so many.
  const signIn = async (page: Page) => {
    if (kept.length > 0) {
      await page.context().addCookies(kept.filter(({ name }) => name !== 'lang'))
      await page.reload()
      return
    }
    await page.locator('main input:visible').first().fill('18920912793')
    await page.locator('main button').first().click()
    const code = /(\d{6})/.exec(await page.locator('main').innerText())?.[1] ?? ''
    await page.locator('main input:visible').first().fill(code)
    await page.locator('main button').first().click()
    await page.locator('.way').first().waitFor()
    kept = await page.context().cookies()
  }
  const below = path.slice(0, -'/progress'.length)
  const at = (place: string) => async (page: Page) => {
    await signIn(page)
    await page.goto(new URL(`${below}${place}${new URL(page.url()).search}`, page.url()).href)
  }
  await take([
    { name: 'public-progress-own', by: null, path, first: signIn },
    { name: 'public-mine', by: null, path, first: at('/my-information') },
    { name: 'public-mine-correct', by: null, path, first: at('/my-information/correct') },
  ])
}
