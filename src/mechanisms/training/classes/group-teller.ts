import type { Tx } from '../../../platform/db/public.ts'
import { listOccupations } from '../../../kernel/reference/public.ts'
import type { Group, GroupTeller } from '../../../kernel/record/public.ts'
import { listRoster } from '../rosters/listing.ts'
import { classesShown } from './shown.ts'
import { type ClassRow, findClass, listClasses } from './store.ts'

const MOST_OCCUPATIONS = 100

async function groupsOf(tx: Tx, rows: readonly ClassRow[]): Promise<Group[]> {
  return (await classesShown(tx, rows)).map(({ id, title, provider, startsOn, endsOn, people }) => ({
    kind: 'class',
    id,
    title,
    organisationId: provider.id,
    startsOn,
    endsOn,
    people,
  }))
}

/** Classes and the people of their rosters, for rooms that know no classes. */
export const classTeller: GroupTeller = {
  kind: 'class',
  async list(tx, { search, after, limit }) {
    const occupations = search ? await listOccupations(tx, { search, limit: MOST_OCCUPATIONS }) : []
    const filter = search ? { search: { text: search, occupationIds: occupations.map((each) => each.id) } } : {}
    return groupsOf(tx, await listClasses(tx, filter, { after, limit }))
  },
  async find(tx, id) {
    const row = await findClass(tx, id)
    if (!row) return undefined
    const [group] = await groupsOf(tx, [row])
    const roster = row.rosterImportId === null ? [] : await listRoster(tx, row.id)
    return { ...group!, members: roster.map(({ personId, seq }) => ({ personId, position: seq })) }
  },
}
