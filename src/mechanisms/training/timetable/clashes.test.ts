import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../kernel/values/public.ts'
import { type ClashAsk, clashesOf, type HeldSlot, resourcesOf } from './clashes.ts'
import { halfHours, minuteOf } from './times.ts'

const on = (day: string, from: string, to: string, over: { roomId?: string; instructorId?: string } = {}) => ({
  day: civilDate(day),
  startMinute: minuteOf(from),
  endMinute: minuteOf(to),
  roomId: 'room',
  instructorId: 'i1',
  ...over,
})

const ask = (over: Partial<ClashAsk>): ClashAsk => ({
  classId: 'ours',
  sessions: [on('2022-03-07', '08:30', '11:30')],
  personOfInstructor: new Map([
    ['i1', 'he'],
    ['i2', 'pan'],
    ['i3', 'he'],
  ]),
  trainees: ['lan', 'lei'],
  held: [],
  naming: { resource: (_kind, id) => ({ zh: id, en: id }), otherClass: (id) => ({ zh: id, en: id }) },
  ...over,
})

const held = (resourceKind: HeldSlot['resourceKind'], resourceId: string, halfHour: number): HeldSlot => ({
  resourceKind,
  resourceId,
  day: '2022-03-07',
  halfHour,
  classId: 'theirs',
})

const found = (over: Partial<ClashAsk>) =>
  clashesOf(ask(over)).map(({ check, resourceId, rows }) => [check, resourceId, rows])

describe('what another class holds', () => {
  it('clashes with the room, the instructor and the trainee who are there', () => {
    expect(
      found({ held: [held('room', 'room', 17), held('instructor', 'he', 18), held('trainee', 'lei', 22)] }),
    ).toEqual([
      ['C07', 'room', [0]],
      ['C06', 'he', [0]],
      ['C05', 'lei', [0]],
    ])
  })

  it('does not clash when one begins as the other ends', () => {
    expect(found({ held: [held('room', 'room', 16), held('room', 'room', 23)] })).toEqual([])
  })

  it('is one clash for every half hour and row that meet', () => {
    const sessions = [on('2022-03-07', '08:30', '11:30'), on('2022-03-07', '13:30', '16:30')]
    const clashes = clashesOf(
      ask({ sessions, held: [held('room', 'room', 17), held('room', 'room', 18), held('room', 'room', 27)] }),
    )
    expect(clashes.map(({ rows, sentence }) => [rows, sentence.zh])).toEqual([
      [[0, 1], '教室“room”在 2022-03-07 08:30–09:30、2022-03-07 13:30–14:00 已由theirs占用,请换教室或改时间'],
    ])
  })

  it('is not clashed with by the class itself', () => {
    expect(found({ held: [{ ...held('room', 'room', 17), classId: 'ours' }] })).toEqual([])
  })
})

describe('a timetable with itself', () => {
  it('puts class, instructor and trainees in two places when two sessions overlap', () => {
    const sessions = [
      on('2022-03-07', '08:30', '11:30'),
      on('2022-03-07', '11:00', '12:00', { roomId: 'other', instructorId: 'i3' }),
    ]
    expect(found({ sessions })).toEqual([
      ['C07', 'ours', [0, 1]],
      ['C06', 'he', [0, 1]],
      ['C05', 'lan', [0, 1]],
      ['C05', 'lei', [0, 1]],
    ])
  })

  it('leaves the instructor alone when another teaches the second', () => {
    const sessions = [on('2022-03-07', '08:30', '11:30'), on('2022-03-07', '11:00', '12:00', { instructorId: 'i2' })]
    expect(found({ sessions, trainees: [] })).toEqual([['C07', 'ours', [0, 1]]])
  })

  it('does not mind sessions that touch', () => {
    expect(found({ sessions: [on('2022-03-07', '08:30', '11:30'), on('2022-03-07', '11:30', '12:00')] })).toEqual([])
  })
})

it('always finds a clash where one half hour of a resource would be taken twice, and never elsewhere', () => {
  const time = fc
    .integer({ min: 14, max: 40 })
    .chain((start) => fc.tuple(fc.constant(start), fc.integer({ min: start + 1, max: 44 })))
  const someSession = fc
    .tuple(time, fc.constantFrom('a', 'b'), fc.constantFrom('i1', 'i2'))
    .map(([[start, end], roomId, instructorId]) => ({
      day: civilDate('2022-03-07'),
      startMinute: start * 30,
      endMinute: end * 30,
      roomId,
      instructorId,
    }))
  fc.assert(
    fc.property(fc.array(someSession, { maxLength: 4 }), someSession, (sessions, theirs) => {
      const kinds = ['room', 'instructor'] as const
      const theirAsk = ask({ classId: 'theirs', trainees: [] })
      const slots = resourcesOf(theirAsk, theirs)
        .filter(({ kind }) => kind !== 'class')
        .flatMap(({ kind, id }) => halfHours(theirs).map((half) => ({ ...held(kind, id, half) })))
      const taken = new Set(slots.map((slot) => `${slot.resourceKind} ${slot.resourceId} ${slot.halfHour}`))
      const meets = (kind: string, id: string, session: (typeof sessions)[number]) =>
        halfHours(session).some((half) => taken.has(`${kind} ${id} ${half}`))
      const expected = kinds.filter((kind) =>
        sessions.some((session) =>
          resourcesOf(ask({ trainees: [] }), session).some(
            (each) => each.kind === kind && meets(kind, each.id, session),
          ),
        ),
      )
      const clashes = clashesOf(ask({ sessions, trainees: [], held: slots })).filter(
        ({ classId }) => classId === 'theirs',
      )
      expect(new Set(clashes.map(({ resourceKind }) => resourceKind))).toEqual(new Set(expected))
    }),
  )
})
