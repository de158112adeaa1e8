import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  type Decided,
  DateField,
  DecideDialog,
  Modal,
  ProblemAlert,
  saveFile,
  useAct,
  useLocale,
  useTell,
  useViewer,
  useWords,
  AskedFigures,
  Yuan,
} from '../../../../platform/ui/public.ts'
import { openScan } from '../../../record/paper/contract.ts'
import type { ClaimHead } from '../../claims/contract.ts'
import {
  type ApprovalSheet,
  decideApprovalOnPaper,
  recordApprovalOnPaper,
  recordConfirmationOnPaper,
} from '../approval/contract.ts'
import { words as approvalWords } from '../approval/words.ts'
import { APPROVAL_FORM } from './rules.ts'
import { ScanField } from './ScanField.tsx'
import { words } from './words.ts'

/** A provider's sealed confirmation, with its scan and why it was not given here. */
export function ConfirmationOnPaper({ claim, onDone }: { claim: ClaimHead; onDone: () => void }) {
  const say = useWords(words)
  const tell = useTell()
  const recording = useAct(recordConfirmationOnPaper)
  const [scanId, setScanId] = useState<string | null>(null)
  const [reason, setReason] = useState('')

  async function record() {
    if (!scanId) return
    const body = { scanId, reason, contentSha256: claim.contentSha256 }
    const done = await recording.act({ params: { claimId: claim.id }, body })
    if (!done.ok) return
    tell(words.done)
    onDone()
  }

  return (
    <Modal
      open
      title={say.recordConfirmation}
      okText={say.save}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !scanId || reason.trim().length < 2, loading: recording.busy }}
      onOk={() => void record()}
      onCancel={onDone}
    >
      <p>{say.confirmationMeans}</p>
      <ScanField
        claimId={claim.id}
        of={{ title: words.confirmationTitle.zh }}
        kept={scanId !== null}
        onKept={setScanId}
      />
      <div className="sj-remark">
        <label htmlFor="paper-why">{say.why}</label>
        <Input id="paper-why" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <ProblemAlert problem={recording.problem} takesFocus />
    </Modal>
  )
}

type OfSheet = { claim: ClaimHead; sheet: ApprovalSheet; onDone: () => void }

/** What a signed approval sheet says. */
export function ApprovalOnPaper({ claim, sheet, onDone }: OfSheet) {
  const say = useWords(words)
  const approvals = useWords(approvalWords)
  const locale = useLocale()
  const tell = useTell()
  const { businessDate } = useViewer()
  const recording = useAct(recordApprovalOnPaper)
  // What was attached among the claim's papers already is not uploaded again.
  const [scanId, setScanId] = useState(sheet.scans[0]?.id ?? null)
  const attached = sheet.scans.find(({ id }) => id === scanId)
  const [approverId, setApproverId] = useState<string | null>(null)
  const [signedOn, setSignedOn] = useState(businessDate)
  const [minutes, setMinutes] = useState('')

  async function record() {
    if (!scanId || !approverId) return
    const body = {
      scanId,
      approverId,
      signedOn,
      contentSha256: claim.contentSha256,
      ...(minutes.trim() ? { minutesNumber: minutes.trim() } : {}),
    }
    const done = await recording.act({ params: { claimId: claim.id }, body })
    if (!done.ok) return
    tell(words.done)
    onDone()
  }

  return (
    <Modal
      open
      title={say.recordApproval}
      okText={say.save}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !scanId || !approverId || !signedOn, loading: recording.busy }}
      onOk={() => void record()}
      onCancel={onDone}
    >
      <p>{say.approvalMeans}</p>
      {attached ? (
        <p>
          {say.attached(attached.fileName, attached.on)}{' '}
          <Button size="small" onClick={() => setScanId(null)}>
            {say.another}
          </Button>
        </p>
      ) : (
        <ScanField claimId={claim.id} of={{ form: APPROVAL_FORM }} kept={scanId !== null} onKept={setScanId} />
      )}
      <div className="sj-remark">
        <label htmlFor="paper-who">{say.approver}</label>
        <Select<string | null>
          id="paper-who"
          placeholder={say.choose}
          value={approverId}
          onChange={setApproverId}
          options={sheet.signers.map((one) => ({ value: one.personId, label: `${one.name} (${one.post[locale]})` }))}
        />
      </div>
      <div className="sj-remark">
        <label htmlFor="paper-on">{say.signedOn}</label>
        <DateField id="paper-on" value={signedOn} onChange={setSignedOn} />
      </div>
      {sheet.band.minutes ? (
        <div className="sj-remark">
          <label htmlFor="paper-minutes">{approvals.minutes}</label>
          <Input
            id="paper-minutes"
            maxLength={60}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </div>
      ) : null}
      <ProblemAlert problem={recording.problem} takesFocus />
    </Modal>
  )
}

/** Another person looks at the scan and says whether it says so. */
export function DecidePaper({ claim, sheet, onDone }: OfSheet) {
  const say = useWords(words)
  const approvals = useWords(approvalWords)
  const locale = useLocale()
  const tell = useTell()
  const deciding = useAct(decideApprovalOnPaper)
  const opening = useAct(openScan)
  const { paper } = sheet
  if (!paper) return null

  async function decide(verdict: Decided, reason: string) {
    const done = await deciding.act({ params: { claimId: claim.id }, body: { verdict, reason } })
    if (!done.ok) return
    tell(words.decided)
    onDone()
  }

  async function open(scanId: string) {
    const done = await opening.act({ params: { scanId } })
    if (done.ok) saveFile(done.answer as Blob, say.approvalTitle)
  }

  return (
    <DecideDialog
      title={say.decideTitle}
      say={say}
      busy={deciding.busy}
      problem={deciding.problem}
      onDecide={(outcome, reason) => void decide(outcome, reason)}
      onCancel={onDone}
    >
      <AskedFigures
        figures={[
          { label: approvals.heads, value: claim.headCount },
          { label: approvals.sum, value: <Yuan fen={claim.amountFen} unit /> },
        ]}
      />
      <p>
        {say.approver}: {paper.who.name} ({paper.who.post[locale]}) · {say.signedOn}: {paper.signedOn}
        {paper.minutesNumber ? ` · ${paper.minutesNumber}` : ''}
      </p>
      <p>
        <Button size="small" loading={opening.busy} onClick={() => void open(paper.scanId)}>
          {say.openScan}
        </Button>
      </p>
      <p className="sj-meta">{say.decideMeans}</p>
      <ProblemAlert problem={opening.problem} takesFocus />
    </DecideDialog>
  )
}
