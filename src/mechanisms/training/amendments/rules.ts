import type { ProblemItem } from '../../../platform/contract/public.ts'
import type { Credit } from '../attendance/rules.ts'
import type { Sign } from '../attendance/store.ts'
import { refusals } from './words.ts'

export type Wanted = { readonly signId: string; readonly becomes: Credit }

/** What is asked of the newest attendance, or everything that is wrong with it at once. */
export function judgeWanted(
  wanted: readonly Wanted[],
  current: readonly Sign[],
): {
  readonly amended: readonly { readonly sign: Sign; readonly becomes: Credit }[]
  readonly problems: ProblemItem[]
} {
  const byId = new Map(current.map((sign) => [sign.id, sign]))
  const seen = new Set<string>()
  const problems: ProblemItem[] = []
  const amended: { sign: Sign; becomes: Credit }[] = []
  for (const [index, { signId, becomes }] of wanted.entries()) {
    const sign = byId.get(signId)
    const wrong = !sign
      ? refusals.notCurrent(index + 1)
      : seen.has(signId)
        ? refusals.twice(index + 1)
        : sign.credit === becomes
          ? refusals.unchanged(index + 1, becomes)
          : undefined
    if (wrong) problems.push({ at: `body.signs.${index}`, sentence: wrong })
    else if (sign) amended.push({ sign, becomes })
    seen.add(signId)
  }
  return { amended, problems }
}

/** A line of an amendment, as the next version is made by it. */
export type Amending = { readonly id: string; readonly signId: string; readonly becomes: Credit }

/**
 * The signs of the next version: every sign of the former one again, with a reference to it, but for those that a line
 * amends. Where they stand on the original sheet stays; an amended one rests on its line and on no live sign.
 */
export function nextVersion(
  former: readonly Sign[],
  lines: readonly Amending[],
  made: { readonly newId: () => string; readonly writtenFor: (credit: Credit) => string },
): Sign[] {
  const lineOf = new Map(lines.map((line) => [line.signId, line]))
  return former.map(({ id, enrolmentId, sessionId, sheetRow, sheetColumn, written, credit, liveSignId, liveOutId }) => {
    const of = { id: made.newId(), enrolmentId, sessionId, sheetRow, sheetColumn }
    const line = lineOf.get(id)
    return line
      ? { ...of, written: made.writtenFor(line.becomes), credit: line.becomes, amendmentLineId: line.id }
      : { ...of, written, credit, liveSignId: liveSignId ?? null, liveOutId: liveOutId ?? null, sameAsId: id }
  })
}
