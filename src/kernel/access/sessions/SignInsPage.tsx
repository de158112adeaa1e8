import {
  type Column,
  DenseTable,
  GoLink,
  localTime,
  PageFrame,
  SentenceText,
  StateTag,
  useCall,
  useLocale,
  useWords,
} from '../../../platform/ui/public.ts'
import { type AccountSignIns, listSignIns } from './contract.ts'
import './sessions.css'
import { words } from './words.ts'

/** Is somebody guessing, and where is everybody signed in? */
export default function SignInsPage() {
  const say = useWords(words)
  const locale = useLocale()
  const reading = useCall(listSignIns)
  const refused = reading.data?.refused
  const columns: Column<AccountSignIns>[] = [
    {
      key: 'account',
      title: say.account,
      width: 130,
      pinned: true,
      show: (row) => <GoLink to={`/sign-ins/${row.accountId}`}>{row.accountName}</GoLink>,
    },
    { key: 'person', title: say.person, width: 80, show: (row) => row.personName },
    {
      key: 'post',
      title: say.post,
      width: 200,
      show: (row) => row.organisation ?? <SentenceText sentence={row.post} />,
    },
    {
      key: 'open',
      title: say.open,
      kind: 'number',
      width: 80,
      show: (row) => (row.openSessions > 0 ? words.places(row.openSessions)[locale] : '—'),
    },
    {
      key: 'factor',
      title: say.secondFactor,
      width: 100,
      show: (row) => (row.hasSecondFactor ? <StateTag tone="good">{say.set}</StateTag> : '—'),
    },
    {
      key: 'wrong',
      title: say.wrong,
      width: 220,
      show: (row) =>
        row.wrongTries ? `${words.times(row.wrongTries.count)[locale]} · ${localTime(row.wrongTries.lastAt)}` : '—',
    },
    {
      key: 'state',
      title: say.state,
      show: (row) => (row.isShut ? <StateTag tone="attention">{say.shut}</StateTag> : ''),
    },
  ]
  return (
    <PageFrame title={say.all} meta={say.allHint}>
      {refused ? (
        <dl className="sign-ins-refused">
          {(['password', 'code', 'reveal', 'export'] as const).map((kind) => (
            <div key={kind}>
              <dt>{words.refused[kind][locale]}</dt>
              <dd>{words.times(refused[kind])[locale]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <DenseTable
        label={say.all}
        columns={columns}
        rows={reading.data?.accounts}
        rowKey={(row) => row.accountId}
        empty={{ sentence: say.noAccounts }}
        problem={reading.problem}
        onRetry={reading.retry}
        refreshing={reading.refreshing}
      />
    </PageFrame>
  )
}
