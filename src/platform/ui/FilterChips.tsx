import { useWords } from './language.tsx'
import { words } from './words.ts'

export type Chip =
  | { key: string; label: string; count?: number; on: boolean; toggle: () => void }
  | { key: string; label: string; remove: () => void }

/** A chip for each of some values, of which one is chosen at most: pressed again it is not any more. */
export const chipsOf = <Value extends string>(
  values: readonly Value[],
  chosen: string | undefined,
  label: (value: Value) => string,
  choose: (value: Value | '') => void,
): Chip[] =>
  values.map((value) => ({
    key: value,
    label: label(value),
    on: value === chosen,
    toggle: () => choose(value === chosen ? '' : value),
  }))

/** Filters as chips: some are switched on and off, some (a chosen occupation) are only taken away. */
export function FilterChips({ chips, onClear }: { chips: readonly Chip[]; onClear?: (() => void) | false }) {
  const say = useWords(words)
  return (
    <fieldset className="sj-chips">
      <legend className="sj-aloud">{say.filters}</legend>
      {chips.map((chip) =>
        'remove' in chip ? (
          <button
            type="button"
            className="sj-chip"
            key={chip.key}
            aria-label={say.removeFilter(chip.label)}
            onClick={chip.remove}
          >
            {chip.label} <span aria-hidden>×</span>
          </button>
        ) : (
          <button type="button" className="sj-chip" key={chip.key} aria-pressed={chip.on} onClick={chip.toggle}>
            {chip.label}
            {chip.count === undefined ? null : <span className="sj-num"> {chip.count}</span>}
          </button>
        ),
      )}
      {onClear ? (
        <button type="button" className="sj-plain" onClick={onClear}>
          {say.clearFilters}
        </button>
      ) : null}
    </fieldset>
  )
}
