import { useState } from 'react'
import { type UploadAnswer, UploadBox, useAct, useWords } from '../../../../platform/ui/public.ts'
import { attachScan } from '../../../record/paper/contract.ts'
import { words } from './words.ts'

type ScanFieldProps = {
  claimId: string
  title: string
  kept: boolean
  onKept: (scanId: string) => void
}

/** Attaches the scan of a signed paper to its claim and says which it is. */
export function ScanField({ claimId, title, kept, onKept }: ScanFieldProps) {
  const say = useWords(words)
  const attaching = useAct(attachScan)
  const [answer, setAnswer] = useState<UploadAnswer | null>(null)

  async function attach(file: File) {
    const params = { kind: 'claim', subjectId: claimId }
    const done = await attaching.act({ params, query: { fileName: file.name, title }, file })
    if (!done.ok) return setAnswer({ ok: false, problem: done.problem })
    onKept(done.answer.scanId)
  }

  if (kept) return <p>{say.scanKept}</p>
  return (
    <UploadBox
      label={say.scan}
      accept=".pdf,.jpg,.jpeg,.png"
      busy={attaching.busy}
      progress={attaching.sent}
      answer={answer}
      onFile={(file) => void attach(file)}
    />
  )
}
