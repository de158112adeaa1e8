import type { Sentence } from '../../../../../platform/contract/public.ts'
import { MOMENT_WORDS } from '../../../deciding/words.ts'
import type { FactDictionary } from '../../../facts/facts.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { sayStep } from '../amount/say-step.ts'
import { sayExpect } from '../cases/say-expect.ts'
import { sayLimit } from '../conditions/say-limit.ts'
import { sameContent } from '../document/paths.ts'
import { isTables, parametersOf, type WrittenParameter } from '../document/tables.ts'
import { amountText } from '../grid/amount-cells.ts'
import { headOf } from '../grid/axes.ts'
import { type Row, sayCombination, type Table } from '../grid/grid.ts'
import { sayPart, type Speaking } from '../sentences/say.ts'
import { kindOfParameter, kindOfValue, sayHeld } from '../values/kinds.ts'

/** One thing that a document says otherwise than another: which part, what it said and what it says, in words. */
export type Difference = {
  /** The place in the document, for finding the part. */
  readonly at: string
  readonly label: Sentence
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before?: Sentence | undefined
  readonly after?: Sentence | undefined
}

type Saying = (held: never, of: Speaking) => Sentence

/** Named parts: by what they are named, what they are called and what they say. */
const LISTS: Readonly<
  Record<'scope' | 'conditions' | 'exceptions' | 'limits' | 'cases', { key: 'id' | 'name'; say: Saying }>
> = {
  scope: { key: 'id', say: (held, of) => sayPart(held, of) },
  conditions: { key: 'id', say: (held, of) => sayPart(held, of) },
  exceptions: { key: 'id', say: ({ when }: { when: never }, of) => sayPart(when, of) },
  limits: { key: 'id', say: (held, of) => sayLimit(held, of) },
  cases: { key: 'name', say: ({ expect }: { expect: never }, { document }) => sayExpect(expect, document) },
}

/** Parts of which there is one, or a plain value. */
const SINGLE = [
  'title',
  'authority',
  'funds',
  'record',
  'replaces',
  'corrects',
  'manual',
  'trigger',
  'beneficiary',
  'payee',
  'family',
  'window',
  'stacking',
  'together',
  'instalments',
  'checks',
] as const

/** Everything in which a scheme differs from the version before it, part by part. */
export function differencesOf(before: PackDocument, after: PackDocument, dictionary: FactDictionary): Difference[] {
  const speaking = [before, after].map((document): Speaking => ({ document, dictionary })) as [Speaking, Speaking]
  return [
    ...one('inForce', { zh: 'inForce', en: 'inForce' }, before.inForce, after.inForce, sayInForce),
    ...SINGLE.flatMap((part) => single(part, before[part], after[part])),
    ...inClauses(before, after),
    ...inAmount(before, after, speaking),
    ...inParameters(before, after, dictionary),
    ...(Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((list) => inList(list, speaking)),
    ...unknownParts(before, after),
  ]
}

function sayInForce({ by, from, to }: PackDocument['inForce']): Sentence {
  const { zh, en } = MOMENT_WORDS[by]
  return { zh: `${zh},${from} 起${to ? `至 ${to}` : ''}`, en: `${en}, from ${from}${to ? ` to ${to}` : ''}` }
}

function single(part: string, before: unknown, after: unknown): Difference[] {
  if (sameContent(before, after)) return []
  const label = { zh: part, en: part }
  if (before === undefined) return [{ at: part, label, kind: 'added', after: generic(after) }]
  if (after === undefined) return [{ at: part, label, kind: 'removed', before: generic(before) }]
  return [{ at: part, label, kind: 'changed', before: generic(before), after: generic(after) }]
}

/** What has no words of its own: words where it has some, otherwise as it is written. */
function generic(held: unknown): Sentence {
  if (typeof held === 'object' && held !== null) {
    if ('zh' in held && 'en' in held) return held as Sentence
    const parts = Object.entries(held).flatMap(([member, value]) => {
      if (member === 'label' || member === 'id' || value === undefined) return []
      const said = generic(value)
      return [
        Array.isArray(held) || member === 'versions'
          ? said
          : { zh: `${member} ${said.zh}`, en: `${member} ${said.en}` },
      ]
    })
    return { zh: parts.map(({ zh }) => zh).join(','), en: parts.map(({ en }) => en).join(', ') }
  }
  return { zh: String(held), en: String(held) }
}

type Named = { readonly label?: Sentence } & Readonly<Record<string, unknown>>

function inList(list: keyof typeof LISTS, [from, to]: readonly [Speaking, Speaking]): Difference[] {
  const { key, say } = LISTS[list]
  const all = ({ document }: Speaking) => (document[list] ?? []) as unknown as Named[]
  const nameOf = (each: Named) => String(each[key])
  return matched(all(from), all(to), nameOf).flatMap(([before, after]) => {
    const name = nameOf((after ?? before)!)
    const index = all(after ? to : from).findIndex((each) => nameOf(each) === name)
    const label = (after ?? before)!.label ?? { zh: name, en: name }
    return one(`${list}.${index}`, label, before, after, (held, isAfter) => say(held as never, isAfter ? to : from))
  })
}

/** Parts of both by their names: those of the first, then those that only the second has. */
function matched<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (each: T) => string,
): (readonly [T | undefined, T | undefined])[] {
  const later = new Map(after.map((each) => [nameOf(each), each]))
  const earlier = new Map(before.map((each) => [nameOf(each), each]))
  return [
    ...before.map((each) => [each, later.get(nameOf(each))] as const),
    ...after.filter((each) => !earlier.has(nameOf(each))).map((each) => [undefined, each] as const),
  ]
}

function one<T>(
  at: string,
  label: Sentence,
  before: T | undefined,
  after: T | undefined,
  say: (held: T, isAfter: boolean) => Sentence,
): Difference[] {
  if (sameContent(before, after)) return []
  const said = {
    ...(before === undefined ? {} : { before: say(before, false) }),
    ...(after === undefined ? {} : { after: say(after, true) }),
  }
  return [{ at, label, kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed', ...said }]
}

function inClauses(before: PackDocument, after: PackDocument): Difference[] {
  const entries = ({ clauses }: PackDocument) => Object.entries(clauses)
  return matched(entries(before), entries(after), ([id]) => id).flatMap(([from, to]) => {
    const [id, clause] = (to ?? from)!
    const name = `${clause.doc}${clause.article}`
    return one(`clauses.${id}`, { zh: name, en: name }, from?.[1], to?.[1], ({ doc, article, text, placeholder }) => {
      const said = `${doc}${article}:${text}`
      return placeholder ? { zh: `${said}(示例)`, en: `${said} (example)` } : { zh: said, en: said }
    })
  })
}

function inAmount(before: PackDocument, after: PackDocument, [from, to]: readonly [Speaking, Speaking]): Difference[] {
  const [a, b] = [before.amount, after.amount]
  if (sameContent(a, b)) return []
  if (a.rows && b.rows && a.axes && b.axes)
    return inTable(
      'amount.rows',
      b.label,
      { axes: a.axes, rows: a.rows },
      { axes: b.axes, rows: b.rows },
      from.dictionary,
    )
  const steps = matched(a.steps ?? [], b.steps ?? [], ({ id }) => id).flatMap(([earlier, later]) => {
    const step = (later ?? earlier)!
    const index = (later ? b : a).steps!.indexOf(step)
    const tables = [earlier?.table, later?.table].map((table) => (table && 'rows' in table ? table : undefined))
    if (earlier && later && tables[0] && tables[1] && sameContent({ ...earlier, table: 0 }, { ...later, table: 0 }))
      return inTable(`amount.steps.${index}.table.rows`, step.label, tables[0], tables[1], from.dictionary)
    return one(`amount.steps.${index}`, step.label, earlier, later, (held, isAfter) =>
      sayStep(held, isAfter ? to : from),
    )
  })
  const single = [a, b].map((each) => ({ ...each, steps: undefined }))
  return [
    ...steps,
    ...(sameContent(single[0], single[1]) ? [] : [{ at: 'amount', label: b.label, kind: 'changed' as const }]),
  ]
}

/** Cell by cell: which combinations have another amount. */
function inTable(at: string, label: Sentence, before: Table, after: Table, dictionary: FactDictionary): Difference[] {
  const heads = after.axes.map((axis) => headOf(axis, dictionary))
  const axes: Difference[] = sameContent(before.axes, after.axes)
    ? []
    : [{ at, label, kind: 'changed', before: sayAxes(before, dictionary), after: sayAxes(after, dictionary) }]
  const cells = matched(before.rows, after.rows, (row: Row) => JSON.stringify(row.at)).flatMap(([from, to]) => {
    const row = (to ?? from)!
    const cell = sayCombination(heads, row.at)
    const named = { zh: `${label.zh}:${cell.zh}`, en: `${label.en}: ${cell.en}` }
    return one(at, named, from?.fen, to?.fen, (fen) => ({ zh: `${amountText(fen)} 元`, en: `¥${amountText(fen)}` }))
  })
  return [...axes, ...cells]
}

function sayAxes({ axes }: Table, dictionary: FactDictionary): Sentence {
  const heads = axes.map((axis) => headOf(axis, dictionary))
  const said = heads.map(({ label, bands }) => ({
    zh: `${label.zh}${bands ? `(${bands.join('、')})` : ''}`,
    en: `${label.en}${bands ? ` (${bands.join(', ')})` : ''}`,
  }))
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') }
}

function inParameters(before: PackDocument, after: PackDocument, dictionary: FactDictionary): Difference[] {
  return matched(parametersOf(before), parametersOf(after), ({ name }) => name).flatMap(([from, to]) => {
    const { name, parameter } = (to ?? from)!
    const at = `parameters.${name}`
    if (!from || !to) return one(at, parameter.label, from, to, ({ parameter: held }) => generic(entriesOf(held)))
    const kind = kindOfParameter(after, name, dictionary)
    return matched(entriesOf(from.parameter), entriesOf(to.parameter), (entry) => entry.from).flatMap(
      ([earlier, later]) => {
        const since = (later ?? earlier)!.from
        const label = { zh: `${parameter.label.zh}(自 ${since})`, en: `${parameter.label.en} (from ${since})` }
        if (earlier?.rows && later?.rows && isTables(from.parameter) && isTables(to.parameter)) {
          const beside = one(at, label, without(earlier), without(later), generic)
          return [
            ...beside,
            ...inTable(
              at,
              label,
              { axes: from.parameter.axes, rows: earlier.rows as readonly Row[] },
              { axes: to.parameter.axes, rows: later.rows as readonly Row[] },
              dictionary,
            ),
          ]
        }
        return one(at, label, earlier, later, (entry) => sayEntry(entry, kind ?? kindOfValue([entry.value].flat()[0])))
      },
    )
  })
}

type LookupRow = { readonly at: readonly unknown[]; readonly value: unknown }

type Entry = {
  readonly from: string
  readonly to?: string | undefined
  readonly value?: unknown
  readonly rows?: readonly Row[] | readonly LookupRow[] | undefined
}

function entriesOf(parameter: WrittenParameter): readonly Entry[] {
  if ('values' in parameter) return parameter.values
  if ('lists' in parameter) return parameter.lists
  return 'tables' in parameter ? parameter.tables : parameter.lookups
}

const without = (entry: Entry): Entry => ({ ...entry, rows: undefined })

function sayEntry({ to, value, rows }: Entry, kind: Parameters<typeof sayHeld>[1]): Sentence {
  const ends = to === undefined ? { zh: '', en: '' } : { zh: `(至 ${to})`, en: ` (until ${to})` }
  if (rows && rows.some((row) => 'value' in row)) {
    const said = (rows as readonly LookupRow[])
      .map((row) => `${row.at.join(' ')}: ${JSON.stringify(row.value)}`)
      .join(', ')
    return { zh: `${said}${ends.zh}`, en: `${said}${ends.en}` }
  }
  if (rows) return { zh: `${rows.length} 个标准${ends.zh}`, en: `${rows.length} rates${ends.en}` }
  const said = [value].flat().map((each) => sayHeld(each, kind))
  return {
    zh: `${said.map(({ zh }) => zh).join('、')}${ends.zh}`,
    en: `${said.map(({ en }) => en).join(', ')}${ends.en}`,
  }
}

/** Parts that this editor has no words for. */
function unknownParts(before: PackDocument, after: PackDocument): Difference[] {
  const known = new Set<string>([
    'inForce',
    ...SINGLE,
    ...Object.keys(LISTS),
    'clauses',
    'amount',
    'parameters',
    'scheme',
    'version',
    'region',
    'layers',
    'origins',
  ])
  const [a, b] = [before, after] as unknown as Record<string, unknown>[] as [
    Record<string, unknown>,
    Record<string, unknown>,
  ]
  const others = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((part) => !known.has(part))
  return others.flatMap((part) => single(part, a[part], b[part]))
}
