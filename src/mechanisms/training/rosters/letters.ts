import type { LetterGroup, LetterSource } from '../../../kernel/people/public.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { classesShown, type ClassRow, duringOf, listClassRows } from '../classes/public-to-room.ts'
import { listAskableClasses, listPeopleOfClasses } from './letters-store.ts'

async function groupsOf(tx: Tx, rows: readonly ClassRow[]): Promise<LetterGroup[]> {
  return (await classesShown(tx, rows)).map((line) => ({
    id: line.id,
    title: line.title,
    organisationName: line.provider.name,
    during: { from: civilDate(line.startsOn), to: civilDate(line.endsOn) },
    people: line.people ?? 0,
  }))
}

/** Classes as comparison letters ask about them: those before the bureau that have a roster. */
export const classLetters: LetterSource = {
  kind: 'class',

  async list(tx, page) {
    const ids = await listAskableClasses(tx, page)
    const rows = await listClassRows(tx, ids)
    return groupsOf(
      tx,
      ids.flatMap((id) => rows.get(id) ?? []),
    )
  },

  async find(tx, groupIds) {
    const rows = await listClassRows(tx, groupIds)
    return new Map((await groupsOf(tx, [...rows.values()])).map((group) => [group.id, group]))
  },

  async peopleOf(tx, groupIds) {
    const people = await listPeopleOfClasses(tx, groupIds)
    const rows = await listClassRows(tx, groupIds)
    return people.map(({ classId, personId, name }) => ({
      personId,
      groupId: classId,
      name,
      during: duringOf(rows.get(classId)!),
    }))
  },
}
