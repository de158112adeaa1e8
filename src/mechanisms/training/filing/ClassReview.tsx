import { Button } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  Kbd,
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
import { Findings } from './Findings.tsx'
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
  const answers = checks.data?.answers ?? []
  const refusedByChecks = approving.problem?.code === 'class-blocked'

  async function approve() {
    const done = await approving.act({ params: { classId: item.id } })
    if (!done.ok) return
    tell(queueWords.filed(done.answer.filingNumber ?? ''))
    onDone()
  }

  const may = item.mayNot === null
  useKeys({ a: may && !approving.busy && (() => void approve()), r: may && (() => setReturning(true)) })
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
        <Button type="primary" disabled={!may} loading={approving.busy} onClick={() => void approve()}>
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
