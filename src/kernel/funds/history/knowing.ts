import type { Tx } from '../../../platform/db/public.ts'
import { listOccupations } from '../../reference/public.ts'
import { type Knowledge, knowledgeOf } from './knowledge.ts'
import { listMappings, listWordings } from './remembered-store.ts'
import type { HistoryTerms } from './terms.ts'

/** The dictionary with its trades is some five thousand entries. */
const MOST_OCCUPATIONS = 20_000

/** Everything a ledger is read by: the county's families, the dictionary, and what clerks have explained before. */
export async function readingKnowledge(tx: Tx, terms: HistoryTerms): Promise<Knowledge> {
  const mappings = await listMappings(tx)
  return knowledgeOf({
    mappings: new Map(
      mappings.map(({ headingsSha256, columns }) => [
        headingsSha256.toString('hex'),
        new Map(columns.map(({ key, meaning }) => [key, meaning])),
      ]),
    ),
    wordings: await listWordings(tx),
    families: terms.families,
    occupations: await listOccupations(tx, { limit: MOST_OCCUPATIONS }),
  })
}
