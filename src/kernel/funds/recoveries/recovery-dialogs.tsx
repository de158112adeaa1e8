import { useState } from 'react'
import {
  AskDialog,
  AskedFigures,
  DateField,
  type Decided,
  DecideDialog,
  DialogField,
  TextField,
  useAct,
  useGo,
  useLocale,
  useTell,
  useViewer,
  useWords,
  Yuan,
  yuanText,
} from '../../../platform/ui/public.ts'
import { FEN_LIMIT, parseYuan } from '../../values/public.ts'
import { isWhyGiven, WhyFields } from '../redecisions/WhyFields.tsx'
import { decideRecovery, enterReceipt, proposeRecovery, type Recovery } from './contract.ts'
import { words } from './words.ts'

/** What was typed as an amount: its fen, or why it is none. */
function useAmount(first = '') {
  const locale = useLocale()
  const [typed, setTyped] = useState(first)
  const read = parseYuan(typed)
  const inRange = read.ok && read.value > 0n && read.value < FEN_LIMIT
  const problem = typed === '' || inRange || read.ok ? null : (read.problems[0]?.[locale] ?? null)
  return { typed, setTyped, fen: inRange ? String(read.value) : null, problem }
}

type ProposeProps = { payment: { id: string; reference: string; amountFen: string }; onDone: () => void }

/** How much of a payment is to come back, why, by which document. */
export function ProposeRecovery({ payment, onDone }: ProposeProps) {
  const say = useWords(words)
  const tell = useTell()
  const go = useGo()
  const proposing = useAct(proposeRecovery)
  const amount = useAmount(yuanText(payment.amountFen))
  const [given, setGiven] = useState({ reason: '', document: '' })
  const ready = amount.fen !== null && isWhyGiven(given)

  async function propose() {
    if (amount.fen === null) return
    const body = { amountFen: amount.fen, ...given }
    const done = await proposing.act({ params: { paymentId: payment.id }, body })
    if (!done.ok) return
    tell(words.proposed)
    onDone()
    go(`/recoveries/${done.answer.recovery.id}`)
  }

  return (
    <AskDialog
      title={`${say.proposeTitle} · ${payment.reference}`}
      send={say.send}
      cancel={say.cancel}
      isReady={ready}
      busy={proposing.busy}
      problem={proposing.problem}
      onSend={() => void propose()}
      onCancel={onDone}
    >
      <p className="sj-meta">{say.proposeHint}</p>
      <TextField
        label={say.amount}
        hint={amount.problem ?? say.amountHint}
        isNumber
        most={20}
        value={amount.typed}
        onChange={amount.setTyped}
      />
      <WhyFields say={say} given={given} onChange={setGiven} />
    </AskDialog>
  )
}

type RecoveryProps = { recovery: Recovery; onDone: () => void }

/** Another person confirms or declines. */
export function DecideRecovery({ recovery, onDone }: RecoveryProps) {
  const say = useWords(words)
  const tell = useTell()
  const deciding = useAct(decideRecovery)

  async function decide(outcome: Decided, reason: string) {
    const done = await deciding.act({ params: { recoveryId: recovery.id }, body: { outcome, reason } })
    if (!done.ok) return
    tell(words.decided)
    onDone()
  }

  return (
    <DecideDialog
      title={`${say.decideTitle} · ${recovery.name}`}
      say={say}
      busy={deciding.busy}
      problem={deciding.problem}
      onDecide={(outcome, reason) => void decide(outcome, reason)}
      onCancel={onDone}
    >
      <AskedFigures
        figures={[
          { label: say.toComeBack, value: <Yuan fen={recovery.amountFen} unit /> },
          { label: say.ofPaid, value: <Yuan fen={recovery.paidFen} unit /> },
        ]}
      />
      <p>
        {recovery.reference} · {recovery.document}
      </p>
      <p>{recovery.reason}</p>
      <p className="sj-meta">{say.decideHint}</p>
    </DecideDialog>
  )
}

/** Money that came back: how much, by which voucher, on which day. */
export function EnterReceipt({ recovery, onDone }: RecoveryProps) {
  const say = useWords(words)
  const tell = useTell()
  const { businessDate } = useViewer()
  const entering = useAct(enterReceipt)
  const amount = useAmount(yuanText(String(BigInt(recovery.amountFen) - BigInt(recovery.receivedFen))))
  const [given, setGiven] = useState({ voucher: '', receivedOn: businessDate })
  const ready = amount.fen !== null && given.voucher.trim() !== '' && given.receivedOn !== ''

  async function enter() {
    if (amount.fen === null) return
    const body = { amountFen: amount.fen, ...given }
    const done = await entering.act({ params: { recoveryId: recovery.id }, body })
    if (!done.ok) return
    tell(words.entered)
    onDone()
  }

  return (
    <AskDialog
      title={`${say.receiveTitle} · ${recovery.name}`}
      send={say.enter}
      cancel={say.cancel}
      isReady={ready}
      busy={entering.busy}
      problem={entering.problem}
      onSend={() => void enter()}
      onCancel={onDone}
    >
      <p className="sj-meta">{say.receiveHint}</p>
      <TextField
        label={say.receivedFen}
        hint={amount.problem ?? say.amountHint}
        isNumber
        most={20}
        value={amount.typed}
        onChange={amount.setTyped}
      />
      <TextField
        label={say.voucher}
        most={60}
        value={given.voucher}
        onChange={(voucher) => setGiven({ ...given, voucher })}
      />
      <DialogField label={say.receivedOn}>
        {(id) => (
          <DateField
            id={id}
            max={businessDate}
            value={given.receivedOn}
            onChange={(receivedOn) => setGiven({ ...given, receivedOn })}
          />
        )}
      </DialogField>
    </AskDialog>
  )
}
