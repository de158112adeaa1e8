import { type Locale, Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { csvOf, type Table, writeTable } from '../../../platform/office/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { casesShown } from './case-shown.ts'
import type { CaseFilter, FundYearShape } from './contract.ts'
import { type CaseSort, findCases } from './finding.ts'
import { CHANGES, type Count, DIMENSIONS } from './rules.ts'
import { factLabel, fundYears, labelsOf, reasonLabels } from './showing.ts'
import type { TrialRow } from './store.ts'
import { ANSWER_WORDS, CHANGE_WORDS, DIMENSION_WORDS, words } from './words.ts'

const MOST_EXPORTED = 5_000

const yuan = (fen: number | string): number => Number(fen) / 100

type Asked = { readonly locale: Locale; readonly now: Date }
type Filter = CaseFilter & { readonly sort: CaseSort }
type Told = Pick<Table, 'columns' | 'rows'>

/** A trial as a workbook: every sum, or the cases that are filtered. */
export async function exportedTrial(
  tx: Tx,
  trial: TrialRow,
  { what, ...filter }: Filter & { readonly what: 'sums' | 'cases' },
  { locale, now }: Asked,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const table = what === 'sums' ? await sums(tx, trial, locale) : await cases(tx, trial, filter, locale)
  const before = trial.beforeNamed ? words.about('', trial.beforeNamed.version) : words.asDecided
  const title = titleOf(trial, locale)
  const lines = [`${words.period(trial.from, trial.to)[locale]} · ${before[locale].trim()}`]
  return { fileName: `${title}-${civilDateOf(now)}.xlsx`, bytes: await writeTable({ title, lines, ...table }) }
}

/** The same cases as plain text. */
export async function exportedCases(tx: Tx, trial: TrialRow, filter: Filter, { locale, now }: Asked) {
  const { columns, rows } = await cases(tx, trial, filter, locale)
  const bytes = new TextEncoder().encode(csvOf([columns, ...rows]))
  return { fileName: `${titleOf(trial, locale)}-${civilDateOf(now)}.csv`, bytes }
}

const titleOf = ({ afterNamed }: TrialRow, locale: Locale): string =>
  `${words.exportName[locale]} ${words.about(afterNamed.title[locale], afterNamed.version)[locale]}`

/** What there is of a trial that was begun; its cases only while they are kept, and all of them. */
function withSums(trial: TrialRow, isDone: boolean) {
  const { names, tally } = trial
  if (!names || !tally || (isDone && trial.status !== 'done'))
    throw new Problem('conflict', words.noCases, { code: 'trial-without-cases' })
  return { ...trial, names, tally }
}

async function sums(tx: Tx, trial: TrialRow, locale: Locale): Promise<Told> {
  const { tally, afterNamed, lines } = withSums(trial, false)
  const label = await labelsOf(tx, tally.codes)
  const reason = reasonLabels(afterNamed)
  const { columns } = words
  const row = (of: string, value: string, count: Count) => [
    of,
    value,
    count.cases,
    ...CHANGES.map((change) => count[change]),
    yuan(count.beforeFen),
    yuan(count.afterFen),
    yuan(count.afterFen - count.beforeFen),
  ]
  const noted = (of: string, notes: Readonly<Record<string, number>>, name: (id: string) => string) =>
    Object.entries(notes).map(([id, count]) => [of, name(id), count])
  return {
    columns: [
      columns.what[locale],
      columns.value[locale],
      columns.cases[locale],
      ...CHANGES.map((change) => CHANGE_WORDS[change][locale]),
      columns.before[locale],
      columns.after[locale],
      columns.difference[locale],
    ],
    rows: [
      row(words.all[locale], '', tally.all),
      ...DIMENSIONS.flatMap((dimension) =>
        tally.codes[dimension].map((code, nth) =>
          row(DIMENSION_WORDS[dimension][locale], label(dimension, code)[locale], tally.counts[dimension][nth]!),
        ),
      ),
      ...noted(CHANGE_WORDS.undecided[locale], tally.missing, (id) => factLabel(id)[locale]),
      ...noted(ANSWER_WORDS.ineligible[locale], tally.refused, (id) => reason(id)[locale]),
      ...lineRows(fundYears(tally, lines ?? [], label), locale),
    ],
  }
}

/** Each budget line under a heading of its own: what it has, what others took, what is drawn, when it is used up. */
function lineRows(funds: readonly FundYearShape[], locale: Locale): (string | number)[][] {
  const { line, appropriated, others, drawnBefore, drawn, left, breaksBefore, breaksIn } = words.lines
  const head = [line, appropriated, others, drawnBefore, drawn, left, breaksBefore, breaksIn].map(
    (each) => each[locale],
  )
  const rows = funds.flatMap(({ year, lines }) =>
    lines.map((each) => [
      `${each.name} ${year}`,
      yuan(each.appropriatedFen),
      yuan(each.othersFen),
      yuan(each.before.drawnFen),
      yuan(each.after.drawnFen),
      yuan(each.after.leftFen),
      each.before.breaksIn ?? '',
      each.after.breaksIn ?? '',
    ]),
  )
  return rows.length === 0 ? [] : [[], head, ...rows]
}

async function cases(tx: Tx, asked: TrialRow, filter: Filter, locale: Locale): Promise<Told> {
  const trial = withSums(asked, true)
  const found = await findCases(tx, trial, filter, { limit: MOST_EXPORTED })
  if (found.next !== null) throw new Problem('not-acceptable', words.tooMany(MOST_EXPORTED))
  const shown = await casesShown(tx, trial, found.items, await labelsOf(tx, trial.tally.codes))
  const { columns } = words
  const titles = [columns.on, columns.who, DIMENSION_WORDS.provider, DIMENSION_WORDS.group, columns.change]
  return {
    columns: [...titles, columns.was, columns.before, columns.now, columns.after, columns.why].map(
      (each) => each[locale],
    ),
    rows: shown.map((each) => [
      each.on,
      each.maskedName,
      each.provider[locale],
      each.group[locale],
      CHANGE_WORDS[each.change][locale],
      ANSWER_WORDS[each.before.answer][locale],
      yuan(each.before.fen),
      ANSWER_WORDS[each.after.answer][locale],
      yuan(each.after.fen),
      each.why.map((why) => why[locale]).join('；'),
    ]),
  }
}
