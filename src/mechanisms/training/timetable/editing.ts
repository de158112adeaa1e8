import type { SessionGiven } from './shape.ts'

/** A row being edited: anything may still be missing. */
export type EditRow = SessionGiven & { readonly key: string }

/** The rows now, and as they were before each change, newest last. */
export type Editing = {
  readonly rows: readonly EditRow[]
  readonly before: readonly (readonly EditRow[])[]
  readonly saved: readonly EditRow[]
}

export type Edit =
  | { readonly kind: 'set'; readonly key: string; readonly change: Partial<SessionGiven> }
  | { readonly kind: 'add'; readonly rows: readonly EditRow[] }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'replace'; readonly rows: readonly EditRow[] }
  | { readonly kind: 'undo' }
  /** What the server has kept: nothing to undo back past it. */
  | { readonly kind: 'saved'; readonly rows: readonly EditRow[] }

/** Enough to undo a day's work; older ones are forgotten. */
const KEPT = 200

export function startEditing(rows: readonly EditRow[]): Editing {
  return { rows, before: [], saved: rows }
}

export function edited(now: Editing, edit: Edit): Editing {
  switch (edit.kind) {
    case 'set':
      return changed(
        now,
        now.rows.map((row) => (row.key === edit.key ? withChange(row, edit.change) : row)),
      )
    case 'add':
      return changed(now, inOrder([...now.rows, ...edit.rows]))
    case 'remove':
      return changed(
        now,
        now.rows.filter((row) => row.key !== edit.key),
      )
    case 'replace':
      return changed(now, inOrder(edit.rows))
    case 'undo': {
      const last = now.before.at(-1)
      return last ? { ...now, rows: last, before: now.before.slice(0, -1) } : now
    }
    case 'saved':
      return startEditing(edit.rows)
  }
}

/** Whether something would be lost by leaving. */
export function isUnsaved(now: Editing): boolean {
  return JSON.stringify(now.rows.map(given)) !== JSON.stringify(now.saved.map(given))
}

/** The row as it travels. */
export function given(row: EditRow): SessionGiven {
  const { key: _, ...session } = row
  return session
}

/** Whether nothing is missing: only such rows are sent to be checked or saved. */
export function isComplete(row: EditRow): boolean {
  return row.day !== '' && row.from < row.to && row.classHours >= 1 && row.roomId !== '' && row.instructorId !== ''
}

function changed(now: Editing, rows: readonly EditRow[]): Editing {
  return { ...now, rows, before: [...now.before, now.rows].slice(-KEPT) }
}

/** A session moved to another time keeps its length. */
function withChange(row: EditRow, change: Partial<SessionGiven>): EditRow {
  if (change.from === undefined || change.to !== undefined) return { ...row, ...change }
  const to = minutes(row.to) - minutes(row.from) + minutes(change.from)
  return { ...row, ...change, to: to > minutes(change.from) && to <= 24 * 60 ? text(to) : row.to }
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const text = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** By time; a row without a day is the one being added, and stands last. */
function inOrder(rows: readonly EditRow[]): EditRow[] {
  const when = (row: EditRow) => `${row.day === '' ? '9999' : row.day} ${row.from}`
  return rows.toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))
}
