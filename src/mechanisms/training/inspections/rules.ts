import type { ProblemItem } from '../../../platform/contract/public.ts'
import type { CivilDate } from '../../../kernel/values/public.ts'
import { minuteOn } from '../live/rules.ts'
import { words } from './words.ts'

type Timed = { readonly day: CivilDate; readonly startMinute: number; readonly endMinute: number }

/** A live sign as it says who was there when; struck ones say nothing. */
export type Seen = {
  readonly enrolmentId: string
  readonly kind: 'in' | 'out' | 'leave'
  readonly businessAt: Date
  readonly struck: unknown
}

/**
 * How many people were signed in at a minute of a session's day: who had signed in by then, within the minute too, and
 * had not signed out before it.
 */
export function signedInAt(session: Pick<Timed, 'day'>, minute: number, signs: readonly Seen[]): number {
  const counting = signs.filter(({ struck }) => !struck)
  const by = (kind: Seen['kind'], until: (at: number) => boolean) =>
    new Set(
      counting
        .filter((sign) => sign.kind === kind && until(minuteOn(session.day, sign.businessAt)))
        .map(({ enrolmentId }) => enrolmentId),
    )
  const gone = by('out', (at) => at < minute)
  return [...by('in', (at) => at <= minute)].filter((id) => !gone.has(id)).length
}

/** Whether fewer heads were counted than signs say, by more than the county lets pass: one is in the washroom, one counts again. */
export function fallsShort(headCount: number, signedIn: number, tolerance: number): boolean {
  return headCount < signedIn - tolerance
}

/** Why a count cannot be of this session; empty when it can. */
export function problemsOfCount(
  session: Timed,
  count: { readonly minute: number; readonly headCount: number },
  at: { readonly now: Date; readonly seats: number },
): ProblemItem[] {
  const problems: ProblemItem[] = []
  if (count.minute < session.startMinute || count.minute > session.endMinute)
    problems.push({ at: 'body.at', sentence: words.outside(session.startMinute, session.endMinute) })
  else if (count.minute > minuteOn(session.day, at.now)) problems.push({ at: 'body.at', sentence: words.inFuture })
  if (count.headCount > at.seats) problems.push({ at: 'body.headCount', sentence: words.moreThan(at.seats) })
  return problems
}
