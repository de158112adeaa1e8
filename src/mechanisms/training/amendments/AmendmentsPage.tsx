import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  Instant,
  PageFrame,
  useCall,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { Answer, Changes, Evidence } from './AmendmentsPart.tsx'
import { type Amendment, amendmentsToAnswer } from './contract.ts'
import { words } from './words.ts'

/** Amendments of attendance that wait for this person: the bureau's clerk, or who taught the sessions. */
export default function AmendmentsPage() {
  const say = useWords(words)
  const locale = useLocale()
  const reading = useCall(amendmentsToAnswer)
  const [answering, setAnswering] = useState<Amendment | null>(null)
  const columns: Column<Amendment>[] = [
    { key: 'class', title: say.ofClass, width: 200, wraps: true, show: (each) => each.classTitle[locale] },
    {
      key: 'what',
      title: say.what,
      wraps: true,
      show: (each) => (
        <>
          <Changes signs={each.signs} />
          {each.reason}
        </>
      ),
    },
    { key: 'evidence', title: say.opening, width: 180, wraps: true, show: (each) => <Evidence amendment={each} /> },
    {
      key: 'by',
      title: say.by,
      width: 170,
      wraps: true,
      show: (each) => (
        <>
          {each.by.post[locale]} <Instant at={each.by.at} />
        </>
      ),
    },
    {
      key: 'answer',
      title: '',
      width: 100,
      show: (each) => (
        <Button size="small" type="primary" onClick={() => setAnswering(each)}>
          {say.answer}
        </Button>
      ),
    },
  ]
  return (
    <PageFrame title={say.toAnswer}>
      <p className="sj-meta">{say.explained}</p>
      <DenseTable
        label={say.toAnswer}
        columns={columns}
        rows={reading.data?.amendments}
        rowKey={(each) => each.id}
        empty={{ sentence: say.noneWaits }}
        problem={reading.problem}
        onRetry={reading.retry}
      />
      {answering ? <Answer amendment={answering} onDone={() => setAnswering(null)} /> : null}
    </PageFrame>
  )
}
