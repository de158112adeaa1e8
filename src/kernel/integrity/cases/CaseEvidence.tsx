import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import {
  AddPaper,
  type Column,
  DenseTable,
  GoLink,
  Instant,
  ProblemAlert,
  SentenceText,
  useAct,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { SealedPaper } from '../papers/SealedPaperPanel.tsx'
import { addCaseNote, openCaseFile, type SuspicionCase, uploadCaseFile } from './contract.ts'
import { pageWords } from './page-words.ts'

type Evidence = SuspicionCase['evidence'][number]

/** What was gathered: links into the house, notes and sealed files; and, while it is open, one more. */
export function CaseEvidence({ found }: { found: SuspicionCase }) {
  const say = useWords(pageWords)
  const columns: Column<Evidence>[] = [
    { key: 'what', title: say.what, wraps: true, show: (each) => <What caseId={found.id} evidence={each} /> },
    { key: 'by', title: say.by, width: 110, show: (each) => each.by?.name ?? say.platform },
    { key: 'at', title: say.at, width: 150, show: (each) => <Instant at={each.at} /> },
  ]
  return (
    <>
      <h2>{say.evidence}</h2>
      <DenseTable
        label={say.evidence}
        columns={columns}
        rows={found.evidence}
        rowKey={(each) => each.id}
        empty={{ sentence: say.noEvidence }}
      />
      {found.may.write ? <Adding caseId={found.id} /> : null}
    </>
  )
}

function What({ caseId, evidence }: { caseId: string; evidence: Evidence }) {
  if (evidence.trail && evidence.label)
    return (
      <GoLink to={`/trail/${evidence.trail.kind}/${evidence.trail.id}`}>
        <SentenceText sentence={evidence.label} />
      </GoLink>
    )
  if (evidence.file)
    return <EvidencePaper input={{ params: { caseId, evidenceId: evidence.id } }} file={evidence.file} />
  return <span className="case-said">{evidence.note}</span>
}

function EvidencePaper({
  file,
  input,
}: {
  file: NonNullable<Evidence['file']>
  input: { params: { caseId: string; evidenceId: string } }
}) {
  const say = useWords(pageWords)
  return <SealedPaper file={file} title={say.opening} opens={openCaseFile} input={input} />
}

function Adding({ caseId }: { caseId: string }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const id = useId()
  const noting = useAct(addCaseNote)
  const [note, setNote] = useState('')

  async function save() {
    const done = await noting.act({ params: { caseId }, body: { note } })
    if (!done.ok) return
    setNote('')
    tell(pageWords.noteKept)
  }

  return (
    <div className="case-adding">
      <div>
        <label htmlFor={id}>{say.addNote}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p>
          <Button disabled={note.trim().length < 2} loading={noting.busy} onClick={() => void save()}>
            {say.save}
          </Button>
        </p>
        <ProblemAlert problem={noting.problem} takesFocus />
      </div>
      <AddPaper
        say={say}
        takes={uploadCaseFile}
        inputOf={(file) => ({ params: { caseId }, query: { fileName: file.name }, file })}
      />
    </div>
  )
}
