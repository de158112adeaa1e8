import type { Trail } from '../../record/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { listEmployersNamed } from './spells-store.ts'
import { findInsuredImportById } from './store.ts'
import { pageWords } from './page-words.ts'
import { trailWords } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })

/** A list of insured staff, as the evidence of a check: whose words, as of when. For the bureau; it rests on nothing here. */
export const insuredListTrail: Trail = {
  kind: 'insured-list',
  async describe(tx, id) {
    const list = await findInsuredImportById(tx, id)
    if (!list) return undefined
    const employers = (await listEmployersNamed(tx, [id])).get(id)
    return {
      kind: 'insured-list',
      id,
      title: trailWords.title(list.source),
      says: [
        { label: pageWords.columns.asOf, value: plain(list.asOf) },
        ...(employers
          ? [{ label: pageWords.columns.employer, value: pageWords.employers(employers.firstName, employers.count) }]
          : []),
        { label: pageWords.columns.rows, value: plain(String(list.rowCount)) },
        { label: pageWords.columns.file, value: plain(list.fileName) },
        { label: pageWords.columns.at, value: plain(civilDateOf(list.businessAt)) },
        ...(list.withdrawn ? [{ label: pageWords.withdrawn, value: plain(list.withdrawn.reason) }] : []),
      ],
      restsOn: [],
      leadsTo: [],
      organisationId: null,
    }
  },
}
