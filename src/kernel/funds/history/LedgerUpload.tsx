import { Button } from 'antd'
import { useState } from 'react'
import {
  Callout,
  type Done,
  localTime,
  RunningText,
  SentenceText,
  UploadBox,
  useGo,
  useLocale,
  useWords,
  yuanText,
} from '../../../platform/ui/public.ts'
import type { ProblemDocument } from '../../../platform/contract/public.ts'

import type { LedgerAnswer } from './contract.ts'
import { MappingForm } from './MappingForm.tsx'
import { pageWords } from './page-words.ts'
import { WordingForm } from './WordingForm.tsx'

type LedgerUploadProps = {
  /** Whether what must be told beside the file is told. */
  ready: boolean
  label: string
  send: (file: File) => Promise<Done<LedgerAnswer>>
  sending: { busy: boolean; problem: ProblemDocument | null; sent: number | null }
}

/** A file of past payments: taken, or taken after its columns and wordings were explained. The file need not be chosen again. */
export function LedgerUpload({ ready, label, send, sending }: LedgerUploadProps) {
  const say = useWords(pageWords)
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<LedgerAnswer | null>(null)

  async function take(chosen: File) {
    setFile(chosen)
    const done = await send(chosen)
    setAnswer(done.ok ? done.answer : null)
  }
  const again = () => {
    if (file) void take(file)
  }

  return (
    <>
      <UploadBox
        label={label}
        accept=".xlsx,.xls,.csv"
        hint={ready ? undefined : say.upload.first}
        busy={sending.busy}
        progress={sending.sent}
        disabled={!ready}
        answer={sending.problem ? { ok: false, problem: sending.problem } : null}
        onFile={(chosen) => void take(chosen)}
      />
      {sending.busy || !answer ? null : answer.outcome === 'columns' ? (
        <MappingForm key={file?.name} columns={answer.columns} onRemembered={again} />
      ) : answer.outcome === 'wordings' ? (
        <WordingForm wordings={answer.wordings} onRemembered={again} />
      ) : (
        <Imported answer={answer} />
      )}
    </>
  )
}

function Imported({ answer: { source, before } }: { answer: Extract<LedgerAnswer, { outcome: 'imported' }> }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const go = useGo()
  return (
    <div role="status">
      <Callout
        tone={source.doubtCount > 0 ? 'attention' : 'good'}
        title={say.upload.imported(source.rowCount, yuanText(source.amountFen))}
        evidence={<Button onClick={() => go(`/history/${source.id}`)}>{say.upload.open}</Button>}
      >
        {before ? (
          <p>
            <RunningText>{say.upload.before(source.by.post[locale], localTime(source.by.at))}</RunningText>
          </p>
        ) : null}
        {source.doubtCount > 0 ? <p>{say.upload.doubts(source.doubtCount)}</p> : null}
        {source.group ? (
          <p>
            <SentenceText sentence={source.group.title} />
          </p>
        ) : null}
      </Callout>
    </div>
  )
}
