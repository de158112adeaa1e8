import type { Tx } from '../../../platform/db/public.ts'
import type { Proof, Teller } from '../../record/public.ts'
import { compile, type Program } from '../deciding/compile.ts'
import type { CivilDate } from '../../values/public.ts'
import { contentHash } from './content-hash.ts'
import type { Answer } from '../deciding/decide.ts'
import { decisionHash } from './decision-hash.ts'
import type { Facts } from '../facts/facts.ts'
import { findDocument, type KeptDecision, listDecisionsAfter } from './store.ts'
import { proofWords } from './proof-words.ts'

const PIECE = 500

type Read = { readonly facts: Facts; readonly parameters: Program['parameters']; readonly on?: CivilDate }

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
  const again = amountsOf(program.decide((decision.facts as Read).facts))
  const { answer, valueFen, subtractedFen, effectiveFen } = decision
  const isSame =
    again.answer === answer &&
    again.valueFen === valueFen &&
    again.subtractedFen === subtractedFen &&
    again.effectiveFen === effectiveFen
  if (!isSame) differs(proofWords.differs(id, effectiveFen, again.effectiveFen))
}

const ANSWERS = {
  eligible: 'eligible',
  ineligible: 'not-eligible',
  unknown: 'not-known',
  notApplicable: 'not-applicable',
} as const satisfies Record<Answer['kind'], KeptDecision['answer']>

function amountsOf(answer: Answer) {
  const { valueFen, subtractedFen, effectiveFen } =
    answer.kind === 'eligible' ? answer : { valueFen: 0n, subtractedFen: 0n, effectiveFen: 0n }
  return { answer: ANSWERS[answer.kind], valueFen, subtractedFen, effectiveFen }
}

/** Packs as they were kept, made ready with the parameters a decision was kept with; or why that cannot be. */
function programsOf(tx: Tx) {
  const ready = new Map<string, Program | string>()
  return async ({ packSha256, facts }: KeptDecision): Promise<Program | string> => {
    const { parameters, on } = facts as Read
    const name = `${packSha256.toString('hex')} ${on ?? ''} ${contentHash(parameters)}`
    const known = ready.get(name)
    if (known) return known
    const document = await findDocument(tx, packSha256)
    const made = document === undefined ? 'pack-missing' : programOf(document, packSha256, parameters, on)
    ready.set(name, made)
    return made
  }
}

function programOf(
  document: unknown,
  packSha256: Buffer,
  parameters: Read['parameters'],
  on: CivilDate | undefined,
): Program | string {
  if (contentHash(document) !== packSha256.toString('hex')) return 'pack-changed'
  const get = (name: string) => {
    const found = parameters.find((parameter) => parameter.name === name)
    if (!found) throw new RangeError(`the decision was kept without the parameter ${name}`)
    return { ...found, value: found.value }
  }
  try {
    return compile(document, { parameters: { get }, ...(on ? { on } : {}) })
  } catch {
    return 'pack-unreadable'
  }
}
