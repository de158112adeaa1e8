import type { Page } from 'playwright-core'
import { askForTrial, getTrial, listTrialCases } from '../../src/kernel/funds/trials/contract.ts'
import {
  answerProposal,
  beginBlank,
  beginDraft,
  getVersion,
  listSchemes,
  proposeDraft,
  saveDraft,
} from '../../src/kernel/policy/editing/contract.ts'
import { printPaper } from '../../src/kernel/record/paper/contract.ts'
import { until } from '../until.ts'
import type { Way } from './way.ts'

type SchemeItem = { readonly id: string; readonly kind: string; readonly scheme: string }

/** A scheme as the bureau edits it: every screen of the editor over a draft of the county's own. */
export async function schemeIsEdited({ take, clerk, director }: Way): Promise<void> {
  const { items } = await clerk(listSchemes, { query: {} })
  const version = items.find(({ kind, scheme }) => kind === 'version' && scheme === 'liandu.high-skilled-allowance')!
  const { id } = await clerk(beginDraft, { body: { from: version.id, note: '' } })
  const path = `/policies/drafts/${id}`
  const named = { titleZh: '夜校补贴', titleEn: 'Night school subsidy', code: 'night-school', note: '' }
  const blank = await clerk(beginBlank, { body: named })
  await take([
    { name: 'scheme-editor-rates', by: 'clerk', path },
    { name: 'scheme-editor-conditions', by: 'clerk', path, tab: 1 },
    { name: 'scheme-editor-amount', by: 'clerk', path, tab: 2 },
    { name: 'scheme-editor-clauses', by: 'clerk', path, tab: 3 },
    { name: 'scheme-editor-cases', by: 'clerk', path, tab: 4 },
    { name: 'scheme-editor-try', by: 'clerk', path, tab: 5, first: tryFirst },
    { name: 'scheme-editor-difference', by: 'clerk', path, tab: 6 },
    { name: 'scheme-editor-facts', by: 'clerk', path, tab: 7 },
    { name: 'scheme-editor-rest', by: 'clerk', path, tab: 8 },
    { name: 'scheme-list', by: 'clerk', path: '/policies' },
    { name: 'scheme-new', by: 'clerk', path: '/policies', first: newAsked },
    { name: 'scheme-blank', by: 'clerk', path: `/policies/drafts/${blank.id}` },
    { name: 'scheme-version', by: 'auditor', path: `/policies/versions/${version.id}` },
    { name: 'scheme-public', by: null, path: '/331102/policies' },
    { name: 'scheme-instalments', by: 'clerk', path: '/instalments' },
  ])
  await yearIsTried({ take, clerk }, items)
  await schemeIsPublished({ take, clerk, director })
  // What was typed wrong stays in the window until it is saved, so nothing is looked at after it.
  await take([{ name: 'scheme-editor-wrong', by: 'clerk', path, first: typeText }])
}

/** A change of words is published by another person, and its notice printed. */
async function schemeIsPublished({ take, clerk, director }: Pick<Way, 'take' | 'clerk' | 'director'>): Promise<void> {
  const { items } = await clerk(listSchemes, { query: {} })
  const from = items.find(({ kind, scheme }) => kind === 'version' && scheme === 'liandu.mountain-allowance')!
  const begun = await clerk(beginDraft, { body: { from: from.id, note: '' } })
  const params = { draftId: begun.id }
  const document = begun.document as Record<string, unknown> & { title: { zh: string; en: string } }
  const title = { zh: `${document.title.zh}(修订)`, en: `${document.title.en} (revised)` }
  const { revision } = await clerk(saveDraft, {
    params,
    body: { revision: begun.revision, document: { ...document, title }, note: '' },
  })
  const said = { documentNumber: '莲人社〔2022〕15号', reason: '名称规范' }
  const { proposals } = await clerk(proposeDraft, { params, body: { revision, ...said } })
  const { id: proposalId, sha256 } = proposals[0]!
  const body = { proposalId, sha256, outcome: 'published', reason: '' } as const
  const { publishedSha256 } = await director(answerProposal, { params, body })
  const version = await clerk(getVersion, { params: { sha256: publishedSha256! } })
  const of = { kind: 'scheme-version', subjectId: version.published!.id, form: 'scheme-notice' }
  const { address } = await clerk(printPaper, { params: of, body: { part: '' } })
  await take([
    { name: 'scheme-published', by: 'clerk', path: `/policies/versions/${publishedSha256}` },
    { name: 'paper-scheme-notice', by: 'clerk', path: address },
  ])
}

/** A draft of the county's own scheme, each rate a hundred yuan more, tried on the year of the story. */
async function yearIsTried({ take, clerk }: Pick<Way, 'take' | 'clerk'>, items: readonly SchemeItem[]): Promise<void> {
  const paid = items.find(({ kind, scheme }) => kind === 'version' && scheme === 'liandu.training-subsidy')!
  const { id: draftId, document } = await clerk(beginDraft, { body: { from: paid.id, note: '' } })
  const { amount, ...rest } = structuredClone(document) as { amount: { rows: { fen: number }[] } }
  for (const row of amount.rows) row.fen += 10_000
  await clerk(saveDraft, { params: { draftId }, body: { revision: 1, document: { ...rest, amount }, note: '' } })
  await take([
    { name: 'trial-none', by: 'clerk', path: '/trials' },
    { name: 'trial-none-read', by: 'auditor', path: '/trials' },
    { name: 'trial-of-draft', by: 'clerk', path: `/trials?draft=${draftId}` },
  ])
  const { id } = await clerk(askForTrial, {
    body: { draftId, against: 'as-decided', from: '2022-01-01', to: '2022-12-31' },
  })
  const path = `/trials/${id}`
  await until(
    async () => (await clerk(getTrial, { params: { trialId: id } })).status === 'done' || undefined,
    'the trial is done',
  )
  const { items: cases } = await clerk(listTrialCases, { params: { trialId: id }, query: { sort: 'gain' } })
  await take([
    { name: 'trial-list', by: 'auditor', path: '/trials' },
    { name: 'trial-done', by: 'clerk', path },
    { name: 'trial-cases', by: 'clerk', path: `${path}?open=cases&change=gains&sort=gain`, first: rowsThere },
    {
      name: 'trial-case',
      by: 'auditor',
      path: `${path}?open=${cases[0]!.factId}&change=gains&sort=gain`,
      first: rowsThere,
    },
  ])
}

/** The rows of a list have come. */
async function rowsThere(page: Page): Promise<void> {
  await page.locator('.ant-table-row').first().waitFor()
}

/** A text where an amount belongs. */
async function typeText(page: Page): Promise<void> {
  await page.getByRole('grid').first().getByRole('textbox').focus()
  await page.keyboard.type('约一千')
  await page.keyboard.press('Enter')
  await page.locator('.sj-grid-faults').waitFor()
}

/** The first case, as it is answered. */
async function tryFirst(page: Page): Promise<void> {
  await page.getByLabel(/^(从案例开始|Begin from a case)$/).selectOption({ index: 1 })
  await page.locator('.sj-editor-steps').waitFor()
}

/** A scheme that there is not yet, and a file that cannot be taken in. */
async function newAsked(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(新建政策|New scheme)$/ }).click()
  const buffer = Buffer.from('{"scheme":"liandu.x"}')
  await page.locator('[role=dialog] input[type=file]').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer,
  })
  await page.locator('.sj-problem-items').waitFor()
}
