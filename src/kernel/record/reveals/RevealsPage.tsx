import {
  type Column,
  DenseTable,
  GoLink,
  listed,
  localTime,
  PageFrame,
  StateTag,
  useCall,
  useListing,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import {
  type AlertShape,
  listReveals,
  revealAlerts,
  type RevealerShape,
  type RevealShape,
  revealSigns,
} from './contract.ts'
import { words } from './words.ts'

/** Who saw personal data in clear, why, and does anything look odd? */
export default function RevealsPage() {
  const say = useWords(words)
  const alerts = useCall(revealAlerts)
  const signs = useCall(revealSigns)
  const listing = useListing(listReveals, {})
  const peopleColumns = usePeopleColumns()
  const actColumns = useActColumns()
  const alertColumns = useAlertColumns()
  const of = alerts.data?.terms
  const terms = signs.data?.terms
  return (
    <PageFrame title={say.title} meta={say.meta}>
      <h2>{say.alerts}</h2>
      {of ? <p className="sj-meta">{say.alertTerms(of.days, of.sameTown, of.sameVillage, of.withoutMatter)}</p> : null}
      <DenseTable
        label={say.alerts}
        columns={alertColumns}
        rows={alerts.data?.alerts}
        rowKey={(row) => `${row.accountId} ${row.says.en}`}
        empty={{ sentence: say.noAlerts }}
        problem={alerts.problem}
        onRetry={alerts.retry}
      />
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

function useAlertColumns(): Column<AlertShape>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    { key: 'who', title: say.who, width: 220, pinned: true, show: (row) => `${row.by.name} ${row.by.post[locale]}` },
    {
      key: 'says',
      title: say.what,
      wraps: true,
      show: (row) => (
        <>
          {row.says[locale]} <StateTag tone="attention">{say.worthALook}</StateTag>
        </>
      ),
    },
    { key: 'at', title: say.at, width: 160, show: (row) => localTime(row.lastAt) },
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
    {
      key: 'about',
      title: say.about,
      width: 230,
      wraps: true,
      show: ({ about, marks }) => (
        <>
          {about?.place ? (
            <GoLink to={`/trail/${about.place.kind}/${about.place.id}`}>{about.kind[locale]}</GoLink>
          ) : (
            about?.kind[locale]
          )}{' '}
          {marks.map((mark) => (
            <StateTag key={mark.en} tone="attention">
              {mark[locale]}
            </StateTag>
          ))}
        </>
      ),
    },
    { key: 'why', title: say.why, wraps: true, show: (row) => row.reason ?? say.noReason },
    {
      key: 'outside',
      title: say.outside,
      width: 170,
      show: (row) => (row.isOutsideHours ? <StateTag tone="attention">{say.hourMark}</StateTag> : ''),
    },
  ]
}
