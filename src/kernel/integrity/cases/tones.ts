import type { Tone } from '../../../platform/ui/public.ts'
import type { ListedCase } from './contract.ts'

const OUTCOME_TONES = { excluded: 'plain', cleared: 'good', referred: 'refused' } as const satisfies Record<
  NonNullable<ListedCase['outcome']>,
  Tone
>

export function toneOf({ outcome }: Pick<ListedCase, 'outcome'>): Tone {
  return outcome === null ? 'attention' : OUTCOME_TONES[outcome]
}
