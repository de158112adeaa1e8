import type { CivilDate } from '../../../kernel/values/public.ts'
import { civilDateOf, clockTimeOf, daysBetween, minutesOf } from '../../../kernel/values/public.ts'
import type { Credit } from '../attendance/rules.ts'

/** A session of the timetable as it is signed for. Times are minutes after midnight. */
export type Timed = { readonly day: CivilDate; readonly startMinute: number; readonly endMinute: number }

/** When people sign in and out live, in minutes (the county's parameter `attendance.live`). */
export type LiveTerms = {
  readonly opensBefore: number
  readonly lateAfter: number
  readonly closesAfter: number
  readonly absentAfter: number
  readonly signOut: {
    readonly demanded: boolean
    readonly opensBefore: number
    readonly closesAfter: number
    readonly absentBefore: number
  }
}

/** What may be signed at a live session now. */
export type Phase = 'in' | 'out' | 'closed'
export type SignKind = 'in' | 'out' | 'leave'
export type SignMethod = 'qr' | 'code' | 'roll-call' | 'card' | 'assisted'
export type SignQuality = 'strong' | 'fair' | 'weak'

/** Whole minutes from midnight of the session's day to an instant of business time; of the day before they are negative. */
export function minuteOn(day: CivilDate, at: Date): number {
  return daysBetween(day, civilDateOf(at)) * 1440 + minutesOf(clockTimeOf(at))
}

/** The first and the last minute of a window, both within it. */
export type Window = { readonly from: number; readonly to: number }

/** When somebody may sign by themself: from a while before the beginning, or the end, to a while after it. */
export function windowFor(kind: 'in' | 'out', session: Timed, terms: LiveTerms): Window {
  return kind === 'in'
    ? { from: session.startMinute - terms.opensBefore, to: session.startMinute + terms.closesAfter }
    : { from: session.endMinute - terms.signOut.opensBefore, to: session.endMinute + terms.signOut.closesAfter }
}

/** Where an instant stands to a window. */
export function standingIn({ from, to }: Window, minute: number): 'early' | 'within' | 'late' {
  if (minute < from) return 'early'
  return minute > to ? 'late' : 'within'
}

/** When an instructor may sign for somebody: from the window's beginning until signing out is over. */
export function operatorWindow(session: Timed, terms: LiveTerms): Window {
  const { to } = windowFor('out', session, terms)
  return { from: session.startMinute - terms.opensBefore, to }
}

/** Whole minutes after the beginning. */
export const minutesLate = (session: Timed, minute: number): number => Math.max(0, minute - session.startMinute)

/** Whole minutes before the end. */
export const minutesEarly = (session: Timed, minute: number): number => Math.max(0, session.endMinute - minute)

/**
 * How much a sign says by itself. A trainee's own signed-in phone in front of the rotating code says most; six digits can
 * be told over the phone, a card can be lent, a roll is called by somebody who gains from it; assisted is a person's word.
 */
export function qualityOf(method: SignMethod): SignQuality {
  if (method === 'qr') return 'strong'
  return method === 'assisted' ? 'weak' : 'fair'
}

/** What was signed live for one person at one session, struck signs left out. */
export type SignedLive = {
  readonly in: { readonly minutesLate: number } | undefined
  readonly out: { readonly minutesEarly: number } | undefined
  readonly leave: boolean
}

/**
 * What the signs of one session come to: who came in time was there, who came late was late, who came too late, left too
 * early or (where the county demands it) never signed out was not there. Leave counts where nobody came.
 */
export function creditOf(signed: SignedLive, terms: LiveTerms): Credit {
  if (!signed.in) return signed.leave ? 'leave' : 'absent'
  if (signed.in.minutesLate > terms.absentAfter) return 'absent'
  if (terms.signOut.demanded) {
    if (!signed.out || signed.out.minutesEarly > terms.signOut.absentBefore) return 'absent'
  }
  return signed.in.minutesLate > terms.lateAfter ? 'late' : 'present'
}

/** A device whose own clock differs by more than this from the server's is told. */
const CLOCK_TOLERANCE_MS = 2 * 60_000

/** By how many minutes a device's clock is ahead (negative: behind) of the server; null where it is near enough or unknown. */
export function clockOff(deviceAt: Date | null, serverAt: Date): number | null {
  if (!deviceAt) return null
  const off = deviceAt.getTime() - serverAt.getTime()
  return Math.abs(off) <= CLOCK_TOLERANCE_MS ? null : Math.round(off / 60_000)
}
