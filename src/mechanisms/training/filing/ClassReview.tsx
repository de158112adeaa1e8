import { Button } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  Kbd,
  Modal,
  ProblemAlert,
  useAct,
  useCall,
  useKeys,
  useLocale,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { getClass } from '../classes/contract.ts'
import { ClassFigures, Meta, PlannedTimes, ReturnedBefore, Roster } from './ClassFacts.tsx'
import { approveClass, classChecksOf, type QueueItem } from './contract.ts'
import { Findings, OpenQuestions } from './Findings.tsx'
import { grouped } from './grouped.ts'
import { queueWords } from './queue-words.ts'
import { ReturnDialog } from './ReturnDialog.tsx'

type ReviewProps = {
  item: QueueItem
  onDone: () => void
  onNext: (() => void) | undefined
  onPrevious: (() => void) | undefined
}

/** One submitted class with everything a decision needs, and the two decisions. */
export function ClassReview({ item, onDone, onNext, onPrevious }: ReviewProps) {
  const say = useWords(queueWords)
  const locale = useLocale()
  const tell = useTell()
  const checks = useCall(classChecksOf, { params: { classId: item.id } })
  const { data: whole, ...reading } = useCall(getClass, { params: { classId: item.id } })
  const approving = useAct(approveClass)
  const [returning, setReturning] = useState(false)
  const [asking, setAsking] = useState(false)
  const answers = checks.data?.answers ?? []
  const open = grouped(answers).filter(({ outcome }) => outcome !== 'passed')
  const refusedByChecks = approving.problem?.code === 'class-blocked'

  async function approve() {
    const done = await approving.act({ params: { classId: item.id } })
    setAsking(false)
    if (!done.ok) return
    tell(queueWords.filed(done.answer.filingNumber ?? ''))
    onDone()
  }

  /** With an answer missing or a doubt open, whoever files the class says so twice. */
  function ask() {
    if (open.length > 0) setAsking(true)
    else void approve()
  }

  const may = item.mayNot === null
  const isReady = may && checks.data !== undefined
  useKeys({ a: isReady && !approving.busy && ask, r: may && (() => setReturning(true)) })
  return (
    <>
      <h2>{item.title[locale]}</h2>
      <Meta item={item} whole={whole} answers={answers} />
      <ProblemAlert problem={approving.problem} takesFocus />
      <ClassFigures item={item} whole={whole} />
      <ReturnedBefore item={item} whole={whole} />
      <ProblemAlert problem={checks.problem} onRetry={checks.retry} />
      {checks.loading ? <Waiting /> : <Findings answers={answers} />}
      <ProblemAlert problem={reading.problem} onRetry={reading.retry} />
      <PlannedTimes whole={whole} />
      <Roster classId={item.id} />
      <ActionBar note={item.mayNot ? item.mayNot[locale] : refusedByChecks ? say.mayReturn : null}>
        <Button type="primary" disabled={!isReady} loading={approving.busy} onClick={ask}>
          {say.approve} <Kbd>A</Kbd>
        </Button>
        <Button disabled={!may} onClick={() => setReturning(true)}>
          {say.return} <Kbd>R</Kbd>
        </Button>
        <Button disabled={!onNext} onClick={onNext}>
          {say.next} <Kbd>J</Kbd>
        </Button>
        <Button disabled={!onPrevious} onClick={onPrevious}>
          {say.previous} <Kbd>K</Kbd>
        </Button>
      </ActionBar>
      <Modal
        open={asking}
        title={say.askTitle(open.length)}
        okText={say.fileAllTheSame}
        cancelText={say.cancel}
        confirmLoading={approving.busy}
        okButtonProps={{ autoFocus: true }}
        onOk={() => void approve()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <OpenQuestions groups={open} />
        <p className="sj-meta">{say.askNote}</p>
      </Modal>
      {returning ? (
        <ReturnDialog
          classId={item.id}
          failed={answers.filter((answer) => answer.outcome === 'failed')}
          said={refusedByChecks ? (approving.problem?.items.map((each) => each.detail) ?? []) : []}
          onReturned={() => {
            setReturning(false)
            onDone()
          }}
          onCancel={() => setReturning(false)}
        />
      ) : null}
    </>
  )
}
