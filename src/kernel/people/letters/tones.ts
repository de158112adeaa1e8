import type { Tone } from '../../../platform/ui/public.ts'
import type { PersonOfLetter } from './contract.ts'
import type { LetterState } from './rules.ts'

export const STATE_TONE: Record<LetterState, Tone> = { waiting: 'now', answered: 'good', expired: 'attention' }

export const STANDING_TONE: Record<PersonOfLetter['standing'], Tone> = {
  hit: 'refused',
  'no-hit': 'good',
  'not-answered': 'plain',
}
