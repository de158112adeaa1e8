import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useEffect, useRef, useState } from 'react'
import type { ProblemDocument } from '../../../platform/contract/problem.ts'
import { Modal, ProblemAlert, useLocale, useWords, Yuan } from '../../../platform/ui/public.ts'
import type { ClaimHead } from '../claims/contract.ts'
import { words } from '../claims/words.ts'

type ReturnDialogProps = {
  open: boolean
  claim: ClaimHead
  title: string
  /** What becomes of the money, before the sum. */
  money: string
  /** What the button does to so many points. */
  send: (points: number) => string
  busy: boolean
  problem: ProblemDocument | null
  onReturn: (reasons: string[]) => void
  onCancel: () => void
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Everything that needs correcting, told once: one line each, from snippets or typed. */
export function ReturnDialog({
  open,
  claim,
  title,
  money,
  send,
  busy,
  problem,
  onReturn,
  onCancel,
}: ReturnDialogProps) {
  const say = useWords(words)
  const locale = useLocale()
  const [text, setText] = useState('')
  const box = useRef<TextAreaRef>(null)
  useEffect(() => {
    if (!open) setText('')
  }, [open])
  const reasons = linesOf(text)
  const add = (snippet: string) => setText([...linesOf(text), snippet].join('\n'))
  return (
    <Modal
      open={open}
      title={`${title} · ${claim.number}`}
      okText={send(reasons.length)}
      okButtonProps={{ disabled: reasons.length === 0 }}
      confirmLoading={busy}
      mask={{ closable: false }}
      afterOpenChange={(shown) => shown && box.current?.focus()}
      onOk={() => onReturn(reasons)}
      onCancel={onCancel}
      destroyOnHidden
    >
      <p>
        {money} <Yuan fen={claim.amountFen} unit />
      </p>
      <label htmlFor="return-reasons">{say.returnReasons}</label>
      <Input.TextArea
        id="return-reasons"
        ref={box}
        rows={5}
        maxLength={5000}
        value={text}
        placeholder={say.returnHint}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="claim-snippets">
        {Object.entries(words.snippets).map(([name, snippet]) => (
          <Button key={name} size="small" onClick={() => add(snippet[locale])}>
            {snippet[locale]}
          </Button>
        ))}
      </div>
      <ProblemAlert problem={problem} takesFocus />
    </Modal>
  )
}
