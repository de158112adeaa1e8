import { type EmptyingRule, emptySealedRows } from '../../record/public.ts'
import { listOwnPeopleOn } from '../insured/spells-store.ts'
import { peopleSealed } from '../sealed.ts'
import {
  emptyInsuredList,
  emptyLetter,
  emptyPerson,
  listExpiringLetters,
  listExpiringLists,
  listExpiringPersons,
  listLetterRowKeys,
  listRowKeysOfPerson,
} from './store.ts'

const sealedOf = (name: string) => peopleSealed.sealed.find(({ table }) => table === name)!

/**
 * What people empties: whom insured lists were of, and the names of comparison letters; hits stay with what rests on them.
 * And who a person is, once nothing that was paid, taught or done by them is to be accounted for any more.
 */
export const peopleEmptying: readonly EmptyingRule[] = [
  {
    code: 'insured-list',
    name: { zh: '参保名单', en: 'Insured lists' },
    purpose: 'compare',
    years: 'letter',
    restsMoney: false,
    source: 'people.insured_imports',
    async list(tx, asked) {
      const lists = await listExpiringLists(tx, asked)
      return Promise.all(
        lists.map(async ({ id, fileName, source, fileId, since }) => ({
          id,
          title: { zh: `${fileName}(${source})`, en: `${fileName} (${source})` },
          since,
          fileIds: [fileId],
          subject: { kind: 'insured-list', id },
          groupIds: [],
          organisationId: null,
          personIds: await listOwnPeopleOn(tx, id),
        })),
      )
    },
    empty: (tx, emptyingId) => emptyInsuredList(tx, emptyingId),
  },
  {
    code: 'letter',
    name: { zh: '比对函的名单和回函', en: 'Rosters and answers of comparison letters' },
    purpose: 'compare',
    years: 'letter',
    restsMoney: false,
    source: 'people.letters',
    list: async (tx, asked) =>
      (await listExpiringLetters(tx, asked)).map(({ id, number, office, groupIds, personIds, since }) => ({
        id,
        title: { zh: `比对函 ${number}(${office})`, en: `Letter ${number} (${office})` },
        since,
        fileIds: [],
        subject: { kind: 'comparison-letter', id },
        groupIds,
        organisationId: null,
        personIds,
      })),
    async empty(tx, emptyingId, { id }) {
      const { people, answers } = await listLetterRowKeys(tx, id)
      const rows = [
        { sealed: sealedOf('people.letter_people'), keys: people },
        { sealed: sealedOf('people.letter_answers'), keys: answers },
      ]
      await emptySealedRows(tx, emptyingId, rows, () => emptyLetter(tx, emptyingId))
    },
  },
  {
    code: 'person',
    name: { zh: '人员信息(姓名、证件号、手机号、收款账户)', en: 'Persons: names, numbers, telephones, accounts' },
    purpose: 'decide',
    years: 'money',
    restsMoney: true,
    source: 'people.persons',
    list: async (tx, asked) =>
      (await listExpiringPersons(tx, asked)).map(({ id, since, fileIds }) => ({
        id,
        // Whoever reads the list of what was emptied is not told who it was.
        title: { zh: `人员 ${id.slice(-8)}`, en: `Person ${id.slice(-8)}` },
        since,
        fileIds,
        subject: { kind: 'person', id },
        groupIds: [],
        organisationId: null,
        personIds: [id],
      })),
    async empty(tx, emptyingId, { id }) {
      const rows = (await listRowKeysOfPerson(tx, id)).map(({ table, keys }) => ({ sealed: sealedOf(table), keys }))
      await emptySealedRows(tx, emptyingId, rows, () => emptyPerson(tx, emptyingId))
    },
  },
]
