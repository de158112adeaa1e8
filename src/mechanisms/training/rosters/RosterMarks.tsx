import { type Column, DenseTable, SentenceText, StateTag, useWords } from '../../../platform/ui/public.ts'
import { COLUMN_TITLES } from './columns.ts'
import type { RosterMark } from './contract.ts'
import { words } from './page-words.ts'

/** Every problem of an uploaded sheet, row by row; doubts in amber. */
export function RosterMarks({ marks }: { marks: readonly RosterMark[] }) {
  const say = useWords(words)
  const columns: Column<RosterMark>[] = [
    {
      key: 'kind',
      title: say.kind,
      width: 64,
      show: (mark) => (
        <StateTag tone={mark.kind === 'error' ? 'refused' : 'attention'}>
          {mark.kind === 'error' ? say.error : say.doubt}
        </StateTag>
      ),
    },
    {
      key: 'row',
      title: say.place,
      width: 84,
      show: (mark) => <b>{mark.seq === null ? say.wholeFile : say.row(mark.seq)}</b>,
    },
    { key: 'problem', title: say.problem, wraps: true, show: (mark) => <SentenceText sentence={mark.sentence} /> },
    { key: 'name', title: say.name, width: 90, show: (mark) => mark.maskedName },
    {
      key: 'column',
      title: say.column,
      width: 130,
      show: (mark) => (mark.column === null ? '' : <SentenceText sentence={COLUMN_TITLES[mark.column]} />),
    },
    { key: 'sheetRow', title: say.sheetRow, width: 84, kind: 'number', show: (mark) => mark.sheetRow },
  ]
  return (
    <DenseTable
      label={say.marks}
      columns={columns}
      rows={marks}
      rowKey={(mark) => `${mark.sheetRow} ${mark.column} ${mark.sentence.en}`}
      empty={{ sentence: '' }}
    />
  )
}
