import { Button } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  ConfirmMoney,
  DenseTable,
  GoLink,
  Kbd,
  PageFrame,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useGo,
  useKeys,
  usePageParams,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { type NoticePreview, previewNotice, publishNotice } from './contract.ts'
import { useRowColumns } from './row-columns.tsx'
import { words } from './words.ts'

/** What the public would read of an approved claim, before it goes out. */
export default function PreviewPage() {
  const say = useWords(words)
  const { claimId } = usePageParams<'claimId'>()
  const { data, problem, retry } = useCall(previewNotice, { params: { claimId } })
  return (
    <PageFrame
      title={data ? data.title : say.preview}
      crumbs={[{ label: say.title, to: '/public-notices' }]}
      meta={data ? <Meta of={data} /> : null}
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!data && !problem ? <Waiting rows={10} /> : null}
      {data ? <Preview of={data} /> : null}
    </PageFrame>
  )
}

function Meta({ of }: { of: NoticePreview }) {
  const say = useWords(words)
  return (
    <>
      {say.claim} <GoLink to={`/claims/${of.claimId}`}>{of.claimNumber}</GoLink> · {of.organisationName} ·{' '}
      <SentenceText sentence={of.schemeTitle} />
    </>
  )
}

function Preview({ of }: { of: NoticePreview }) {
  const say = useWords(words)
  const tell = useTell()
  const go = useGo()
  const columns = useRowColumns()
  const publishing = useAct(publishNotice)
  const [asking, setAsking] = useState(false)
  useKeys({ a: of.mayNot === null && (() => setAsking(true)) })

  async function publish() {
    const done = await publishing.act({ params: { claimId: of.claimId }, body: { contentSha256: of.contentSha256 } })
    if (!done.ok) return
    setAsking(false)
    tell(words.published(done.answer.number))
    go(`/public-notices/${done.answer.id}`)
  }

  const until = `${say.publishNote(of.workingDays, of.endsOn)} · ${say.startsCounting[of.counting]}`
  return (
    <>
      <p>{say.previewNote}</p>
      <DenseTable
        label={say.preview}
        columns={columns}
        rows={of.rows}
        rowKey={(row) => row.claimLineId}
        empty={{ sentence: say.nothingToPublish }}
      />
      <ActionBar note={of.mayNot ? <SentenceText sentence={of.mayNot} /> : until}>
        <Button type="primary" disabled={of.mayNot !== null} onClick={() => setAsking(true)}>
          {say.publish} <Kbd>A</Kbd>
        </Button>
      </ActionBar>
      <ConfirmMoney
        open={asking}
        title={say.publish}
        count={of.headCount}
        fen={of.amountFen}
        busy={publishing.busy}
        problem={publishing.problem}
        onConfirm={() => void publish()}
        onCancel={() => {
          setAsking(false)
          publishing.forget()
        }}
      >
        <p>
          {of.claimNumber} · {of.title}
          <br />
          {until}
        </p>
      </ConfirmMoney>
    </>
  )
}
