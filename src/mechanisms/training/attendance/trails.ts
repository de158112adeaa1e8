import type { Sentence } from '../../../platform/contract/public.ts'
import { listRolesOf, ROLES } from '../../../kernel/access/public.ts'
import { columnLetters } from '../../../platform/office/grid.ts'
import { listPersons } from '../../../kernel/people/public.ts'
import type { Trail, TrailLink } from '../../../kernel/record/public.ts'
import { civilDateOf, clockTimeOf } from '../../../kernel/values/public.ts'
import { classTitles } from '../classes/public-to-room.ts'
import { findClass } from '../classes/store.ts'
import { formerLinks, laterLinks } from '../amendments/trails.ts'
import { findMusterOf, listMustersFrom } from '../completion/store.ts'
import { musterTitle } from '../completion/words.ts'
import { liveSignLinks } from '../live/trails.ts'
import { listRoster } from '../rosters/listing.ts'
import { findEnrolment } from '../rosters/store.ts'
import { findSession } from '../timetable/store.ts'
import { timeText } from '../timetable/times.ts'
import { halfOf, type SessionPlanned } from './session-columns.ts'
import { type AttendanceSheet, findLatestSheet, findSheet, findSign, listSigns, listSignsRepeating } from './store.ts'
import { dayText, HALVES, trailWords } from './words.ts'

const same = (text: string): Sentence => ({ zh: text, en: text })

/** `3月7日上午 √` */
export function signTitle(
  { day, startMinute }: Pick<SessionPlanned, 'day' | 'startMinute'>,
  written: string,
): Sentence {
  const { zh, en } = dayText(day)
  const half = HALVES[halfOf(startMinute)]
  return trailWords.sign({ zh: `${zh}${half.zh}`, en: `${en} ${half.en}` }, written)
}

const sheetLink = (sheet: AttendanceSheet): TrailLink => ({
  kind: 'attendance-sheet',
  id: sheet.id,
  title: trailWords.sheet(sheet.fileName, sheet.version),
})

/** One sign: who, which session, what is written, and in which very cell of which file. */
const signTrail: Trail = {
  kind: 'attendance-sign',
  async describe(tx, id) {
    const sign = await findSign(tx, id)
    const sheet = sign && (await findSheet(tx, sign.sheetId))
    const session = sign && (await findSession(tx, sign.sessionId))
    const ofClass = session && (await findClass(tx, session.classId))
    const enrolment = sign && (await findEnrolment(tx, sign.enrolmentId))
    if (!sign || !sheet || !session || !ofClass || !enrolment) return undefined
    const person = (await listPersons(tx, [enrolment.personId])).get(enrolment.personId)
    const muster = await findMusterOf(tx, sign.enrolmentId)
    const [from, to] = [timeText(session.startMinute), timeText(session.endMinute)]
    return {
      kind: 'attendance-sign',
      id,
      title: signTitle(session, sign.written),
      says: [
        { label: trailWords.person, value: same(enrolment.maskedName) },
        { label: trailWords.identity, value: same(person?.maskedIdentity ?? '') },
        { label: trailWords.session, value: same(`${session.day} ${from}–${to}`) },
        { label: trailWords.written, value: same(sign.written) },
        { label: trailWords.countedAs, value: trailWords.credits[sign.credit] },
        { label: trailWords.file, value: same(sheet.fileName) },
        { label: trailWords.place, value: trailWords.placeOf(sign.sheetRow, columnLetters(sign.sheetColumn)) },
      ],
      restsOn: [
        sheetLink(sheet),
        { kind: 'session', id: session.id, title: trailWords.sessionTitle(session.day, from, to) },
        ...(await liveSignLinks(tx, [sign.liveSignId, sign.liveOutId])),
        ...(await formerLinks(tx, sign)),
      ],
      leadsTo: [
        ...(muster?.sheetId === sheet.id
          ? [{ kind: 'muster', id: muster.id, title: musterTitle(enrolment.seq, enrolment.maskedName) }]
          : []),
        ...(await laterLinks(tx, id, await listSignsRepeating(tx, id))),
      ],
      organisationId: ofClass.organisationId,
    }
  },
}

/** One imported sheet of attendance: the file, who brought it, and when. */
const sheetTrail: Trail = {
  kind: 'attendance-sheet',
  async describe(tx, id) {
    const sheet = await findSheet(tx, id)
    const ofClass = sheet && (await findClass(tx, sheet.classId))
    if (!sheet || !ofClass) return undefined
    const roster = new Map((await listRoster(tx, ofClass.id)).map((entry) => [entry.enrolmentId, entry]))
    const role = (await listRolesOf(tx, [sheet.accountId])).get(sheet.accountId)?.[0]
    const latest = (await findLatestSheet(tx, ofClass.id))?.version ?? sheet.version
    const title = (await classTitles(tx, [ofClass])).get(ofClass.id) ?? same(ofClass.number)
    return {
      kind: 'attendance-sheet',
      id,
      title: trailWords.sheet(sheet.fileName, sheet.version),
      says: [
        { label: trailWords.file, value: same(sheet.fileName) },
        { label: trailWords.version, value: trailWords.versionOf(sheet.version, latest) },
        { label: trailWords.method, value: trailWords.methods[sheet.method] },
        { label: trailWords.importedBy, value: role ? ROLES[role] : same('') },
        {
          label: trailWords.importedAt,
          value: same(`${civilDateOf(sheet.businessAt)} ${clockTimeOf(sheet.businessAt)}`),
        },
        { label: trailWords.fingerprint, value: same(sheet.sha256.toString('hex')) },
      ],
      restsOn: [{ kind: 'class', id: ofClass.id, title }],
      leadsTo: [
        ...(await listMustersFrom(tx, id)).map((muster) => {
          const entry = roster.get(muster.enrolmentId)
          return { kind: 'muster', id: muster.id, title: musterTitle(entry?.seq ?? 0, entry?.maskedName ?? '') }
        }),
        ...(await listSigns(tx, id))
          .toSorted((one, other) => one.sheetRow - other.sheetRow || one.sheetColumn - other.sheetColumn)
          .map((sign) => ({
            kind: 'attendance-sign',
            id: sign.id,
            title: trailWords.sign(
              same(
                `${columnLetters(sign.sheetColumn)}${sign.sheetRow} ${roster.get(sign.enrolmentId)?.maskedName ?? ''}`,
              ),
              sign.written,
            ),
          })),
      ],
      organisationId: ofClass.organisationId,
    }
  },
}

export const attendanceTrails: readonly Trail[] = [signTrail, sheetTrail]
