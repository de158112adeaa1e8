import {
  columnsOfCases,
  type DatedProgram,
  factsAt,
  type KeptCases,
  type Program,
  type SchemePack,
  type Slot,
  slotOf,
} from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'
import { wordsFor } from './block.ts'
import { KEPT_ANSWERS, NOBODY_DECIDED, NOT_APPLICABLE, UNKNOWN } from './rules.ts'

/** Gives others their turn: a trial never holds a request up for long. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** One of the two that are compared: a document on a day's values, or what was decided at the time. */
export type Side =
  | { readonly kind: 'document'; readonly program: DatedProgram; readonly valuesOn: CivilDate | null }
  | { readonly kind: 'as-decided' }

/** What a side says of every case of a block. */
export type Said = {
  readonly kinds: Uint8Array
  readonly fen: Float64Array
  /** The conditions that are not met, and those that are open: a bit each, in `words` numbers a case. */
  readonly failed: Int32Array
  readonly open: Int32Array
  readonly words: number
  readonly reasons: readonly string[]
  /** The facts that are missing where it has no answer, by case. */
  readonly missing: ReadonlyMap<number, readonly string[]>
}

/** The day whose values decide about a case: the one that was asked for, else its own by the pack's deciding moment. */
export function decidingDayOf(pack: SchemePack, valuesOn: CivilDate | null, cases: KeptCases, at: number): CivilDate {
  if (valuesOn) return valuesOn
  const own = { training: cases.trainingFrom, enrolment: cases.enrolment, certificate: cases.certificate }
  const by = pack.inForce.by
  const day = by === 'claim' || by === 'due' ? cases.claimOn[at] : own[by][at]
  return day ?? cases.occurredOn[at]!
}

/** The program that decides about a case; none where the money it is for is not of the scheme's. */
export function programFor(side: Side & { kind: 'document' }, cases: KeptCases, at: number): Program | undefined {
  const { pack } = side.program
  const fund = cases.fund[at] ?? null
  if (fund === null || !pack.funds.includes(fund)) return undefined
  return side.program.on(decidingDayOf(pack, side.valuesOn, cases, at))
}

/** Every fact that a side reads; the same on every day. */
export function slotsOf(side: Side, on: CivilDate): readonly Slot[] {
  return side.kind === 'document' ? side.program.on(side.valuesOn ?? on).slots : []
}

export async function saidBy(side: Side, cases: KeptCases): Promise<Said> {
  return side.kind === 'document' ? saidByDocument(side, cases) : asDecided(cases)
}

function asDecided(cases: KeptCases): Said {
  return {
    kinds: Uint8Array.from(cases.answer, (answer) => KEPT_ANSWERS[answer ?? ''] ?? NOBODY_DECIDED),
    fen: cases.effectiveFen.subarray(0, cases.size),
    failed: new Int32Array(0),
    open: new Int32Array(0),
    words: 0,
    reasons: [],
    missing: new Map(),
  }
}

type Alike = { readonly program: Program; readonly places: number[] }

/** The cases of a block that are decided about alike, by their places: days with the same values have one way to decide. */
function byProgram(side: Side & { kind: 'document' }, cases: KeptCases): Map<Program['simulate'], Alike> {
  const found = new Map<Program['simulate'], Alike>()
  for (let at = 0; at < cases.size; at += 1) {
    const program = programFor(side, cases, at)
    if (!program) continue
    const own = found.get(program.simulate)
    if (own) own.places.push(at)
    else found.set(program.simulate, { program, places: [at] })
  }
  return found
}

async function saidByDocument(side: Side & { kind: 'document' }, cases: KeptCases): Promise<Said> {
  const kinds = new Uint8Array(cases.size).fill(NOT_APPLICABLE)
  const fen = new Float64Array(cases.size)
  const missing = new Map<number, readonly string[]>()
  let reasons: readonly string[] = []
  let marks: Pick<Said, 'failed' | 'open' | 'words'> | undefined
  for (const { program, places } of byProgram(side, cases).values()) {
    const isAll = places.length === cases.size
    const outcomes = program.simulate(columnsOfCases(cases, program.slots, isAll ? null : places))
    await giveWay()
    reasons = outcomes.reasons
    const words = wordsFor(reasons.length)
    marks ??= { failed: new Int32Array(cases.size * words), open: new Int32Array(cases.size * words), words }
    for (let nth = 0; nth < places.length; nth += 1) {
      const at = places[nth]!
      kinds[at] = outcomes.kinds[nth]!
      fen[at] = outcomes.fen[nth]!
      for (let word = 0; word < words; word += 1) {
        marks.failed[at * words + word] = outcomes.failed[word]![nth]!
        marks.open[at * words + word] = outcomes.open[word]![nth]!
      }
      if (kinds[at] === UNKNOWN) missing.set(at, missingOf(program, cases, at))
    }
    await giveWay()
  }
  return { kinds, fen, reasons, missing, ...(marks ?? { failed: NONE, open: NONE, words: 0 }) }
}

const NONE = new Int32Array(0)

/** The facts that would settle the answer to one case, as deciding about it alone names them. */
function missingOf(program: Program, cases: KeptCases, at: number): readonly string[] {
  const answer = program.decide(factsAt(cases, at))
  if (answer.kind !== 'unknown') return []
  return answer.needs.map((need) => slotOf(need.fact, need.at))
}
