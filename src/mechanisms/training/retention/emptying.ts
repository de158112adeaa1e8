import type { EmptyingRule, Expiring } from '../../../kernel/record/public.ts'
import { emptyRoster, type ExpiringUpload, listPeopleOfRosters, listRefused, listUnfiled } from './store.ts'
import { words } from './words.ts'

const expiringOf =
  (personIds: (id: string) => readonly string[]) =>
  ({ id, fileName, fileIds, classId, classNumber, organisationId, since }: ExpiringUpload): Expiring => ({
    id,
    title: words.of(fileName, classNumber),
    since,
    fileIds,
    subject: { kind: 'class', id: classId },
    groupIds: [classId],
    organisationId,
    personIds: personIds(id),
  })

const nobody = () => []

/** What training empties: uploads that were refused, and rosters that never came to a class. */
export const trainingEmptying: readonly EmptyingRule[] = [
  {
    code: 'refused-roster',
    name: words.refusedRosters,
    purpose: 'teach',
    years: 'refused',
    restsMoney: false,
    source: 'training.roster_imports',
    list: async (tx, asked) => (await listRefused(tx, 'training.roster_imports', asked)).map(expiringOf(nobody)),
  },
  {
    code: 'refused-sheet',
    name: words.refusedSheets,
    purpose: 'teach',
    years: 'refused',
    restsMoney: false,
    source: 'training.sheet_uploads',
    list: async (tx, asked) => (await listRefused(tx, 'training.sheet_uploads', asked)).map(expiringOf(nobody)),
  },
  {
    code: 'unfiled-roster',
    name: words.unfiledRosters,
    purpose: 'teach',
    years: 'unfiled',
    restsMoney: false,
    source: 'training.roster_imports',
    async list(tx, asked) {
      const rosters = await listUnfiled(tx, asked)
      const people = await listPeopleOfRosters(
        tx,
        rosters.map(({ id }) => id),
      )
      return rosters.map(expiringOf((id) => people.get(id) ?? []))
    },
    empty: (tx, emptyingId) => emptyRoster(tx, emptyingId),
  },
]
