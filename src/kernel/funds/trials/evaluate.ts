import type { KeptCases } from '../../policy/public.ts'
import type { SexAndBirth } from '../../people/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import { AFTER, BEFORE, type Block, CHANGE, hasMark, newBlock, setMark, SOURCE, WIDTH, wordsFor } from './block.ts'
import { ageBandOf, changeOf, INELIGIBLE, monthOf, NOT_KNOWN } from './rules.ts'
import { giveWay, type Said, saidBy, type Side } from './sides.ts'
import type { Tally } from './tally.ts'

/** A block of cases with what else they are counted by. */
export type Counted = {
  readonly cases: KeptCases
  /** Where the facts of each are from, as a place in `SOURCES`. */
  readonly sources: Uint8Array
  readonly people: readonly (SexAndBirth | null)[]
}

/** What the marks of a case stand for, in their order: a condition that fails, one that is open, a fact that is missing. */
export type MarkNames = { readonly reasons: readonly string[]; readonly facts: readonly string[] }

export const wordsOf = ({ reasons, facts }: MarkNames): number => wordsFor(reasons.length * 2 + facts.length)
export const failedBit = (_: MarkNames, reason: number): number => reason
export const openBit = ({ reasons }: MarkNames, reason: number): number => reasons.length + reason
export const missingBit = ({ reasons }: MarkNames, fact: number): number => reasons.length * 2 + fact

export type Trying = {
  readonly before: Side
  readonly after: Side
  readonly names: MarkNames
  readonly tally: Tally
}

/** Both answers to every case of a block, what changes, and the sums with them. */
export async function tryBlock({ before, after, names, tally }: Trying, counted: Counted): Promise<Block> {
  const { cases } = counted
  const was = await saidBy(before, cases)
  const is = await saidBy(after, cases)
  const block = newBlock(cases.size, wordsOf(names))
  cases.factIds.copy(block.ids)
  for (let at = 0; at < cases.size; at += 1) {
    writeCase(block, at, { counted, was, is, tally })
    writeMarks(block, at, { was, is, names, tally })
    if (at % 4096 === 4095) await giveWay()
  }
  return block
}

type Writing = { readonly counted: Counted; readonly was: Said; readonly is: Said; readonly tally: Tally }

function writeCase(block: Block, at: number, { counted, was, is, tally }: Writing): void {
  const from = at * WIDTH
  const { keys, amounts } = block
  writeCodes(keys, at, counted, tally)
  const [beforeFen, afterFen] = [was.fen[at]!, is.fen[at]!]
  const change = changeOf(was.kinds[at]!, beforeFen, is.kinds[at]!, afterFen)
  keys[from + CHANGE] = change
  keys[from + BEFORE] = was.kinds[at]!
  keys[from + AFTER] = is.kinds[at]!
  keys[from + SOURCE] = counted.sources[at]!
  amounts[at * 2] = beforeFen
  amounts[at * 2 + 1] = afterFen
  tally.add(keys, from, change, beforeFen, afterFen)
  tally.noteSource(counted.sources[at]!)
}

/** By what a case is counted, in the order of the dimensions. */
function writeCodes(keys: Uint16Array, at: number, { cases, people }: Counted, { numberOf }: Tally): void {
  const from = at * WIDTH
  const [on, person] = [cases.occurredOn[at]!, people[at] ?? null]
  keys[from] = numberOf('month', monthOf(on))
  keys[from + 1] = numberOf('fund', cases.fund[at] ?? NOT_KNOWN)
  keys[from + 2] = numberOf('town', townOf(cases, at))
  keys[from + 3] = numberOf('provider', cases.organisationId[at] ?? NOT_KNOWN)
  keys[from + 4] = numberOf('group', cases.groupCode[at] ?? NOT_KNOWN)
  keys[from + 5] = numberOf('sex', person?.sex ?? NOT_KNOWN)
  keys[from + 6] = numberOf('age', person ? bandOf(person.birthDate, on) : NOT_KNOWN)
}

function townOf({ columns }: KeptCases, at: number): string {
  const column = columns.get(TOWN)
  const town = column?.values[column.numbers[at]!]
  return town?.state === 'known' && typeof town.value === 'string' ? town.value : NOT_KNOWN
}

const bands = new Map<string, string>()

/** The fact by which cases are counted by town, where somebody supplies it. */
export const TOWN = 'class.town'

function bandOf(birthDate: string, on: CivilDate): string {
  const key = `${birthDate} ${on}`
  const had = bands.get(key)
  if (had !== undefined) return had
  if (bands.size > 100_000) bands.clear()
  const band = ageBandOf(civilDate(birthDate), on)
  bands.set(key, band)
  return band
}

type Marking = Pick<Trying, 'names' | 'tally'> & { readonly was: Said; readonly is: Said }

function writeMarks({ marks }: Block, at: number, { was, is, names, tally }: Marking): void {
  const from = at * wordsOf(names)
  if (hasReasons(is, at)) {
    for (let reason = 0; reason < is.reasons.length; reason += 1) {
      if (hasMark(is.open, at * is.words, reason)) setMark(marks, from, openBit(names, reason))
      if (!hasMark(is.failed, at * is.words, reason)) continue
      setMark(marks, from, failedBit(names, reason))
      if (is.kinds[at] === INELIGIBLE) tally.note('refused', is.reasons[reason]!)
    }
  }
  if (!is.missing.has(at) && !was.missing.has(at)) return
  for (const fact of new Set([...(is.missing.get(at) ?? []), ...(was.missing.get(at) ?? [])])) {
    const nth = names.facts.indexOf(fact)
    if (nth < 0) continue
    setMark(marks, from, missingBit(names, nth))
    tally.note('missing', fact)
  }
}

function hasReasons({ failed, open, words }: Said, at: number): boolean {
  for (let word = at * words; word < (at + 1) * words; word += 1)
    if (failed[word] !== 0 || open[word] !== 0) return true
  return false
}
