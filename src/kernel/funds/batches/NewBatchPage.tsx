import { Button } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  type AnswerOf,
  Callout,
  CivilDate,
  type Column,
  ConfirmMoney,
  DenseTable,
  GoLink,
  PageFrame,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useGo,
  useLocale,
  useTell,
  useViewer,
  useWords,
  Waiting,
  Yuan,
  yuanText,
} from '../../../platform/ui/public.ts'
import { checkPayments, listPayableClaims, makeBatch, type PayableLine } from './contract.ts'
import './batches.css'
import { words } from './words.ts'

type PayableClaim = PayableLine['claims'][number]
type Returned = PayableLine['returned'][number]
type Released = PayableLine['released'][number]
type Chosen = {
  readonly lineId: string
  readonly claimIds: readonly string[]
  readonly returnedIds: readonly string[]
  readonly releasedIds: readonly string[]
}

const NOTHING: Chosen = { lineId: '', claimIds: [], returnedIds: [], releasedIds: [] }

function useColumns(): Column<PayableClaim>[] {
  const say = useWords(words)
  return [
    {
      key: 'number',
      title: say.claimNumber,
      width: 140,
      show: (claim) => <GoLink to={`/claims/${claim.id}`}>{claim.number}</GoLink>,
    },
    { key: 'title', title: say.class, show: (claim) => claim.title },
    { key: 'organisation', title: say.organisation, width: 190, show: (claim) => claim.organisationName },
    { key: 'people', title: say.people, width: 70, kind: 'number', show: (claim) => claim.headCount },
    { key: 'amount', title: say.amount, width: 120, kind: 'number', show: (claim) => <Yuan fen={claim.amountFen} /> },
    { key: 'approved', title: say.approvedOn, width: 110, show: (claim) => <CivilDate date={claim.approvedOn} /> },
    {
      key: 'own',
      title: say.note,
      width: 200,
      wraps: true,
      show: (claim) => (claim.mayNot ? <SentenceText sentence={claim.mayNot} /> : ''),
    },
  ]
}

type LineProps = {
  line: PayableLine
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
  onMake: () => void
}

/** The claims of one budget line; whoever chooses in another line starts anew, because a batch has one line. */
function Line({ line, chosen, onChoose, onMake }: LineProps) {
  const say = useWords(words)
  const locale = useLocale()
  const columns = useColumns()
  const mine = chosen.lineId === line.lineId ? chosen : NOTHING
  const keys = mine.claimIds
  const picked = line.claims.filter((claim) => keys.includes(claim.id))
  const open = (ids: readonly string[]) =>
    ids.filter((id) => line.claims.find((claim) => claim.id === id)?.mayNot === null)
  return (
    <>
      <h2>
        {line.fundName[locale]} · {line.lineName} · {line.year}{' '}
        <small className="sj-meta">{say.waitingOn(line.claimCount, line.headCount, yuanText(line.amountFen))}</small>
      </h2>
      <DenseTable
        label={`${line.lineName} ${line.year}`}
        columns={columns}
        rows={line.claims}
        rowKey={(claim) => claim.id}
        empty={{ sentence: say.nothingPayable }}
        selection={{
          keys,
          onChange: (ids) => onChoose({ ...mine, lineId: line.lineId, claimIds: open(ids) }),
          actions: (
            <>
              <b className="sj-num">
                {say.waitingOn(picked.length, sumOf(picked).people, yuanText(sumOf(picked).fen))}
              </b>
              <Button type="primary" size="small" onClick={onMake}>
                {say.make}
              </Button>
            </>
          ),
        }}
      />
      <Again line={line} mine={mine} onChoose={onChoose} onMake={onMake} />
    </>
  )
}

type ChosenKind = 'returnedIds' | 'releasedIds'
type AgainProps<Row> = {
  line: PayableLine
  mine: Chosen
  rows: readonly Row[]
  kind: ChosenKind
  title: string
  chosen: (count: number) => string
  columns: readonly Column<Row>[]
  onChoose: (chosen: Chosen) => void
  onMake: () => void
}

/** Single lines of claims that are in a batch already, to be paid now. */
function AgainTable<Row extends Returned | Released>(props: AgainProps<Row>) {
  const { line, mine, rows, kind, title, chosen, columns, onChoose, onMake } = props
  const say = useWords(words)
  if (rows.length === 0) return null
  const open = (ids: readonly string[]) => ids.filter((id) => rows.find((each) => each.id === id)?.mayNot === null)
  const note: Column<Row> = {
    key: 'own',
    title: say.note,
    width: 200,
    show: (each) => (each.mayNot ? <SentenceText sentence={each.mayNot} /> : ''),
  }
  return (
    <>
      <h3>{title}</h3>
      <DenseTable
        label={`${title} ${line.lineName}`}
        columns={[...columns, note]}
        rows={rows}
        rowKey={(each) => each.id}
        empty={{ sentence: say.nothingPayable }}
        selection={{
          keys: mine[kind],
          onChange: (ids) => onChoose({ ...mine, lineId: line.lineId, [kind]: open(ids) }),
          actions: (
            <>
              <b className="sj-num">{chosen(mine[kind].length)}</b>
              <Button type="primary" size="small" onClick={onMake}>
                {say.make}
              </Button>
            </>
          ),
        }}
      />
    </>
  )
}

/** What the bank gave back and can be paid again, with both accounts, and who was held by an objection and is cleared. */
function Again({ line, mine, onChoose, onMake }: Omit<LineProps, 'chosen'> & { mine: Chosen }) {
  const say = useWords(words)
  const shared = { line, mine, onChoose, onMake }
  const amount = {
    key: 'amount',
    title: say.amount,
    width: 120,
    kind: 'number' as const,
    show: (each: Returned | Released) => <Yuan fen={each.amountFen} />,
  }
  const payee = { key: 'payee', title: say.payee, width: 90, show: (each: Returned | Released) => each.name }
  return (
    <>
      <AgainTable<Returned>
        {...shared}
        rows={line.returned}
        kind="returnedIds"
        title={say.returnedReady}
        chosen={say.chosenReturned}
        columns={[
          {
            key: 'reference',
            title: say.reference,
            width: 170,
            show: (each) => <GoLink to={`/payees/${each.claimLineId}`}>{each.reference}</GoLink>,
          },
          { key: 'claim', title: say.claimNumber, width: 150, show: (each) => each.claimNumber },
          payee,
          {
            key: 'account',
            title: say.account,
            show: ({ former, present }) => (
              <>
                {say.accountTail(present.bankName, present.tail)}
                <small className="sj-meta batch-former">
                  {say.formerAccount}:{say.accountTail(former.bankName, former.tail)}
                </small>
              </>
            ),
          },
          amount,
        ]}
      />
      <AgainTable<Released>
        {...shared}
        rows={line.released}
        kind="releasedIds"
        title={say.releasedReady}
        chosen={say.chosenReleased}
        columns={[
          {
            key: 'claim',
            title: say.claimNumber,
            width: 150,
            show: (each) => <GoLink to={`/claims/${each.claimId}`}>{each.claimNumber}</GoLink>,
          },
          payee,
          {
            key: 'account',
            title: say.account,
            show: ({ account }) => say.accountTail(account.bankName, account.tail),
          },
          amount,
        ]}
      />
    </>
  )
}

function sumOf(claims: readonly PayableClaim[]): { people: number; fen: string } {
  const people = claims.reduce((sum, claim) => sum + claim.headCount, 0)
  const fen = claims.reduce((sum, claim) => sum + BigInt(claim.amountFen), 0n)
  return { people, fen: String(fen) }
}

/** Everybody who may not be paid now, claim by claim, and what to do. */
function RefusedBeforePayment({ refused }: { refused: AnswerOf<typeof checkPayments>['refused'] }) {
  const say = useWords(words)
  const { may } = useViewer()
  const numbers = [...new Set(refused.map((each) => each.claimNumber))]
  return (
    <Callout
      tone="refused"
      title={say.refusedBefore(numbers.length, refused.length)}
      evidence={
        may('certificate.read')
          ? [
              <GoLink key="look-ups" to="/certificates/look-ups">
                {say.lookUps}
              </GoLink>,
            ]
          : []
      }
    >
      {numbers.map((number) => (
        <details key={number} open>
          <summary>{number}</summary>
          <ul className="batch-refused">
            {refused
              .filter((each) => each.claimNumber === number)
              .map(({ sentence }) => (
                <li key={sentence.en}>
                  <SentenceText sentence={sentence} />
                </li>
              ))}
          </ul>
        </details>
      ))}
    </Callout>
  )
}

/** Which approved claims shall be paid together? */
export default function NewBatchPage() {
  const say = useWords(words)
  const locale = useLocale()
  const go = useGo()
  const tell = useTell()
  const payable = useCall(listPayableClaims)
  const making = useAct(makeBatch)
  const [chosen, setChosen] = useState<Chosen>(NOTHING)
  const [asking, setAsking] = useState(false)
  const checking = useAct(checkPayments)
  const [checked, setChecked] = useState<AnswerOf<typeof checkPayments> | null>(null)
  const line = payable.data?.lines.find((each) => each.lineId === chosen.lineId)
  const picked = line?.claims.filter((claim) => chosen.claimIds.includes(claim.id)) ?? []
  const again = line?.returned.filter((each) => chosen.returnedIds.includes(each.id)) ?? []
  const cleared = line?.released.filter((each) => chosen.releasedIds.includes(each.id)) ?? []
  const people = sumOf(picked).people + again.length + cleared.length
  const fen = String(
    [...again, ...cleared].reduce((sum, each) => sum + BigInt(each.amountFen), BigInt(sumOf(picked).fen)),
  )
  const body = {
    claimIds: [...chosen.claimIds],
    returnedIds: [...chosen.returnedIds],
    releasedIds: [...chosen.releasedIds],
  }

  function choose(next: Chosen) {
    setChosen(next)
    setChecked(null)
    checking.forget()
  }

  /** The checks are asked before anybody confirms: what refuses is read while it can still be mended. */
  async function ask() {
    const done = await checking.act({ body })
    if (done.ok) setChecked(done.answer)
    setAsking(done.ok && done.answer.refused.length === 0)
  }

  async function make() {
    const done = await making.act({ body })
    if (!done.ok) return
    setAsking(false)
    tell(words.made(done.answer.number)[locale])
    go(`/batches/${done.answer.id}`)
  }

  return (
    <PageFrame title={say.newBatch} meta={say.newBatchMeta} crumbs={[{ label: say.title, to: '/batches' }]}>
      <ProblemAlert problem={payable.problem} onRetry={payable.retry} />
      {payable.loading ? <Waiting rows={8} /> : null}
      {payable.data?.lines.length === 0 ? <p className="sj-empty">{say.nothingPayable}</p> : null}
      <ProblemAlert problem={checking.problem} takesFocus />
      {checked && checked.refused.length > 0 ? <RefusedBeforePayment refused={checked.refused} /> : null}
      {payable.data?.more ? <p className="sj-meta">{say.moreClaims}</p> : null}
      {payable.data?.lines.map((each) => (
        <Line key={each.lineId} line={each} chosen={chosen} onChoose={choose} onMake={() => void ask()} />
      ))}
      {payable.data && payable.data.lines.length > 0 && people === 0 ? (
        <ActionBar note={say.chooseFirst}>
          <Button type="primary" disabled>
            {say.make}
          </Button>
        </ActionBar>
      ) : null}
      <ConfirmMoney
        open={asking}
        title={say.make}
        count={people}
        fen={fen}
        busy={making.busy}
        problem={making.problem}
        onConfirm={() => void make()}
        onCancel={() => {
          setAsking(false)
          making.forget()
        }}
      >
        <p>
          {line ? say.fromLine(`${line.fundName[locale]} · ${line.lineName} · ${line.year}`) : null}
          <br />
          {[
            ...picked.map((claim) => claim.number),
            ...again.map((each) => each.reference),
            ...cleared.map((each) => `${each.claimNumber} ${each.name}`),
          ].join('、')}
        </p>
        {checked && checked.asked > 0 ? <p>{say.checkedBefore(checked.passed, checked.asked)}</p> : null}
      </ConfirmMoney>
    </PageFrame>
  )
}
