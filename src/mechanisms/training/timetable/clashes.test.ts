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
  clashesOf(ask(over)).told.map(({ check, resourceIds, rows }) => [check, resourceIds.join(' '), rows])

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
    expect(clashes.told.map(({ rows, sentence }) => [rows, sentence.zh])).toEqual([
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
      ['C05', 'lan lei', [0, 1]],
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

describe('many people and many sessions', () => {
  const trainees = Array.from({ length: 40 }, (_, at) => `trainee${at}`)

  it('tells of the trainees who are in one other class once, the first few by name and how many they are', () => {
    const taken = trainees.slice(0, 12).map((id) => held('trainee', id, 17))
    const { told } = clashesOf(ask({ trainees, held: taken }))
    expect(told.map(({ check, sentence }) => [check, sentence.zh])).toEqual([
      ['C05', '学员trainee0、trainee1、trainee2 等12人在 2022-03-07 08:30–09:00 已在theirs上课,请核对花名册或改时间'],
    ])
    expect(told[0]!.resourceIds).toEqual(trainees.slice(0, 12))
  })

  it('tells of two overlapping sessions once for all trainees', () => {
    const sessions = [on('2022-03-07', '08:30', '11:30'), on('2022-03-07', '11:00', '12:00', { instructorId: 'i2' })]
    expect(clashesOf(ask({ sessions, trainees })).told.map(({ sentence }) => sentence.zh)).toEqual([
      '本班的 2022-03-07 08:30–11:30 与 2022-03-07 11:00–12:00 时间重叠,一个班不能同时在两处上课',
      '本班的 2022-03-07 08:30–11:30 与 2022-03-07 11:00–12:00 时间重叠,40名学员不能同时上两节课',
    ])
  })

  it('answers five hundred sessions at one moment at once and in few words, and says how many clashes are not listed', () => {
    const sessions = Array(500).fill(on('2022-03-07', '08:30', '20:30'))
    const begun = performance.now()
    const { told, more } = clashesOf(ask({ sessions, trainees }))
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(told).toHaveLength(40)
    // Each pair is one clash of the class, one of the instructor and one of the trainees.
    expect(told.length + more).toBe((3 * (500 * 499)) / 2)
    expect(JSON.stringify(told).length).toBeLessThan(40_000)
  })
})

it('never tells more than it is asked for, and always counts the rest', () => {
  const some = fc
    .tuple(fc.integer({ min: 14, max: 20 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom('i1', 'i2', 'i3'))
    .map(([start, length, instructorId]) => ({
      day: civilDate('2022-03-07'),
      startMinute: start * 30,
      endMinute: (start + length) * 30,
      roomId: 'room',
      instructorId,
    }))
  const slot = fc
    .tuple(fc.constantFrom('room', 'he', 'lan', 'lei'), fc.integer({ min: 14, max: 24 }))
    .map(([id, half]) => held(id === 'room' ? 'room' : id === 'he' ? 'instructor' : 'trainee', id, half))
  fc.assert(
    fc.property(
      fc.array(some, { maxLength: 8 }),
      fc.array(slot, { maxLength: 8 }),
      fc.nat(12),
      (sessions, taken, most) => {
        const all = clashesOf(ask({ sessions, held: taken }), undefined, 10_000)
        const few = clashesOf(ask({ sessions, held: taken }), undefined, most)
        expect(all.more).toBe(0)
        expect(few.told).toHaveLength(Math.min(most, all.told.length))
        expect(few.told.length + few.more).toBe(all.told.length)
      },
    ),
  )
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
      const clashes = clashesOf(ask({ sessions, trainees: [], held: slots })).told.filter(
        ({ classId }) => classId === 'theirs',
      )
      expect(new Set(clashes.map(({ resourceKind }) => resourceKind))).toEqual(new Set(expected))
    }),
  )
})
