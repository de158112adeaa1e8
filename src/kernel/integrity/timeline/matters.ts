import type { Tx } from '../../../platform/db/public.ts'
import type { Matter, Matters } from '../../record/public.ts'
import { listCasesConcerning } from './store.ts'

/** The cases about a person, or about a group they are in. `groupsOf` tells which those are. */
export function integrityMatters(groupsOf: (tx: Tx, personId: string) => Promise<string[]>): Matters {
  return async (tx, personId): Promise<Matter[]> => {
    const cases = await listCasesConcerning(tx, personId, await groupsOf(tx, personId))
    return cases.map(({ id, number, isOpen }) => ({
      kind: 'case',
      id,
      title: { zh: `疑点 ${number}`, en: `Case ${number}` },
      isOpen,
    }))
  }
}
