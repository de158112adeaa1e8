import { Callout, SentenceText, useListing, useWords, Yuan } from '../../../platform/ui/public.ts'
import { waitingClaims } from './contract.ts'
import { words } from './words.ts'

/** Groups that are decided but cannot become a claim yet: said above the queue, so that nobody wonders where they are. */
export function WaitingGroups() {
  const say = useWords(words)
  const { rows, more } = useListing(waitingClaims, { query: { limit: 20 } })
  if (!rows || rows.length === 0) return null
  return (
    <div className="claim-waiting">
      <Callout tone="attention" title={say.waitingTitle(rows.length, more.exists)}>
        <ul className="claim-told">
          {rows.map((row) => (
            <li key={row.id}>
              {row.title} · {row.organisationName} ·{' '}
              {row.headCount > 0 ? (
                <>
                  {say.people(row.headCount)} <Yuan fen={row.amountFen} unit /> ·{' '}
                </>
              ) : null}
              <SentenceText sentence={row.why} />
              {row.because.map((each) => (
                <span className="claim-reason" key={each.zh}>
                  <SentenceText sentence={each} />
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  )
}
