import { Button } from 'antd'
import { useState } from 'react'
import {
  CivilDate,
  type Column,
  DenseTable,
  Instant,
  listed,
  PageFrame,
  ReasonDialog,
  SentenceText,
  StateTag,
  type Tone,
  useAct,
  useListing,
  useLocale,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { type Delegation, endDelegation, giveDelegation, listDelegations } from './contract.ts'
import { GiveDialog } from './GiveDialog.tsx'
import { words } from './words.ts'
import './delegations.css'

const TONES = { 'to-come': 'now', 'in-force': 'good', ended: 'plain' } as const satisfies Record<
  Delegation['state'],
  Tone
>

/** Who stands in for whom, now and before; the absent person or a head says it and ends it. */
export default function DelegationsPage() {
  const say = useWords(words)
  const { may } = useViewer()
  const listing = useListing(listDelegations)
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Delegation | null>(null)
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      actions={
        may(giveDelegation.may) ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say.add}
          </Button>
        ) : null
      }
    >
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={useColumns(setEnding)}
        rowKey={(row) => row.id}
        empty={{ sentence: say.empty }}
      />
      {adding ? <GiveDialog onDone={() => setAdding(false)} /> : null}
      {ending ? <EndDialog delegation={ending} onDone={() => setEnding(null)} /> : null}
    </PageFrame>
  )
}

function useColumns(end: (delegation: Delegation) => void): Column<Delegation>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    { key: 'absent', title: say.absent, width: 90, pinned: true, show: (row) => row.absent },
    { key: 'deputy', title: say.deputy, width: 90, show: (row) => row.deputy },
    {
      key: 'posts',
      title: say.posts,
      width: 150,
      show: (row) => row.posts.map((post) => post[locale]).join(locale === 'zh' ? '、' : ', '),
    },
    {
      key: 'days',
      title: say.days,
      width: 210,
      show: (row) => (
        <>
          <CivilDate date={row.from} /> – <CivilDate date={row.ended ? row.ended.lastDay : row.to} />
        </>
      ),
    },
    {
      key: 'state',
      title: say.state,
      width: 90,
      show: (row) => <StateTag tone={TONES[row.state]}>{say.states[row.state]}</StateTag>,
    },
    { key: 'reason', title: say.reason, show: (row) => [row.reason, row.ended?.reason].filter(Boolean).join(' · ') },
    {
      key: 'by',
      title: say.givenBy,
      width: 300,
      show: (row) => (
        <span className="sj-meta">
          {row.by.name} (<SentenceText sentence={row.by.post} />) <Instant at={row.at} />
        </span>
      ),
    },
    {
      key: 'end',
      title: '',
      width: 110,
      show: (row) =>
        row.mayEnd ? (
          <Button size="small" onClick={() => end(row)}>
            {say.end}
          </Button>
        ) : null,
    },
  ]
}

function EndDialog({ delegation, onDone }: { delegation: Delegation; onDone: () => void }) {
  const say = useWords(words)
  const tell = useTell()
  const ending = useAct(endDelegation)

  async function end(reason: string) {
    const done = await ending.act({ params: { delegationId: delegation.id }, body: { reason } })
    if (!done.ok) return
    tell(words.ended)
    onDone()
  }

  return (
    <ReasonDialog
      title={say.endTitle}
      send={say.end}
      cancel={say.cancel}
      label={say.reason}
      lines={1}
      most={200}
      busy={ending.busy}
      problem={ending.problem}
      onSend={(reason) => void end(reason)}
      onCancel={onDone}
    >
      <p>
        {delegation.absent} → {delegation.deputy}
      </p>
      <p>{say.endMeans}</p>
    </ReasonDialog>
  )
}
