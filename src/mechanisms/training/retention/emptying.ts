import { type EmptyingRule, emptySealedRows, type Expiring } from '../../../kernel/record/public.ts'
import { trainingSealed } from '../sealed.ts'
import {
  emptyClass,
  emptyRoster,
  type ExpiringUpload,
  listEnded,
  listEnrolledOf,
  listNameKeys,
  listPeopleOfRosters,
  listRefused,
  listUnfiled,
} from './store.ts'
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

const sealedOf = (name: string) => trainingSealed.sealed.find(({ table }) => table === name)!

/** What training empties: uploads that were refused, rosters that never came to a class, and classes that are long over. */
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
  {
    code: 'class',
    name: words.classes,
    purpose: 'teach',
    years: 'money',
    restsMoney: true,
    source: 'training.classes',
    async list(tx, asked) {
      const ended = await listEnded(tx, asked)
      const enrolled = await listEnrolledOf(
        tx,
        ended.map(({ id }) => id),
      )
      return ended.map(({ id, fileIds, classNumber, organisationId, since }) => ({
        id,
        title: words.class(classNumber),
        since,
        fileIds,
        subject: { kind: 'class', id },
        groupIds: [id],
        organisationId,
        personIds: enrolled.flatMap(({ classId, personId }) => (classId === id ? [personId] : [])),
      }))
    },
    async empty(tx, emptyingId, { id }) {
      const keys = await listNameKeys(tx, id)
      const rows = [
        { sealed: sealedOf('training.enrolments'), keys: keys.enrolments },
        { sealed: sealedOf('training.enrolment_names'), keys: keys.names },
      ]
      await emptySealedRows(tx, emptyingId, rows, () => emptyClass(tx, emptyingId))
    },
  },
]
