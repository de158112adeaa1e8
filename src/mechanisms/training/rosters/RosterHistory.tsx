import { DenseTable, StateTag, useListing, useWords, listed } from '../../../platform/ui/public.ts'
import { useUploadColumns } from '../sheets/upload-columns.tsx'
import { type RosterImportShown, rosterImports } from './contract.ts'
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
  const columns = useUploadColumns<RosterImportShown>({
    result: (upload) => <Outcome upload={upload} />,
    hasMarked: (upload) => upload.markedFileId !== null,
    onMarked,
    markedIsRecorded: say.markedIsRecorded,
  })
  return (
    <DenseTable
      {...listed(list)}
      label={say.history}
      columns={columns}
      rowKey={(upload) => upload.importId}
      empty={{ sentence: say.noHistory }}
    />
  )
}
