import { Button } from 'antd'
import {
  type Column,
  DenseTable,
  localTime,
  type Reading,
  SentenceText,
  StateTag,
  useWords,
} from '../../../platform/ui/public.ts'
import type { Session } from './contract.ts'
import { words } from './words.ts'

type SessionTableProps = {
  label: string
  sessions: readonly Session[] | undefined
  reading: Pick<Reading<unknown>, 'problem' | 'retry' | 'refreshing'>
  /** Ends one of them; absent where the reader may not. */
  onEnd?: (session: Session) => void
}

/** Where somebody is signed in: device, since when, last seen. */
export function SessionTable({ label, sessions, reading, onEnd }: SessionTableProps) {
  const say = useWords(words)
  const columns: Column<Session>[] = [
    {
      key: 'device',
      title: say.device,
      pinned: true,
      wraps: true,
      width: 260,
      show: (row) => (
        <>
          <SentenceText sentence={row.device} /> {row.isThis ? <StateTag tone="now">{say.thisOne}</StateTag> : null}
        </>
      ),
    },
    { key: 'startedAt', title: say.startedAt, width: 150, show: (row) => localTime(row.startedAt) },
    { key: 'seenAt', title: say.seenAt, width: 150, show: (row) => localTime(row.seenAt) },
    {
      key: 'factor',
      title: say.secondFactor,
      width: 120,
      show: (row) => (row.withSecondFactor ? <StateTag tone="good">{say.given}</StateTag> : '—'),
    },
    {
      key: 'end',
      title: '',
      show: (row) =>
        onEnd && !row.isThis ? (
          <Button size="small" aria-label={say.endHere} onClick={() => onEnd(row)}>
            {say.end}
          </Button>
        ) : null,
    },
  ]
  return (
    <DenseTable
      label={label}
      columns={columns}
      rows={sessions}
      rowKey={(row) => row.id}
      empty={{ sentence: say.none }}
      problem={reading.problem}
      onRetry={reading.retry}
      refreshing={reading.refreshing}
    />
  )
}
