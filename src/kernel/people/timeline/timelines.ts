import type { Timeline } from '../../record/public.ts'
import { listInsuredListsOf, listLettersAbout } from './store.ts'

/** The letters about a person, which only the bureau reads, and the insured lists of an employer. */
export const peopleTimelines: readonly Timeline[] = [
  {
    of: 'person',
    kind: 'letter',
    name: { zh: '比对函', en: 'Comparison letters' },
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
    of: 'employer',
    kind: 'insured-list',
    name: { zh: '参保名单', en: 'Insured lists' },
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
]
