import type { Sentence } from '../../../../../platform/contract/public.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { withSteps } from '../amount/steps.ts'
import { valueAt, withValue } from '../document/paths.ts'
import { parametersOf, type PlacedTable, type WrittenParameter } from '../document/tables.ts'
import { freshId } from '../sentences/build.ts'
import { withEntryFrom } from '../values/dates.ts'
import type { Figure } from './figures.ts'

/** The clause and the example's mark of what stands around a place: of a step, a limit, or the amount. */
function basisOf(document: PackDocument, path: readonly (string | number)[]): { cite: string; placeholder?: true } {
  for (let length = path.length; length > 0; length -= 1) {
    const held = valueAt(document, path.slice(0, length)) as { cite?: string; placeholder?: true } | undefined
    if (typeof held === 'object' && held?.cite)
      return { cite: held.cite, ...(held.placeholder ? { placeholder: true } : {}) }
  }
  return document.amount
}

function withParameter(
  document: PackDocument,
  stem: string,
  parameter: WrittenParameter,
): { name: string; document: PackDocument } {
  const name = freshId(
    parametersOf(document).map((each) => each.name),
    stem,
  )
  return { name, document: withValue(document, ['parameters', name], parameter) }
}

/** A figure of a step or a limit as a value by dates: what it was from the first day in force, and the same again from a day on, to be changed. */
export function figureByDates(document: PackDocument, { path, label, value }: Figure, from: string): PackDocument {
  const first = { from: document.inForce.from, value: value as number, ...basisOf(document, path) }
  const added = withParameter(document, 'value', { label, values: withEntryFrom([first], from) })
  return withValue(added.document, path, { parameter: added.name })
}

/** A table of the amount itself as one by dates; a single table becomes a step that reads it. */
export function tableByDates(
  document: PackDocument,
  placed: Pick<PlacedTable, 'path' | 'label'>,
  from: string,
): PackDocument {
  const isSingle = placed.path.length === 2
  const stepped = isSingle ? withSteps(document) : document
  const path = isSingle ? ['amount', 'steps', 0, 'table'] : placed.path.slice(0, -1)
  const { axes, rows } = valueAt(stepped, path) as { axes: PlacedTable['table']['axes']; rows: never }
  const first = { from: document.inForce.from, rows, ...basisOf(stepped, path) }
  const added = withParameter(stepped, 'table', {
    label: placed.label,
    axes: [...axes],
    tables: withEntryFrom([first], from),
  })
  return withValue(added.document, path, { parameter: added.name })
}

/** What a new value, list or table begins as, from the first day in force. */
export function newParameter(
  document: PackDocument,
  kind: 'values' | 'lists' | 'tables',
  label: Sentence,
  axis: string,
): PackDocument {
  const entry = { from: document.inForce.from, cite: document.amount.cite }
  const parameter: WrittenParameter =
    kind === 'values'
      ? { label, values: [{ ...entry, value: 0 }] }
      : kind === 'lists'
        ? { label, lists: [{ ...entry, value: [] }] }
        : { label, axes: [axis], tables: [{ ...entry, rows: [] }] }
  return withParameter(document, kind.slice(0, -1), parameter).document
}

/** Whether anything in a document reads a value by its name. */
export function isNamed(document: unknown, name: string): boolean {
  if (typeof document !== 'object' || document === null) return false
  if ('parameter' in document && document.parameter === name) return true
  return Object.values(document).some((held) => isNamed(held, name))
}
