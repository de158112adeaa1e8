import { Input } from 'antd'
import { useState } from 'react'
import {
  type Decided,
  DecideDialog,
  DialogField,
  Modal,
  ProblemAlert,
  useAct,
  useGo,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { answerProposal, beginDraft, type Draft, type Proposal, proposeDraft } from './contract.ts'
import { dialogWords, pageWords } from './page-words.ts'

/** Under which document of the bureau, and why: asked of who proposes. */
export function ProposeDialog({ draft, onDone }: { draft: Draft; onDone: () => void }) {
  const say = useWords(pageWords)
  const { cancel } = useWords(dialogWords)
  const proposing = useAct(proposeDraft)
  const [documentNumber, setDocumentNumber] = useState('')
  const [reason, setReason] = useState('')
  async function propose() {
    const body = { revision: draft.revision, documentNumber, reason }
    const done = await proposing.act({ params: { draftId: draft.id }, body })
    if (done.ok) onDone()
  }
  return (
    <Modal
      open
      title={say.propose}
      okText={say.propose}
      cancelText={cancel}
      okButtonProps={{
        disabled: documentNumber.trim().length < 2 || reason.trim().length < 2,
        loading: proposing.busy,
      }}
      onOk={() => void propose()}
      onCancel={onDone}
    >
      <p>{say.proposeSays}</p>
      <DialogField label={say.documentNumber} hint={say.documentExample}>
        {(id) => (
          <Input
            id={id}
            maxLength={120}
            value={documentNumber}
            onChange={(event) => setDocumentNumber(event.target.value)}
          />
        )}
      </DialogField>
      <DialogField label={say.reason}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </DialogField>
      <ProblemAlert problem={proposing.problem} takesFocus />
    </Modal>
  )
}

type PublishProps = { draft: Draft; proposal: Proposal; onDone: () => void }

/** Another person publishes what was proposed, or sends it back. */
export function PublishDialog({ draft, proposal, onDone }: PublishProps) {
  const say = useWords(pageWords)
  const dialog = useWords(dialogWords)
  const tell = useTell()
  const answering = useAct(answerProposal)
  async function decide(decided: Decided, reason: string) {
    const outcome = decided === 'confirmed' ? ('published' as const) : ('sent-back' as const)
    const body = { proposalId: proposal.id, sha256: proposal.sha256, outcome, reason }
    const done = await answering.act({ params: { draftId: draft.id }, body })
    if (!done.ok) return
    tell(pageWords.outcomes[outcome])
    onDone()
  }
  return (
    <DecideDialog
      title={say.waits(proposal.documentNumber)}
      say={dialog}
      busy={answering.busy}
      problem={answering.problem}
      onDecide={(decided, reason) => void decide(decided, reason)}
      onCancel={onDone}
    >
      <p>{proposal.reason}</p>
      <p>{say.publishSays}</p>
    </DecideDialog>
  )
}

/** A draft begins from a version, with a word on what it is for. */
export function BeginDialog({ from, onDone }: { from: string; onDone: () => void }) {
  const say = useWords(pageWords)
  const { cancel } = useWords(dialogWords)
  const go = useGo()
  const beginning = useAct(beginDraft)
  const [note, setNote] = useState('')
  async function begin() {
    const done = await beginning.act({ body: { from, note } })
    if (done.ok) go(`/policies/drafts/${done.answer.id}`)
  }
  return (
    <Modal
      open
      title={say.beginTitle}
      okText={say.begin}
      cancelText={cancel}
      okButtonProps={{ loading: beginning.busy }}
      onOk={() => void begin()}
      onCancel={onDone}
    >
      <p>{say.beginSays}</p>
      <DialogField label={say.note} hint={say.noteExample}>
        {(id) => <Input id={id} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
      </DialogField>
      <ProblemAlert problem={beginning.problem} takesFocus />
    </Modal>
  )
}
