import type { Sentence } from '../../../platform/contract/public.ts'
import { fenFromText } from '../../values/public.ts'
import type { Answer } from '../deciding/decide.ts'
import type { SchemePack } from '../packs/pack.ts'

/** What two people decided of one case: the answer, its amount as fen in decimals, the clause, and why. */
export type Manual = {
  readonly outcome: 'eligible' | 'not-eligible'
  readonly fen: string
  /** A clause of the pack. */
  readonly cite: string
  readonly reason: string
}

/** Under which name the step or the reason stands in a trace. */
const MANUAL = 'manual'

export const MANUAL_LABEL: Sentence = { zh: '人工认定', en: 'Decided by people' }

const refusals = {
  notAllowed: {
    zh: '本政策没有准许人工认定的条款,这份认定也没有互相矛盾、须由人认定的规定。请更正事实后重新认定',
    en: 'no clause of this scheme lets people decide, and nothing in this answer contradicts itself: correct the facts and decide anew',
  },
  otherClause: (cite: string): Sentence => ({
    zh: `本政策准许人工认定的是条款“${cite}”,请引用它`,
    en: `the clause by which people may decide is “${cite}”: cite that one`,
  }),
  noClause: (cite: string): Sentence => ({
    zh: `政策中没有条款“${cite}”`,
    en: `the scheme has no clause “${cite}”`,
  }),
  outOfScope: {
    zh: '本政策不适用于此人,不能人工认定',
    en: 'the scheme does not apply to this person, and people do not change that',
  },
} as const

/** The clauses by which people may decide, given the machine's answer; none where they may not. */
export function clausesForPeople(pack: Pick<SchemePack, 'manual'>, answer: Answer): readonly string[] {
  if (answer.kind === 'notApplicable') return []
  const contradicting = answer.kind === 'unknown' ? (answer.contradictions ?? []).map(({ cite }) => cite) : []
  return [...new Set([...(pack.manual ? [pack.manual.cite] : []), ...contradicting])]
}

/** Why people may not decide this case by this clause; undefined where they may. */
export function whyNotManual(
  pack: Pick<SchemePack, 'manual' | 'clauses'>,
  answer: Answer,
  cite: string,
): Sentence | undefined {
  if (answer.kind === 'notApplicable') return refusals.outOfScope
  const clauses = clausesForPeople(pack, answer)
  if (clauses.length === 0) return refusals.notAllowed
  if (!pack.clauses[cite]) return refusals.noClause(cite)
  return clauses.includes(cite) ? undefined : refusals.otherClause(clauses.join('、'))
}

/**
 * The answer that people put in the place of the machine's. What the conditions came to stays in the trace beside it; the
 * one step of the amount is theirs, with its clause and their reason.
 */
export function manualAnswer(machine: Answer, { outcome, fen: text, cite, reason }: Manual): Answer {
  const said: Sentence = { zh: reason, en: reason }
  const placeholder = machine.trace.clauses[cite]?.placeholder === true
  if (outcome === 'not-eligible') {
    const reasons = [{ id: MANUAL, label: MANUAL_LABEL, sentence: said, cite }]
    return {
      kind: 'ineligible',
      reasons,
      unknown: [],
      placeholder,
      trace: { ...machine.trace, amount: [], totalFen: 0n },
    }
  }
  const fen = fenFromText(text)
  const step = { id: MANUAL, stage: 'value', label: MANUAL_LABEL, read: [], fen, cite, placeholder, how: said } as const
  return {
    kind: 'eligible',
    valueFen: fen,
    subtractedFen: 0n,
    effectiveFen: fen,
    placeholder,
    trace: { ...machine.trace, amount: [step], totalFen: fen },
  }
}
