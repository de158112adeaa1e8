import type { Sentence } from '../../../platform/contract/public.ts'
import type { Timeline, TimelineEntry } from '../../record/public.ts'
import { REGISTERS } from '../checks/words.ts'
import {
  type HitTold,
  listHitsAbout,
  listInsuredListsOf,
  listLettersAbout,
  listRestrictionMoves,
  type RestrictionTold,
} from './store.ts'
import { RESTRICTION_WORDS, words } from './words.ts'

const plain = (text: string): Sentence => ({ zh: text, en: text })

const restriction = ({ id, at, of, document, what, said }: RestrictionTold): TimelineEntry => ({
  id,
  at,
  title: words.restriction(document, RESTRICTION_WORDS[what]),
  says: said === '' ? null : plain(said),
  opens: { kind: 'restriction', id: of },
})

const hit = ({ id, at, register, office, number, says }: HitTold): TimelineEntry => ({
  id,
  at,
  title: words.hit((REGISTERS as Readonly<Record<string, Sentence>>)[register] ?? plain(register), number),
  says: plain(says === '' ? office : `${office} · ${says}`),
  opens: { kind: 'register-hit', id },
})

/**
 * The letters about a person, what came of them, and restrictions with what was replied: only the bureau reads them
 * here. Whoever is restricted reads their own on its notice. The insured lists of an employer.
 */
export const peopleTimelines: readonly Timeline[] = [
  {
    of: 'person',
    kind: 'letter',
    name: words.letters,
    readers: 'bureau',
    list: async (tx, personId, page) =>
      (await listLettersAbout(tx, personId, page)).map(({ id, at, number, office }) => ({
        id,
        at,
        title: { zh: `比对函 ${number}`, en: `Comparison letter ${number}` },
        says: { zh: office, en: office },
        opens: { kind: 'comparison-letter', id },
      })),
  },
  {
    of: 'person',
    kind: 'hit',
    name: words.hits,
    readers: 'bureau',
    list: async (tx, personId, page) => (await listHitsAbout(tx, { personId }, page)).map(hit),
  },
  {
    of: 'person',
    kind: 'restriction',
    name: words.restrictions,
    readers: 'bureau',
    list: async (tx, personId, page) => (await listRestrictionMoves(tx, { personId }, page)).map(restriction),
  },
  {
    of: 'provider',
    kind: 'restriction',
    name: words.restrictions,
    readers: 'bureau',
    list: async (tx, organisationId, page) =>
      (await listRestrictionMoves(tx, { organisationId }, page)).map(restriction),
  },
  {
    of: 'employer',
    kind: 'insured-list',
    name: words.insuredLists,
    readers: 'bureau',
    list: async (tx, uscc, page) =>
      (await listInsuredListsOf(tx, uscc, page)).map(({ id, at, source, rows }) => ({
        id,
        at,
        title: { zh: `参保名单 ${source}`, en: `Insured list: ${source}` },
        says: { zh: `${rows} 条`, en: `${rows} rows` },
        opens: { kind: 'insured-list', id },
      })),
  },
  {
    of: 'employer',
    kind: 'hit',
    name: words.hits,
    readers: 'bureau',
    list: async (tx, uscc, page) => (await listHitsAbout(tx, { uscc }, page)).map(hit),
  },
  {
    of: 'employer',
    kind: 'restriction',
    name: words.restrictions,
    readers: 'bureau',
    list: async (tx, uscc, page) => (await listRestrictionMoves(tx, { uscc }, page)).map(restriction),
  },
]
