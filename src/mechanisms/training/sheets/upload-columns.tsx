import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Sentence } from '../../../platform/contract/public.ts'
import { type Column, Instant, SentenceText, useWords } from '../../../platform/ui/public.ts'
import { uploadWords } from './upload-words.ts'

type Upload = {
  fileName: string
  rowCount: number
  errors: number
  doubts: number
  by: { post: Sentence; at: string }
}

type UploadColumns<Row> = {
  /** Whether it counts, was replaced or was refused. */
  result: (upload: Row) => ReactNode
  /** Columns of this kind of upload alone, after its result. */
  own?: readonly Column<Row>[]
  hasMarked: (upload: Row) => boolean
  /** Downloads the sheet with its problems marked; doing so is recorded, as this says. */
  onMarked: (upload: Row) => void
  markedIsRecorded: string
}

/** The columns of a history of uploads: when, by which post, what came of it, how many, the file. */
export function useUploadColumns<Row extends Upload>(given: UploadColumns<Row>): Column<Row>[] {
  const { result, own = [], hasMarked, onMarked, markedIsRecorded } = given
  const say = useWords(uploadWords)
  return [
    {
      key: 'when',
      title: say.when,
      width: 156,
      show: (upload) => <Instant at={upload.by.at} />,
    },
    { key: 'by', title: say.by, width: 140, show: (upload) => <SentenceText sentence={upload.by.post} /> },
    { key: 'result', title: say.result, width: 180, show: result },
    ...own,
    { key: 'people', title: say.people, width: 60, kind: 'number', show: (upload) => upload.rowCount },
    { key: 'errors', title: say.errors, width: 60, kind: 'number', show: (upload) => upload.errors },
    { key: 'doubts', title: say.doubts, width: 60, kind: 'number', show: (upload) => upload.doubts },
    { key: 'file', title: say.file, show: (upload) => upload.fileName },
    {
      key: 'marked',
      title: '',
      width: 190,
      show: (upload) =>
        hasMarked(upload) ? (
          <Button type="link" size="small" title={markedIsRecorded} onClick={() => onMarked(upload)}>
            {say.downloadMarked}
          </Button>
        ) : null,
    },
  ]
}
