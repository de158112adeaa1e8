import type { Tx } from '../../../platform/db/public.ts'
import { listDecisions, listFacts } from '../../policy/public.ts'
import { listListPeople, type ProvinceList } from './list-store.ts'

/** How many people of the group have records newer than those the list was assembled from. */
export async function countChangedOnList(tx: Tx, list: ProvinceList): Promise<number> {
  const people = await listListPeople(tx, list.id)
  const listed = new Set(people.map((person) => person.factId))
  const subjects = new Set(people.map((person) => person.subjectId))
  const others = (await listFacts(tx, list.groupId, list.factKind)).filter((fact) => !listed.has(fact.id))
  if (others.length === 0) return 0
  const decisions = await listDecisions(tx, list.groupId, list.scheme)
  const outside = new Set(decisions.filter((each) => each.answer === 'not-applicable').map((each) => each.factId))
  return others.filter((fact) => subjects.has(fact.subjectId) || !outside.has(fact.id)).length
}
