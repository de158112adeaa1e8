import { slotsOfStep } from '../deciding/amounts.ts'
import { slotsRead } from '../deciding/conditions.ts'
import type { FactSupplier } from '../facts/record-facts.ts'
import { type LintFinding, lintFinding } from './finding.ts'
import { type Linted, placeOf } from './linted.ts'

/** Which facts are supplied, for which recorded facts; every one where none is named. */
export type Supply = Pick<FactSupplier, 'keys'> & { readonly triggers?: readonly string[] }

/** Facts that the scheme reads and no room supplies, each with the first thing that reads it. */
export function supplyFindings({ parts, program }: Linted, supplies: readonly Supply[]): LintFinding[] {
  const { trigger, amount } = parts.pack
  if (!supplies.some(({ triggers }) => triggers?.includes(trigger))) {
    const wrong = { zh: `没有业务模块登记“${trigger}”`, en: `no room records ${trigger}` }
    return [lintFinding('trigger-not-recorded', { clause: amount.cite, at: ['trigger'], wrong })]
  }
  const given = supplies.filter(({ triggers }) => !triggers || triggers.includes(trigger)).flatMap(({ keys }) => keys)
  const readers = [
    ...[...parts.scope, ...parts.required].map(({ condition, node }) => ({ of: condition, slots: slotsRead(node) })),
    ...parts.steps.map((step) => ({ of: step.step, slots: slotsOfStep(step) })),
  ]
  const missing = program.slots.filter(({ fact }) => !given.includes(fact))
  const once = [...new Map(missing.map((slot) => [slot.fact, slot])).values()]
  return once.map((slot) => {
    const reader = readers.find(({ slots }) => slots.some(({ fact }) => fact === slot.fact))?.of
    const { label, comesFrom } = slot.definition
    const wrong = {
      zh: `“${label.zh}”(${slot.fact},来自${comesFrom.zh})还没有接入`,
      en: `“${label.en}” (${slot.fact}, from ${comesFrom.en}) is not connected yet`,
    }
    const at = reader ? placeOf(parts, reader.id) : ['amount']
    return lintFinding('fact-not-supplied', { clause: reader?.cite ?? amount.cite, at, wrong })
  })
}
