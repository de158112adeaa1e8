import { STEP_KINDS, type StepKind } from '../../../packs/amount.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { isTables, parametersOf } from '../document/tables.ts'
import type { WrittenStep } from './say-step.ts'

/** An amount of a single table as the first of steps: it comes to the same. */
export function withSteps(document: PackDocument): PackDocument {
  const { table, axes, rows, ...amount } = document.amount
  if (!table || !axes || !rows) return document
  const { label, cite, placeholder } = amount
  return {
    ...document,
    amount: {
      ...amount,
      steps: [{ id: table, label, cite, ...(placeholder ? { placeholder } : {}), table: { axes, rows } }],
    },
  }
}

/** A step that reckons otherwise; its name, clause and whom it is for stay. */
export function stepOfKind(step: WrittenStep, kind: StepKind, document: PackDocument): WrittenStep {
  const named = Object.fromEntries(
    Object.entries(step).filter(([member]) => !(STEP_KINDS as readonly string[]).includes(member)),
  ) as WrittenStep
  return { ...named, ...begun(kind, document) }
}

/** No sum is made up: what is begun has to be filled in. */
const UNFILLED = '' as unknown as number
const HALF = { numerator: 1, denominator: 2 }

function begun(kind: StepKind, document: PackDocument): Partial<WrittenStep> {
  switch (kind) {
    case 'table': {
      const held = parametersOf(document).find(({ parameter }) => isTables(parameter))
      return {
        table: held ? { parameter: held.name } : { axes: ['certificate.level'], rows: [{ at: ['L5_JUNIOR'], fen: 0 }] },
      }
    }
    case 'rate':
      return { rate: { fen: UNFILLED, per: { fact: 'training.hours' } } }
    case 'share':
      return { share: { of: { fact: 'training.cost' }, ratio: HALF, round: 'half-up-to-yuan' } }
    case 'uplift':
    case 'times':
      return { [kind]: { ratio: HALF, round: 'half-up-to-yuan' } }
    case 'round':
      return { round: 'half-up-to-yuan' }
    case 'subtract':
      return { subtract: { fact: 'received.training' } }
    case 'fixed':
    case 'atLeast':
    case 'atMost':
      return { [kind]: UNFILLED }
  }
}
