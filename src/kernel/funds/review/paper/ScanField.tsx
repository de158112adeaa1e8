import { Input } from 'antd'
import { useId, useState } from 'react'
import { type UploadAnswer, UploadBox, useAct, useWords } from '../../../../platform/ui/public.ts'
import { attachScan } from '../../../record/paper/contract.ts'
import { SCAN_EXTENSIONS } from '../../../record/paper/rules.ts'
import { words } from './words.ts'

type ScanFieldProps = {
  claimId: string
  /** What it is of: a form that is printed here, or another paper by its name. */
  of: { readonly form: string } | { readonly title: string }
  kept: boolean
  onKept: (scanId: string) => void
}

/** Attaches the scan of a signed paper to its claim, among the claim's papers, and says which it is. */
export function ScanField({ claimId, of, kept, onKept }: ScanFieldProps) {
  const say = useWords(words)
  const id = useId()
  const attaching = useAct(attachScan)
  const [answer, setAnswer] = useState<UploadAnswer | null>(null)
  const [code, setCode] = useState('')

  async function attach(file: File) {
    const params = { kind: 'claim', subjectId: claimId }
    const query = { fileName: file.name, ...of, ...(code.trim() ? { code: code.trim() } : {}) }
    const done = await attaching.act({ params, query, file })
    if (!done.ok) return setAnswer({ ok: false, problem: done.problem })
    onKept(done.answer.scanId)
  }

  if (kept) return <p>{say.scanKept}</p>
  return (
    <>
      {'form' in of ? (
        <div className="sj-remark">
          <label htmlFor={`${id}-code`}>{say.code}</label>
          <Input
            id={`${id}-code`}
            maxLength={20}
            value={code}
            placeholder="K7M29-QXP4T"
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
      ) : null}
      <UploadBox
        label={say.scan}
        accept={SCAN_EXTENSIONS}
        busy={attaching.busy}
        progress={attaching.sent}
        answer={answer}
        onFile={(file) => void attach(file)}
      />
    </>
  )
}
