import { civilDate, isCivilDate, weekday } from '../../../kernel/values/public.ts'
import { DateField, SentenceText, useWords } from '../../../platform/ui/public.ts'
import { type EditRow, isComplete } from './editing.ts'
import { ChoiceSelect, HalfHourSelect, HoursField } from './fields.tsx'
import { pageWords } from './page-words.ts'
import type { SessionGiven } from './shape.ts'
import type { RowFinding } from './useConflicts.ts'

export type Choice = { readonly id: string; readonly name: string }

/** A finding about more rows than this is told once above the grid; its rows only say which check it is. */
const TOLD_IN_ROWS = 2

type GridProps = {
  rows: readonly EditRow[]
  findings: readonly RowFinding[]
  rooms: readonly Choice[]
  instructors: readonly Choice[]
  onChange: (key: string, change: Partial<SessionGiven>) => void
  onRemove: (key: string) => void
}

function Findings({ row, findings }: { row: EditRow; findings: readonly RowFinding[] }) {
  const say = useWords(pageWords)
  return (
    <ul className="tt-findings">
      {isComplete(row) ? null : <li>{say.incomplete}</li>}
      {findings.map((finding) => (
        <li key={`${finding.check} ${finding.sentence.zh}`} data-answered={finding.answered}>
          {finding.keys.length <= TOLD_IN_ROWS ? (
            <SentenceText sentence={finding.sentence} />
          ) : (
            `${say.checkName[finding.check]}, ${say.alsoAbove}`
          )}
        </li>
      ))}
    </ul>
  )
}

function Row({
  row,
  at,
  findings,
  rooms,
  instructors,
  onChange,
  onRemove,
}: Omit<GridProps, 'rows'> & { row: EditRow; at: number }) {
  const say = useWords(pageWords)
  const label = (field: string) => say.rowLabel(at + 1, field)
  const set = (change: Partial<SessionGiven>) => onChange(row.key, change)
  const bad = findings.length > 0 || !isComplete(row)
  return (
    <>
      <tr data-bad={bad}>
        <td className="sj-num tt-number">{at + 1}</td>
        <td data-label={say.day}>
          <DateField aria-label={label(say.day)} value={row.day} onChange={(day) => set({ day })} />{' '}
          <span className="sj-meta">{isCivilDate(row.day) ? say.weekday(weekday(civilDate(row.day))) : ''}</span>
        </td>
        <td data-label={say.from}>
          <HalfHourSelect label={label(say.from)} value={row.from} onChange={(from) => set({ from })} />
        </td>
        <td data-label={say.to}>
          <HalfHourSelect label={label(say.to)} value={row.to} onChange={(to) => set({ to })} />
        </td>
        <td data-label={say.hours}>
          <HoursField label={label(say.hours)} value={row.classHours} onChange={(classHours) => set({ classHours })} />
        </td>
        <td data-label={say.kind}>
          <ChoiceSelect
            label={label(say.kind)}
            value={row.kind}
            onChange={(kind) => set({ kind: kind as SessionGiven['kind'] })}
            choices={[
              { id: 'safety', name: say.safety },
              { id: 'theory', name: say.theory },
              { id: 'practice', name: say.practice },
            ]}
          />
        </td>
        <td data-label={say.room}>
          <ChoiceSelect
            label={label(say.room)}
            value={row.roomId}
            onChange={(roomId) => set({ roomId })}
            choices={rooms}
          />
        </td>
        <td data-label={say.instructor}>
          <ChoiceSelect
            label={label(say.instructor)}
            value={row.instructorId}
            onChange={(instructorId) => set({ instructorId })}
            choices={instructors}
          />
        </td>
        <td data-label={say.reason}>
          <input
            className="tt-field tt-reason"
            aria-label={label(say.reason)}
            maxLength={200}
            value={row.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </td>
        <td>
          <button type="button" className="sj-plain" aria-label={say.remove(at + 1)} onClick={() => onRemove(row.key)}>
            {say.removeShort}
          </button>
        </td>
      </tr>
      {bad ? (
        <tr className="tt-said">
          <td colSpan={10}>
            <Findings row={row} findings={findings} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** The sessions as rows to be typed into; under each, what stands against it. */
export function TimetableGrid(props: GridProps) {
  const say = useWords(pageWords)
  const heads = [say.day, say.from, say.to, say.hours, say.kind, say.room, say.instructor, say.reason]
  return (
    <div className="tt-scroll">
      <table className="tt-grid" aria-label={say.title}>
        <thead>
          <tr>
            <th aria-label={say.number} />
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
            <th aria-label={say.removeShort} />
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, at) => (
            <Row
              key={row.key}
              {...props}
              row={row}
              at={at}
              findings={props.findings.filter((finding) => finding.keys.includes(row.key))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
