import { Button } from 'antd'
import { type Column, DenseTable, SentenceText, StateTag, useListing, useWords } from '../../../platform/ui/public.ts'
import { type RosterImportShown, rosterImports } from './contract.ts'
import { localTime } from './times.ts'
import { words } from './page-words.ts'

function Outcome({ upload }: { upload: RosterImportShown }) {
  const say = useWords(words)
  if (upload.outcome === 'refused') return <StateTag tone="refused">{say.refusedTag}</StateTag>
  return upload.current ? <StateTag tone="good">{say.current}</StateTag> : <StateTag>{say.replaced}</StateTag>
}

/** Every upload for a class, newest first. `onMarked` downloads the sheet with its problems marked. */
export function RosterHistory({
  classId,
  onMarked,
}: {
  classId: string
  onMarked: (upload: { importId: string; fileName: string }) => void
}) {
  const say = useWords(words)
  const list = useListing(rosterImports, { params: { classId } })
  const columns: Column<RosterImportShown>[] = [
    {
      key: 'when',
      title: say.when,
      width: 160,
      show: (upload) => <span className="sj-num">{localTime(upload.by.at)}</span>,
    },
    { key: 'by', title: say.by, width: 100, show: (upload) => <SentenceText sentence={upload.by.post} /> },
    { key: 'result', title: say.result, width: 150, show: (upload) => <Outcome upload={upload} /> },
    { key: 'people', title: say.people, width: 60, kind: 'number', show: (upload) => upload.rowCount },
    { key: 'errors', title: say.errors, width: 60, kind: 'number', show: (upload) => upload.errors },
    { key: 'doubts', title: say.doubts, width: 60, kind: 'number', show: (upload) => upload.doubts },
    { key: 'file', title: say.file, show: (upload) => upload.fileName },
    {
      key: 'marked',
      title: '',
      width: 180,
      show: (upload) =>
        upload.markedFileId === null ? null : (
          <Button type="link" size="small" title={say.markedIsRecorded} onClick={() => onMarked(upload)}>
            {say.downloadMarked}
          </Button>
        ),
    },
  ]
  return (
    <DenseTable
      label={say.history}
      columns={columns}
      rows={list.rows}
      rowKey={(upload) => upload.importId}
      empty={{ sentence: say.noHistory }}
      problem={list.problem}
      onRetry={list.retry}
      more={list.more}
      refreshing={list.refreshing}
    />
  )
}
