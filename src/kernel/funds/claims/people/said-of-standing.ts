import { type CheckResult, tellingTo } from '../../../integrity/public.ts'
import type { Check, TrailStep } from '../../../record/public.ts'
import type { Standing } from '../../deciding/rules.ts'
import { claimTrailWords as say } from '../trail-words.ts'
import { words } from '../words.ts'

type Stands = { readonly standing: Standing['standing']; readonly reasons: readonly Why[] }
type Why = Pick<Standing['reasons'][number], 'from' | 'id' | 'label' | 'sentence'>

/** Where somebody stands of whose group there is no claim: what stopped them alone tells it. */
export function standingBehind(results: readonly CheckResult[], checks: readonly Check[]): Stands | undefined {
  const stopping = results.filter(({ outcome, action }) => outcome === 'failed' && action !== 'flag')
  if (stopping.length === 0) return undefined
  return {
    standing: stopping.some(({ action }) => action === 'block') ? 'refused' : 'held',
    reasons: stopping.map(({ checkId, sentence }) => ({
      from: 'check',
      id: checkId,
      label: checks.find(({ id }) => id === checkId)?.title ?? { zh: '', en: '' },
      sentence,
    })),
  }
}

/**
 * Whether money follows a decision, and every check that keeps it back. An organisation is not told which check failed
 * where that is the person's to know alone.
 */
export function saidOfStanding(
  stands: Stands | undefined,
  checks: readonly Check[],
  organisationId: string | null,
): TrailStep['says'] {
  if (!stands) return []
  const tell = tellingTo(organisationId, checks)
  return [
    { label: say.standing, value: words.standing[stands.standing] },
    ...stands.reasons
      .filter(({ from }) => from === 'check')
      .map(({ id, label, sentence }) => {
        const told = tell(id, 'failed', sentence)
        return { label: told === sentence ? say.because(id, label) : say.stoppedBy, value: told }
      }),
  ]
}
