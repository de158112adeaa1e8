import { Button, Input } from 'antd'
import { useState } from 'react'
import { ConfirmMoney, Modal, useAct, useLocale, useTell, useWords } from '../../../platform/ui/public.ts'
import { FEN_LIMIT, parseYuan } from '../../values/public.ts'
import { appropriate, type BudgetLine, withdraw } from './contract.ts'
import { words } from './words.ts'

const ENDPOINTS = { appropriate, withdraw } as const
const DONE = { appropriate: words.appropriated, withdraw: words.withdrawn } as const

/** An appropriation or its withdrawal: amount and document first, then asked once more with the sum. */
export function AppropriateDialog({ line, way }: { line: BudgetLine; way: keyof typeof ENDPOINTS }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const moving = useAct(ENDPOINTS[way])
  const [step, setStep] = useState<'closed' | 'asking' | 'asked' | 'confirming'>('closed')
  const [typed, setTyped] = useState({ amount: '', document: '' })
  const read = parseYuan(typed.amount)
  const inRange = read.ok && read.value > 0n && read.value < FEN_LIMIT
  const fen = inRange ? String(read.value) : null
  const problem = typed.amount === '' || inRange ? null : read.ok ? say.amountOutOfRange : read.problems[0]?.[locale]

  function close() {
    setStep('closed')
    setTyped({ amount: '', document: '' })
    moving.forget()
  }

  async function move() {
    if (fen === null) return
    const done = await moving.act({ params: { lineId: line.id }, body: { amountFen: fen, document: typed.document } })
    if (!done.ok) return
    close()
    tell(DONE[way])
  }

  return (
    <>
      <Button type={way === 'appropriate' ? 'primary' : 'default'} onClick={() => setStep('asking')}>
        {say[way]}
      </Button>
      <Modal
        open={step === 'asking'}
        title={`${say[way]} · ${line.name}`}
        okText={say.next}
        okButtonProps={{ disabled: fen === null || typed.document.trim() === '' }}
        onOk={() => setStep('asked')}
        onCancel={close}
        // The second question opens once the first has given the focus back.
        afterClose={() => step === 'asked' && setStep('confirming')}
        destroyOnHidden
      >
        <p>
          <label htmlFor={`${way}-amount`}>{say.amount}</label>
          <Input
            id={`${way}-amount`}
            inputMode="decimal"
            value={typed.amount}
            placeholder={say.amountHint}
            status={problem ? 'error' : ''}
            onChange={(event) => setTyped({ ...typed, amount: event.target.value })}
          />
          {problem ? <span role="alert">{problem}</span> : null}
        </p>
        <p>
          <label htmlFor={`${way}-document`}>{say.document}</label>
          <Input
            id={`${way}-document`}
            maxLength={200}
            value={typed.document}
            onChange={(event) => setTyped({ ...typed, document: event.target.value })}
          />
        </p>
      </Modal>
      <ConfirmMoney
        open={step === 'confirming'}
        title={say[way]}
        count={1}
        of="count"
        fen={fen ?? '0'}
        busy={moving.busy}
        problem={moving.problem}
        onConfirm={() => void move()}
        onCancel={() => {
          moving.forget()
          setStep('asking')
        }}
      >
        <p>
          {line.name} · {typed.document}
        </p>
      </ConfirmMoney>
    </>
  )
}
