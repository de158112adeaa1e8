import type { Timeline } from '../../record/public.ts'
import { caseTitle } from '../cases/words.ts'
import { listCasesOfPerson, listCasesOfProvider, type Opened } from './store.ts'

const name = { zh: '疑点处置', en: 'Suspicion cases' }

const entry = ({ id, at, number }: Opened) => ({
  id,
  at,
  title: caseTitle(number),
  says: null,
  opens: { kind: 'suspicion-case', id },
})

/** The suspicion cases of a person and of a provider: the bureau's alone. */
export const integrityTimelines: readonly Timeline[] = [
  {
    of: 'provider',
    kind: 'case',
    name,
    readers: 'bureau',
    list: async (tx, organisationId, page) => (await listCasesOfProvider(tx, organisationId, page)).map(entry),
  },
  {
    of: 'person',
    kind: 'case',
    name,
    readers: 'bureau',
    list: async (tx, personId, page) => (await listCasesOfPerson(tx, personId, page)).map(entry),
  },
]
