import { type Check, ledBy, type LinkAt, type TrailPlace, type TrailWays } from '../record/public.ts'
import { listCasesAt } from './cases/store.ts'
import { caseTitle } from './cases/words.ts'
import { listFindingsAt } from './findings/store.ts'
import { words as findingWords } from './findings/words.ts'
import { listOverridesAt } from './overrides/store.ts'
import { words as overrideWords } from './overrides/words.ts'
import { listSamplesAt } from './samples/store.ts'
import { words as sampleWords } from './samples/words.ts'
import { resultLinks } from './result-link.ts'
import { listAnswersAt } from './store.ts'

/** The newest of these lead on from a place; older answers of the same checks are reached from their claims and batches. */
const MOST_ANSWERS = 500

type At = { readonly at: TrailPlace; readonly id: string }

const linkAt = ({ at, id }: At, kind: string, title: LinkAt['link']['title']): LinkAt => ({
  at,
  link: { kind, id, title },
})

/** Whatever the checks were asked about, or found, leads to their answers, to what two people let go, to the cases opened on it and to what the auditor found. */
export function integrityWays(checks: readonly Check[]): TrailWays {
  const resultLink = resultLinks(checks)
  return {
    async leadsTo(tx, places) {
      return ledBy([
        ...(await listAnswersAt(tx, places, MOST_ANSWERS)).map((answer) => ({
          at: answer.at,
          link: resultLink(answer),
        })),
        ...(await listOverridesAt(tx, places)).map((each) =>
          linkAt(each, 'override', overrideWords.evidence(each.document)),
        ),
        ...(await listCasesAt(tx, places)).map((each) => linkAt(each, 'suspicion-case', caseTitle(each.number))),
        ...(await listFindingsAt(tx, places)).map((each) => linkAt(each, 'finding', findingWords.named(each.number))),
        ...(await listSamplesAt(tx, places)).map((each) => linkAt(each, 'sample', sampleWords.named(each.number))),
      ])
    },
  }
}
