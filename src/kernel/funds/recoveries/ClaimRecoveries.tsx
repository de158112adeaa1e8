import { Callout, SentenceText, useCall, useWords, yuanText } from '../../../platform/ui/public.ts'
import { listClaimRecoveries } from './contract.ts'
import { words } from './words.ts'

/** What of a paid claim is to be paid back, in the words the persons are told; its provider reads the same. */
export function ClaimRecoveries({ claimId }: { claimId: string }) {
  const say = useWords(words)
  const { data } = useCall(listClaimRecoveries, { params: { claimId } })
  if (!data || data.recoveries.length === 0) return null
  return (
    <Callout tone="attention" title={say.ofClaim(data.recoveries.length)}>
      {data.recoveries.map((each) => (
        <details key={each.id}>
          <summary>
            {say.ofPayment(each.name, yuanText(each.amountFen))} · {say.statuses[each.status]}
          </summary>
          {each.notice.map((line) => (
            <p key={line.zh}>
              <SentenceText sentence={line} />
            </p>
          ))}
        </details>
      ))}
    </Callout>
  )
}
