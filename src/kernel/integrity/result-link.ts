import type { Check, Outcome, TrailLink } from '../record/public.ts'
import type { CheckResult } from './store.ts'

const OUTCOMES: Record<Outcome, { zh: string; en: string }> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '不通过', en: 'failed' },
  unavailable: { zh: '未能核对', en: 'not available' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
}

type Answer = Pick<CheckResult, 'id' | 'checkId' | 'outcome'>

/** Answers of checks as trails link to them: by their code, what the check makes sure of, and what it said. */
export function resultLinks(checks: readonly Pick<Check, 'id' | 'title'>[]): (answer: Answer) => TrailLink {
  const titles = new Map(checks.map((check) => [check.id, check.title]))
  return ({ id, checkId, outcome }) => {
    const title = titles.get(checkId) ?? { zh: '', en: '' }
    return {
      kind: 'check-result',
      id,
      title: {
        zh: `核对 ${`${checkId} ${title.zh}`.trim()}:${OUTCOMES[outcome].zh}`,
        en: `Check ${`${checkId} ${title.en}`.trim()}: ${OUTCOMES[outcome].en}`,
      },
    }
  }
}
