import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { whoOf } from '../../access/public.ts'
import { listOrganisationNames } from '../../people/public.ts'
import { AMOUNT, contentHash, FACT_DICTIONARY, readPack } from '../../policy/public.ts'
import { listCodes, listTowns } from '../../reference/public.ts'
import type { CountedShape, CountShape, FundYearShape, NotedShape, TrialDetail, TrialShape } from './contract.ts'
import { type Count, courseOf, DIMENSIONS, type Dimension, type LineCourse, NOT_KNOWN, SOURCES } from './rules.ts'
import type { FundLine, ListedTrial, Named } from './store.ts'
import type { KeptTally } from './tally.ts'
import { ageWords, NOT_KNOWN_WORDS, SEX_WORDS } from './words.ts'

const same = (text: string): Sentence => ({ zh: text, en: text })

export type Labels = (dimension: Dimension, code: string) => Sentence

/** What the codes of a trial are called. */
export async function labelsOf(tx: Tx, codes: KeptTally['codes']): Promise<Labels> {
  const names = async (list: string) =>
    new Map((await listCodes(tx, list)).map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]))
  const [funds, groups] = [await names('funds'), await names('person-groups')]
  const towns = new Map((await listTowns(tx)).map(({ nameZh, nameEn }) => [nameZh, { zh: nameZh, en: nameEn }]))
  const providers = await listOrganisationNames(
    tx,
    codes.provider.filter((id) => id !== NOT_KNOWN),
  )
  const found: Record<Dimension, (code: string) => Sentence | undefined> = {
    month: same,
    fund: (code) => funds.get(code),
    town: (code) => towns.get(code),
    provider: (code) => {
      const name = providers.get(code)
      return name === undefined ? undefined : same(name)
    },
    group: (code) => groups.get(code) ?? FACT_DICTIONARY.get('person.group')?.codes?.[code],
    sex: (code) => SEX_WORDS[code],
    age: ageWords,
  }
  return (dimension, code) => (code === NOT_KNOWN ? NOT_KNOWN_WORDS : (found[dimension](code) ?? same(code)))
}

/** How a document is called, and its conditions: told without reading it again. */
export function namedOf(document: unknown): Named {
  const pack = readPack(document)
  const { scheme, version, title, amount, stacking, window } = pack
  const parts = [...(pack.scope ?? []), ...pack.conditions, ...(pack.limits ?? [])]
  return {
    scheme,
    version,
    title,
    reasons: {
      ...(stacking ? { stacking: stacking.label } : {}),
      ...(window ? { window: window.label } : {}),
      ...Object.fromEntries(parts.map(({ id, label }) => [id, label])),
      [AMOUNT]: amount.label,
    },
  }
}

export const reasonLabels =
  ({ reasons }: Named) =>
  (id: string): Sentence =>
    reasons[id] ?? same(id)

export const factLabel = (key: string): Sentence => FACT_DICTIONARY.get(key.split('@')[0]!)?.label ?? same(key)

const fenText = (fen: number): string => String(fen)

export const countShown = (count: Count): CountShape => ({
  ...count,
  beforeFen: fenText(count.beforeFen),
  afterFen: fenText(count.afterFen),
  gainFen: fenText(count.gainFen),
  lossFen: fenText(count.lossFen),
})

const titled = ({ scheme, version, title }: Named, sha256: Buffer) => ({
  scheme,
  version,
  title,
  sha256: sha256.toString('hex'),
})

export async function trialsShown(tx: Tx, rows: readonly ListedTrial[], accountId: string): Promise<TrialShape[]> {
  const who = await whoOf(
    tx,
    rows.map((row) => row.accountId),
  )
  return rows.map((row) => ({
    id: row.id,
    after: titled(row.afterNamed, row.afterSha256),
    draftId: row.draftId,
    before: row.beforeNamed && row.beforeSha256 ? titled(row.beforeNamed, row.beforeSha256) : null,
    valuesOn: row.valuesOn,
    from: row.from,
    to: row.to,
    by: who(row.accountId),
    isOwn: row.accountId === accountId,
    status: row.status,
    casesDone: row.casesDone,
    casesOf: row.casesOf,
    askedAt: row.askedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    all: row.tally ? countShown(row.tally.all) : null,
  }))
}

export async function trialShown(tx: Tx, row: ListedTrial, accountId: string): Promise<TrialDetail> {
  const [header] = await trialsShown(tx, [row], accountId)
  const { tally } = row
  if (!tally) return { ...header!, counts: null, missing: [], refused: [], sources: sourcesShown([0, 0, 0]), funds: [] }
  const label = await labelsOf(tx, tally.codes)
  const reason = reasonLabels(row.afterNamed)
  return {
    ...header!,
    counts: Object.fromEntries(
      DIMENSIONS.map((dimension) => [dimension, countedShown(tally, dimension, label)]),
    ) as TrialDetail['counts'],
    missing: notedShown(tally.missing, factLabel),
    refused: notedShown(tally.refused, reason),
    sources: sourcesShown(tally.sources),
    funds: fundYears(tally, row.lines ?? [], label),
  }
}

function countedShown({ codes, counts }: KeptTally, dimension: Dimension, label: Labels): CountedShape[] {
  const shown = codes[dimension].map((code, nth) => ({
    code,
    label: label(dimension, code),
    ...countShown(counts[dimension][nth]!),
  }))
  const isOrdered = dimension === 'month' || dimension === 'age'
  return shown.sort((a, b) => (isOrdered ? (a.code < b.code ? -1 : 1) : b.cases - a.cases))
}

const notedShown = (noted: Readonly<Record<string, number>>, label: (id: string) => Sentence): NotedShape[] =>
  Object.entries(noted)
    .map(([code, cases]) => ({ code, label: label(code), cases }))
    .sort((a, b) => b.cases - a.cases)

const sourcesShown = (counts: readonly number[]): TrialDetail['sources'] =>
  Object.fromEntries(SOURCES.map((source, nth) => [source, counts[nth] ?? 0])) as TrialDetail['sources']

const drawnShown = ({ drawnFen, leftFen, breaksIn }: LineCourse) => ({
  drawnFen: fenText(drawnFen),
  leftFen: fenText(leftFen),
  breaksIn,
})

/** Each fund in each year, month by month, and how its lines bear what the document costs. */
export function fundYears(
  { codes, monthFunds }: KeptTally,
  lines: readonly FundLine[],
  label: Labels,
): FundYearShape[] {
  const years = [...new Set(codes.month.map((month) => Number(month.slice(0, 4))))].sort((a, b) => a - b)
  return codes.fund.flatMap((fund) =>
    years.flatMap((year) => {
      const months = Object.entries(monthFunds)
        .filter(([key]) => key.startsWith(`${year}-`) && key.slice(8) === fund)
        .map(([key, cost]) => ({ month: key.slice(0, 7), ...cost }))
        .sort((a, b) => (a.month < b.month ? -1 : 1))
      if (months.length === 0) return []
      const own = lines.filter((line) => line.fund === fund && line.year === year)
      const course = (of: 'beforeFen' | 'afterFen') =>
        courseOf(
          year,
          own,
          months.map((each) => ({ month: each.month, fen: each[of] })),
        )
      const [was, is] = [course('beforeFen'), course('afterFen')]
      const shown = ({ neededFen, lackingFen, breaksIn }: typeof is) => ({
        neededFen: fenText(neededFen),
        lackingFen: fenText(lackingFen),
        breaksIn,
      })
      return {
        fund,
        label: label('fund', fund),
        year,
        months: months.map(({ month, beforeFen, afterFen }) => ({
          month,
          beforeFen: fenText(beforeFen),
          afterFen: fenText(afterFen),
        })),
        before: shown(was),
        after: shown(is),
        lines: is.lines.map((line, nth) => ({
          id: line.id,
          name: line.name,
          appropriatedFen: fenText(line.appropriatedFen),
          othersFen: fenText(line.othersFen),
          before: drawnShown(was.lines[nth]!),
          after: drawnShown(line),
          months: line.months.map(({ month, othersFen, drawnFen, leftFen }) => ({
            month,
            othersFen: fenText(othersFen),
            drawnFen: fenText(drawnFen),
            leftFen: fenText(leftFen),
          })),
        })),
      }
    }),
  )
}

export const hashOf = (document: unknown): Buffer => Buffer.from(contentHash(document), 'hex')
