import { Button } from 'antd'
import { useState } from 'react'
import {
  Callout,
  GoLink,
  PageFrame,
  ProblemAlert,
  useCall,
  useDistrict,
  useGo,
  useKeys,
  useListing,
  useTell,
  useViewer,
  useWords,
  Waiting,
  Yuan,
} from '../../../../platform/ui/public.ts'
import { claimQueue, type ListedClaim } from '../../claims/contract.ts'
import { words as claimWords } from '../../claims/words.ts'
import { lackingReviewer } from './contract.ts'
import { words } from './words.ts'
import './approval.css'

/** What awaits this person's approval, the oldest first; each has a link that can be sent. */
export default function ApprovalsPage() {
  const say = useWords(words)
  const go = useGo()
  const { may } = useViewer()
  const listing = useListing(claimQueue, { query: { duty: 'approval' } })
  const rows = listing.rows ?? []
  const [at, setAt] = useState(0)
  const move = (by: number) => () => setAt((now) => Math.min(Math.max(now + by, 0), Math.max(rows.length - 1, 0)))
  useKeys({ j: move(1), k: move(-1), Enter: () => rows[at] && go(`/claims/${rows[at].id}/approval`) })
  return (
    <PageFrame title={say.list} meta={say.listMeta}>
      {may(lackingReviewer.may) ? <Lacking /> : null}
      <ProblemAlert problem={listing.problem} onRetry={listing.retry} />
      {listing.rows === undefined && !listing.problem ? <Waiting rows={4} /> : null}
      {listing.rows?.length === 0 ? <p>{say.emptyList}</p> : null}
      <ol className="approval-list" aria-label={say.list}>
        {rows.map((row, nth) => (
          <OneClaim key={row.id} row={row} isChosen={nth === at} />
        ))}
      </ol>
      {listing.more?.exists ? (
        <Button block loading={listing.more.busy} onClick={listing.more.load}>
          {say.more}
        </Button>
      ) : null}
    </PageFrame>
  )
}

/** Claims that wait for a head to name their second reviewer. */
function Lacking() {
  const say = useWords(words)
  const { data } = useCall(lackingReviewer, {}, { everySeconds: 60 })
  if (!data || data.items.length === 0) return null
  return (
    <Callout
      tone="attention"
      title={say.lacking(data.items.length)}
      evidence={data.items.map((row) => (
        <GoLink key={row.id} to={`/claims/${row.id}`}>
          {row.number} {row.title}
        </GoLink>
      ))}
    />
  )
}

/** One claim as a leader reads it: what, whose, how many and how much; the whole of it is a large link. */
function OneClaim({ row, isChosen }: { row: ListedClaim; isChosen: boolean }) {
  const say = useWords(words)
  const claims = useWords(claimWords)
  const { headCount, heldCount, refusedCount } = row
  return (
    <li aria-current={isChosen ? 'true' : undefined}>
      <GoLink className="approval-item" to={`/claims/${row.id}/approval`}>
        <b>{row.title}</b>
        <span>
          {row.organisationName} · <span className="sj-num">{row.number}</span> · {claims.submitted(row.assembledOn)}
        </span>
        <span>
          <b>
            {claims.people(headCount)} · <Yuan fen={row.amountFen} unit />
          </b>{' '}
          {claims.heldAndRefused(heldCount, refusedCount)}
        </span>
      </GoLink>
      <CopyLink claimId={row.id} label={say.copy} />
    </li>
  )
}

function CopyLink({ claimId, label }: { claimId: string; label: string }) {
  const district = useDistrict()
  const tell = useTell()

  async function copy() {
    await navigator.clipboard.writeText(`${window.location.origin}/${district}/console/claims/${claimId}/approval`)
    tell(words.copied)
  }

  return <Button onClick={() => void copy()}>{label}</Button>
}
