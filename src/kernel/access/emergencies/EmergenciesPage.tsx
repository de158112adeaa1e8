import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  GoLink,
  listed,
  localTime,
  PageFrame,
  SentenceText,
  StateTag,
  useListing,
  useLocale,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { type Emergency, listEmergencies, takeEmergency } from './contract.ts'
import { TakeDialog } from './TakeDialog.tsx'
import { words } from './words.ts'
import './emergencies.css'

/** Who took which post in an emergency, and whether another has reviewed what was done under it. */
export default function EmergenciesPage() {
  const say = useWords(words)
  const { may } = useViewer()
  const listing = useListing(listEmergencies)
  const [taking, setTaking] = useState(false)
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      actions={
        may(takeEmergency.may) ? (
          <Button danger onClick={() => setTaking(true)}>
            {say.take}
          </Button>
        ) : null
      }
    >
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ sentence: say.empty }}
      />
      {taking ? <TakeDialog onDone={() => setTaking(false)} /> : null}
    </PageFrame>
  )
}

function useColumns(): Column<Emergency>[] {
  const say = useWords(words)
  return [
    {
      key: 'role',
      title: say.role,
      width: 110,
      pinned: true,
      show: (row) => (
        <GoLink to={`/emergencies/${row.id}`}>
          <SentenceText sentence={row.roleName} />
        </GoLink>
      ),
    },
    {
      key: 'by',
      title: say.by,
      width: 150,
      show: (row) => (
        <>
          {row.by.name}{' '}
          <span className="sj-meta">
            <SentenceText sentence={row.by.post} />
          </span>
        </>
      ),
    },
    { key: 'times', title: say.times, width: 240, show: (row) => <Times row={row} /> },
    { key: 'state', title: say.state, width: 100, show: (row) => <State row={row} /> },
    { key: 'reason', title: say.reason, wraps: true, show: (row) => row.reason },
    { key: 'ticket', title: say.ticket, width: 190, wraps: true, show: (row) => row.ticket },
    { key: 'review', title: say.review, width: 200, wraps: true, show: (row) => <Reviewed row={row} /> },
  ]
}

/** From when until when it counted, Shanghai time. */
export function Times({ row }: { row: Emergency }) {
  const until = localTime(row.ended ? row.ended.at : row.until)
  const from = localTime(row.beganAt)
  return (
    <span className="sj-num">
      {from} – {until.slice(0, 10) === from.slice(0, 10) ? until.slice(11) : until}
    </span>
  )
}

export function State({ row }: { row: Emergency }) {
  const say = useWords(words)
  const tone = row.state === 'in-force' ? 'attention' : 'plain'
  return <StateTag tone={tone}>{say.states[row.state]}</StateTag>
}

/** Whether somebody else has said of everything done whether it was justified. */
export function Reviewed({ row }: { row: Emergency }) {
  const say = useWords(words)
  const locale = useLocale()
  if (row.uses === 0) return <span className="sj-meta">{say.unused}</span>
  return (
    <>
      {row.unanswered > 0 ? (
        <StateTag tone={row.isOverdue ? 'refused' : 'attention'}>
          {words.waiting(row.unanswered)[locale]}
          {row.isOverdue ? ` · ${say.late}` : ''}
        </StateTag>
      ) : (
        <StateTag tone="good">{say.reviewed}</StateTag>
      )}
      {row.unjustified > 0 ? <StateTag tone="refused">{words.unjustified(row.unjustified)[locale]}</StateTag> : null}
    </>
  )
}
