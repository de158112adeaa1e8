import { type Column, useWords, Yuan } from '../../../platform/ui/public.ts'
import type { NoticePreview } from './contract.ts'
import { words } from './words.ts'

type Row = NoticePreview['rows'][number]

/** One person of a list as the public reads them. */
export function useRowColumns(): Column<Row>[] {
  const say = useWords(words)
  return [
    { key: 'position', title: say.position, width: 60, kind: 'number', show: (row) => row.position },
    { key: 'name', title: say.name, width: 120, show: (row) => row.maskedName },
    {
      key: 'identity',
      title: say.identity,
      width: 190,
      show: (row) => <span className="sj-num">{row.maskedIdentity}</span>,
    },
    { key: 'amount', title: say.amount, width: 120, kind: 'number', show: (row) => <Yuan fen={row.amountFen} /> },
  ]
}
