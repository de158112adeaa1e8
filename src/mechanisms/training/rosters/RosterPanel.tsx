import { useState } from 'react'
import { addressOf } from '../../../platform/contract/public.ts'
import {
  ProblemAlert,
  saveFile,
  type UploadAnswer,
  UploadBox,
  useAct,
  useDistrict,
  useListing,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { UploadOutcome } from '../sheets/UploadOutcome.tsx'
import { openMarkedRoster, rosterOfClass, type RosterOutcome, rosterTemplate, uploadRoster } from './contract.ts'
import { RosterHistory } from './RosterHistory.tsx'
import { RosterMarks } from './RosterMarks.tsx'
import { RosterTable } from './RosterTable.tsx'
import { words } from './page-words.ts'
import { sheet } from './words.ts'

/** As many people as nearly every class has: one request for the whole roster. */
const AT_ONCE = 200

type Sent = { fileName: string; outcome: RosterOutcome }

/** What came of the upload: how many, or every problem of every row and the way to mend them. */
function Outcome({ sent, onMarked }: { sent: Sent; onMarked: () => void }) {
  const say = useWords(words)
  const { outcome, rowCount, marks, notes, alreadyBy, markedFileId } = sent.outcome
  return (
    <UploadOutcome
      marks={marks}
      isImported={outcome === 'imported'}
      imported={(doubts) => (doubts === 0 ? say.imported(rowCount) : say.importedWithDoubts(rowCount, doubts))}
      refused={say.refused}
      notes={notes}
      alreadyBy={alreadyBy}
      onMarked={markedFileId === null ? null : onMarked}
      markedIsRecorded={say.markedIsRecorded}
    >
      <RosterMarks marks={marks} />
    </UploadOutcome>
  )
}

/** The roster of a class: upload it, see what is wrong with it, see who is on it. `editable` while the class may change. */
export function RosterPanel({ classId, editable }: { classId: string; editable: boolean }) {
  const say = useWords(words)
  const district = useDistrict()
  const mayUpload = useViewer().may('roster.import') && editable
  const [sent, setSent] = useState<Sent | null>(null)
  const list = useListing(rosterOfClass, { params: { classId }, query: { limit: AT_ONCE } })
  const uploading = useAct(uploadRoster)
  const opening = useAct(openMarkedRoster)

  async function send(file: File) {
    setSent(null)
    uploading.forget()
    const done = await uploading.act({ params: { classId }, query: { fileName: file.name }, file })
    if (done.ok) setSent({ fileName: file.name, outcome: done.answer })
  }

  async function download(upload: { importId: string; fileName: string }) {
    const done = await opening.act({ params: { classId, importId: upload.importId } })
    if (done.ok) saveFile(done.answer as Blob, sheet.markedFile(upload.fileName))
  }

  const refusal: UploadAnswer | null = uploading.problem ? { ok: false, problem: uploading.problem } : null
  const template = (
    <a className="sj-button" href={addressOf(district, rosterTemplate)} download={sheet.templateFile}>
      {say.downloadTemplate}
    </a>
  )
  return (
    <section aria-label={say.title}>
      {mayUpload ? <h2>{say.title}</h2> : null}
      {mayUpload ? (
        <UploadBox
          label={say.upload}
          accept=".xlsx,.xls,.csv"
          hint={say.uploadHint}
          busy={uploading.busy}
          progress={uploading.sent}
          answer={refusal}
          onFile={(file) => void send(file)}
        />
      ) : null}
      <ProblemAlert problem={opening.problem} />
      {sent ? (
        <Outcome
          sent={sent}
          onMarked={() => void download({ importId: sent.outcome.importId, fileName: sent.fileName })}
        />
      ) : null}
      <h2>{say.list}</h2>
      <RosterTable list={list} emptyAction={mayUpload ? template : null} />
      <h2>{say.history}</h2>
      <RosterHistory classId={classId} onMarked={(upload) => void download(upload)} />
    </section>
  )
}
