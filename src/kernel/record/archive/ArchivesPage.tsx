import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  Instant,
  localTime,
  PageFrame,
  ProblemAlert,
  ReasonDialog,
  RunningText,
  saveFile,
  sizeText,
  StateTag,
  type Tone,
  useAct,
  useCall,
  useFilters,
  useLocale,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import './archive.css'
import { type ArchiveShape, cancelArchive, listArchives, takeArchiveOut } from './contract.ts'
import { type ArchiveStatus, isUnderWay } from './rules.ts'
import { words } from './words.ts'

const SOON_SECONDS = 2

const TONES: Readonly<Record<ArchiveStatus, Tone>> = {
  asked: 'plain',
  running: 'now',
  done: 'good',
  failed: 'attention',
  cancelled: 'plain',
  swept: 'plain',
}

/** Which archives were asked for, by whom and why, how far are they, and which can be saved? */
export default function ArchivesPage() {
  const say = useWords(words)
  const tell = useTell()
  const { filters, set } = useFilters({ after: '' })
  const query = filters.after ? { after: filters.after } : {}
  const { data, problem, retry } = useCall(listArchives, { query }, { everySeconds: SOON_SECONDS })
  const cancelling = useAct(cancelArchive)
  const [saving, setSaving] = useState<ArchiveShape | null>(null)
  async function cancel(archiveId: string) {
    const done = await cancelling.act({ params: { archiveId } })
    if (done.ok) tell(words.cancelled)
  }
  const columns = useColumns({ save: setSaving, cancel: (id) => void cancel(id), busy: cancelling.busy })
  return (
    <PageFrame title={say.title} meta={data ? `${say.meta} ${say.keptFor(data.keptDays)}` : say.meta}>
      <ProblemAlert problem={cancelling.problem} takesFocus />
      <DenseTable
        label={say.title}
        columns={columns}
        rows={data?.items}
        rowKey={(row) => row.id}
        empty={{ sentence: say.none }}
        problem={problem}
        onRetry={retry}
      />
      {data?.next ? <Button onClick={() => set({ after: data.next! })}>{say.more}</Button> : null}
      {saving ? <SaveDialog archive={saving} close={() => setSaving(null)} /> : null}
    </PageFrame>
  )
}

function SaveDialog({ archive, close }: { archive: ArchiveShape; close: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const taking = useAct(takeArchiveOut)
  async function take(reason: string) {
    const done = await taking.act({ params: { archiveId: archive.id }, body: { reason } })
    if (!done.ok) return
    saveFile(done.answer as Blob, `${say.fileName}-${archive.title[locale]}.zip`)
    close()
    tell(words.saved)
  }
  return (
    <ReasonDialog
      title={say.saveTitle}
      cancel={say.back}
      label={say.reason}
      least={4}
      most={200}
      send={say.save}
      reason={archive.isOwn ? archive.reason : ''}
      busy={taking.busy}
      problem={taking.problem}
      onSend={(reason) => void take(reason)}
      onCancel={close}
    >
      <p>
        {archive.title[locale]} · {sizeText(archive.sizeBytes ?? 0)}
      </p>
      <p>{say.saveText}</p>
    </ReasonDialog>
  )
}

type Acts = {
  readonly save: (archive: ArchiveShape) => void
  readonly cancel: (id: string) => void
  readonly busy: boolean
}

function useColumns({ save, cancel, busy }: Acts): Column<ArchiveShape>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    {
      key: 'what',
      title: say.columns.what,
      wraps: true,
      pinned: true,
      show: (row) => (
        <>
          <strong>{row.title[locale]}</strong>
          <div className="sj-meta">
            {say.of[row.of]}
            {row.inFull ? ` · ${say.inFull}` : ''}
          </div>
        </>
      ),
    },
    {
      key: 'who',
      title: say.columns.who,
      width: 170,
      wraps: true,
      show: (row) => (
        <>
          {row.by.name} {row.by.post[locale]}
          <div className="sj-meta">
            <Instant at={row.askedAt} />
          </div>
        </>
      ),
    },
    { key: 'why', title: say.columns.why, width: 180, wraps: true, show: (row) => row.reason },
    { key: 'state', title: say.columns.state, width: 190, wraps: true, show: (row) => <State row={row} /> },
    { key: 'hashes', title: say.columns.hashes, width: 270, wraps: true, show: (row) => <Hashes row={row} /> },
    {
      key: 'acts',
      title: say.columns.acts,
      width: 110,
      show: (row) => {
        if (row.status === 'done') return <Button onClick={() => save(row)}>{say.save}</Button>
        if (row.isOwn && isUnderWay(row.status))
          return (
            <Button disabled={busy} onClick={() => cancel(row.id)}>
              {say.cancel}
            </Button>
          )
        return null
      },
    },
  ]
}

function State({ row }: { row: ArchiveShape }) {
  const say = useWords(words)
  const { status, progress, expiresAt } = row
  return (
    <>
      <StateTag tone={TONES[status]}>{say.states[status]}</StateTag>
      {status === 'running' && progress ? (
        <div className="sj-meta">{say.progress(words.stages[progress.stage], progress.done, progress.of)}</div>
      ) : null}
      {status === 'done' ? (
        <div className="sj-meta">
          {sizeText(row.sizeBytes ?? 0)} · {say.taken(row.taken)}
          <br />
          <RunningText>{say.until(localTime(expiresAt!))}</RunningText>
        </div>
      ) : null}
      {status === 'swept' ? (
        <div className="sj-meta">
          <RunningText>{say.sweptOn(localTime(expiresAt!))}</RunningText>
        </div>
      ) : null}
    </>
  )
}

function Hashes({ row: { sha256, manifestSha256 } }: { row: ArchiveShape }) {
  const say = useWords(words)
  if (!sha256) return <>—</>
  return (
    <dl className="archive-hashes">
      <dt>{say.file}</dt>
      <dd>{sha256}</dd>
      <dt>{say.manifest}</dt>
      <dd>{manifestSha256}</dd>
    </dl>
  )
}
