import { type Locale, Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { writeTable } from '../../../platform/office/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { casesShown } from './case-shown.ts'
import type { CaseFilter } from './contract.ts'
import { findCases } from './finding.ts'
import { CHANGES, type Count, DIMENSIONS } from './rules.ts'
import { factLabel, labelsOf, reasonLabels } from './showing.ts'
import type { TrialRow } from './store.ts'
import { ANSWER_WORDS, CHANGE_WORDS, DIMENSION_WORDS, words } from './words.ts'

const MOST_EXPORTED = 5_000

const yuan = (fen: number | string): number => Number(fen) / 100

/** A trial as a workbook: every sum, or the cases that are filtered. */
export async function exportedTrial(
  tx: Tx,
  trial: TrialRow,
  { what, ...filter }: CaseFilter & { readonly what: 'sums' | 'cases' },
  { locale, now }: { readonly locale: Locale; readonly now: Date },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { names, tally } = trial
  if (!names || !tally || (what === 'cases' && trial.status !== 'done'))
    throw new Problem('conflict', words.noCases, { code: 'trial-without-cases' })
  const table =
    what === 'sums'
      ? await sums(tx, { ...trial, tally }, locale)
      : await cases(tx, { ...trial, names, tally }, filter, locale)
  const before = trial.beforeNamed ? words.about('', trial.beforeNamed.version) : words.asDecided
  const title = `${words.exportName[locale]} ${words.about(trial.afterNamed.title[locale], trial.afterNamed.version)[locale]}`
  const lines = [`${words.period(trial.from, trial.to)[locale]} · ${before[locale].trim()}`]
  return { fileName: `${title}-${civilDateOf(now)}.xlsx`, bytes: await writeTable({ title, lines, ...table }) }
}

async function sums(
  tx: Tx,
  { tally, afterNamed }: TrialRow & { tally: NonNullable<TrialRow['tally']> },
  locale: Locale,
) {
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
    ],
  }
}

async function cases(
  tx: Tx,
  trial: TrialRow & { readonly names: NonNullable<TrialRow['names']>; readonly tally: NonNullable<TrialRow['tally']> },
  filter: CaseFilter,
  locale: Locale,
) {
  const found = await findCases(tx, trial, { ...filter, sort: 'day' }, { limit: MOST_EXPORTED })
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
