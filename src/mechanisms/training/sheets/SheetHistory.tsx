import { Button } from 'antd'
import { type Column, DenseTable, type Listing, SentenceText, StateTag, useWords } from '../../../platform/ui/public.ts'
import { localTime } from '../rosters/times.ts'
import type { SheetUploadShown } from './contract.ts'
import { words } from './words.ts'

function Outcome({ upload }: { upload: SheetUploadShown }) {
  const say = useWords(words)
  if (upload.version === null) return <StateTag tone="refused">{say.refusedTag}</StateTag>
  if (upload.current) return <StateTag tone="good">{say.current(upload.version)}</StateTag>
  return <StateTag>{say.replaced(upload.version)}</StateTag>
}

type SheetHistoryProps = {
  list: Listing<SheetUploadShown>
  /** What an empty history says. */
  empty: string
  /** Marks are dated by their certificates; attendance is not. */
  dated?: boolean
  /** Downloads the sheet with its problems marked. */
  onMarked: (upload: { uploadId: string; fileName: string }) => void
}

/** Every upload of a kind of sheet, newest first: what counts now, what it replaced, and what was refused. */
export function SheetHistory({ list, empty, dated = false, onMarked }: SheetHistoryProps) {
  const say = useWords(words)
  const date: Column<SheetUploadShown> = {
    key: 'issuedOn',
    title: say.issuedOn,
    width: 104,
    show: (upload) => <span className="sj-num">{upload.issuedOn}</span>,
  }
  const columns: Column<SheetUploadShown>[] = [
    {
      key: 'when',
      title: say.when,
      width: 156,
      show: (upload) => <span className="sj-num">{localTime(upload.by.at)}</span>,
    },
    { key: 'by', title: say.by, width: 90, show: (upload) => <SentenceText sentence={upload.by.post} /> },
    { key: 'result', title: say.result, width: 150, show: (upload) => <Outcome upload={upload} /> },
    ...(dated ? [date] : []),
    { key: 'people', title: say.people, width: 60, kind: 'number', show: (upload) => upload.rowCount },
    { key: 'errors', title: say.errors, width: 60, kind: 'number', show: (upload) => upload.errors },
    { key: 'doubts', title: say.doubts, width: 60, kind: 'number', show: (upload) => upload.doubts },
    { key: 'file', title: say.file, show: (upload) => upload.fileName },
    {
      key: 'marked',
      title: '',
      width: 190,
      show: (upload) =>
        upload.hasMarkedWorkbook ? (
          <Button type="link" size="small" title={say.markedIsRecorded} onClick={() => onMarked(upload)}>
            {say.downloadMarked}
          </Button>
        ) : null,
    },
  ]
  return (
    <DenseTable
      label={say.history}
      columns={columns}
      rows={list.rows}
      rowKey={(upload) => upload.uploadId}
      empty={{ sentence: empty }}
      problem={list.problem}
      onRetry={list.retry}
      more={list.more}
      refreshing={list.refreshing}
    />
  )
}
