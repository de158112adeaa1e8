import type { CivilDate } from '../../../kernel/values/public.ts'
import { minuteOn, operatorWindow, type LiveTerms, standingIn } from '../live/rules.ts'

/*
 * What live signs give away: pure, over the signs of one class that count (struck ones are left out before).
 */

type Timed = {
  readonly id: string
  readonly day: CivilDate
  readonly startMinute: number
  readonly endMinute: number
}

export type LiveMark = {
  readonly id: string
  readonly enrolmentId: string
  readonly kind: 'in' | 'out' | 'leave'
  readonly method: 'qr' | 'code' | 'roll-call' | 'card' | 'assisted'
  /** Hex of the device's keyed hash. */
  readonly device: string
  readonly signedAt: Date
  readonly businessAt: Date
  readonly minutesLate: number
  readonly minutesEarly: number
}

/** Why a session that counts for somebody should not, by their own live signs. */
export type SignFault = 'not-signed-in' | 'outside-window' | 'not-signed-out' | 'too-short'

/** What is wrong with how one person signed for one session that counts for them; undefined where nothing is. */
export function signFault(
  session: Timed,
  signed: { readonly in: LiveMark | undefined; readonly out: LiveMark | undefined },
  terms: LiveTerms,
  shortByMinutes: number,
): SignFault | undefined {
  if (!signed.in) return 'not-signed-in'
  const window = operatorWindow(session, terms)
  const isOutside = (sign: LiveMark) => standingIn(window, minuteOn(session.day, sign.businessAt)) !== 'within'
  if (isOutside(signed.in) || (signed.out && isOutside(signed.out))) return 'outside-window'
  if (terms.signOut.demanded && !signed.out) return 'not-signed-out'
  // Who is not asked to sign out, and did not, stayed until the end as far as anybody knows.
  return signed.in.minutesLate + (signed.out?.minutesEarly ?? 0) > shortByMinutes ? 'too-short' : undefined
}

/** Somebody's own sign on a device: who, and the sign that shows it. */
export type OnDevice = { readonly personId: string; readonly signId: string }

/** A device on which people signed by themselves: they, and whether an operator used it too. */
export type Device = { readonly device: string; readonly people: readonly OnDevice[]; readonly isOperators: boolean }

/** Devices that signed for too many people; on an operator's device nobody signs by themself at all. */
export function sharedDevices(devices: readonly Device[], most: number): Device[] {
  return devices.filter(
    ({ people, isOperators }) =>
      new Set(people.map(({ personId }) => personId)).size >= (isOperators && people.length > 0 ? 1 : most),
  )
}

export type BurstTerms = {
  readonly burst: { readonly signs: number; readonly fromSeconds: number; readonly toSeconds: number }
  readonly equal: { readonly signs: number; readonly withinMs: number }
  readonly order: { readonly people: number; readonly days: number }
}

/** Signs in a row that look made: how many, from which on. */
export type Run = { readonly count: number; readonly first: LiveMark }

/** One by one: a roll-call signs many at one moment, and an instructor's word is no rhythm. */
const ONE_BY_ONE: ReadonlySet<LiveMark['method']> = new Set(['qr', 'code', 'card'])

export const oneByOne = (signs: readonly LiveMark[]): LiveMark[] =>
  signs
    .filter(({ method, kind }) => ONE_BY_ONE.has(method) && kind !== 'leave')
    .toSorted((a, b) => a.signedAt.getTime() - b.signedAt.getTime() || (a.id < b.id ? -1 : 1))

/** The longest run of signs of one session and kind in which each gap to the next goes on as the ones before it. */
function longestRun(
  signs: readonly LiveMark[],
  goesOn: (gap: number, before: number | undefined) => boolean,
): Run | undefined {
  let best: Run | undefined
  let [start, former]: [number, number | undefined] = [0, undefined]
  for (let at = 1; at <= signs.length; at += 1) {
    const gap = at < signs.length ? signs[at]!.signedAt.getTime() - signs[at - 1]!.signedAt.getTime() : undefined
    if (gap !== undefined && goesOn(gap, former)) {
      former ??= gap
      continue
    }
    const count = at - start
    if (count > (best?.count ?? 0)) best = { count, first: signs[start]! }
    // The gap that broke the run may begin the next one.
    const begins = gap !== undefined && goesOn(gap, undefined)
    start = begins ? at - 1 : at
    former = begins ? gap : undefined
  }
  return best
}

/** So many signs in a row a second or three apart, the longest of them. */
export function burstIn(signs: readonly LiveMark[], { burst }: BurstTerms): Run | undefined {
  const [from, to] = [burst.fromSeconds * 1000, burst.toSeconds * 1000]
  const run = longestRun(signs, (gap) => gap >= from && gap <= to)
  return run && run.count >= burst.signs ? run : undefined
}

/** So many signs in a row, each exactly as long after the former. */
export function equalIn(signs: readonly LiveMark[], { equal }: BurstTerms): Run | undefined {
  const run = longestRun(
    signs,
    (gap, first) => gap > 0 && (first === undefined || Math.abs(gap - first) <= equal.withinMs),
  )
  return run && run.count >= equal.signs ? run : undefined
}

/** On how many days the same people signed in in one and the same order; undefined where days differ, as people do. */
export function sameOrderDays(
  days: readonly (readonly LiveMark[])[],
  { order }: BurstTerms,
): { readonly days: number; readonly people: number } | undefined {
  const orders = days
    .map((signs) => [...new Set(signs.filter(({ kind }) => kind === 'in').map(({ enrolmentId }) => enrolmentId))])
    .filter((people) => people.length > 0)
  const [first, ...others] = orders
  if (!first || orders.length < order.days) return undefined
  const always = first.filter((id) => others.every((people) => people.includes(id)))
  if (always.length < order.people) return undefined
  const known = new Set(always)
  const isSame = others.every((people) => {
    const own = people.filter((id) => known.has(id))
    return own.every((id, at) => id === always[at])
  })
  return isSame ? { days: orders.length, people: always.length } : undefined
}
