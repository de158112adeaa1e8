import { type Db, inDistrict, type Tx } from '../../../platform/db/public.ts'
import { BrokenOff } from '../../../platform/outbox/public.ts'
import { listSexesAndBirths } from '../../people/public.ts'
import {
  AMOUNT,
  type CasePlace,
  type CasesAsked,
  countCases,
  type DatedProgram,
  datedProgram,
  schemesOf,
  FACT_DICTIONARY,
  type FactSupplier,
  type KeptCases,
  startCases,
  type Slot,
} from '../../policy/public.ts'
import { newId } from '../../values/public.ts'
import type { FactGatherer } from '../deciding/gather-facts.ts'
import { ahead, pagesOf } from './ahead.ts'
import { askingOf } from './asking.ts'
import { hexesOf, uuidAt } from './block.ts'
import { type MarkNames, TOWN, tryBlock } from './evaluate.ts'
import { giveWay, type Side, slotsOf } from './sides.ts'
import { countBlocks, endTrial, listFundLines, saveBeginning, saveBlock, type TrialRow } from './store.ts'
import { startTally } from './tally.ts'

/** Cases that are decided together and kept as one block. */
export const BLOCK_CASES = 25_000
/** Cases that one query reads: so long the database answers to it. */
const A_READING = 200_000

export type RunningNeeds = {
  readonly db: Db
  /** Connections with more patience, for reading a year of cases. */
  readonly slowDb: Db
  readonly suppliers: readonly FactSupplier[]
  readonly gather: FactGatherer
  /** So many days the cases of a trial are kept: the county's. */
  readonly keptDays: (district: number) => number
  /** Documents made ready otherwise than beside the county's schemes, for measuring. */
  readonly programOf?: (document: unknown) => DatedProgram
  readonly blockCases?: number
}

/** The conditions of a document in the order of their marks, then that there is no rate. */
function reasonsOf(side: Side, { from }: TrialRow): string[] {
  if (side.kind !== 'document') return []
  const { parts } = side.program.on(side.valuesOn ?? from)
  return [...parts.required.map(({ condition }) => condition.id), AMOUNT]
}

/** Its cases after the last that was kept, in blocks. */
async function* blocksFrom(
  { slowDb, blockCases = BLOCK_CASES }: RunningNeeds,
  district: number,
  trial: TrialRow,
  slots: readonly Slot[],
): AsyncGenerator<KeptCases> {
  const builder = startCases(slots, blockCases)
  let after = trial.place
  for (let read = A_READING; read === A_READING; ) {
    read = 0
    const asked = { ...casesAsked(trial), after, limit: A_READING }
    for await (const rows of pagesOf(slowDb, district, asked, slots)) {
      while (rows.next()) {
        builder.add(rows)
        read += 1
        if (builder.size() < blockCases) continue
        const block = builder.take()
        after = placeAt(block, block.size - 1)
        yield block
      }
      await giveWay()
    }
    if (builder.size() === 0) continue
    const block = builder.take()
    after = placeAt(block, block.size - 1)
    yield block
  }
}

const placeAt = ({ factIds, occurredOn }: KeptCases, at: number): CasePlace => ({
  on: occurredOn[at]!,
  factId: uuidAt(factIds, at),
})

/** Both sides of a trial, ready to decide beside the county's other schemes. */
export function sidesOf(
  trial: TrialRow,
  programOf: (document: unknown) => DatedProgram,
): { before: Side; after: Side } {
  const { valuesOn } = trial
  const side = (document: unknown): Side => ({ kind: 'document', program: programOf(document), valuesOn })
  return {
    after: side(trial.afterDocument),
    before: trial.beforeSha256 === null ? { kind: 'as-decided' } : side(trial.beforeDocument),
  }
}

/** Documents made ready beside the schemes that the district has. */
export async function programsBeside(tx: Tx): Promise<(document: unknown) => DatedProgram> {
  const { versions } = await schemesOf(tx)
  return (document) => datedProgram(document, { district: tx.district, beside: versions })
}

/** Every fact that either side reads, each once; and the town, by which cases are counted. */
export function slotsRead({ before, after }: { before: Side; after: Side }, trial: Pick<TrialRow, 'from'>): Slot[] {
  const read = [...slotsOf(after, trial.from), ...slotsOf(before, trial.from)]
  const town = FACT_DICTIONARY.get(TOWN)
  const slots = new Map(read.map((slot) => [slot.key, slot]))
  if (town && !slots.has(TOWN))
    slots.set(TOWN, {
      key: TOWN,
      fact: TOWN,
      definition: town,
      label: town.label,
      said: (value) => ({ zh: JSON.stringify(value), en: JSON.stringify(value) }),
    })
  return [...slots.values()]
}

export const casesAsked = (trial: TrialRow): Omit<CasesAsked, 'after' | 'limit'> => ({
  kind: trial.factKind,
  scheme: trial.scheme,
  from: trial.from,
  to: trial.to,
})

/**
 * Goes on with a trial after the last block that was kept, to its end. While one block is decided the next is read. Throws
 * `BrokenOff` where nobody waits for it any more.
 */
export async function runTrial(
  needs: RunningNeeds,
  district: number,
  trial: TrialRow,
  isStopping: () => boolean = () => false,
): Promise<void> {
  const { db } = needs
  const programOf = needs.programOf ?? (await inDistrict(db, district, programsBeside))
  const sides = sidesOf(trial, programOf)
  const slots = slotsRead(sides, trial)
  const names: MarkNames = { reasons: reasonsOf(sides.after, trial), facts: slots.map(({ key }) => key) }
  const tally = startTally(trial.tally ?? undefined)
  const casesOf = await inDistrict(db, district, (tx) => countCases(tx, casesAsked(trial)))
  if (!(await inDistrict(db, district, (tx) => saveBeginning(tx, trial, { casesOf, names })))) throw new BrokenOff()

  const ask = askingOf(needs, slots, trial.factKind)
  let nth = await inDistrict(db, district, (tx) => countBlocks(tx, trial.id))
  let casesDone = trial.casesDone
  for await (const cases of ahead(blocksFrom(needs, district, trial, slots))) {
    const { sources, people } = await inDistrict(db, district, async (tx) => ({
      people: await listSexesAndBirths(tx, hexesOf(cases.personIds, cases.size)),
      sources: await ask(tx, cases),
    }))
    const block = await tryBlock({ ...sides, names, tally }, { cases, sources, people })
    nth += 1
    casesDone += cases.size
    const reached = { casesDone, place: placeAt(cases, cases.size - 1), tally: tally.kept() }
    const kept = await inDistrict(db, district, (tx) => saveBlock(tx, trial, { ...block, id: newId(), nth }, reached))
    if (!kept || isStopping()) throw new BrokenOff()
    await giveWay()
  }
  await inDistrict(db, district, async (tx) => {
    const sums = tally.kept()
    const years = [...new Set(sums.codes.month.map((month) => Number(month.slice(0, 4))))]
    const lines = await listFundLines(tx, { funds: sums.codes.fund, years, scheme: trial.scheme })
    return endTrial(tx, trial, { tally: sums, lines, keptDays: needs.keptDays(district) })
  })
}
