import type { Sentence } from '../../../platform/contract/public.ts'
import type { Answer } from '../deciding/decide.ts'
import type { Program } from '../deciding/compile.ts'
import { BESIDE } from '../deciding/stacking.ts'
import { type Facts, type FactValue, known } from '../facts/facts.ts'
import type { BesideScheme } from './beside.ts'

/** A scheme with what is known of one subject, all but what stands beside it. */
export type Competing = { readonly program: Pick<Program, 'pack' | 'decide'>; readonly facts: Facts }

/**
 * What each of several schemes finds beside it, where they are decided about the same at the same time: what every other of
 * its family comes to by itself, and which of them is not known yet. By scheme; those without a family of their own have none.
 */
export function besideEach(competing: readonly Competing[], asOf: string): ReadonlyMap<string, FactValue> {
  const from = { source: 'stacking', asOf }
  const stacked = competing.flatMap(({ program, facts }) => {
    const { scheme, stacking, title } = program.pack
    return stacking ? [{ scheme, title, family: stacking.family, program, facts }] : []
  })
  const alone = stacked.map((each) => {
    const others = stacked.some((other) => other !== each && other.family === each.family)
    // Who is alone of the family is not asked what it comes to.
    return { ...each, answer: others ? each.program.decide({ ...each.facts, [BESIDE]: known(NOBODY, from) }) : null }
  })
  return new Map(
    alone.map(({ scheme, family }) => {
      const others = alone.filter((other) => other.scheme !== scheme && other.family === family)
      const beside = others.flatMap((other) => besideOf(other) ?? []).sort((a, b) => (a.scheme < b.scheme ? -1 : 1))
      return [scheme, known({ beside }, from)]
    }),
  )
}

const NOBODY = { beside: [] }

function besideOf({ scheme, title, answer }: { scheme: string; title: Sentence; answer: Answer | null }) {
  if (answer?.kind === 'eligible')
    return answer.effectiveFen > 0n
      ? ({ scheme, title, fen: Number(answer.effectiveFen) } satisfies BesideScheme)
      : null
  return answer?.kind === 'unknown' ? ({ scheme, title, unknown: whyOf(answer) } satisfies BesideScheme) : null
}

/** What another one waits for. */
function whyOf({ needs, contradictions = [] }: Extract<Answer, { kind: 'unknown' }>): Sentence {
  const labels = [...needs, ...contradictions].map(({ label }) => label)
  return {
    zh: `待核实:${labels.map(({ zh }) => zh).join('、')}`,
    en: `waits for ${labels.map(({ en }) => en).join(', ')}`,
  }
}
