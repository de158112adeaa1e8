import type { Exception } from '../packs/condition.ts'
import type { TraceNode, Verdict } from './trace.ts'
import { allOf, anyOf, opposite } from './verdicts.ts'
import * as words from './words.ts'

/**
 * Met where the condition or an exception says so and none says otherwise. Where two disagree nothing is known, and where
 * an exception that may yet hold could disagree, nothing is known yet: what is settled stays settled.
 */
export function verdictOfExcepted(exceptions: readonly Exception[], [base, ...holding]: readonly Verdict[]): Verdict {
  const { met, failed } = bySide(exceptions, holding)
  if (met !== 'false' && failed === 'true') return 'unknown'
  return allOf([anyOf([base!, met]), opposite(failed)])
}

function bySide(exceptions: readonly Exception[], holding: readonly Verdict[]) {
  const side = (then: Exception['then']) => anyOf(holding.filter((_, index) => exceptions[index]!.then === then))
  return { met: side('met'), failed: side('failed') }
}

/** The exception that decided speaks; where none did, the condition itself. */
export function traceExcepted(
  exceptions: readonly Exception[],
  verdict: Verdict,
  parts: readonly TraceNode[],
): TraceNode {
  const [base, ...holding] = parts
  const labelled = holding.map((part, index) => {
    const { id, label, cite } = exceptions[index]!
    return { ...part, exception: { id, label, cite } }
  })
  const open = labelled.filter((_, index) => holding[index]!.verdict !== 'false')
  const deciding = open.filter((_, index) => open[index]!.verdict === 'true')
  const speaking = deciding.length > 0 ? deciding : verdict === 'unknown' ? open : []
  const sentence =
    speaking.length > 0
      ? words.joined(speaking.map((part) => words.sayException(part.exception.label, part.sentence)))
      : base!.sentence
  return { kind: 'excepted', verdict, sentence, read: [], parameters: [], parts: [base!, ...labelled] }
}
