import type { Tx } from '../../../platform/db/public.ts'
import type { Proof, Teller } from '../../record/public.ts'
import type { Program } from '../deciding/compile.ts'
import { contentHash } from './content-hash.ts'
import { decisionHash } from './decision-hash.ts'
import { amountsOf, answerOf, type KeptFacts, programOf, type Unreadable } from './kept-program.ts'
import { findDocument, type KeptDecision, listDecisionsAfter } from './store.ts'
import { proofWords } from './proof-words.ts'

const PIECE = 500

/** Each decision beside its own hash, and beside what its kept pack answers to its kept facts today. */
export const policyProofs: readonly Proof[] = [
  {
    name: 'decisions',
    title: proofWords.title,
    against: proofWords.against,
    async run(tx, tell) {
      const programs = programsOf(tx)
      for (let after: string | undefined; ; ) {
        const decisions = await listDecisionsAfter(tx, after, PIECE)
        for (const decision of decisions) await prove(decision, programs, tell)
        if (decisions.length < PIECE) return
        after = decisions.at(-1)!.id
      }
    },
  },
]

async function prove(decision: KeptDecision, programs: ReturnType<typeof programsOf>, tell: Teller): Promise<void> {
  tell.compared(1)
  const { id } = decision
  const differs = (sentence: Parameters<Teller['differs']>[0]['sentence']) =>
    tell.differs({ table: 'policy.decisions', key: id, sentence, trail: { kind: 'decision', id } })
  if (!decisionHash(decision).equals(decision.contentSha256)) return differs(proofWords.changed(id))

  const program = await programs(decision)
  if (typeof program === 'string') return differs(proofWords.unproved(id, program))
  const again = amountsOf(answerOf(program, decision.facts as KeptFacts))
  const { answer, valueFen, subtractedFen, effectiveFen } = decision
  const isSame =
    again.answer === answer &&
    again.valueFen === valueFen &&
    again.subtractedFen === subtractedFen &&
    again.effectiveFen === effectiveFen
  if (!isSame) differs(proofWords.differs(id, effectiveFen, again.effectiveFen))
}

/** Packs as they were kept, made ready with the parameters a decision was kept with; or why that cannot be. */
function programsOf(tx: Tx) {
  const ready = new Map<string, Program | Unreadable>()
  return async ({ packSha256, facts }: KeptDecision): Promise<Program | Unreadable> => {
    const kept = facts as KeptFacts
    const { parameters, on } = kept
    const name = `${packSha256.toString('hex')} ${on ?? ''} ${contentHash(parameters)}`
    const known = ready.get(name)
    if (known) return known
    const document = await findDocument(tx, packSha256)
    const made = programOf(document, packSha256, kept)
    ready.set(name, made)
    return made
  }
}
