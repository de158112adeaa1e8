import { Button, Input, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import {
  type Column,
  DenseTable,
  DialogField,
  Instant,
  localTime,
  Modal,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useLocale,
  usePageParams,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { type Emergency, type EmergencyUse, endEmergency, getEmergency, reviewUse } from './contract.ts'
import { Reviewed, State, Times } from './EmergenciesPage.tsx'
import { words } from './words.ts'
import './emergencies.css'

/** What was done under one emergency; another person says of each use whether it was justified. */
export default function EmergencyPage() {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const { emergencyId = '' } = usePageParams()
  const reading = useCall(getEmergency, { params: { emergencyId } })
  const ending = useAct(endEmergency)
  const [meant, setMeant] = useState<EmergencyUse | null>(null)
  const emergency = reading.data

  async function end() {
    if ((await ending.act({ params: { emergencyId } })).ok) tell(words.ended)
  }

  return (
    <PageFrame
      title={emergency ? `${emergency.roleName[locale]} · ${emergency.by.name}` : say.title}
      crumbs={[{ label: say.title, to: '/emergencies' }]}
      actions={
        emergency?.mayEnd ? (
          <Button danger loading={ending.busy} onClick={() => void end()}>
            {say.end}
          </Button>
        ) : null
      }
    >
      <ProblemAlert problem={reading.problem ?? ending.problem} onRetry={reading.retry} />
      {emergency ? <Facts row={emergency} /> : <Waiting rows={4} />}
      {emergency ? <Uses emergency={emergency} used={emergency.used} onReview={setMeant} /> : null}
      {meant ? <ReviewDialog emergencyId={emergencyId} use={meant} onDone={() => setMeant(null)} /> : null}
    </PageFrame>
  )
}

function Facts({ row }: { row: Emergency }) {
  const say = useWords(words)
  const facts: [string, ReactNode][] = [
    [say.state, <State key="state" row={row} />],
    [say.times, <Times key="times" row={row} />],
    [say.by, <Somebody key="by" who={row.by} />],
    [say.reason, row.reason],
    [say.ticket, row.ticket],
    [say.review, <Reviewed key="review" row={row} />],
    [say.reviewBy, localTime(row.reviewBy)],
    ...(row.ended ? [[say.endedBy, <Somebody key="ended" who={row.ended.by} />] as [string, ReactNode]] : []),
  ]
  return (
    <dl className="em-facts">
      {facts.map(([name, value]) => (
        <div key={name} className="em-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Somebody({ who }: { who: Emergency['by'] }) {
  return (
    <>
      {who.name}{' '}
      <span className="sj-meta">
        <SentenceText sentence={who.post} />
      </span>
    </>
  )
}

type UsesProps = { emergency: Emergency; used: EmergencyUse[]; onReview: (use: EmergencyUse) => void }

function Uses({ emergency, used, onReview }: UsesProps) {
  const say = useWords(words)
  return (
    <DenseTable
      label={say.uses}
      columns={useColumns(emergency, onReview)}
      rows={used}
      rowKey={(row) => row.id}
      empty={{ sentence: say.noUses }}
    />
  )
}

function useColumns(emergency: Emergency, review: (use: EmergencyUse) => void): Column<EmergencyUse>[] {
  const say = useWords(words)
  return [
    { key: 'at', title: say.at, width: 150, pinned: true, show: (row) => localTime(row.at) },
    {
      key: 'what',
      title: say.what,
      width: 250,
      wraps: true,
      show: (row) => <SentenceText sentence={row.permission} />,
    },
    {
      key: 'operation',
      title: say.operation,
      wraps: true,
      show: (row) => (
        <code className="em-path">
          {row.method} {row.path}
        </code>
      ),
    },
    {
      key: 'review',
      title: say.answer,
      width: 320,
      wraps: true,
      show: (row) => {
        if (row.review)
          return (
            <>
              <StateTag tone={row.review.justified ? 'good' : 'refused'}>
                {row.review.justified ? say.justified : say.notJustified}
              </StateTag>{' '}
              {row.review.word} <span className="sj-meta">{row.review.by.name}</span>
            </>
          )
        if (!emergency.mayReview) return <span className="sj-meta">{say.notYours}</span>
        return (
          <Button size="small" onClick={() => review(row)}>
            {say.review}
          </Button>
        )
      },
    },
  ]
}

function ReviewDialog({ emergencyId, use, onDone }: { emergencyId: string; use: EmergencyUse; onDone: () => void }) {
  const say = useWords(words)
  const tell = useTell()
  const reviewing = useAct(reviewUse)
  const [justified, setJustified] = useState<boolean | null>(null)
  const [word, setWord] = useState('')

  async function give() {
    if (justified === null) return
    const done = await reviewing.act({ params: { emergencyId, useId: use.id }, body: { justified, word } })
    if (!done.ok) return
    tell(words.answered)
    onDone()
  }

  return (
    <Modal
      open
      title={say.review}
      okText={say.save}
      cancelText={say.cancel}
      okButtonProps={{ disabled: justified === null || word.trim().length < 2, loading: reviewing.busy }}
      onOk={() => void give()}
      onCancel={onDone}
    >
      <p>
        <SentenceText sentence={use.permission} /> · <Instant at={use.at} />
        <br />
        <code className="em-path">
          {use.method} {use.path}
        </code>
      </p>
      <DialogField label={say.answer}>
        {(id) => (
          <Radio.Group
            id={id}
            value={justified}
            options={[
              { value: true, label: say.justified },
              { value: false, label: say.notJustified },
            ]}
            onChange={(event) => setJustified(event.target.value as boolean)}
          />
        )}
      </DialogField>
      <DialogField label={say.word}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={300}
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
        )}
      </DialogField>
      <ProblemAlert problem={reviewing.problem} takesFocus />
    </Modal>
  )
}
