import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  localTime,
  ProblemAlert,
  saveFile,
  SentenceText,
  sizeText,
  StateTag,
  useAct,
  useCall,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { attachScan, openScan, papersOf, type PapersOf, printPaper, type ScanShown } from './contract.ts'
import { AttachDialog, FullDialog, StrikeDialog } from './paper-dialogs.tsx'
import { words } from './words.ts'

type Subject = { readonly kind: string; readonly subjectId: string }

/** The papers of a record: forms to print, and the scans of what was signed and sealed. */
export function PaperPanel({ kind, subjectId }: Subject) {
  const say = useWords(words)
  const { data, problem, retry } = useCall(papersOf, { params: { kind, subjectId } })
  if (!data) return problem ? <ProblemAlert problem={problem} onRetry={retry} /> : <Waiting />
  return (
    <section aria-label={say.title}>
      <FormsTable kind={kind} subjectId={subjectId} forms={data.forms} />
      <ScansTable kind={kind} subjectId={subjectId} papers={data} />
    </section>
  )
}

type PrintButtonProps = Subject & {
  readonly form: string
  readonly label: string
  readonly size?: 'small' | 'middle'
  /** One person's part of it, where the form has parts. */
  readonly part?: string
}

/** A button that gives a form its code and opens its pages; the reader prints them with the browser. */
export function PrintButton({ kind, subjectId, form, label, size = 'small', part = '' }: PrintButtonProps) {
  const printing = useAct(printPaper)
  async function print() {
    const done = await printing.act({ params: { kind, subjectId, form }, body: { part } })
    if (done.ok) window.location.assign(done.answer.address)
  }
  return (
    <>
      <Button size={size} loading={printing.busy} onClick={() => void print()}>
        {label}
      </Button>
      <ProblemAlert problem={printing.problem} takesFocus />
    </>
  )
}

type FormShown = PapersOf['forms'][number]

function FormsTable({ kind, subjectId, forms }: Subject & { forms: readonly FormShown[] }) {
  const say = useWords(words)
  const [full, setFull] = useState<FormShown | null>(null)
  const columns: Column<FormShown>[] = [
    { key: 'form', title: say.form, width: 160, pinned: true, show: ({ title }) => <SentenceText sentence={title} /> },
    {
      key: 'print',
      title: '',
      width: 280,
      show: (each) => (
        <>
          <PrintButton kind={kind} subjectId={subjectId} form={each.form} label={say.print} />{' '}
          {each.full ? (
            <Button size="small" onClick={() => setFull(each)}>
              {say.printFull}
            </Button>
          ) : null}
        </>
      ),
    },
    {
      key: 'printed',
      title: say.printed,
      width: 170,
      show: ({ lastPrintedAt }) => (lastPrintedAt ? localTime(lastPrintedAt) : say.never),
    },
    {
      key: 'scans',
      title: say.scan,
      show: ({ scans }) => (scans > 0 ? say.scanCount(scans) : ''),
    },
  ]
  return (
    <>
      <h2>{say.forms}</h2>
      <DenseTable
        label={say.forms}
        columns={columns}
        rows={forms}
        rowKey={(each) => each.form}
        empty={{ sentence: '' }}
      />
      {full ? <FullDialog kind={kind} subjectId={subjectId} form={full.form} onDone={() => setFull(null)} /> : null}
    </>
  )
}

function ScansTable({ kind, subjectId, papers }: Subject & { papers: PapersOf }) {
  const say = useWords(words)
  const { may } = useViewer()
  const opening = useAct(openScan)
  const [attaching, setAttaching] = useState(false)
  const [striking, setStriking] = useState<ScanShown | null>(null)
  async function open(scan: ScanShown) {
    const done = await opening.act({ params: { scanId: scan.id } })
    if (done.ok) saveFile(done.answer as Blob, scan.fileName)
  }
  const columns: Column<ScanShown>[] = [
    {
      key: 'of',
      title: say.scan,
      width: 300,
      pinned: true,
      wraps: true,
      show: (scan) => (
        <>
          <SentenceText sentence={scan.title} />{' '}
          {scan.struck ? <StateTag tone="refused">{say.struck(scan.struck.reason)}</StateTag> : null}
          {scan.restsOn ? (
            <StateTag tone="good">
              <SentenceText sentence={scan.restsOn} />
            </StateTag>
          ) : null}
          <br />
          <span className="sj-meta">
            {scan.fileName} · {sizeText(scan.sizeBytes)} · SHA-256 {scan.sha256.slice(0, 16)}
          </span>
        </>
      ),
    },
    {
      key: 'content',
      title: say.content,
      width: 210,
      wraps: true,
      show: ({ paper }) =>
        paper === null ? (
          say.noCode
        ) : (
          <>
            {paper.code}{' '}
            <StateTag tone={paper.current ? 'good' : 'attention'}>{paper.current ? say.current : say.changed}</StateTag>
          </>
        ),
    },
    { key: 'at', title: say.by, width: 150, show: ({ at }) => localTime(at) },
    {
      key: 'acts',
      title: '',
      show: (scan) => (
        <>
          <Button size="small" onClick={() => void open(scan)}>
            {say.open}
          </Button>{' '}
          {scan.mayStrike ? (
            <Button size="small" onClick={() => setStriking(scan)}>
              {say.strike}
            </Button>
          ) : null}
        </>
      ),
    },
  ]
  return (
    <>
      <h2>{say.scans}</h2>
      <ProblemAlert problem={opening.problem} takesFocus />
      <DenseTable
        label={say.scans}
        columns={columns}
        rows={papers.scans}
        rowKey={(scan) => scan.id}
        empty={{ sentence: say.nothing }}
      />
      {may(attachScan.may) ? (
        <p>
          <Button onClick={() => setAttaching(true)}>{say.attach}</Button>
        </p>
      ) : null}
      {attaching ? (
        <AttachDialog kind={kind} subjectId={subjectId} forms={papers.forms} onDone={() => setAttaching(false)} />
      ) : null}
      {striking ? <StrikeDialog scan={striking} onDone={() => setStriking(null)} /> : null}
    </>
  )
}
