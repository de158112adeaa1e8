import type { Sentence } from '../../platform/contract/public.ts'
import type { Check, Outcome } from '../record/public.ts'

const ONLY_TO_THE_PERSON: Sentence = {
  zh: '未通过,原因只告知本人:请学员本人带身份证到人社局查询',
  en: 'Did not pass; the reason is told to the person alone: they may ask the bureau, with their identity card',
}

/**
 * What somebody is told of an answer. The bureau reads it as it is stored; whoever acts for an organisation is not told
 * what other offices or earlier payments know of a person.
 */
export function tellingTo(
  organisationId: string | null,
  checks: readonly Check[],
): (checkId: string, outcome: Outcome, sentence: Sentence) => Sentence {
  const confidential = new Set(checks.flatMap((check) => (check.confidential ? [check.id] : [])))
  return (checkId, outcome, sentence) =>
    organisationId !== null && outcome === 'failed' && confidential.has(checkId) ? ONLY_TO_THE_PERSON : sentence
}
