import type { Page } from 'playwright-core'
import { demoCounties } from '../demo/county.ts'
import { rosterOf } from '../demo/people.ts'
import type * as field from '../src/web/field/pages.ts'
import { words as fieldWords } from '../src/web/field/words.ts'
import type * as open from '../src/web/public/pages.ts'
import { words } from '../src/web/public/words.ts'
import { DISTRICT, type Stage } from './stage.ts'

/*
 * The pages that the server makes, for residents, trainees and instructors, and the ways that lead through those which
 * only a sent form shows.
 */

type Made = Exclude<keyof typeof open | keyof typeof field, 'PUBLIC_STYLE' | 'ELDER_STYLE' | 'FIELD_STYLE'>

/** What is on each of them and on no other: a new page is missing here until somebody goes there. */
export const SERVED: Record<Made, string> = {
  renderHome: words.home.title.zh,
  renderLearn: words.learn.ask.zh,
  renderNotices: words.notices.lead.zh,
  renderPolicies: words.policies.lead.zh,
  renderPolicy: words.policies.clauses.zh,
  renderNotice: words.notice.objectTitle.zh,
  renderNoticeGone: words.notice.gone.zh,
  renderPaper: words.paper.isOurs.zh,
  renderCertificate: words.certificate.lead.zh,
  renderAskPhone: words.signIn.phoneExample.zh,
  renderAskCode: '/sign-in/go"',
  renderProgress: words.progress.none.zh,
  renderRecord: `<h1>${words.progress.record.zh}</h1>`,
  renderSubsidy: words.progress.account.zh,
  renderMine: words.mine.lookedNote.zh,
  renderMineFile: words.mine.madeOn('').zh.trim(),
  renderCorrect: words.correct.paperExample.zh,
  renderCorrected: words.correct.done.zh,
  renderReport: words.report.kind.zh,
  renderReported: words.report.done.zh,
  renderSignDigits: words.sign.digits.zh,
  renderSignSelf: '/sign/not-me"',
  renderSignPhone: words.sign.whoLead.zh,
  renderSignSms: '/sign/code"',
  renderSignDone: words.sign.done.in.zh,
  renderSignRefused: words.sign.refused.zh,
  renderProblem: words.problem.lead.zh,
  renderHelp: words.help.lead.zh,
  renderLostHere: words.lost.homeHas.zh,
  renderLostAnywhere: words.lost.choose.zh,
  renderTrouble: words.trouble.orCall.zh,
  renderToday: fieldWords.none.zh,
  renderSession: fieldWords.scan.zh,
  renderLivePart: 'id="live"',
  renderRoll: fieldWords.rollHint.zh,
  renderCard: fieldWords.cardHint.zh,
  renderAssist: fieldWords.assistWho.zh,
  renderAssistOne: fieldWords.assistNote.zh,
  renderPhoto: fieldWords.photoHint.zh,
  renderPeople: 'class="person"',
  renderFieldNote: fieldWords.signInHint.zh,
}

/** The first of sample 01, whose class was taught and paid. */
const PAID_PHONE = '18920912793'

/** The people of the class that is taught today, in the order of their roster. */
function phonesOfToday(): string[] {
  const { seed, people } = demoCounties()
    .find(({ district }) => district === DISTRICT)!
    .classes.find(({ number }) => number === '2022年第2期')!
  const rows = rosterOf(seed, people).split('\r\n').slice(1)
  return rows.map((row) => row.split(',')[7]!)
}

type Ask = (page: Page, where: string) => Promise<void>

const press = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name }).first().click()
const shownCode = async (page: Page) => /\b(\d{6})\b/.exec(await page.locator('.plain').first().innerText())![1]!

async function givePhone(page: Page, phone: string): Promise<void> {
  await page.locator('input[type=tel]').fill(phone)
  await press(page, words.signIn.getCode.zh)
}

/** A number that was sent a code a moment ago has to wait for the next. */
async function givePhoneUntilSent(page: Page, phone: string): Promise<void> {
  await givePhone(page, phone)
  for (let tries = 0; tries < 15 && (await page.locator('#code').count()) === 0; tries += 1) {
    await page.waitForTimeout(5_000)
    await givePhone(page, phone)
  }
}

/** A trainee's phone: the QR that the screen shows at that moment, the number, the code, signed; and again, known. */
export async function traineeSigns(stage: Stage, scan: () => Promise<string>, ask: Ask): Promise<void> {
  const path = new URL(await scan()).pathname
  const page = await stage.look({ by: null, path, width: 390, language: 'zh' })
  await ask(page, 'sign: whose phone')
  await givePhone(page, '1')
  await ask(page, 'sign: no number')
  await givePhone(page, phonesOfToday()[10]!)
  await ask(page, 'sign: the code')
  await page.locator('#code').fill(await shownCode(page))
  await press(page, words.sign.now.in.zh)
  await ask(page, 'sign: done')
  await page.goto(await scan())
  await ask(page, 'sign: known')
  await page.context().close()
}

/** A resident signs in, reads, and says what is wrong; another has nothing yet. */
export async function residentsRead(stage: Stage, ask: Ask): Promise<void> {
  const page = await stage.look({ by: null, path: `/${DISTRICT}/progress`, width: 390, language: 'zh' })
  const goTo = (path: string) => page.goto(`${stage.address}/${DISTRICT}${path}`)
  await ask(page, 'sign-in: the phone')
  await givePhoneUntilSent(page, PAID_PHONE)
  await ask(page, 'sign-in: the code')
  const code = await shownCode(page)
  await page.locator('#code').fill('000000')
  await press(page, words.signIn.go.zh)
  await ask(page, 'sign-in: a wrong code')
  await page.locator('#code').fill(code)
  await press(page, words.signIn.go.zh)
  await ask(page, 'progress')
  const subsidy = page.url()
  await goTo('/progress/record')
  await ask(page, 'progress: the record')
  await goTo('/my-information')
  await ask(page, 'what is held')
  // The same as a file is a download: it is looked at as its text.
  const file = await page.request.get(`${stage.address}/${DISTRICT}/my-information/page`)
  await page.setContent(await file.text())
  await ask(page, 'what is held, as a file')
  await goTo('/my-information/correct')
  await ask(page, 'correct')
  await press(page, words.correct.send.zh)
  await ask(page, 'correct: nothing said')
  await page.getByRole('radio').first().check()
  await page.locator('#shouldBe').fill('王婧')
  await page.locator('#why').fill('户口本上是这个字')
  await press(page, words.correct.send.zh)
  await ask(page, 'correct: its number')
  await page.goto(subsidy)
  await page.getByRole('link', { name: words.report.title.zh }).click()
  await ask(page, 'report: what')
  await press(page, words.signIn.go.zh)
  await ask(page, 'report: nothing chosen')
  await page.getByRole('radio').first().check()
  await press(page, words.signIn.go.zh)
  await ask(page, 'report: how')
  await page.locator('textarea').fill('3月8日下午我在,表上写的是请假。')
  await press(page, words.signIn.go.zh)
  await ask(page, 'report: looked over')
  await press(page, words.report.send.zh)
  await ask(page, 'report: its number')
  await page.context().clearCookies()
  await goTo('/progress')
  await givePhone(page, phonesOfToday()[12]!)
  await page.locator('#code').fill(await shownCode(page))
  await press(page, words.signIn.go.zh)
  await ask(page, 'progress: nothing yet')
  await page.context().close()
}
