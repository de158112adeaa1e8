import { type Column, DenseTable, type Listing, StateTag, useWords, listed } from '../../../platform/ui/public.ts'
import type { SheetUploadShown } from './contract.ts'
import { useUploadColumns } from './upload-columns.tsx'
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
  const columns = useUploadColumns<SheetUploadShown>({
    result: (upload) => <Outcome upload={upload} />,
    own: dated ? [date] : [],
    hasMarked: (upload) => upload.hasMarkedWorkbook,
    onMarked,
    markedIsRecorded: say.markedIsRecorded,
  })
  return (
    <DenseTable
      {...listed(list)}
      label={say.history}
      columns={columns}
      rowKey={(upload) => upload.uploadId}
      empty={{ sentence: empty }}
    />
  )
}
