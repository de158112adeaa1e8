import { listPersonIdsInsuredBy } from '../../../kernel/people/public.ts'
import type { Timeline, TimelineEntry } from '../../../kernel/record/public.ts'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { classTitles } from '../classes/public-to-room.ts'
import { STATUS_WORDS } from '../classes/states.ts'
import { listClassesById } from '../classes/store.ts'
import { words as inspectionWords } from '../inspections/words.ts'
import {
  type DocumentTold,
  type InspectionTold,
  listClassMovesOfProvider,
  listDocumentsOfProvider,
  listEnrolmentsOfPerson,
  listInspectionsOfProvider,
  listRostersOfPeople,
  type Moved,
} from './store.ts'

const name: Sentence = { zh: '班级', en: 'Classes' }
const STATES: Readonly<Record<string, Sentence>> = {
  ...STATUS_WORDS,
  enrolled: { zh: '列入花名册', en: 'put on the roster' },
}

async function entries(tx: Tx, moved: readonly Moved[], kind: string): Promise<TimelineEntry[]> {
  const classes = await listClassesById(
    tx,
    moved.map(({ classId }) => classId),
  )
  const titles = await classTitles(tx, [...classes.values()])
  return moved.map(({ id, at, of, classId, to }) => {
    const title = titles.get(classId) ?? { zh: '', en: '' }
    const state = STATES[to] ?? { zh: to, en: to }
    return {
      id,
      at,
      title: { zh: `${title.zh}:${state.zh}`, en: `${title.en}: ${state.en}` },
      says: null,
      opens: { kind, id: of },
    }
  })
}

const documents: Sentence = { zh: '证照', en: 'Papers on file' }

const document = ({ id, at, number, validTo, what, said }: DocumentTold): TimelineEntry => ({
  id,
  at,
  title:
    what === 'filed'
      ? { zh: `证照登记 ${number},有效至 ${validTo}`, en: `Paper ${number} on file, valid to ${validTo}` }
      : { zh: `证照撤销登记 ${number}`, en: `Paper ${number} withdrawn` },
  says: said === '' ? null : { zh: said, en: said },
  opens: null,
})

async function inspections(tx: Tx, told: readonly InspectionTold[]): Promise<TimelineEntry[]> {
  const classes = await listClassesById(
    tx,
    told.map(({ classId }) => classId),
  )
  const titles = await classTitles(tx, [...classes.values()])
  return told.map(({ id, at, classId, minute, headCount, note }) => ({
    id,
    at,
    title: inspectionWords.timeline(titles.get(classId) ?? { zh: '', en: '' }, headCount, minute),
    says: note === '' ? null : { zh: note, en: note },
    opens: { kind: 'inspection', id },
  }))
}

/** What training tells of a person, a provider and an employer. */
export const trainingTimelines: readonly Timeline[] = [
  {
    of: 'person',
    kind: 'class',
    name,
    readers: 'all',
    list: async (tx, personId, page) => entries(tx, await listEnrolmentsOfPerson(tx, personId, page), 'enrolment'),
  },
  {
    of: 'provider',
    kind: 'class',
    name,
    readers: 'all',
    list: async (tx, organisationId, page) =>
      entries(tx, await listClassMovesOfProvider(tx, organisationId, page), 'class'),
  },
  {
    of: 'provider',
    kind: 'document',
    name: documents,
    readers: 'all',
    list: async (tx, organisationId, page) => (await listDocumentsOfProvider(tx, organisationId, page)).map(document),
  },
  {
    of: 'provider',
    kind: 'inspection',
    name: inspectionWords.title,
    readers: 'all',
    list: async (tx, organisationId, page) =>
      inspections(tx, await listInspectionsOfProvider(tx, organisationId, page)),
  },
  {
    of: 'employer',
    kind: 'class',
    name,
    readers: 'bureau',
    async list(tx, uscc, page) {
      const rosters = await listRostersOfPeople(tx, await listPersonIdsInsuredBy(tx, uscc), page)
      const shown = await entries(tx, rosters, 'roster-import')
      return shown.map((entry, at) => {
        const people = rosters[at]?.people ?? 0
        return { ...entry, says: { zh: `其职工 ${people} 人`, en: `${people} of its staff` } }
      })
    },
  },
]
