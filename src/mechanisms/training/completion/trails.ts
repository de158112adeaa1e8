import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listCertificatesById } from '../../../kernel/credentials/public.ts'
import { ASPECTS, ASPECT_WORDS, listMarks } from '../../../kernel/marking/public.ts'
import { listPersons } from '../../../kernel/people/public.ts'
import { listFacts } from '../../../kernel/policy/public.ts'
import type { Trail, TrailLink } from '../../../kernel/record/public.ts'
import { civilDateOf } from '../../../kernel/values/public.ts'
import { findSheet, listSignsOf } from '../attendance/store.ts'
import { trailWords as sheetWords } from '../attendance/words.ts'
import { signTitle } from '../attendance/trails.ts'
import { classTitles } from '../classes/public-to-room.ts'
import { findClass } from '../classes/store.ts'
import { findEnrolment } from '../rosters/store.ts'
import { listSessions } from '../timetable/store.ts'
import { CompletionBody, TRAINING_COMPLETED } from './fact-body.ts'
import { ratioText } from './ratio.ts'
import { attendedRatio } from './rules.ts'
import { findMuster, type Muster } from './store.ts'
import { musterTitle, trailWords } from './words.ts'

const same = (text: string): Sentence => ({ zh: text, en: text })

/** What attendance came to for one person: it rests on every sign, on the marks and on the certificate, and money rests on it. */
const musterTrail: Trail = {
  kind: 'muster',
  async describe(tx, id) {
    const muster = await findMuster(tx, id)
    const ofClass = muster && (await findClass(tx, muster.classId))
    const enrolment = muster && (await findEnrolment(tx, muster.enrolmentId))
    if (!muster || !ofClass || !enrolment) return undefined
    const person = (await listPersons(tx, [enrolment.personId])).get(enrolment.personId)
    const fact = (await listFacts(tx, muster.classId, TRAINING_COMPLETED)).find(({ source }) => source.id === id)
    const sheet = await findSheet(tx, muster.sheetId)
    return {
      kind: 'muster',
      id,
      title: musterTitle(enrolment.seq, enrolment.maskedName),
      says: [
        { label: trailWords.person, value: same(enrolment.maskedName) },
        { label: trailWords.identity, value: same(person?.maskedIdentity ?? '') },
        {
          label: trailWords.class,
          value: (await classTitles(tx, [ofClass])).get(ofClass.id) ?? same(ofClass.number),
        },
        { label: trailWords.sessions, value: same(ratioText(attendedRatio(muster))) },
        { label: trailWords.minutes, value: same(`${muster.attendedMinutes}/${muster.plannedMinutes}`) },
        { label: trailWords.completedOn, value: same(civilDateOf(muster.businessAt)) },
      ],
      restsOn: [
        ...(await signLinks(tx, muster)),
        ...(sheet
          ? [{ kind: 'attendance-sheet', id: sheet.id, title: sheetWords.sheet(sheet.fileName, sheet.version) }]
          : []),
        ...(fact ? await evidenceOf(tx, CompletionBody.parse(fact.body)) : []),
        { kind: 'enrolment', id: enrolment.enrolmentId, title: trailWords.enrolment },
      ],
      leadsTo: fact ? [{ kind: 'fact', id: fact.id, title: trailWords.fact }] : [],
      organisationId: ofClass.organisationId,
    }
  },
}

/** The signs of the timetable, in its order. */
async function signLinks(tx: Tx, muster: Muster): Promise<TrailLink[]> {
  const signs = new Map(
    (await listSignsOf(tx, muster.sheetId, muster.enrolmentId)).map((sign) => [sign.sessionId, sign]),
  )
  return (await listSessions(tx, muster.classId)).flatMap((session) => {
    const sign = signs.get(session.id)
    return sign ? { kind: 'attendance-sign', id: sign.id, title: signTitle(session, sign.written) } : []
  })
}

async function evidenceOf(tx: Tx, body: CompletionBody): Promise<TrailLink[]> {
  const marks = (await listMarks(tx, [body.markSheetId])).get(body.enrolmentId)
  const certificates = await listCertificatesById(tx, body.certificateId === null ? [] : [body.certificateId])
  return [
    ...ASPECTS.flatMap((aspect) => {
      const mark = marks?.[aspect]
      return mark ? { kind: 'mark', id: mark.id, title: ASPECT_WORDS[aspect] } : []
    }),
    ...[...certificates.values()].map(({ id, number }) => ({ kind: 'certificate', id, title: same(number) })),
  ]
}

export const completionTrails: readonly Trail[] = [musterTrail]
