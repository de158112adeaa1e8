import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listRolesOf, ROLES } from '../../access/public.ts'
import { listPersons } from '../../people/public.ts'
import { columnLetters } from '../../../platform/office/public.ts'
import { civilDate, type CivilDate, fenToText, levelName, yearOf } from '../../values/public.ts'
import type { LedgerAnswer, SourceLine, SourceShown } from './contract.ts'
import { gapsOf } from '../../policy/public.ts'
import type { LedgerOutcome } from './importing.ts'
import { listTotals } from './payment-store.ts'
import { findWithdrawal, type HistorySource, listLedgers, listPeopleOf } from './source-store.ts'
import type { HistoryTerms } from './terms.ts'

/** Who did something, by post. */
export async function postsOf(tx: Tx, accountIds: readonly string[]): Promise<(accountId: string) => Sentence> {
  const roles = await listRolesOf(tx, accountIds)
  return (accountId) => {
    const posts = (roles.get(accountId) ?? []).map((role) => ROLES[role])
    return { zh: posts.map((post) => post.zh).join('、'), en: posts.map((post) => post.en).join(', ') }
  }
}

export const familyShown = (terms: HistoryTerms) => (code: string) => ({
  code,
  label: terms.families.find((each) => each.code === code)?.label ?? { zh: code, en: code },
})

/** Sources as lines of a list. */
export async function sourcesShown(
  tx: Tx,
  terms: HistoryTerms,
  sources: readonly HistorySource[],
): Promise<SourceLine[]> {
  const postOf = await postsOf(
    tx,
    sources.map((each) => each.accountId),
  )
  return sources.map((source) => ({
    id: source.id,
    kind: source.kind,
    source: source.source,
    families: source.families.map(familyShown(terms)),
    coversFrom: source.coversFrom,
    coversTo: source.coversTo,
    group: source.group,
    fileName: source.fileName,
    rowCount: source.rowCount,
    amountFen: fenToText(source.amountFen),
    doubtCount: source.doubts.length,
    withdrawn: source.withdrawn,
    by: { post: postOf(source.accountId), at: source.businessAt.toISOString() },
  }))
}

export async function sourceShown(tx: Tx, terms: HistoryTerms, source: HistorySource): Promise<SourceShown> {
  const [line] = await sourcesShown(tx, terms, [source])
  const people = await listPeopleOf(tx, source.id)
  const persons = await listPersons(
    tx,
    people.map((each) => each.personId),
  )
  const withdrawal = await findWithdrawal(tx, source.id)
  const postOf = await postsOf(tx, withdrawal ? [withdrawal.accountId] : [])
  const totals = await listTotals(tx, source.id)
  return {
    ...line!,
    hasFile: source.fileId !== null,
    columnsRead: [...source.columnsRead],
    doubts: [...source.doubts],
    totals: totals.map((each) => ({
      year: each.year,
      family: familyShown(terms)(each.family),
      level: each.level && levelName(each.level),
      rows: each.rows,
      amountFen: fenToText(each.amountFen),
    })),
    people: people.map(({ personId, answer }) => ({
      personId,
      maskedName: persons.get(personId)?.maskedName ?? '',
      maskedIdentity: persons.get(personId)?.maskedIdentity ?? '',
      answer,
    })),
    withdrawal: withdrawal
      ? {
          reason: withdrawal.reason,
          by: { post: postOf(withdrawal.accountId), at: withdrawal.at.toISOString() },
        }
      : null,
  }
}

/** What came of a file, as it is told. */
export async function outcomeShown(tx: Tx, terms: HistoryTerms, outcome: LedgerOutcome): Promise<LedgerAnswer> {
  if (outcome.kind === 'imported') {
    const [source] = await sourcesShown(tx, terms, [outcome.source])
    return { outcome: 'imported', source: source!, before: outcome.before }
  }
  const { head, columns, unknown } = outcome.survey
  if (outcome.kind === 'wordings') return { outcome: 'wordings', wordings: [...unknown] }
  return {
    outcome: 'columns',
    headerRow: head.headerRow,
    columns: columns.map(({ column, text, key, meaning, said, samples }) => ({
      column: columnLetters(column),
      heading: text,
      key,
      meaning,
      said,
      samples: [...samples],
    })),
    missing: [...outcome.missing],
  }
}

/** Year by year and family by family, what is known of everybody: the newest year first. */
export async function coverageShown(tx: Tx, terms: HistoryTerms, today: CivilDate) {
  const ledgers = await listLedgers(tx)
  const counted = terms.families.filter((family) => family.code !== 'OTHER')
  const here: Sentence = { zh: '本平台发放', en: 'Paid here' }
  const spansOf = (family: string) => [
    ...ledgers
      .filter((each) => each.families.includes(family) && each.coversFrom !== null)
      .map((each) => ({
        from: civilDate(each.coversFrom!),
        to: civilDate(each.coversTo),
        source: { zh: each.source, en: each.source },
        sourceId: each.id as string | null,
      })),
    ...Object.entries(terms.paidHereSince)
      .filter(([code]) => code === family)
      .map(([, from]) => ({ from: civilDate(from), to: today, source: here, sourceId: null })),
  ]
  const [first, last] = [yearOf(terms.since), yearOf(today)]
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => last - at)
  return {
    since: terms.since,
    families: counted.map(({ code, label }) => ({ code, label })),
    years: years.map((year) => ({
      year,
      cells: counted.map(({ code }) => {
        const end = civilDate(`${year}-12-31`)
        const window = { from: later(civilDate(`${year}-01-01`), terms.since), to: end < today ? end : today }
        const spans = spansOf(code).filter((span) => span.from <= window.to && span.to >= window.from)
        const gaps = gapsOf(spans, window)
        const none = gaps.length === 1 && gaps[0]!.from === window.from && gaps[0]!.to === window.to
        const known = gaps.length === 0 ? ('whole' as const) : none ? ('none' as const) : ('part' as const)
        return {
          family: code,
          known,
          spans: spans.map((span) => ({
            ...span,
            from: later(span.from, window.from),
            to: span.to < window.to ? span.to : window.to,
          })),
        }
      }),
    })),
  }
}

const later = (a: CivilDate, b: CivilDate) => (a > b ? a : b)
