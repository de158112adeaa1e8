import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import { announce } from '../../platform/outbox/public.ts'
import { newId } from '../values/public.ts'

/** The outbox event that something was told of people or of an organisation: whoever rests on it may look again. */
export const PEOPLE_TOLD_OF = 'people.told-of'

export type PeopleToldOf = {
  /** What was told, in a few words: an insured list came, a restriction was confirmed. */
  readonly because: Sentence
  readonly personIds: readonly string[]
  readonly organisationId: string | null
}

export async function tellOf(tx: Tx, subjectId: string, told: PeopleToldOf): Promise<void> {
  if (told.personIds.length === 0 && told.organisationId === null) return
  await announce(tx, { id: newId(), kind: PEOPLE_TOLD_OF, subjectId, body: told })
}
