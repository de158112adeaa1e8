import {
  type Column,
  DenseTable,
  listed,
  localTime,
  PageFrame,
  StateTag,
  useCall,
  useListing,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { listReveals, type RevealerShape, type RevealShape, revealSigns } from './contract.ts'
import { words } from './words.ts'

/** Who saw personal data in clear, why, and does anything look odd? */
export default function RevealsPage() {
  const say = useWords(words)
  const signs = useCall(revealSigns)
  const listing = useListing(listReveals, {})
  const peopleColumns = usePeopleColumns()
  const actColumns = useActColumns()
  const terms = signs.data?.terms
  return (
    <PageFrame title={say.title} meta={say.meta}>
      <h2>{say.people}</h2>
      {terms ? <p className="sj-meta">{say.signs(`${terms.from}–${terms.to}`, terms.manyADay)}</p> : null}
      <DenseTable
        label={say.people}
        columns={peopleColumns}
        rows={signs.data?.people}
        rowKey={(row) => row.accountId}
        empty={{ sentence: say.none }}
        problem={signs.problem}
        onRetry={signs.retry}
      />
      <h2>{say.acts}</h2>
      <DenseTable
        {...listed(listing)}
        label={say.acts}
        columns={actColumns}
        rowKey={(row) => row.id}
        empty={{ sentence: say.noneYet }}
      />
    </PageFrame>
  )
}

function usePeopleColumns(): Column<RevealerShape>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    {
      key: 'who',
      title: say.who,
      pinned: true,
      show: (row) => (
        <>
          {row.by.name} {row.by.post[locale]}{' '}
          {row.isWorthALook ? <StateTag tone="attention">{say.worthALook}</StateTag> : null}
        </>
      ),
    },
    { key: 'total', title: say.total, width: 110, kind: 'number', show: (row) => row.total },
    { key: 'most', title: say.mostInADay, width: 130, kind: 'number', show: (row) => row.mostInADay },
    { key: 'outside', title: say.outside, width: 170, kind: 'number', show: (row) => row.outsideHours },
  ]
}

function useActColumns(): Column<RevealShape>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    { key: 'at', title: say.at, width: 160, pinned: true, show: (row) => localTime(row.at) },
    {
      key: 'who',
      title: say.who,
      width: 220,
      show: (row) => `${row.by.name} ${row.by.post[locale]}`,
    },
    { key: 'what', title: say.what, width: 230, show: (row) => row.what[locale] },
    { key: 'why', title: say.why, wraps: true, show: (row) => row.reason ?? say.noReason },
    {
      key: 'outside',
      title: say.outside,
      width: 170,
      show: (row) => (row.isOutsideHours ? <StateTag tone="attention">{say.hourMark}</StateTag> : ''),
    },
  ]
}
