import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Check, Timeline, TimelineEntry } from '../../record/public.ts'
import { caseTitle, OUTCOME_WORDS } from '../cases/words.ts'
import { type FindingMove, listFindingMoves } from '../findings/store.ts'
import { words as findingWords } from '../findings/words.ts'
import { pageWords } from '../overrides/page-words.ts'
import type { OverrideSource } from '../overrides/sources.ts'
import { type CaseTold, listCasesOfPerson, listCasesOfProvider, listOverrideMoves, type OverrideTold } from './store.ts'

const names = {
  case: { zh: '疑点处置', en: 'Suspicion cases' },
  override: { zh: '放行', en: 'Overrides' },
  finding: findingWords.title,
} as const

const opened: Sentence = { zh: '立案', en: 'opened' }

const caseEntry = ({ id, at, caseId, number, outcome }: CaseTold): TimelineEntry => {
  const title = caseTitle(number)
  const what = outcome === null ? opened : OUTCOME_WORDS[outcome]
  return {
    id,
    at,
    title: { zh: `${title.zh}:${what.zh}`, en: `${title.en}: ${what.en}` },
    says: null,
    opens: { kind: 'suspicion-case', id: caseId },
  }
}

const findingEntry = ({ id, at, findingId, number, what, said }: FindingMove): TimelineEntry => {
  const title = findingWords.named(number)
  const did = findingWords.steps[what]
  return {
    id,
    at,
    title: { zh: `${title.zh}:${did.zh}`, en: `${title.en}: ${did.en.toLowerCase()}` },
    says: { zh: said, en: said },
    opens: { kind: 'finding', id: findingId },
  }
}

type OverrideNeeds = { readonly checks: readonly Check[]; readonly source: OverrideSource }

/** The suspicion cases of a person and of a provider, and what two people let go: the bureau's alone. */
export function integrityTimelines({ checks, source }: OverrideNeeds): readonly Timeline[] {
  const overrideEntry = ({ id, at, overrideId, checkId, document, what, said }: OverrideTold): TimelineEntry => {
    const check = checks.find((each) => each.id === checkId)?.title
    const did = pageWords.what[what]
    return {
      id,
      at,
      title: {
        zh: `放行 ${checkId} ${check?.zh ?? ''}:${did.zh}`,
        en: `Override of ${checkId} ${check?.en ?? ''}: ${did.en.toLowerCase()}`,
      },
      says: { zh: [document, said].filter(Boolean).join(' · '), en: [document, said].filter(Boolean).join(' · ') },
      opens: { kind: 'override', id: overrideId },
    }
  }
  const ofPerson = async (tx: Tx, personId: string) => ({ subjectIds: await source.standingsOf(tx, personId) })
  return [
    {
      of: 'provider',
      kind: 'finding',
      name: names.finding,
      readers: 'bureau',
      list: async (tx, organisationId, page) =>
        (await listFindingMoves(tx, { organisationId }, page)).map(findingEntry),
    },
    {
      of: 'person',
      kind: 'finding',
      name: names.finding,
      readers: 'bureau',
      list: async (tx, personId, page) =>
        (await listFindingMoves(tx, { personId, ...(await ofPerson(tx, personId)) }, page)).map(findingEntry),
    },
    {
      of: 'provider',
      kind: 'case',
      name: names.case,
      readers: 'bureau',
      list: async (tx, organisationId, page) => (await listCasesOfProvider(tx, organisationId, page)).map(caseEntry),
    },
    {
      of: 'provider',
      kind: 'override',
      name: names.override,
      readers: 'bureau',
      list: async (tx, organisationId, page) =>
        (await listOverrideMoves(tx, { organisationId }, page)).map(overrideEntry),
    },
    {
      of: 'person',
      kind: 'case',
      name: names.case,
      readers: 'bureau',
      list: async (tx, personId, page) => (await listCasesOfPerson(tx, personId, page)).map(caseEntry),
    },
    {
      of: 'person',
      kind: 'override',
      name: names.override,
      readers: 'bureau',
      list: async (tx, personId, page) =>
        (await listOverrideMoves(tx, await ofPerson(tx, personId), page)).map(overrideEntry),
    },
  ]
}
