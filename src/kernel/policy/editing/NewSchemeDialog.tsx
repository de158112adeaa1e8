import { useState } from 'react'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { AskDialog, TextField, UploadBox, useAct, useGo, useLocale, useWords } from '../../../platform/ui/public.ts'
import { beginBlank, type Draft, takeInDraft } from './contract.ts'
import { dialogWords, pageWords } from './page-words.ts'

/** A scheme that there is not yet: by its name alone, or with a document written elsewhere. */
export function NewSchemeDialog({ onDone }: { onDone: () => void }) {
  const say = useWords(pageWords)
  const { cancel } = useWords(dialogWords)
  const go = useGo()
  const beginning = useAct(beginBlank)
  const [titleZh, setTitleZh] = useState('')
  const [titleEn, setTitleEn] = useState('')
  const [code, setCode] = useState('')
  const open = (draft: Draft) => go(`/policies/drafts/${draft.id}`)

  async function begin() {
    const done = await beginning.act({ body: { titleZh, titleEn, code: code.trim(), note: '' } })
    if (done.ok) open(done.answer)
  }

  return (
    <AskDialog
      title={say.beginNew}
      send={say.beginNew}
      cancel={cancel}
      isReady={[titleZh, titleEn, code].every((text) => text.trim() !== '')}
      busy={beginning.busy}
      problem={beginning.problem}
      onSend={() => void begin()}
      onCancel={onDone}
    >
      <p>{say.beginNewSays}</p>
      <TextField label={say.titleZh} most={100} value={titleZh} onChange={setTitleZh} />
      <TextField label={say.titleEn} most={200} value={titleEn} onChange={setTitleEn} />
      <TextField label={say.code} hint={say.codeHint} most={40} value={code} onChange={setCode} />
      <FromFile onBegun={open} />
    </AskDialog>
  )
}

function FromFile({ onBegun }: { onBegun: (draft: Draft) => void }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const taking = useAct(takeInDraft)
  const [unread, setUnread] = useState<ProblemDocument | null>(null)

  async function take(file: File) {
    const document = objectIn(await file.text())
    setUnread(document ? null : notJson(pageWords.notJson(file.name)[locale]))
    if (!document) return
    const done = await taking.act({ body: { document, fileName: file.name, note: '' } })
    if (done.ok) onBegun(done.answer)
  }

  const problem = unread ?? taking.problem
  return (
    <UploadBox
      label={say.fromFile}
      accept=".json"
      hint={say.fileHint}
      busy={taking.busy}
      onFile={(file) => void take(file)}
      answer={problem ? { ok: false, problem } : null}
    />
  )
}

const notJson = (detail: string): ProblemDocument => ({
  type: 'about:blank',
  title: 'not-acceptable',
  status: 422,
  detail,
  code: 'not-json',
  items: [],
})

/** What a file holds, where that is one object. */
function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const held: unknown = JSON.parse(text)
    return typeof held === 'object' && held !== null && !Array.isArray(held)
      ? (held as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
