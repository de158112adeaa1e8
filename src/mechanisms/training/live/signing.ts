import { randomBytes } from 'node:crypto'
import type { Sentence } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDateOf, newId } from '../../../kernel/values/public.ts'
import { halfOf } from '../attendance/session-columns.ts'
import { classTitles } from '../classes/public-to-room.ts'
import { type ClassRow, findClass } from '../classes/store.ts'
import { findSession, type SessionRow } from '../timetable/store.ts'
import { timeText } from '../timetable/times.ts'
import { readCode, sessionOfDigits, type SignPhase, type Ticket, ticketOf, readTicket } from './code.ts'
import { liveTerms } from './holding.ts'
import { type LiveTerms, minuteOn, minutesEarly, minutesLate, qualityOf, standingIn, windowFor } from './rules.ts'
import { stateOf, timeOfDay } from './state.ts'
import { countLiveTry, findPass, insertPass, triesSoFar } from './pass-store.ts'
import { findLiveSession, listOpenLiveSessions, type LiveSession, lockLiveSession } from './store.ts'
import { insertLiveSigns } from './sign-store.ts'
import { insertRefusal, type RefusalWhy } from './refusal-store.ts'
import { refusals, sessionText } from './words.ts'

/** A session as a trainee reads of it. */
export type SessionTold = { readonly classTitle: Sentence; readonly when: Sentence }

export type Refused = { readonly outcome: 'refused'; readonly sentence: Sentence; readonly status: number }

/** The code was seen: what the phone goes on with. */
export type Seen = {
  readonly outcome: 'seen'
  readonly ticket: string
  readonly phase: SignPhase
  readonly classId: string
  readonly told: SessionTold
}

const refused = (sentence: Sentence, status = 409): Refused => ({ outcome: 'refused', sentence, status })

type Meant = {
  readonly live: LiveSession
  readonly session: SessionRow
  readonly ofClass: ClassRow
  readonly terms: LiveTerms
}

async function meantBy(tx: Tx, live: LiveSession | undefined): Promise<Meant | undefined> {
  const session = live && (await findSession(tx, live.sessionId))
  const ofClass = live && (await findClass(tx, live.classId))
  return live && session && ofClass ? { live, session, ofClass, terms: liveTerms(tx, session) } : undefined
}

async function toldOf(tx: Tx, { session, ofClass }: Meant): Promise<SessionTold> {
  const { day, startMinute, endMinute } = session
  return {
    classTitle: (await classTitles(tx, [ofClass])).get(ofClass.id) ?? { zh: ofClass.number, en: ofClass.number },
    when: sessionText(day, halfOf(startMinute), timeText(startMinute), timeText(endMinute)),
  }
}

/** Somebody's phone asks with a code it scanned. Real time says whether the code is fresh, business time whether it is time. */
export async function seeCode(
  tx: Tx,
  vault: Vault,
  asked: { readonly code: string; readonly device: Buffer },
): Promise<Seen | Refused> {
  const realTimeMs = Date.now()
  const read = readCode(vault, tx.district, asked.code, realTimeMs)
  const meant = read && (await meantBy(tx, await findLiveSession(tx, read.of.liveSessionId)))
  if (!read || !meant) return refused(refusals.unknownCode, 404)
  const no = whyNot(tx, meant, { phase: read.of.phase, seenAt: realTimeMs })
  if (no && no.why !== 'early' && no.why !== 'late') return refused(no.sentence)
  if (!read.isFresh) return refused(refusals.expired)
  if (no) return refused(no.sentence)
  return seen(tx, vault, meant, { ...read.of, seenAt: realTimeMs, method: 'qr' }, asked.device)
}

const DIGITS_IN_VAIN_AN_HOUR = { device: 10, address: 120 }

/** The same with six digits typed. Vain tries are counted by device and by address; then none is taken, right or wrong. */
export async function seeDigits(
  tx: Tx,
  vault: Vault,
  asked: { readonly digits: string; readonly device: Buffer; readonly address: string },
): Promise<Seen | Refused> {
  const digits = asked.digits.normalize('NFKC').replace(/\D/g, '')
  if (digits.length !== 6) return refused(refusals.sixDigits, 422)
  const address = vault.lookup('training.address', asked.address)
  if (
    (await triesSoFar(tx, 'code-by-device', asked.device)) >= DIGITS_IN_VAIN_AN_HOUR.device ||
    (await triesSoFar(tx, 'code-by-address', address)) >= DIGITS_IN_VAIN_AN_HOUR.address
  )
    return refused(refusals.tooOften, 429)
  const realTimeMs = Date.now()
  const open = (await listOpenLiveSessions(tx)).map((live) => ({
    live,
    district: tx.district,
    liveSessionId: live.id,
    phase: live.phase as SignPhase,
  }))
  const found = sessionOfDigits(vault, open, digits, realTimeMs)
  const meant = found && (await meantBy(tx, found.live))
  if (!found || !meant) {
    await countLiveTry(tx, 'code-by-device', asked.device)
    await countLiveTry(tx, 'code-by-address', address)
    return refused(refusals.unknownDigits, 404)
  }
  const no = whyNot(tx, meant, { phase: found.phase, seenAt: realTimeMs })
  if (no) return refused(no.sentence)
  const { district, liveSessionId, phase } = found
  return seen(tx, vault, meant, { district, liveSessionId, phase, seenAt: realTimeMs, method: 'code' }, asked.device)
}

async function seen(tx: Tx, vault: Vault, meant: Meant, ticket: Ticket, device: Buffer): Promise<Seen> {
  return {
    outcome: 'seen',
    ticket: ticketOf(vault, ticket, device),
    phase: ticket.phase,
    classId: meant.ofClass.id,
    told: await toldOf(tx, meant),
  }
}

/** Whether a session may be signed for at a moment; the sentence of why not. */
function whyNot(
  tx: Tx,
  { live, session, terms }: Meant,
  { phase, seenAt }: { readonly phase: SignPhase; readonly seenAt: number },
): { readonly why: RefusalWhy; readonly sentence: Sentence } | undefined {
  const { day, startMinute, endMinute } = session
  if (day !== civilDateOf(tx.now)) return { why: 'closed', sentence: refusals.otherDay(day) }
  if (live.phase === 'closed') {
    const when = sessionText(day, halfOf(startMinute), timeText(startMinute), timeText(endMinute))
    return { why: 'closed', sentence: refusals.over(when) }
  }
  if (live.phase !== phase) return { why: 'expired', sentence: refusals.expired }
  const window = windowFor(phase, session, terms)
  const standing = standingIn(window, minuteOn(day, seenOn(tx, seenAt)))
  if (standing === 'within') return undefined
  const [from, to] = [timeOfDay(window.from), timeOfDay(window.to)]
  if (standing === 'early')
    return {
      why: 'early',
      sentence:
        phase === 'in' ? refusals.earlyIn(timeText(startMinute), from) : refusals.earlyOut(timeText(endMinute), from),
    }
  return { why: 'late', sentence: phase === 'in' ? refusals.lateIn(to) : refusals.lateOut(to) }
}

/** The business time at which something was seen, from the real time of it. */
const seenOn = (tx: Tx, seenAt: number): Date => new Date(tx.now.getTime() - (Date.now() - seenAt))

/** What a ticket is for, on the device it was given to; refused when it is over. */
export async function readSeen(
  tx: Tx,
  vault: Vault,
  given: { readonly ticket: string; readonly device: Buffer },
): Promise<(Seen & { readonly read: Ticket }) | Refused> {
  const read = readTicket(vault, tx.district, given.ticket, { device: given.device, realTimeMs: Date.now() })
  const meant = read && (await meantBy(tx, await findLiveSession(tx, read.liveSessionId)))
  if (!read || !meant) return refused(refusals.ticketOver)
  return { ...(await seen(tx, vault, meant, read, given.device)), ticket: given.ticket, read }
}

/** A sign was taken, or was there already; `at` is business time of day. */
export type Signed = {
  readonly outcome: 'signed' | 'already'
  readonly phase: SignPhase
  readonly maskedName: string
  readonly at: string
  readonly minutesLate: number
  readonly told: SessionTold
}

/** A trainee who is known signs for themself on their phone. Whoever is refused leaves that behind as evidence. */
export async function signSelf(
  tx: Tx,
  given: {
    readonly ticket: Ticket
    readonly personId: string
    readonly device: Buffer
    readonly deviceAt: Date | null
  },
): Promise<Signed | Refused> {
  const { ticket, personId, device } = given
  // Held until the transaction ends: two people on one phone take turns too.
  const meant = await meantBy(tx, await lockLiveSession(tx, ticket.liveSessionId))
  if (!meant) return refused(refusals.unknownCode, 404)
  const { live, session } = meant
  const told = await toldOf(tx, meant)
  const { people } = await stateOf(tx, live)
  const person = people.find(({ entry }) => entry.personId === personId)
  const refuse = async (why: RefusalWhy, sentence: Sentence, otherEnrolmentId: string | null = null) => {
    await insertRefusal(tx, {
      id: newId(),
      liveSessionId: live.id,
      enrolmentId: person?.entry.enrolmentId ?? null,
      kind: ticket.phase,
      method: ticket.method,
      why,
      device,
      otherEnrolmentId,
      businessAt: tx.now,
    })
    return refused(sentence)
  }
  if (!person) return refuse('not-on-roster', refusals.notOnRoster(told.classTitle))
  const before = person[ticket.phase]
  if (before) {
    const at = timeOfDay(minuteOn(session.day, before.businessAt))
    const { maskedName } = person.entry
    return { outcome: 'already', phase: ticket.phase, maskedName, at, minutesLate: before.minutesLate, told }
  }
  const no = whyNot(tx, meant, ticket)
  if (no) return refuse(no.why, no.sentence)
  const other = people.find(({ entry, in: came, out }) =>
    entry.personId === personId
      ? false
      : [came, out].some((sign) => sign?.operator === null && sign.device.equals(device)),
  )
  if (other) return refuse('phone-of-another', refusals.phoneOfAnother, other.entry.enrolmentId)
  if (ticket.phase === 'out' && !person.in) return refused(refusals.notIn)
  const minute = minuteOn(session.day, seenOn(tx, ticket.seenAt))
  const late = ticket.phase === 'in' ? minutesLate(session, minute) : 0
  await insertLiveSigns(tx, [
    {
      id: newId(),
      liveSessionId: live.id,
      enrolmentId: person.entry.enrolmentId,
      kind: ticket.phase,
      method: ticket.method,
      nth: person.struck[ticket.phase] + 1,
      device,
      seenAt: new Date(ticket.seenAt),
      signedAt: new Date(),
      businessAt: tx.now,
      deviceAt: given.deviceAt,
      operator: null,
      minutesLate: late,
      minutesEarly: ticket.phase === 'out' ? minutesEarly(session, minute) : 0,
      quality: qualityOf(ticket.method),
      reason: '',
    },
  ])
  return {
    outcome: 'signed',
    phase: ticket.phase,
    maskedName: person.entry.maskedName,
    at: timeOfDay(minuteOn(session.day, tx.now)),
    minutesLate: late,
    told,
  }
}

const PASS_AT_MOST_MS = 200 * 86_400_000

/** Remembers a phone for one class until the class's last day is over. The token; only its hash is kept. */
export async function givePass(
  tx: Tx,
  given: { readonly classId: string; readonly personId: string; readonly device: Buffer },
): Promise<{ token: string; seconds: number }> {
  const ofClass = await findClass(tx, given.classId)
  const until = Date.parse(`${ofClass?.endsOn ?? civilDateOf(tx.now)}T23:59:59+08:00`) - tx.now.getTime()
  const lastsMs = Math.min(Math.max(until, 0), PASS_AT_MOST_MS)
  const token = `${tx.district}.${randomBytes(32).toString('base64url')}`
  await insertPass(tx, { ...given, tokenSha256: sha256(token), expiresAt: new Date(Date.now() + lastsMs) })
  return { token, seconds: Math.floor(lastsMs / 1000) }
}

/** Whose phone it is, for this class; undefined when it is not remembered. */
export function whosePhone(
  tx: Tx,
  given: { readonly token: string | undefined; readonly classId: string; readonly device: Buffer },
): Promise<string | undefined> {
  const { token, classId, device } = given
  if (!token?.startsWith(`${tx.district}.`)) return Promise.resolve(undefined)
  return findPass(tx, { tokenSha256: sha256(token), classId, device })
}
