import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import {
  Modal,
  ProblemAlert,
  type UploadAnswer,
  UploadBox,
  useAct,
  useLocale,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { attachScan, type PapersOf, printPaper, type ScanShown, strikeScan } from './contract.ts'
import { SCAN_EXTENSIONS } from './rules.ts'
import { words } from './words.ts'

type OfSubject = { readonly kind: string; readonly subjectId: string; readonly onDone: () => void }

/** Numbers in full are asked for with a reason, which is recorded. */
export function FullDialog({ kind, subjectId, form, onDone }: OfSubject & { form: string }) {
  const say = useWords(words)
  const id = useId()
  const [reason, setReason] = useState('')
  const printing = useAct(printPaper)
  async function print() {
    const done = await printing.act({ params: { kind, subjectId, form }, body: { full: true, reason } })
    if (done.ok) window.location.assign(done.answer.address)
  }
  return (
    <Modal
      open
      title={say.printFullTitle}
      okText={say.print}
      cancelText={say.cancel}
      okButtonProps={{ disabled: [...reason.trim()].length < 4, loading: printing.busy }}
      onOk={() => void print()}
      onCancel={onDone}
    >
      <p>{say.printFullAsk}</p>
      <div className="sj-remark">
        <label htmlFor={id}>{say.reason}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ProblemAlert problem={printing.problem} takesFocus />
    </Modal>
  )
}

const OTHER = 'other'

/** A scan, and what it is a scan of; with the code on the paper it is known which content was signed. */
export function AttachDialog({ kind, subjectId, forms, onDone }: OfSubject & { forms: PapersOf['forms'] }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const id = useId()
  const [of, setOf] = useState(forms[0]?.form ?? OTHER)
  const [title, setTitle] = useState('')
  const [code, setCode] = useState('')
  const [answer, setAnswer] = useState<UploadAnswer | null>(null)
  const attaching = useAct(attachScan)
  const isOther = of === OTHER
  const lacksName = isOther && [...title.trim()].length < 2
  async function attach(file: File) {
    const said = isOther ? { title } : { form: of, ...(code.trim() ? { code: code.trim() } : {}) }
    const done = await attaching.act({ params: { kind, subjectId }, query: { fileName: file.name, ...said }, file })
    if (!done.ok) return setAnswer({ ok: false, problem: done.problem })
    tell(words.attached)
    onDone()
  }
  return (
    <Modal open title={say.attach} footer={null} onCancel={onDone}>
      <div className="sj-remark">
        <label htmlFor={`${id}-of`}>{say.ofWhat}</label>
        <Select<string>
          id={`${id}-of`}
          value={of}
          onChange={setOf}
          options={[
            ...forms.map((form) => ({ value: form.form, label: form.title[locale] })),
            { value: OTHER, label: say.other },
          ]}
        />
      </div>
      {isOther ? (
        <div className="sj-remark">
          <label htmlFor={`${id}-name`}>{say.name}</label>
          <Input id={`${id}-name`} maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
        </div>
      ) : (
        <div className="sj-remark">
          <label htmlFor={`${id}-code`}>{say.code}</label>
          <Input
            id={`${id}-code`}
            maxLength={20}
            value={code}
            placeholder="K7M29-QXP4T"
            aria-describedby={`${id}-hint`}
            onChange={(event) => setCode(event.target.value)}
          />
          <span id={`${id}-hint`} className="sj-meta">
            {say.codeHint}
          </span>
        </div>
      )}
      <UploadBox
        label={say.file}
        accept={SCAN_EXTENSIONS}
        busy={attaching.busy}
        progress={attaching.sent}
        answer={answer}
        disabled={lacksName}
        onFile={(file) => void attach(file)}
      />
    </Modal>
  )
}

/** A scan that was a mistake: it stays, with the reason. */
export function StrikeDialog({ scan, onDone }: { scan: ScanShown; onDone: () => void }) {
  const say = useWords(words)
  const id = useId()
  const [reason, setReason] = useState('')
  const striking = useAct(strikeScan)
  async function strike() {
    const done = await striking.act({ params: { scanId: scan.id }, body: { reason } })
    if (done.ok) onDone()
  }
  return (
    <Modal
      open
      title={say.strikeTitle}
      okText={say.strike}
      cancelText={say.cancel}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2, loading: striking.busy }}
      onOk={() => void strike()}
      onCancel={onDone}
    >
      <p>
        {scan.fileName} · {say.strikeAsk}
      </p>
      <div className="sj-remark">
        <label htmlFor={id}>{say.strikeReason}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ProblemAlert problem={striking.problem} takesFocus />
    </Modal>
  )
}
