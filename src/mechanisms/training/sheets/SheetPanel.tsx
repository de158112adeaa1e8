import { type ReactNode, useState } from 'react'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import {
  type Done,
  ProblemAlert,
  saveFile,
  UploadBox,
  useAct,
  useListing,
  useWords,
} from '../../../platform/ui/public.ts'
import type { openMarked, SheetOutcome, uploadsOf } from './contract.ts'
import { SheetHistory } from './SheetHistory.tsx'
import { SheetMarks } from './SheetMarks.tsx'
import { UploadOutcome } from './UploadOutcome.tsx'
import { sheetFile, words } from './words.ts'

type Sent = { fileName: string; outcome: SheetOutcome }

/** What came of the upload: the version it became, or every problem and the way to mend them. */
function Outcome({ outcome, onMarked }: { outcome: SheetOutcome; onMarked: () => void }) {
  const say = useWords(words)
  const { rowCount, version, marks, notes, alreadyBy, hasMarkedWorkbook } = outcome
  const now = version ?? 0
  return (
    <UploadOutcome
      marks={marks}
      isImported={version !== null}
      imported={(doubts) =>
        doubts === 0 ? say.imported(rowCount, now) : say.importedWithDoubts(rowCount, now, doubts)
      }
      refused={say.refused}
      notes={notes}
      alreadyBy={alreadyBy}
      onMarked={hasMarkedWorkbook ? onMarked : null}
      markedIsRecorded={say.markedIsRecorded}
    >
      <SheetMarks marks={marks} />
    </UploadOutcome>
  )
}

type SheetPanelProps = {
  classId: string
  /** In the reader's language. */
  say: {
    title: string
    upload: string
    hint: string
    correct: string
    closed: string
    empty: string
    emptyReader: string
  }
  /** Whether the reader may upload now. */
  mayUpload: boolean
  /** Whether the reader's organisation uploads this at all, now or later. */
  uploadsHere: boolean
  send: (file: File) => Promise<Done<SheetOutcome>>
  sending: { busy: boolean; problem: ProblemDocument | null; sent: number | null }
  /** What must be told before a file is chosen; without it the box stays closed. */
  before?: { field: ReactNode; isTold: boolean }
  dated?: boolean
  uploads: ReturnType<typeof uploadsOf>
  marked: ReturnType<typeof openMarked>
}

/** A sheet of the class: upload it, see what is wrong with it, see every version. */
export function SheetPanel(props: SheetPanelProps) {
  const { classId, say, mayUpload, uploadsHere, send, sending, before, dated, uploads, marked } = props
  const [sent, setSent] = useState<Sent | null>(null)
  const list = useListing(uploads, { params: { classId } })
  const opening = useAct(marked)
  const shared = useWords(words)
  const isImported = list.rows?.some((upload) => upload.current) ?? false

  async function take(file: File) {
    setSent(null)
    const done = await send(file)
    if (done.ok) setSent({ fileName: file.name, outcome: done.answer })
  }

  async function download(upload: { uploadId: string; fileName: string }) {
    const done = await opening.act({ params: { classId, uploadId: upload.uploadId } })
    if (done.ok) saveFile(done.answer as Blob, sheetFile.marked(upload.fileName))
  }

  return (
    <section aria-label={say.title}>
      {mayUpload ? (
        <>
          <h2>{say.title}</h2>
          {before?.field}
          <UploadBox
            label={say.upload}
            accept=".xlsx,.xls,.csv"
            hint={say.hint}
            busy={sending.busy}
            progress={sending.sent}
            disabled={before?.isTold === false}
            answer={sending.problem ? { ok: false, problem: sending.problem } : null}
            onFile={(file) => void take(file)}
          />
        </>
      ) : null}
      {isImported && uploadsHere ? <p className="sj-meta">{mayUpload ? say.correct : say.closed}</p> : null}
      <ProblemAlert problem={opening.problem} />
      {sent ? (
        <Outcome
          outcome={sent.outcome}
          onMarked={() => void download({ uploadId: sent.outcome.uploadId, fileName: sent.fileName })}
        />
      ) : null}
      <h2>{shared.history}</h2>
      <SheetHistory
        list={list}
        empty={uploadsHere ? say.empty : say.emptyReader}
        dated={dated ?? false}
        onMarked={(upload) => void download(upload)}
      />
    </section>
  )
}
