import { Input, Select } from 'antd'
import { useState } from 'react'
import {
  DialogField,
  Modal,
  ProblemAlert,
  UploadBox,
  useAct,
  useCall,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { musterOfClass } from '../completion/contract.ts'
import { addAmendmentEvidence, proposeAmendment } from './contract.ts'
import { CREDIT_WORDS, words } from './words.ts'

type Credit = keyof typeof CREDIT_WORDS
const CREDITS = Object.keys(CREDIT_WORDS) as Credit[]

/** Whom and which sessions an amendment is about, what they become, why, and the paper that shows it. */
export function ProposeDialog({ classId, onDone }: { classId: string; onDone: () => void }) {
  const say = useWords(words)
  const credits = useWords(CREDIT_WORDS)
  const tell = useTell()
  const muster = useCall(musterOfClass, { params: { classId } })
  const proposing = useAct(proposeAmendment)
  const uploading = useAct(addAmendmentEvidence)
  const [enrolmentId, setEnrolmentId] = useState<string | null>(null)
  const [signIds, setSignIds] = useState<string[]>([])
  const [becomes, setBecomes] = useState<Credit>('present')
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState<{ id: string; name: string } | null>(null)
  const people = (muster.data?.people ?? []).toSorted((a, b) => a.seq - b.seq)
  const person = people.find((each) => each.enrolmentId === enrolmentId)
  const signs = (muster.data?.sessions ?? []).flatMap((session, at) => {
    const sign = person?.signs[at]
    return sign && sign.credit !== becomes
      ? [{ value: sign.id, label: `${session.day} ${session.from} ${credits[sign.credit]}` }]
      : []
  })
  const chosen = signIds.filter((id) => signs.some(({ value }) => value === id))
  const ready = chosen.length > 0 && reason.trim().length >= 4 && evidence !== null

  async function upload(file: File) {
    setEvidence(null)
    const done = await uploading.act({ params: { classId }, query: { fileName: file.name }, file })
    if (done.ok) setEvidence({ id: done.answer.evidenceId, name: file.name })
  }
  async function save() {
    if (!evidence) return
    const body = { signs: chosen.map((signId) => ({ signId, becomes })), reason, evidenceId: evidence.id }
    const done = await proposing.act({ params: { classId }, body })
    if (!done.ok) return
    tell(words.proposed)
    onDone()
  }

  return (
    <Modal
      open
      title={say.propose}
      okText={say.save}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: proposing.busy }}
      width={640}
      onOk={() => void save()}
      onCancel={onDone}
    >
      {muster.data ? (
        <>
          <DialogField label={say.person}>
            {(id) => (
              <Select
                id={id}
                className="amended-choice"
                showSearch
                optionFilterProp="label"
                value={enrolmentId}
                onChange={(chosenId: string) => {
                  setEnrolmentId(chosenId)
                  setSignIds([])
                }}
                options={people.map((each) => ({ value: each.enrolmentId, label: `${each.seq} ${each.maskedName}` }))}
              />
            )}
          </DialogField>
          <DialogField label={say.becomes}>
            {(id) => (
              <Select
                id={id}
                className="amended-choice"
                value={becomes}
                onChange={setBecomes}
                options={CREDITS.map((credit) => ({ value: credit, label: credits[credit] }))}
              />
            )}
          </DialogField>
          <DialogField label={say.sessions}>
            {(id) => (
              <Select
                id={id}
                className="amended-choice"
                mode="multiple"
                disabled={!person}
                value={chosen}
                onChange={setSignIds}
                optionFilterProp="label"
                options={signs}
              />
            )}
          </DialogField>
          <DialogField label={say.reason} hint={say.reasonHint}>
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
          <UploadBox
            label={say.evidence}
            accept=".png,.jpg,.jpeg,.pdf"
            hint={say.evidenceHint}
            busy={uploading.busy}
            onFile={(file) => void upload(file)}
            answer={
              uploading.problem
                ? { ok: false, problem: uploading.problem }
                : evidence
                  ? { ok: true, sentence: say.evidenceKept(evidence.name) }
                  : null
            }
          />
          <ProblemAlert problem={proposing.problem} takesFocus />
        </>
      ) : (
        <Waiting />
      )}
    </Modal>
  )
}
