import { expect, it } from 'vitest'
import { plannedOf } from './planned.ts'

const session = (day: string, from: string, to: string, roomName = '一号教室') => ({
  day,
  from,
  to,
  roomName,
  instructorName: '何*芳',
})

it('tells a timetable in one glance, the usual time and room first', () => {
  expect(
    plannedOf([
      session('2022-03-07', '13:30', '16:30', '护理实训室'),
      session('2022-03-08', '08:30', '11:30'),
      session('2022-03-08', '13:30', '16:30'),
      session('2022-03-09', '13:30', '16:30'),
    ]),
  ).toEqual({
    days: 3,
    sessions: 4,
    times: ['13:30–16:30', '08:30–11:30'],
    rooms: ['一号教室', '护理实训室'],
    instructors: ['何*芳'],
  })
})

it('says nothing of a timetable that is not there', () => {
  expect(plannedOf([])).toEqual({ days: 0, sessions: 0, times: [], rooms: [], instructors: [] })
})
