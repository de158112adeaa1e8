import { describe, expect, it } from 'vitest'
import { edited, type EditRow, isComplete, isUnsaved, startEditing } from './editing.ts'

const row = (key: string, over: Partial<EditRow> = {}): EditRow => ({
  key,
  day: '2022-03-07',
  from: '08:30',
  to: '11:30',
  classHours: 4,
  kind: 'theory',
  roomId: 'room',
  instructorId: 'instructor',
  reason: '',
  ...over,
})

describe('editing a timetable', () => {
  it('undoes one change after another, down to what was there at first', () => {
    const first = startEditing([row('a')])
    const second = edited(first, { kind: 'set', key: 'a', change: { kind: 'practice' } })
    const third = edited(second, { kind: 'remove', key: 'a' })
    expect(edited(third, { kind: 'undo' }).rows).toEqual(second.rows)
    expect(edited(edited(third, { kind: 'undo' }), { kind: 'undo' }).rows).toEqual(first.rows)
    expect(edited(first, { kind: 'undo' })).toEqual(first)
  })

  it('keeps the length of a session that is moved', () => {
    const moved = edited(startEditing([row('a')]), { kind: 'set', key: 'a', change: { from: '13:30' } })
    expect(moved.rows[0]).toMatchObject({ from: '13:30', to: '16:30' })
  })

  it('leaves the end alone where the day would not be long enough', () => {
    const moved = edited(startEditing([row('a')]), { kind: 'set', key: 'a', change: { from: '22:00' } })
    expect(moved.rows[0]).toMatchObject({ from: '22:00', to: '11:30' })
  })

  it('puts added rows where their day belongs', () => {
    const added = edited(startEditing([row('a'), row('c', { day: '2022-03-09' })]), {
      kind: 'add',
      rows: [row('b', { day: '2022-03-08' })],
    })
    expect(added.rows.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
    expect(edited(added, { kind: 'add', rows: [row('d', { day: '' })] }).rows.at(-1)?.key).toBe('d')
  })

  it('is unsaved until it is saved, and again not when a change is undone', () => {
    const first = startEditing([row('a')])
    const second = edited(first, { kind: 'remove', key: 'a' })
    expect([isUnsaved(first), isUnsaved(second), isUnsaved(edited(second, { kind: 'undo' }))]).toEqual([
      false,
      true,
      false,
    ])
    expect(isUnsaved(edited(second, { kind: 'saved', rows: [] }))).toBe(false)
  })

  it('takes a row for complete when nothing is missing and it ends after it begins', () => {
    expect(isComplete(row('a'))).toBe(true)
    expect(
      [{ day: '' }, { to: '08:30' }, { classHours: 0 }, { roomId: '' }, { instructorId: '' }].map((over) =>
        isComplete(row('a', over)),
      ),
    ).toEqual(Array(5).fill(false))
  })
})
