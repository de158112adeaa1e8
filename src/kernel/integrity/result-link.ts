import type { Outcome, TrailLink } from '../record/public.ts'
import type { CheckResult } from './store.ts'

const OUTCOMES: Record<Outcome, { zh: string; en: string }> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '不通过', en: 'failed' },
  unavailable: { zh: '未能核对', en: 'not available' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
}

/** An answer of a check, as trails link to it. */
export const resultLink = ({ id, checkId, outcome }: Pick<CheckResult, 'id' | 'checkId' | 'outcome'>): TrailLink => ({
  kind: 'check-result',
  id,
  title: {
    zh: `核对 ${checkId}:${OUTCOMES[outcome].zh}`,
    en: `Check ${checkId}: ${OUTCOMES[outcome].en}`,
  },
})
