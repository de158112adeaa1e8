import { type Column, DenseTable, SentenceText, StateTag, useWords } from '../../../platform/ui/public.ts'
import type { SheetMark } from './contract.ts'
import { words } from './words.ts'

/** Every problem of an uploaded sheet, in its order; doubts in amber. */
export function SheetMarks({ marks }: { marks: readonly SheetMark[] }) {
  const say = useWords(words)
  const columns: Column<SheetMark>[] = [
    {
      key: 'where',
      title: say.where,
      width: 160,
      show: (mark) => (
        <>
          <b>{mark.seq === null ? say.wholeFile : say.row(mark.seq)}</b>{' '}
          <span className="sj-meta">{say.sheetRow(mark.sheetRow)}</span>
        </>
      ),
    },
    { key: 'cell', title: say.cell, width: 72, show: (mark) => mark.cell ?? '' },
    { key: 'name', title: say.person, width: 80, show: (mark) => mark.maskedName },
    {
      key: 'kind',
      title: say.kind,
      width: 70,
      show: (mark) => (
        <StateTag tone={mark.kind === 'error' ? 'refused' : 'attention'}>
          {mark.kind === 'error' ? say.error : say.doubt}
        </StateTag>
      ),
    },
    { key: 'problem', title: say.problem, wraps: true, show: (mark) => <SentenceText sentence={mark.sentence} /> },
  ]
  return (
    <DenseTable
      label={say.marks}
      columns={columns}
      rows={marks}
      rowKey={(mark) => `${mark.sheetRow} ${mark.cell} ${mark.sentence.en}`}
      empty={{ sentence: '' }}
    />
  )
}
