import { Button, Input } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  ConfirmMoney,
  Kbd,
  Modal,
  ProblemAlert,
  SentenceText,
  saveFile,
  useAct,
  useKeys,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import {
  exportProvinceList,
  type ListShown,
  reviewListInitially,
  reviewListSecondly,
  takeListBack,
} from './contract.ts'
import { pageWords } from './page-words.ts'
import { LIST_REVIEWS, type ListReview } from './rules.ts'

const REVIEWS = { 'initial-review': reviewListInitially, 'second-review': reviewListSecondly } as const

/** What whoever holds the post can do next with a list. */
export function ListActions({ list }: { list: ListShown }) {
  const { may } = useViewer()
  if (list.awaits) return may(LIST_REVIEWS[list.awaits].may) ? <ReviewList list={list} duty={list.awaits} /> : null
  const isPassed = list.status === 'second-passed' || list.status === 'exported'
  return isPassed && may(exportProvinceList.may) ? <SendList list={list} /> : null
}

/** A passes, R returns with all reasons; the count and the sum are shown once more. */
function ReviewList({ list, duty }: { list: ListShown; duty: ListReview }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const reviewing = useAct(REVIEWS[duty])
  const [asking, setAsking] = useState<'pass' | 'return' | null>(null)
  const mayReturn = list.mayNot === null
  const mayPass = mayReturn && list.mayNotPass === null
  const note = list.mayNot ?? list.mayNotPass
  useKeys({ a: mayPass && (() => setAsking('pass')), r: mayReturn && (() => setAsking('return')) })

  function close() {
    setAsking(null)
    reviewing.forget()
  }

  async function give(outcome: 'passed' | 'returned', reasons: string[]) {
    const body = { outcome, reasons, contentSha256: list.contentSha256 }
    const done = await reviewing.act({ params: { listId: list.id }, body })
    if (!done.ok) return
    close()
    tell(outcome === 'passed' ? pageWords.passed : pageWords.returned)
  }

  return (
    <>
      <ActionBar note={note ? <SentenceText sentence={note} /> : undefined}>
        <Button type="primary" disabled={!mayPass} onClick={() => setAsking('pass')}>
          {say.pass(duty, list.headCount)} <Kbd>A</Kbd>
        </Button>
        <Button disabled={!mayReturn} onClick={() => setAsking('return')}>
          {say.returnIt} <Kbd>R</Kbd>
        </Button>
      </ActionBar>
      <ConfirmMoney
        open={asking === 'pass'}
        title={say.passTitle[duty]}
        count={list.headCount}
        fen={list.amountFen}
        busy={reviewing.busy}
        problem={reviewing.problem}
        onConfirm={() => void give('passed', [])}
        onCancel={close}
      >
        <p>
          {list.number} {list.title}
        </p>
        <p>{say.noMoneyHere}</p>
      </ConfirmMoney>
      <Reasons
        open={asking === 'return'}
        busy={reviewing.busy}
        problem={reviewing.problem}
        onReturn={(reasons) => void give('returned', reasons)}
        onCancel={close}
      />
    </>
  )
}

type ReasonsProps = {
  open: boolean
  busy: boolean
  problem: Parameters<typeof ProblemAlert>[0]['problem']
  onReturn: (reasons: string[]) => void
  onCancel: () => void
}

function Reasons({ open, busy, problem, onReturn, onCancel }: ReasonsProps) {
  const say = useWords(pageWords)
  const [text, setText] = useState('')
  const reasons = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return (
    <Modal
      open={open}
      title={say.returnTitle}
      okText={say.returnIt}
      cancelText={say.cancel}
      okButtonProps={{ disabled: reasons.length === 0 }}
      confirmLoading={busy}
      mask={{ closable: false }}
      onOk={() => onReturn(reasons)}
      onCancel={onCancel}
      destroyOnHidden
    >
      <label htmlFor="list-reasons">{say.returnReasons}</label>
      <Input.TextArea
        id="list-reasons"
        rows={4}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert problem={problem} takesFocus />
    </Modal>
  )
}

/** The file with numbers in clear: a purpose is asked every time. */
function SendList({ list }: { list: ListShown }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const sending = useAct(exportProvinceList)
  const taking = useAct(takeListBack)
  const [asking, setAsking] = useState<'send' | 'take-back' | null>(null)
  const [purpose, setPurpose] = useState(say.purposeUsual)
  const isSent = list.status === 'exported'
  const title = isSent ? say.sendAgain : say.send

  async function send() {
    const done = await sending.act({ params: { listId: list.id }, body: { purpose: purpose.trim() } })
    if (!done.ok) return
    setAsking(null)
    saveFile(done.answer as Blob, list.file?.name ?? `${say.lists}-${list.number}.xlsx`)
  }

  async function takeBack(reasons: string[]) {
    const body = { reasons, contentSha256: list.contentSha256 }
    const done = await taking.act({ params: { listId: list.id }, body })
    if (!done.ok) return
    setAsking(null)
    tell(pageWords.returned)
  }

  return (
    <>
      <ActionBar>
        <Button type="primary" disabled={!isSent && list.mayNotPass !== null} onClick={() => setAsking('send')}>
          {title}
        </Button>
        <Button onClick={() => setAsking('take-back')}>{say.takeBack}</Button>
      </ActionBar>
      <Modal
        open={asking === 'send'}
        title={say.sendTitle}
        okText={title}
        cancelText={say.cancel}
        okButtonProps={{ disabled: purpose.trim().length < 2 }}
        confirmLoading={sending.busy}
        mask={{ closable: false }}
        onOk={() => void send()}
        onCancel={() => setAsking(null)}
        destroyOnHidden
      >
        <p>{say.sendWarns(list.headCount)}</p>
        <label htmlFor="list-purpose">{say.purpose}</label>
        <Input id="list-purpose" maxLength={500} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
        <ProblemAlert problem={sending.problem} takesFocus />
      </Modal>
      <Reasons
        open={asking === 'take-back'}
        busy={taking.busy}
        problem={taking.problem}
        onReturn={(reasons) => void takeBack(reasons)}
        onCancel={() => setAsking(null)}
      />
    </>
  )
}
