import { civilDate, isCivilDate, type SkillLevel } from '../../values/public.ts'
import type { Facts } from '../facts/facts.ts'
import { type History, isHistory } from '../limits/history.ts'
import type { Sameness, Taking } from '../limits/limits.ts'
import type { SchemePack } from '../packs/pack.ts'
import { type Beside, isBeside } from '../stacking/beside.ts'
import { findBeside, type StackFinding, type Stacking } from '../stacking/find.ts'
import { type CompiledStep, slotsOfStep, takeSteps } from './amounts.ts'
import type { Missing, Test } from './comparisons.ts'
import { type Node, slotsRead } from './conditions.ts'
import {
  checkFamilies,
  type Cut,
  cutBy,
  type Cutting,
  HISTORY,
  SAME_FACTS,
  summary,
  textOf,
  tracedReceipt,
} from './limits.ts'
import { type Compilation, faultAt, readSlot, type Slot, traceRead, useSlot } from './slots.ts'
import { sayBeside, sayOpen, sayTakenOff } from './stacking-words.ts'
import type { Named, TraceNode, TraceStacking, Verdict } from './trace.ts'
import { sayUnknown } from './words.ts'

/** The condition that a pack's stacking is. */
export const STACKING = 'stacking'
export const BESIDE = 'stacking.beside'

/** How a scheme stands to others of its family, among what has to hold; what was had for the same may be taken off. */
export type StackingOf = {
  readonly condition: Named
  readonly node: Node
  readonly origin?: string | undefined
  readonly of: { readonly cut?: Cut; readonly family: string }
}

type Ready = {
  readonly stacking: Stacking
  readonly named: Named
  readonly history: Slot
  readonly beside: Slot
  readonly on: Slot
  readonly same: Readonly<Partial<Record<Sameness, Slot>>>
  readonly steps: readonly CompiledStep[]
  readonly limits: readonly Cutting[]
}

type Looked = StackFinding & { readonly amountFen: number | null }

export function compileStacking(
  pack: SchemePack,
  to: Compilation,
  steps: readonly CompiledStep[],
  limits: readonly Cutting[],
): { readonly named: Named; readonly test: Test; readonly cut?: Cut; readonly family: string } | undefined {
  const written = pack.stacking
  if (!written) return undefined
  const { label, cite, family, rule, over = [family], same = [], window = 'lifetime', onUnknown = 'hold' } = written
  if (written.over) checkFamilies({ over }, to, [STACKING])
  const history = useSlot(HISTORY, undefined, to, [STACKING])
  const beside = useSlot(BESIDE, undefined, to, [STACKING])
  const on = useSlot(written.on?.fact ?? 'claim.on', written.on?.at, to, [STACKING, 'on'])
  if (on && on.definition.type !== 'date')
    faultAt(to, [STACKING, 'on'], `“${on.fact}”不是日期`, `${on.fact} is no date`)
  const slots = same.map((each) => [each, useSlot(SAME_FACTS[each], undefined, to, [STACKING, 'same'])] as const)
  if (!history || !beside || !on || slots.some(([, slot]) => slot === null)) return undefined
  const ready: Ready = {
    stacking: { scheme: pack.scheme, rule, family, over, same, window: { kind: window }, onUnknown },
    named: { id: STACKING, label, cite },
    history,
    beside,
    on,
    same: Object.fromEntries(slots) as Ready['same'],
    steps,
    limits,
  }
  const cut = rule === 'exclusive' ? {} : { cut: cutOf(ready) }
  return { named: ready.named, test: testOf(ready), family, ...cut }
}

function askedOf({ history, on, same, beside }: Ready): Slot[] {
  return [history, on, ...Object.values(same), beside]
}

/** Every fact that the finding rests on, those of the amount that it is held against among them. */
function readBy(ready: Ready): Slot[] {
  const ofLimits = ready.limits.flatMap(({ node, of }) => [...slotsRead(node), ...(of.cut?.slots ?? [])])
  return [...askedOf(ready), ...ready.steps.flatMap(slotsOfStep), ...ofLimits]
}

/** What stands beside it; null where one of the facts to look by is not known. */
function look(ready: Ready, facts: Facts): Looked | null {
  const { stacking, history, on, same, beside } = ready
  if (askedOf(ready).some((slot) => readSlot(facts, slot).state === 'unknown')) return null
  const past = readSlot(facts, history)
  const others = readSlot(facts, beside)
  const day = textOf(facts, on)
  const asOf = past.asOf.slice(0, 10)
  const amountFen = amountOf(ready, facts)
  const taking: Taking | null =
    day === null
      ? null
      : {
          on: civilDate(day),
          ...(isCivilDate(asOf) ? { asOf } : {}),
          occupation: textOf(facts, same.occupation),
          level: textOf(facts, same.level) as SkillLevel | null,
          certificate: textOf(facts, same.certificate),
        }
  const known: History = past.state === 'known' && isHistory(past.value) && taking ? past.value : { receipts: [] }
  const found = findBeside(stacking, {
    past: known,
    beside: others.state === 'known' && isBeside(others.value) ? others.value : NOTHING,
    taking: taking ?? NOWHEN,
    amountFen,
  })
  return { ...found, amountFen }
}

const NOTHING: Beside = { beside: [] }
const NOWHEN: Taking = { on: civilDate('1900-01-01'), occupation: null, level: null, certificate: null }

/** What the steps come to, with what limits leave of it; null where that is not known, or there is none. */
function amountOf({ steps, limits }: Ready, facts: Facts): number | null {
  const taken = takeSteps(steps, facts)
  if (taken.kind !== 'steps') return null
  const amountFen = taken.steps.reduce((sum, { fen }) => sum + fen, 0n)
  return Number(cutBy(limits, amountFen, facts).reduce((sum, { fen }) => sum + fen, amountFen))
}

function isOpen({ open, unclear, gaps }: Looked): boolean {
  return open.length > 0 || unclear.length > 0 || gaps.length > 0
}

/** Whether another one is given in its place: settled, whatever else is not known. */
function givesWay({ rule }: Stacking, found: Looked): boolean {
  const { had, hadFen, ahead, amountFen } = found
  if (rule === 'difference') return false
  if (ahead.length > 0) return true
  if (had.length === 0) return false
  return rule === 'exclusive' || (amountFen !== null && amountFen <= hadFen)
}

function verdictOf({ stacking }: Ready, found: Looked | null): Verdict {
  if (!found) return 'unknown'
  if (givesWay(stacking, found)) return 'false'
  if (isOpen(found) && stacking.onUnknown === 'hold') return 'unknown'
  const compares = found.had.length > 0 || found.ahead.length > 0 || found.behind.length > 0
  const waits = found.amountFen === null && (compares || found.takenFen > 0)
  return waits && stacking.rule !== 'exclusive' ? 'unknown' : 'true'
}

function testOf(ready: Ready): Test {
  const slots = askedOf(ready)
  return {
    kind: 'test',
    key: JSON.stringify([STACKING]),
    slots,
    reads: readBy(ready),
    verdict: (facts) => verdictOf(ready, look(ready, facts)),
    trace: (facts) => traceOf(ready, slots, facts),
    wishes: () => [],
    missing: (facts) => missing(ready, slots, facts),
  }
}

function traceOf(ready: Ready, slots: readonly Slot[], facts: Facts): TraceNode {
  const { stacking, history, beside } = ready
  const found = look(ready, facts)
  const verdict = verdictOf(ready, found)
  const read = slots.map((slot) =>
    slot === history || slot === beside ? summary(facts, slot) : traceRead(facts, slot),
  )
  const node = { kind: 'test' as const, verdict, read, parameters: [], parts: [] }
  if (!found) {
    const open = read.find(({ state }) => state === 'unknown')
    const why = open?.state === 'unknown' ? open.why : { zh: '', en: '' }
    return { ...node, sentence: open ? sayUnknown(open.label, why) : why }
  }
  const traced = tracedStacking(stacking, found, verdict)
  return { ...node, sentence: sayBeside(traced), stacking: traced }
}

function tracedStacking(stacking: Stacking, found: Looked, verdict: Verdict): TraceStacking {
  const { rule, onUnknown } = stacking
  const { had, ahead, behind, open, gaps, unclear, aloneFen, takenFen } = found
  const known = (place: 'ahead' | 'behind', all: typeof ahead) =>
    all.map(({ scheme, title, fen }) => ({ scheme, title, place, amountFen: BigInt(fen) }))
  const isOther = givesWay(stacking, found) || ahead.length > 0
  return {
    rule,
    applies: isOther ? 'other' : 'this',
    ...(aloneFen === null ? {} : { aloneFen: BigInt(aloneFen) }),
    takenFen: BigInt(takenFen),
    had: [...had, ...unclear].map(tracedReceipt),
    beside: [
      ...known('ahead', ahead),
      ...known('behind', behind),
      ...open.map(({ scheme, title, unknown: why }) => ({ scheme, title, place: 'not-known' as const, why })),
    ],
    gaps,
    ...(verdict === 'true' && isOpen(found) && onUnknown === 'note' ? { then: 'noted' as const } : {}),
  }
}

function missing(ready: Ready, slots: readonly Slot[], facts: Facts): Missing[] {
  const found = look(ready, facts)
  if (!found)
    return slots.flatMap((slot) => {
      const value = readSlot(facts, slot)
      return value.state === 'unknown' ? [{ slot, why: value.why }] : []
    })
  if (verdictOf(ready, found) !== 'unknown') return []
  const { open, unclear, gaps } = found
  return [
    ...(open.length > 0 ? [{ slot: ready.beside, why: sayOpen(open) }] : []),
    ...(unclear.length > 0 || gaps.length > 0
      ? [{ slot: ready.history, why: sayBeside(tracedStacking(ready.stacking, { ...found, open: [] }, 'unknown')) }]
      : []),
  ]
}

/** What was had for the same, or is given before it, taken off; never below nothing. */
function cutOf(ready: Ready): Cut {
  return {
    moves: 'subtract',
    slots: readBy(ready),
    own: (facts) => look(ready, facts)?.takenFen ?? 0,
    told: (facts) => {
      const found = look(ready, facts)!
      const read = [ready.history, ready.beside].map((slot) => summary(facts, slot))
      return { ...ready.named, read, how: sayTakenOff(tracedStacking(ready.stacking, found, 'true')) }
    },
  }
}
