import type { Tx } from '../../platform/db/public.ts'
import type { TrailLink, TrailPlace, TrailWays } from '../record/public.ts'
import { listCasesAbout } from './cases/store.ts'
import { caseTitle } from './cases/words.ts'
import { listFindingsAbout } from './findings/store.ts'
import { words as findingWords } from './findings/words.ts'
import { listOverridesAbout } from './overrides/store.ts'
import { words as overrideWords } from './overrides/words.ts'
import { listSamplesWith } from './samples/store.ts'
import { words as sampleWords } from './samples/words.ts'
import { resultLink } from './result-link.ts'
import { listResultsOf, listResultsRestingOn } from './store.ts'

/** The newest of these lead on from a place; older answers of the same checks are reached from their claims and batches. */
const MOST_ANSWERS = 500

/** Whatever the checks were asked about, or found, leads to their answers, to what two people let go, to the cases opened on it and to what the auditor found. */
export const integrityWays: TrailWays = {
  async leadsTo(tx, place) {
    const answers = [
      ...(await listResultsRestingOn(tx, place, MOST_ANSWERS)),
      ...(await listResultsOf(tx, place.id, MOST_ANSWERS)).filter(({ subjectKind }) => subjectKind === place.kind),
    ]
    return [
      ...answers.map(resultLink),
      ...(await overridesAbout(tx, place)),
      ...(await casesAbout(tx, place)),
      ...(await findingsAbout(tx, place)),
      ...(await samplesWith(tx, place)),
    ]
  },
}

async function overridesAbout(tx: Tx, place: TrailPlace): Promise<TrailLink[]> {
  return (await listOverridesAbout(tx, place)).map(({ id, document }) => ({
    kind: 'override',
    id,
    title: overrideWords.evidence(document),
  }))
}

async function casesAbout(tx: Tx, place: TrailPlace): Promise<TrailLink[]> {
  return (await listCasesAbout(tx, place)).map(({ id, number }) => ({
    kind: 'suspicion-case',
    id,
    title: caseTitle(number),
  }))
}

async function findingsAbout(tx: Tx, place: TrailPlace): Promise<TrailLink[]> {
  return (await listFindingsAbout(tx, place)).map(({ id, number }) => ({
    kind: 'finding',
    id,
    title: findingWords.named(number),
  }))
}

async function samplesWith(tx: Tx, place: TrailPlace): Promise<TrailLink[]> {
  return (await listSamplesWith(tx, place)).map(({ id, number }) => ({
    kind: 'sample',
    id,
    title: sampleWords.named(number),
  }))
}
