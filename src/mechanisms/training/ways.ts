import { ledEach, type TrailLink, type TrailWays } from '../../kernel/record/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import { listOccupationsById } from '../../kernel/reference/public.ts'
import { coverageOf } from './agreements/rules.ts'
import { occupationName } from './agreements/shown.ts'
import { findAgreement, listAgreementsOf } from './agreements/store.ts'
import { listSheets, listSignsOfSession } from './attendance/store.ts'
import { trailWords } from './attendance/words.ts'
import { listClasses } from './classes/store.ts'
import { words as classWords } from './classes/words.ts'
import { inspectionLinks } from './inspections/trails.ts'
import { liveSessionLinks } from './live/trails.ts'
import { listEnrolmentsById } from './rosters/store.ts'
import { findSession } from './timetable/store.ts'

const NEWEST_CLASSES = 200

/** What rests on an agreement, on a class and on a session, told where none of the three needs to know of it. */
export const trainingWays: TrailWays = {
  leadsTo: (tx, places) =>
    ledEach(places, async ({ kind, id }) => {
      if (kind === 'agreement') return classesUnder(tx, id)
      if (kind === 'session')
        return [...(await liveSessionLinks(tx, id)), ...(await inspectionLinks(tx, id)), ...(await signsFor(tx, id))]
      if (kind !== 'class') return []
      return (await listSheets(tx, id)).map((sheet) => ({
        kind: 'attendance-sheet',
        id: sheet.id,
        title: trailWords.sheet(sheet.fileName, sheet.version),
      }))
    }),
}

/** The classes of the provider that the agreement covers, the newest of them. */
async function classesUnder(tx: Tx, agreementId: string): Promise<TrailLink[]> {
  const agreement = await findAgreement(tx, agreementId)
  if (!agreement) return []
  const classes = await listClasses(tx, { organisationId: agreement.organisationId }, { limit: NEWEST_CLASSES })
  const agreements = await listAgreementsOf(tx, agreement.organisationId)
  const occupations = await listOccupationsById(
    tx,
    classes.map((each) => each.occupationId),
  )
  return classes
    .filter((each) => {
      const named = occupationName(occupations.get(each.occupationId), each.occupationId)
      return coverageOf({ ...each, occupationName: named }, agreements, () => '').agreement?.id === agreementId
    })
    .map((each) => ({
      kind: 'class',
      id: each.id,
      title: classWords.trail.class(occupationName(occupations.get(each.occupationId), each.occupationId)),
    }))
}

async function signsFor(tx: Tx, sessionId: string): Promise<TrailLink[]> {
  if (!(await findSession(tx, sessionId))) return []
  const signs = await listSignsOfSession(tx, sessionId)
  const people = new Map(
    (
      await listEnrolmentsById(
        tx,
        signs.map((sign) => sign.enrolmentId),
      )
    ).map((enrolment) => [enrolment.enrolmentId, enrolment]),
  )
  return signs.map(({ id, enrolmentId, written }) => {
    const name = people.get(enrolmentId)?.maskedName ?? ''
    return { kind: 'attendance-sign', id, title: trailWords.sign({ zh: name, en: name }, written) }
  })
}
