import { Input } from 'antd'
import { useState } from 'react'
import {
  AskedFigures,
  type Decided,
  DecideDialog,
  DialogField,
  Modal,
  ProblemAlert,
  useAct,
  useTell,
  useWords,
  Yuan,
} from '../../../platform/ui/public.ts'
import { decideCorrection, type Payee, proposeCorrection } from './contract.ts'
import { words } from './words.ts'

type Given = { accountNumber: string; holderName: string; bankName: string; reason: string; evidence: string }

const NOTHING: Given = { accountNumber: '', holderName: '', bankName: '', reason: '', evidence: '' }

/** Another account of the same person, why, and what was shown. */
export function ProposeCorrection({ payee, onDone }: { payee: Payee; onDone: () => void }) {
  const say = useWords(words)
  const tell = useTell()
  const proposing = useAct(proposeCorrection)
  const [given, setGiven] = useState(NOTHING)
  const hints: Partial<Record<keyof Given, string>> = { reason: say.reasonHint, evidence: say.evidenceHint }
  const ready = Object.values(given).every((text) => text.trim().length >= 2)

  async function propose() {
    const done = await proposing.act({ params: { claimLineId: payee.claimLineId }, body: given })
    if (!done.ok) return
    tell(words.proposed)
    onDone()
  }

  return (
    <Modal
      open
      title={`${say.proposeTitle} · ${payee.name}`}
      okText={say.send}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: proposing.busy }}
      onOk={() => void propose()}
      onCancel={onDone}
    >
      <p className="sj-meta">{say.proposeHint}</p>
      {(['accountNumber', 'holderName', 'bankName', 'reason', 'evidence'] as const).map((name) => (
        <DialogField key={name} label={say[name]} hint={hints[name]}>
          {(id) => (
            <Input
              id={id}
              autoComplete="off"
              inputMode={name === 'accountNumber' ? 'numeric' : 'text'}
              maxLength={name === 'accountNumber' ? 40 : 200}
              value={given[name]}
              onChange={(event) => setGiven((now) => ({ ...now, [name]: event.target.value }))}
            />
          )}
        </DialogField>
      ))}
      <ProblemAlert problem={proposing.problem} takesFocus />
    </Modal>
  )
}

type DecideProps = { payee: Payee; correction: Payee['corrections'][number]; onDone: () => void }

/** Another person sees both accounts' ends and what was shown, and confirms or declines. */
export function DecideCorrection({ payee, correction, onDone }: DecideProps) {
  const say = useWords(words)
  const tell = useTell()
  const deciding = useAct(decideCorrection)
  const { from, to } = correction

  async function decide(outcome: Decided, reason: string) {
    const params = { claimLineId: payee.claimLineId, correctionId: correction.id }
    const done = await deciding.act({ params, body: { outcome, reason } })
    if (!done.ok) return
    tell(words.decided)
    onDone()
  }

  return (
    <DecideDialog
      title={`${say.decideTitle} · ${payee.name}`}
      say={say}
      busy={deciding.busy}
      problem={deciding.problem}
      onDecide={(outcome, reason) => void decide(outcome, reason)}
      onCancel={onDone}
    >
      <AskedFigures figures={[{ label: say.toPay, value: <Yuan fen={payee.amountFen} unit /> }]} />
      <p>
        {say.accountTail(from.bankName, from.tail)} → <b>{say.accountTail(to.bankName, to.tail)}</b>
      </p>
      <p>
        {correction.reason} · {correction.evidence}
      </p>
      <p className="sj-meta">{say.decideHint}</p>
    </DecideDialog>
  )
}
