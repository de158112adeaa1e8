import type { Proof } from '../../record/public.ts'
import { type BenefitProved, listBenefitsAfter, listUses } from './store.ts'
import { proofWords } from './words.ts'

const PIECE = 500

/** Each benefit of a district beside its newest event, and beside what the platform's registry says of it. */
export const registryProofs: readonly Proof[] = [
  {
    name: 'benefits',
    title: proofWords.title,
    against: proofWords.against,
    async run(tx, tell) {
      for (let after: string | undefined; ; ) {
        const benefits = await listBenefitsAfter(tx, after, PIECE)
        const uses = await listUses(
          tx,
          benefits.map(({ personKey }) => personKey),
        )
        const living = new Map(uses.map((use) => [use.id, use]))
        tell.compared(benefits.length)
        for (const benefit of benefits) {
          const said = differenceOf(benefit, living.get(benefit.id)?.amountFen)
          if (said)
            tell.differs({
              table: 'policy.benefits',
              key: benefit.id,
              sentence: said,
              trail: { kind: 'decision', id: benefit.decisionId },
            })
        }
        if (benefits.length < PIECE) return
        after = benefits.at(-1)!.id
      }
    },
  },
]

function differenceOf({ id, status, told, amountFen }: BenefitProved, registeredFen: bigint | undefined) {
  if (status !== told) return proofWords.status(id, status, told)
  const lives = status !== 'released' && status !== 'recovered'
  if (lives !== (registeredFen !== undefined)) return proofWords.registry(id, lives)
  return registeredFen === undefined || registeredFen === amountFen ? undefined : proofWords.sum(id)
}
