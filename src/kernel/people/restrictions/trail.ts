import type { Trail } from '../../record/public.ts'
import { listOrganisationNames, listPersons } from '../store.ts'
import { countsFor } from './rules.ts'
import { findRestriction } from './store.ts'
import { pageWords } from './page-words.ts'
import { KINDS, words } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })

/** A restriction, as the evidence of A15 and H08. For the bureau only. */
export const restrictionTrail: Trail = {
  kind: 'restriction',
  async describe(tx, id) {
    const row = await findRestriction(tx, id)
    if (!row) return undefined
    const person = row.personId && (await listPersons(tx, [row.personId])).get(row.personId)
    const organisation =
      row.organisationId && (await listOrganisationNames(tx, [row.organisationId])).get(row.organisationId)
    const counts = countsFor(row)
    return {
      kind: 'restriction',
      id,
      title: words.evidence(row.document),
      says: [
        { label: pageWords.columns.subject, value: plain(person ? person.maskedName : (organisation ?? '')) },
        { label: pageWords.columns.kind, value: KINDS[row.kind] },
        { label: pageWords.reason, value: plain(row.reason) },
        {
          label: pageWords.columns.days,
          value: counts ? words.period(counts.from, counts.to) : pageWords.doesNotCount,
        },
      ],
      restsOn: [],
      leadsTo: [],
      organisationId: null,
    }
  },
}
