import { joinSentences, type Sentence } from '../../../platform/contract/public.ts'
import { type Check, defineCheck, failed, type Finding, passed } from '../../../kernel/record/public.ts'
import { listRoomsById } from '../agreements/store.ts'
import { listClassesById } from '../classes/store.ts'
import { rosterOf } from '../timetable/material.ts'
import { listSessions } from '../timetable/store.ts'
import { words } from './words.ts'

type Size = { readonly minimum: number; readonly maximum: number }
type Room = { readonly name: string; readonly seats: number }

/** Everything wrong with the number of people of a class. */
export function sizeFaults(
  people: number,
  limits: { size: Size; capacity: number; rooms: readonly Room[] },
): Sentence[] {
  const { size, capacity, rooms } = limits
  const faults: Sentence[] = []
  if (people === 0) return [words.noRoster]
  if (people < size.minimum) faults.push(words.tooFew(people, size.minimum))
  if (people > size.maximum) faults.push(words.tooMany(people, size.maximum))
  if (people > capacity) faults.push(words.overCapacity(people, capacity))
  for (const room of rooms) if (people > room.seats) faults.push(words.overSeats(room.name, room.seats, people))
  return faults
}

/** C03: the county's class size, the planned capacity and the seats of every room used all hold the people of the roster. */
export const classSizeCheck: Check = defineCheck({
  id: 'C03',
  title: { zh: '班级人数符合规定,教室坐得下', en: 'The class size is allowed and the rooms hold it' },
  subject: 'class',
  moments: ['filing', 'approval'],
  action: 'block',
  onUnavailable: 'hold',
  basis: {
    zh: '参照《天津市职业技能培训监督管理暂行办法》(津人社办发〔2022〕60号)第二十条',
    en: 'After Tianjin’s interim measures on supervising training (Jin Renshe Ban Fa [2022] No. 60), art. 20',
  },
  async run({ tx, subjects, parameters }) {
    const size = parameters.get('class.size').value as Size
    const findings: Finding[] = []
    for (const row of (
      await listClassesById(
        tx,
        subjects.map((subject) => subject.id),
      )
    ).values()) {
      const people = (await rosterOf(tx, row)).length
      const sessions = await listSessions(tx, row.id)
      const rooms = await listRoomsById(tx, [row.roomId, ...sessions.map((session) => session.roomId)])
      const faults = sizeFaults(people, { size, capacity: row.capacity, rooms: [...rooms.values()] })
      findings.push(
        faults.length > 0 ? failed(row.id, joinSentences(faults)) : passed(row.id, words.sizeStands(people)),
      )
    }
    return findings
  },
})
