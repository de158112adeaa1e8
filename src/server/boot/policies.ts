import { policyFolder } from '../../kernel/policy/public.ts'
import { refusal } from './checks.ts'
import { bootWords } from './words.ts'

/** Reads the rules before anything is done by them: what does not hold in a county's own folder is told in a sentence. */
export function refuseBadPolicies(): void {
  try {
    policyFolder()
  } catch (error) {
    throw refusal(
      'policies',
      bootWords.policies(process.env.SHANJIANG_POLICIES || 'policies', (error as Error).message),
    )
  }
}
