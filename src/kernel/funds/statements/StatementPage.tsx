import { Button, Select } from 'antd'
import { addressOf } from '../../../platform/contract/client.ts'
import {
  FilterChips,
  GoLink,
  PageFrame,
  ProblemAlert,
  ScrollBox,
  SentenceText,
  useCall,
  useDistrict,
  useFilters,
  useLocale,
  useViewer,
  useWords,
  Waiting,
  yuanText,
} from '../../../platform/ui/public.ts'
import { SealPanel } from '../../record/sealing/SealPanel.tsx'
import { listFunds } from '../budget/contract.ts'
import { monthAfter, monthBefore } from '../budget/months/rules.ts'
import { getStatement, type Statement, statementCsv, statementWorkbook } from './contract.ts'
import './statements.css'
import { words } from './words.ts'

type AccountMonth = Statement['totals'][number]

/** One figure: what stands at the end, and under it what moved in the month; it opens the transfers of the month. */
function Figure({ of, lineId, month }: { of: AccountMonth; lineId: string | null; month: string }) {
  const say = useWords(words)
  const moved = of.inFen !== '0' || of.outFen !== '0'
  const standing = <span className="sj-num">{yuanText(of.standingFen)}</span>
  return (
    <td className="statement-number">
      {lineId === null ? (
        standing
      ) : (
        <GoLink to={`/budget/${lineId}`} query={{ account: of.account, month }}>
          {standing}
        </GoLink>
      )}
      {moved ? <small className="sj-meta sj-num">{say.movement(yuanText(of.outFen), yuanText(of.inFen))}</small> : null}
    </td>
  )
}

function StatementTable({ statement }: { statement: Statement }) {
  const say = useWords(words)
  return (
    <ScrollBox className="statement-wide" label={say.title}>
      <table className="statement">
        <caption>
          {say.ofMonth(statement.month)} <small className="sj-meta">{say.unit}</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say.line}</th>
            {statement.totals.map(({ account }) => (
              <th scope="col" key={account} className="statement-number">
                {say.accounts[account]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statement.lines.map((line) => (
            <tr key={line.lineId}>
              <th scope="row">
                <GoLink to={`/budget/${line.lineId}`}>{line.name}</GoLink>
                <small className="sj-meta">
                  <SentenceText sentence={line.fundName} /> · {line.year} · {line.document}
                </small>
              </th>
              {line.accounts.map((each) => (
                <Figure key={each.account} of={each} lineId={line.lineId} month={statement.month} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            {statement.totals.map((each) => (
              <Figure key={each.account} of={each} lineId={null} month={statement.month} />
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  )
}

/** What happened to each line's money in a month, and where does it stand at its end? */
export default function StatementPage() {
  const say = useWords(words)
  const locale = useLocale()
  const district = useDistrict()
  const { businessDate } = useViewer()
  const { filters, set } = useFilters({ month: businessDate.slice(0, 7), fund: '' })
  const query = { month: filters.month, ...(filters.fund ? { fund: filters.fund } : {}) }
  const { data, problem, retry } = useCall(getStatement, { query })
  const funds = useCall(listFunds)
  const fundName = funds.data?.funds.find(({ code }) => code === filters.fund)?.name[locale]
  const chips = [
    { key: 'earlier', label: `◂ ${say.earlier}`, on: false, toggle: () => set({ month: monthBefore(filters.month) }) },
    { key: 'month', label: filters.month, on: true, toggle: () => set({ month: businessDate.slice(0, 7) }) },
    { key: 'later', label: `${say.later} ▸`, on: false, toggle: () => set({ month: monthAfter(filters.month) }) },
  ]
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      filters={<FilterChips chips={chips} />}
      actions={
        <>
          <a className="sj-button" href={addressOf(district, statementWorkbook, { query })} download>
            {say.workbook}
          </a>
          <a className="sj-button" href={addressOf(district, statementCsv, { query })} download>
            {say.csv}
          </a>
          <Button type="primary" onClick={() => window.print()}>
            {say.print}
          </Button>
        </>
      }
    >
      <p className="statement-fund">
        <Select<string>
          aria-label={say.fund}
          allowClear
          placeholder={say.allFunds}
          style={{ width: 280, maxWidth: '100%' }}
          value={fundName ? filters.fund : null}
          options={(funds.data?.funds ?? []).map(({ code, name }) => ({ value: code, label: name[locale] }))}
          onChange={(fund: string | undefined) => set({ fund: fund ?? '' })}
        />
      </p>
      <ProblemAlert problem={problem} onRetry={retry} />
      {!data && !problem ? <Waiting rows={8} /> : null}
      {data?.lines.length === 0 ? <p className="sj-empty">{say.none}</p> : null}
      {data && data.lines.length > 0 ? <StatementTable statement={data} /> : null}
      {data ? (
        <p>
          <GoLink to="/redecisions" query={{ cause: 'manual', state: 'confirmed', month: data.month }}>
            {say.manual(data.manual.decisions, yuanText(data.manual.amountFen))}
          </GoLink>
        </p>
      ) : null}
      <SealPanel />
    </PageFrame>
  )
}
