import { type Sentence } from '../../../platform/contract/public.ts'
import type { CompiledStep } from '../deciding/amounts.ts'
import { AMOUNT } from '../deciding/decide.ts'
import { slotsRead } from '../deciding/conditions.ts'
import type { Slot } from '../deciding/slots.ts'
import type { Facts, FactScalar } from '../facts/facts.ts'
import { type Rows, tableIn } from '../packs/amount.ts'
import { factsOf } from '../packs/cases.ts'
import { entryOn } from '../packs/pack-parameters.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import { type Linted, placeOf } from './linted.ts'
import { axesOf, findFacts, OTHER_TEXTS, sayFacts, type Wanted, wanted, wantedOf } from './suppose.ts'
import { sayFirst } from './words.ts'

type Column = {
  readonly slot: Slot
  readonly bands: readonly (number | string)[] | undefined
  /** The values that rows have, or the bands. */
  readonly named: readonly FactScalar[]
}

type Table = {
  readonly step: CompiledStep
  readonly columns: readonly Column[]
  readonly rows: Rows
  readonly at: readonly PropertyKey[]
}

/** Who meets every condition and finds no rate, and rates that nobody finds. */
export function tableFindings(linted: Linted): LintFinding[] {
  return linted.parts.steps.flatMap((step) => {
    const table = tableOf(linted, step)
    return table ? [...gaps(linted, table), ...unreachable(linted, table)] : []
  })
}

function tableOf({ parts, program }: Linted, compiled: CompiledStep): Table | undefined {
  const { step, axes } = compiled
  const written = tableIn(step)
  if (!axes || !written) return undefined
  const columns = axesOf(parts.pack, step).map((axis, index): Column => {
    const { slot, values } = axes[index]!
    const bands = typeof axis === 'object' ? axis.bands : undefined
    return { slot, bands, named: bands ?? values }
  })
  const place = placeOf(parts, step.id)
  const { table, path } = written
  if ('rows' in table) {
    const at = place.length > 1 ? [...place, ...path, 'rows'] : [...place, 'rows']
    return { step: compiled, columns, rows: table.rows, at }
  }
  const held = parts.pack.parameters?.[table.parameter]
  if (!held || !('tables' in held)) return undefined
  const entry = entryOn(held.tables, program.on)
  const at = ['parameters', table.parameter, 'tables', entry ? held.tables.indexOf(entry) : 0, 'rows']
  return entry && { step: compiled, columns, rows: entry.rows, at }
}

/** The row's value for a fact: its band's beginning, or the value itself. */
function cellFor({ bands }: Column, value: FactScalar): FactScalar | undefined {
  if (!bands) return value
  return bands.findLast((band) => typeof value === typeof band && band <= (value as typeof band))
}

/** A fact of a kind that a cell is for. */
function isIn(column: Column, cell: FactScalar | undefined): Wanted {
  return wantedOf(column.slot, (value) => JSON.stringify(cellFor(column, value)) === JSON.stringify(cell))
}

function reaching({ eligible, domains }: Linted, { step }: Table, cells: readonly Wanted[]) {
  return findFacts(domains, [...eligible, ...(step.when ? [wanted(step.when)] : []), ...cells])
}

function gaps(linted: Linted, table: Table): LintFinding[] {
  const { step, columns, rows } = table
  const written = new Set(rows.map((row) => JSON.stringify(row.at)))
  const blank = product(columns.map(({ named }) => named)).filter((cells) => !written.has(JSON.stringify(cells)))
  const found: { facts: Facts; slots: Slot[] }[] = []
  if (!isSaid(linted, table, (cells) => cells.every((cell, index) => isNamed(columns[index]!, cell))))
    for (const cells of blank) {
      const facts = reaching(
        linted,
        table,
        cells.map((cell, index) => isIn(columns[index]!, cell)),
      )
      if (typeof facts !== 'string') found.push({ facts, slots: columns.map(({ slot }) => slot) })
    }
  const inside = found.length === 0 ? [] : [gapFinding('table-gap', table, found)]
  const outside = columns.flatMap((column, index) => {
    if (isSaid(linted, table, (cells) => !isNamed(column, cells[index]))) return []
    const missing = unnamed(linted, column).flatMap(({ value, listed }) => {
      const facts = reaching(linted, table, [wantedOf(column.slot, (each) => each === value)])
      return typeof facts === 'string' ? [] : [{ facts, slots: [column.slot], listed }]
    })
    const listed = missing.filter((each) => each.listed)
    const others = missing.filter((each) => !each.listed)
    return [
      ...(listed.length > 0 ? [gapFinding('table-gap', table, listed)] : []),
      ...(others.length > 0 ? [gapFinding('table-outside', table, others)] : []),
    ]
  })
  return [...inside, ...outside]

  function gapFinding(rule: 'table-gap' | 'table-outside', { at }: Table, all: { facts: Facts; slots: Slot[] }[]) {
    const said: Sentence = sayFirst(all.map(({ slots, facts }) => sayFacts(slots, facts)))
    const { label, cite } = step.step
    const wrong = {
      zh: `“${label.zh}”中没有这些情形的标准(${said.zh})`,
      en: `“${label.en}” has no rate for ${said.en}`,
    }
    const reads = [...step.slots, ...linted.parts.conditions.flatMap(({ node }) => slotsRead(node))]
    return lintFinding(rule, { clause: cite, at, wrong, witness: sayFacts(reads, all[0]!.facts) })
  }
}

const isNamed = (column: Column, value: FactScalar | undefined) => {
  const cell = value === undefined ? undefined : cellFor(column, value)
  return cell !== undefined && column.named.includes(cell)
}

/** Whether a case of the pack says itself that there is no rate there. */
function isSaid({ parts }: Linted, { columns }: Table, fits: (cells: readonly (FactScalar | undefined)[]) => boolean) {
  return parts.pack.cases.some((golden) => {
    if (!('ineligible' in golden.expect) || !golden.expect.ineligible.includes(AMOUNT)) return false
    const facts = factsOf(golden, parts.pack.cases)
    return fits(
      columns.map(({ slot }) => {
        const value = facts[slot.key]
        return value?.state === 'known' ? value.value : undefined
      }),
    )
  })
}

/** Values that no row has: those a condition lists, and where there are only so many, every other. */
function unnamed({ parts, domains }: Linted, column: Column): { value: FactScalar; listed: boolean }[] {
  const { slot, bands } = column
  const { type } = slot.definition
  const isOpen =
    type === 'text' || type === 'ratio' || type === 'date' || (!bands && (type === 'integer' || type === 'money'))
  const written = [...(parts.pack.scope ?? []), ...parts.pack.conditions].filter(
    (each) => each.fact === slot.fact && each.at === slot.at,
  )
  const listing = written.flatMap(({ oneOf, is }) => (Array.isArray(oneOf) ? oneOf : is === undefined ? [] : [is]))
  return (domains.get(slot.key)?.values ?? []).flatMap((each) => {
    if (each.state !== 'known' || OTHER_TEXTS.includes(each.value) || isNamed(column, each.value)) return []
    const listed = listing.some((value) => value === each.value)
    return isOpen && !listed ? [] : [{ value: each.value, listed }]
  })
}

function unreachable(linted: Linted, table: Table): LintFinding[] {
  const { step, columns, rows, at } = table
  return rows.flatMap((row, index) => {
    if (
      reaching(
        linted,
        table,
        row.at.map((cell, axis) => isIn(columns[axis]!, cell)),
      ) !== 'none'
    )
      return []
    const said = row.at.map((cell, axis) => columns[axis]!.slot.said(cell))
    const { label, cite } = step.step
    const wrong = {
      zh: `“${label.zh}”中“${said.map(({ zh }) => zh).join('、')}”一行没有人能用到`,
      en: `nobody comes to the row “${said.map(({ en }) => en).join(', ')}” of “${label.en}”`,
    }
    return [lintFinding('row-unreachable', { clause: cite, at: [...at, index], wrong })]
  })
}

export function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap((head) => list.map((each) => [...head, each])), [[]])
}
