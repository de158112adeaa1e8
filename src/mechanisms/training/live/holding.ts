import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { documentKindOf, keepFile } from '../../../platform/files/public.ts'
import { type Actor, httpWords } from '../../../platform/http/public.ts'
import { reaches, reachOf } from '../../../kernel/access/public.ts'
import { findPersonIds } from '../../../kernel/people/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { checkIdentityNumber, civilDateOf, newId } from '../../../kernel/values/public.ts'
import { listInstructorsById } from '../agreements/store.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import { findClass } from '../classes/store.ts'
import type { RosterEntry } from '../rosters/listing.ts'
import { findSession, type SessionRow } from '../timetable/store.ts'
import {
  type LiveTerms,
  minuteOn,
  minutesEarly,
  minutesLate,
  operatorWindow,
  type Phase,
  qualityOf,
  type SignKind,
  type SignMethod,
  standingIn,
  windowFor,
} from './rules.ts'
import { type SessionState, stateOf, type Standing, timeOfDay } from './state.ts'
import { countLiveTry, triesSoFar } from './pass-store.ts'
import {
  findLiveSessionOf,
  type Holder,
  insertLiveEvent,
  insertLiveSession,
  listSessionsToHold,
  type LiveSession,
  lockLiveSession,
  type Operating,
  updatePhase,
} from './store.ts'
import { findLiveSign, insertLiveSigns, insertStrike, type LiveSign } from './sign-store.ts'
import { insertPhoto } from './photo-store.ts'
import { holding } from './words.ts'

/** Somebody holding a session: who, on which device, what its clock says. `now` is business time. */
export type Holding = {
  readonly actor: Actor
  readonly device: Buffer
  readonly deviceAt: Date | null
  readonly now: Date
}

/** A session that somebody may hold, with its class and, once it is opened, how it stands. */
export type Held = {
  readonly session: SessionRow
  readonly ofClass: ClassRow
  readonly live: LiveSession | undefined
  readonly terms: LiveTerms
}

/** Whose sessions somebody may hold; an account of the bureau holds none. */
async function holderOf(tx: Tx, actor: Actor): Promise<Holder> {
  if (actor.organisationId === null || !actor.permissions.has('live.hold'))
    throw new Problem('forbidden', holding.notYours)
  const isProvider = actor.roles.includes('provider')
  return { reach: await reachOf(tx, actor), instructorPersonId: isProvider ? null : actor.personId }
}

export const liveTerms = (tx: Tx, session: SessionRow): LiveTerms =>
  parametersOn(tx.district, session.day).get('attendance.live').value

/** The sessions of today, in order of time. */
export async function sessionsToday(tx: Tx, { actor, now }: Pick<Holding, 'actor' | 'now'>): Promise<SessionRow[]> {
  return listSessionsToHold(tx, await holderOf(tx, actor), civilDateOf(now))
}

/** A session that this actor may hold; any other is as absent as one that does not exist. */
export async function getHeld(tx: Tx, actor: Actor, sessionId: string): Promise<Held> {
  const holder = await holderOf(tx, actor)
  const session = await findSession(tx, sessionId)
  const ofClass = session && (await findClass(tx, session.classId))
  const instructor = session && (await listInstructorsById(tx, [session.instructorId])).get(session.instructorId)
  const isTheirs =
    ofClass !== undefined &&
    reaches(holder.reach, ofClass) &&
    (holder.instructorPersonId === null || instructor?.personId === holder.instructorPersonId)
  if (!session || !ofClass || !isTheirs || ofClass.status === 'draft')
    throw new Problem('not-found', httpWords.notFound)
  return { session, ofClass, live: await findLiveSessionOf(tx, session.id), terms: liveTerms(tx, session) }
}

const operating = ({ actor, device }: Holding): Operating => ({
  accountId: actor.accountId,
  personId: actor.personId,
  device,
})

/** 开始签到: the session is open on this device. Opened by two at once it is opened once. */
export async function openSession(tx: Tx, who: Holding, sessionId: string): Promise<LiveSession> {
  const held = await getHeld(tx, who.actor, sessionId)
  const { session, ofClass, terms } = held
  if (ofClass.status !== 'filed') throw new Problem('conflict', holding.sessionOver, { code: 'class-not-filed' })
  if (session.day !== civilDateOf(who.now)) throw new Problem('conflict', holding.notToday(session.day))
  refuseOver(session, terms, who.now)
  const id = newId()
  const by = operating(who)
  const moments = { businessAt: who.now, deviceAt: who.deviceAt }
  const opened = await insertLiveSession(tx, { id, classId: ofClass.id, sessionId, ...by, ...moments })
  if (opened) {
    await insertLiveEvent(tx, { id: newId(), liveSessionId: id, phase: 'in', by, ...moments })
    await recordPhase(tx, who, id, 'in')
  }
  const live = await findLiveSessionOf(tx, sessionId)
  if (!live) throw new Error('a session that was opened is not there')
  return live
}

/** 签退, 结束, or on again after an end by mistake. */
export async function moveSession(tx: Tx, who: Holding, sessionId: string, to: Phase): Promise<Held> {
  const { session, ofClass, live, terms } = await getOpened(tx, who, sessionId)
  if (live.phase === to) return { session, ofClass, live, terms }
  if (to === 'out') {
    const from = windowFor('out', session, terms).from
    if (minuteOn(session.day, who.now) < from) throw new Problem('conflict', holding.outFrom(timeOfDay(from)))
  }
  if (to !== 'closed') refuseOver(session, terms, who.now)
  await updatePhase(tx, live.id, to)
  const moments = { businessAt: who.now, deviceAt: who.deviceAt }
  await insertLiveEvent(tx, { id: newId(), liveSessionId: live.id, phase: to, by: operating(who), ...moments })
  await recordPhase(tx, who, live.id, to)
  return { session, ofClass, live: { ...live, phase: to }, terms }
}

function recordPhase(tx: Tx, { actor, now }: Holding, liveSessionId: string, phase: Phase): Promise<void> {
  const act = `live-session.${phase === 'in' ? 'opened' : phase === 'out' ? 'sign-out-began' : 'closed'}`
  return recordAct(tx, { id: newId(), act, subjectKind: 'live-session', subjectId: liveSessionId, actor, at: now })
}

function refuseOver(session: SessionRow, terms: LiveTerms, now: Date): void {
  if (standingIn(operatorWindow(session, terms), minuteOn(session.day, now)) === 'late')
    throw new Problem('conflict', holding.sessionOver, { code: 'session-over' })
}

/** A session that is opened, held until the transaction ends. */
async function getOpened(tx: Tx, who: Holding, sessionId: string): Promise<Held & { live: LiveSession }> {
  const held = await getHeld(tx, who.actor, sessionId)
  const live = held.live && (await lockLiveSession(tx, held.live.id))
  if (!live) throw new Problem('conflict', holding.notOpen, { code: 'live-session-not-open' })
  return { ...held, live }
}

type Signing = Held & { readonly live: LiveSession; readonly state: SessionState }

/** The same, to sign at it: not closed, and not over. */
async function getSigning(tx: Tx, who: Holding, sessionId: string): Promise<Signing> {
  const held = await getOpened(tx, who, sessionId)
  if (held.live.phase === 'closed') throw new Problem('conflict', holding.closed, { code: 'live-session-closed' })
  refuseOver(held.session, held.terms, who.now)
  return { ...held, state: await stateOf(tx, held.live) }
}

function signOf(
  who: Holding,
  { live, session }: Signing,
  of: {
    readonly enrolmentId: string
    readonly kind: SignKind
    readonly method: SignMethod
    readonly nth: number
    readonly reason?: string
  },
): LiveSign {
  const minute = minuteOn(session.day, who.now)
  const at = new Date()
  return {
    id: newId(),
    liveSessionId: live.id,
    enrolmentId: of.enrolmentId,
    kind: of.kind,
    method: of.method,
    nth: of.nth,
    device: who.device,
    seenAt: at,
    signedAt: at,
    businessAt: who.now,
    deviceAt: who.deviceAt,
    operator: { accountId: who.actor.accountId, personId: who.actor.personId },
    minutesLate: of.kind === 'in' ? minutesLate(session, minute) : 0,
    minutesEarly: of.kind === 'out' ? minutesEarly(session, minute) : 0,
    quality: qualityOf(of.method),
    reason: of.reason ?? '',
  }
}

/** 点名: everybody named is there (or leaves) now; who signed already stays as they are. How many were signed. */
export async function callRoll(
  tx: Tx,
  who: Holding,
  sessionId: string,
  enrolmentIds: readonly string[],
): Promise<number> {
  const signing = await getSigning(tx, who, sessionId)
  const kind = signing.live.phase === 'out' ? 'out' : 'in'
  const named = new Set(enrolmentIds)
  const called = signing.state.people.filter(
    (person) => named.has(person.entry.enrolmentId) && !person[kind] && (kind === 'in' || person.in),
  )
  if (named.size === 0) throw new Problem('bad-input', holding.nobody, { code: 'nobody' })
  const signs = called.map((person) =>
    signOf(who, signing, {
      enrolmentId: person.entry.enrolmentId,
      kind,
      method: 'roll-call',
      nth: person.struck[kind] + 1,
    }),
  )
  return insertLiveSigns(tx, signs)
}

const CARDS_IN_VAIN_AN_HOUR = 30

/** What came of somebody being signed: who, and how late. */
export type SignedOne = { readonly entry: RosterEntry; readonly sign: LiveSign }

/** 刷身份证: the number is checked, looked up on the roster of this class alone by its keyed hash, and kept nowhere. */
export async function signByCard(
  tx: Tx,
  vault: Vault,
  who: Holding,
  sessionId: string,
  typed: string,
): Promise<SignedOne | { readonly refused: Sentence }> {
  const signing = await getSigning(tx, who, sessionId)
  const ofSession = vault.lookup('training.card-tries', signing.live.id)
  if ((await triesSoFar(tx, 'card-by-session', ofSession)) >= CARDS_IN_VAIN_AN_HOUR)
    return { refused: holding.cardTooOften }
  const number = checkIdentityNumber(typed, { today: civilDateOf(who.now) })
  if (!number.ok) return { refused: number.problems[0] ?? holding.notOnRoster }
  const personId = (await findPersonIds(tx, vault, [number.value])).get(number.value)
  const person = signing.state.people.find(({ entry }) => entry.personId === personId)
  if (!person) {
    await countLiveTry(tx, 'card-by-session', ofSession)
    return { refused: holding.notOnRoster }
  }
  return signOne(tx, who, signing, person, { kind: signing.live.phase === 'out' ? 'out' : 'in', method: 'card' })
}

/** 代签 and 请假: the instructor's own word, with the reason. */
export async function signAssisted(
  tx: Tx,
  who: Holding,
  sessionId: string,
  given: { readonly enrolmentId: string; readonly kind: SignKind; readonly reason: string },
): Promise<SignedOne | { readonly refused: Sentence }> {
  const signing = await getSigning(tx, who, sessionId)
  const reason = given.reason.trim()
  if (reason === '') return { refused: holding.reason }
  if (reason.length > 100) return { refused: holding.reasonTooLong }
  const person = signing.state.people.find(({ entry }) => entry.enrolmentId === given.enrolmentId)
  if (!person) return { refused: holding.notOnRoster }
  if (given.kind === 'leave' && person.in) return { refused: holding.isIn(person.entry.maskedName) }
  return signOne(tx, who, signing, person, { kind: given.kind, method: 'assisted', reason })
}

async function signOne(
  tx: Tx,
  who: Holding,
  signing: Signing,
  person: Standing,
  given: { readonly kind: SignKind; readonly method: SignMethod; readonly reason?: string },
): Promise<SignedOne | { readonly refused: Sentence }> {
  const { entry } = person
  const before = person[given.kind]
  if (before)
    return { refused: holding.already(entry.maskedName, timeOfDay(minuteOn(signing.session.day, before.businessAt))) }
  if (given.kind === 'out' && !person.in) return { refused: holding.notIn(entry.maskedName) }
  const sign = signOf(who, signing, { enrolmentId: entry.enrolmentId, nth: person.struck[given.kind] + 1, ...given })
  await insertLiveSigns(tx, [sign])
  return { entry, sign }
}

/** A sign that was a mistake: it stays, and counts no more. */
export async function strikeSign(
  tx: Tx,
  who: Holding,
  sessionId: string,
  given: { readonly signId: string; readonly reason: string },
): Promise<Sentence | null> {
  const { live, session, terms } = await getOpened(tx, who, sessionId)
  refuseOver(session, terms, who.now)
  const sign = await findLiveSign(tx, given.signId)
  if (sign?.liveSessionId !== live.id) throw new Problem('not-found', httpWords.notFound)
  const reason = given.reason.trim()
  if (reason === '') return holding.reason
  if (reason.length > 100) return holding.reasonTooLong
  const id = newId()
  const struck = await insertStrike(tx, { id, signId: sign.id, reason, businessAt: who.now, ...operating(who) })
  if (!struck) return holding.struckAlready
  await recordAct(tx, {
    id,
    act: 'live-sign.struck',
    subjectKind: 'live-sign',
    subjectId: sign.id,
    actor: who.actor,
    at: who.now,
    detail: { reason },
  })
  return null
}

/** A photo of the class: checked to be a whole picture by its own bytes, and kept sealed as it came. */
export async function addPhoto(
  tx: Tx,
  vault: Vault,
  who: Holding,
  sessionId: string,
  bytes: Buffer,
): Promise<Sentence | null> {
  const { live, session } = await getOpened(tx, who, sessionId)
  if (bytes.length === 0) return holding.noPicture
  const kind = documentKindOf(bytes)
  if (!kind?.whole || kind.type === 'application/pdf') return holding.notPicture
  const file = await keepFile(tx, vault, {
    id: newId(),
    name: `${session.day}-${timeOfDay(minuteOn(session.day, who.now)).replace(':', '')}.${kind.type === 'image/png' ? 'png' : 'jpg'}`,
    mediaType: kind.type,
    bytes,
    createdBy: who.actor.accountId,
  })
  const id = newId()
  const moments = { businessAt: who.now, deviceAt: who.deviceAt }
  await insertPhoto(tx, { id, liveSessionId: live.id, fileId: file.id, ...operating(who), ...moments })
  const detail = { photoId: id, fileId: file.id }
  const { actor, now: at } = who
  await recordAct(tx, {
    id,
    act: 'class-photo.taken',
    subjectKind: 'live-session',
    subjectId: live.id,
    actor,
    at,
    detail,
  })
  return null
}
