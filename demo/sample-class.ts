import { readFileSync } from 'node:fs'
import { moveDemonstrationDate } from '../src/kernel/access/contract.ts'
import { getLookUpGroup, recordLookUp, uploadScreenshot } from '../src/kernel/credentials/look-ups/contract.ts'
import { uploadAttendance } from '../src/mechanisms/training/attendance/contract.ts'
import { classChoices, draftClass } from '../src/mechanisms/training/classes/contract.ts'
import { completeClass } from '../src/mechanisms/training/completion/contract.ts'
import { uploadMarks } from '../src/mechanisms/training/evaluation/contract.ts'
import { uploadRoster } from '../src/mechanisms/training/rosters/contract.ts'
import { putTimetable } from '../src/mechanisms/training/timetable/contract.ts'
import type { Player } from './play.ts'

/** A sample office file of the demonstration. */
export function sampleFile(name: string): Blob {
  return new Blob([readFileSync(new URL(`samples/${name}`, import.meta.url))])
}

const ROSTER = '01-花名册-规范.xlsx'
const ATTENDANCE = '05-考勤表.xlsx'
const MARKS = '06-成绩登记表.xlsx'
const DAYS = ['07', '08', '09', '10', '11', '14', '15', '16', '17', '18'].map((day) => `2022-03-${day}`)

/** The class of samples 01, 05 and 06, as its school plans it: draft, timetable, roster; from another fund, of another kind, or called otherwise, where asked. */
export async function planSampleClass(
  school: Player,
  {
    fund = 'EMPLOYMENT_SUBSIDY_FUND',
    number = '2022年第3期',
    roster: file = sampleFile(ROSTER),
    kind = 'EMPLOYMENT_SKILLS',
  } = {},
): Promise<{ classId: string; people: number }> {
  const choices = await school(classChoices)
  const site = choices.sites[0]!
  const [roomId, instructorId] = [site.rooms[0]!.id, choices.instructors[0]!.id]
  const agreed = choices.agreed.find((each) => each.occupation.name.zh.includes('养老护理员'))!
  const { id: classId } = await school(draftClass, {
    body: {
      number,
      kind,
      occupationId: agreed.occupation.id,
      level: 'L5_JUNIOR',
      certificateKind: 'SKILL_LEVEL',
      siteId: site.id,
      roomId,
      instructorId,
      startsOn: '2022-03-07',
      endsOn: '2022-03-18',
      theoryHours: 28,
      practiceHours: 52,
      capacity: 46,
      payee: 'person',
      fund,
    },
  })
  const halves = DAYS.flatMap((day) => [
    { day, from: '08:30', to: '11:30' },
    { day, from: '13:30', to: '16:30' },
  ])
  const sessions = halves.map((half, at) => ({
    ...half,
    classHours: 4,
    kind: at === 0 ? ('safety' as const) : at < 7 ? ('theory' as const) : ('practice' as const),
    roomId,
    instructorId,
    reason: '',
  }))
  await school(putTimetable, { params: { classId }, body: { sessions } })
  const roster = await school(uploadRoster, {
    params: { classId },
    query: { fileName: ROSTER },
    file,
  })
  if (roster.outcome !== 'imported') throw new Error(JSON.stringify(roster.marks))
  return { classId, people: roster.rowCount }
}

/** The filed class is taught, marked and completed; the business date is the 28th of March. */
export async function teachSampleClass(school: Player, classId: string): Promise<void> {
  await school(moveDemonstrationDate, { body: { businessDate: '2022-03-28' } })
  const attendance = { fileName: ATTENDANCE }
  await school(uploadAttendance, { params: { classId }, query: attendance, file: sampleFile(ATTENDANCE) })
  const marks = { fileName: MARKS, issuedOn: '2022-03-25' }
  await school(uploadMarks, { params: { classId }, query: marks, file: sampleFile(MARKS) })
  await school(completeClass, { params: { classId } })
}

/** A picture of one point, whole from signature to end: what a demonstration has instead of a look-up site. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Every certificate of the class is looked up on the province's site, and agrees. Returns how many. */
export async function lookUpSampleCertificates(clerk: Player, classId: string): Promise<number> {
  const params = { groupId: classId }
  const { certificates } = await clerk(getLookUpGroup, { params })
  const file = new Blob([Buffer.from(PICTURE, 'base64')])
  const { id } = await clerk(uploadScreenshot, { params, query: { fileName: '查询结果.png' }, file })
  const lines = certificates.map(({ id: certificateId, newest }) => ({
    certificateId,
    outcome: 'agrees' as const,
    seen: newest?.lookUpId ?? null,
  }))
  const body = { site: 'PROVINCE', lookedOn: '2022-03-28', screenshotIds: [id], lines }
  return (await clerk(recordLookUp, { params, body })).certificates
}
