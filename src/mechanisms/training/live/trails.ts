import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listPersons } from '../../../kernel/people/public.ts'
import type { Trail, TrailLink } from '../../../kernel/record/public.ts'
import { civilDateOf, clockTimeOf } from '../../../kernel/values/public.ts'
import { trailWords as sheetWords } from '../attendance/words.ts'
import { findClass } from '../classes/store.ts'
import { postsOf } from '../rosters/showing.ts'
import { findEnrolment, listEnrolmentsById } from '../rosters/store.ts'
import { findSession } from '../timetable/store.ts'
import { timeText } from '../timetable/times.ts'
import { clockOff } from './rules.ts'
import { deviceTail } from './state.ts'
import { findLiveSession, findLiveSessionOf, listLiveEvents } from './store.ts'
import { findLiveSign, type LiveSign, listLiveSigns, listSignsDrawnFrom } from './sign-store.ts'
import { listPhotos } from './photo-store.ts'
import { METHOD_WORDS, PHASE_WORDS, QUALITY_WORDS, trailWords } from './words.ts'

const same = (text: string): Sentence => ({ zh: text, en: text })

/** Down to the very second, Shanghai time. */
const secondOf = (at: Date): Sentence =>
  same(`${civilDateOf(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 19)}`)

const titleOf = (sign: Pick<LiveSign, 'kind' | 'businessAt'>, name: string) =>
  trailWords.title(sign.kind, name, clockTimeOf(sign.businessAt))

/** One live sign: who, how, when by whose clock, on which device, by whom, and what it counts for. */
const signTrail: Trail = {
  kind: 'live-sign',
  async describe(tx, id) {
    const sign = await findLiveSign(tx, id)
    const live = sign && (await findLiveSession(tx, sign.liveSessionId))
    const ofClass = live && (await findClass(tx, live.classId))
    const enrolment = sign && (await findEnrolment(tx, sign.enrolmentId))
    if (!sign || !live || !ofClass || !enrolment) return undefined
    const person = (await listPersons(tx, [enrolment.personId])).get(enrolment.personId)
    const postOf = await postsOf(tx, sign.operator ? [sign.operator.accountId] : [])
    const drawn = await listSignsDrawnFrom(tx, id)
    return {
      kind: 'live-sign',
      id,
      title: titleOf(sign, enrolment.maskedName),
      says: [
        { label: sheetWords.person, value: same(enrolment.maskedName) },
        { label: sheetWords.identity, value: same(person?.maskedIdentity ?? '') },
        { label: trailWords.method, value: METHOD_WORDS[sign.method] },
        { label: trailWords.at, value: secondOf(sign.signedAt) },
        ...(sign.seenAt.getTime() === sign.signedAt.getTime()
          ? []
          : [{ label: trailWords.seenAt, value: secondOf(sign.seenAt) }]),
        { label: trailWords.businessAt, value: secondOf(sign.businessAt) },
        ...(sign.deviceAt ? [{ label: trailWords.deviceAt, value: deviceTime(sign.deviceAt, sign.signedAt) }] : []),
        { label: trailWords.device, value: same(deviceTail(sign.device)) },
        {
          label: trailWords.operator,
          value: sign.operator ? postOf(sign.operator.accountId) : trailWords.themself,
        },
        ...(sign.minutesLate > 0 ? [{ label: trailWords.late, value: trailWords.minutes(sign.minutesLate) }] : []),
        ...(sign.minutesEarly > 0 ? [{ label: trailWords.early, value: trailWords.minutes(sign.minutesEarly) }] : []),
        { label: trailWords.quality, value: QUALITY_WORDS[sign.quality] },
        ...(sign.reason === '' ? [] : [{ label: trailWords.reason, value: same(sign.reason) }]),
        ...(sign.struck ? [{ label: trailWords.struck, value: same(sign.struck.reason) }] : []),
      ],
      restsOn: [await liveSessionLink(tx, live.id, live.sessionId)],
      leadsTo: drawn.map((each) => ({
        kind: 'attendance-sign',
        id: each.id,
        title: sheetWords.sign(same(enrolment.maskedName), each.written),
      })),
      organisationId: ofClass.organisationId,
    }
  },
}

function deviceTime(deviceAt: Date, serverAt: Date): Sentence {
  const off = clockOff(deviceAt, serverAt)
  const { zh, en } = secondOf(deviceAt)
  return off === null ? { zh, en } : trailWords.clockOff(zh, off)
}

/** A session held live: who opened it and where, every move of it, and what was signed. */
const sessionTrail: Trail = {
  kind: 'live-session',
  async describe(tx, id) {
    const live = await findLiveSession(tx, id)
    const session = live && (await findSession(tx, live.sessionId))
    const ofClass = live && (await findClass(tx, live.classId))
    if (!live || !session || !ofClass) return undefined
    const events = await listLiveEvents(tx, id)
    const postOf = await postsOf(
      tx,
      events.flatMap(({ accountId }) => accountId ?? []),
    )
    const photos = await listPhotos(tx, id)
    const when = `${session.day} ${timeText(session.startMinute)}–${timeText(session.endMinute)}`
    return {
      kind: 'live-session',
      id,
      title: trailWords.liveSession(when),
      says: [
        ...events.map((event) => ({
          label: PHASE_WORDS[event.phase],
          value: trailWords.eventBy(
            secondOf(event.happenedAt).zh,
            event.accountId === null ? trailWords.platform : postOf(event.accountId),
          ),
        })),
        { label: trailWords.device, value: same(deviceTail(live.device)) },
        ...(live.deviceAt ? [{ label: trailWords.deviceAt, value: deviceTime(live.deviceAt, live.openedAt) }] : []),
        { label: trailWords.photos, value: same(String(photos.length)) },
      ],
      restsOn: [{ kind: 'session', id: session.id, title: sheetWords.sessionTitle(session.day, ...timesOf(session)) }],
      leadsTo: await signLinks(tx, id),
      organisationId: ofClass.organisationId,
    }
  },
}

const timesOf = ({ startMinute, endMinute }: { startMinute: number; endMinute: number }) =>
  [timeText(startMinute), timeText(endMinute)] as const

async function liveSessionLink(tx: Tx, id: string, sessionId: string): Promise<TrailLink> {
  const session = await findSession(tx, sessionId)
  const when = session ? `${session.day} ${timesOf(session).join('–')}` : ''
  return { kind: 'live-session', id, title: trailWords.liveSession(when) }
}

async function signLinks(tx: Tx, liveSessionId: string): Promise<TrailLink[]> {
  const signs = await listLiveSigns(tx, liveSessionId)
  const enrolments = await listEnrolmentsById(tx, [...new Set(signs.map(({ enrolmentId }) => enrolmentId))])
  const people = new Map(enrolments.map((each) => [each.enrolmentId, each.maskedName]))
  return signs.map((sign) => ({
    kind: 'live-sign',
    id: sign.id,
    title: titleOf(sign, people.get(sign.enrolmentId) ?? ''),
  }))
}

/** How a session of the timetable was held live; none when it was not. */
export async function liveSessionLinks(tx: Tx, sessionId: string): Promise<TrailLink[]> {
  const live = await findLiveSessionOf(tx, sessionId)
  return live ? [await liveSessionLink(tx, live.id, sessionId)] : []
}

/** The live signs that a sign of a drawn sheet rests on; none for one of paper. */
export async function liveSignLinks(tx: Tx, ids: readonly (string | null | undefined)[]): Promise<TrailLink[]> {
  const links: TrailLink[] = []
  for (const id of ids) {
    const sign = id ? await findLiveSign(tx, id) : undefined
    if (!sign) continue
    const enrolment = await findEnrolment(tx, sign.enrolmentId)
    links.push({ kind: 'live-sign', id: sign.id, title: titleOf(sign, enrolment?.maskedName ?? '') })
  }
  return links
}

export const liveTrails: readonly Trail[] = [signTrail, sessionTrail]
