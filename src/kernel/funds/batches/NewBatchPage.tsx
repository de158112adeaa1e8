import { Button } from 'antd'
import { useState } from 'react'
import {
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
  useWords,
  Waiting,
  Yuan,
  yuanText,
} from '../../../platform/ui/public.ts'
import { listPayableClaims, makeBatch, type PayableLine } from './contract.ts'
import { words } from './words.ts'

type PayableClaim = PayableLine['claims'][number]
type Chosen = { readonly lineId: string; readonly claimIds: readonly string[] }

const NOTHING: Chosen = { lineId: '', claimIds: [] }

function useColumns(): Column<PayableClaim>[] {
  const say = useWords(words)
  return [
    {
      key: 'number',
      title: say.claimNumber,
      width: 130,
      show: (claim) => <GoLink to={`/claims/${claim.id}`}>{claim.number}</GoLink>,
    },
    { key: 'title', title: say.class, show: (claim) => claim.title },
    { key: 'organisation', title: say.organisation, width: 200, show: (claim) => claim.organisationName },
    { key: 'people', title: say.people, width: 70, kind: 'number', show: (claim) => claim.headCount },
    { key: 'amount', title: say.amount, width: 120, kind: 'number', show: (claim) => <Yuan fen={claim.amountFen} /> },
    { key: 'approved', title: say.approvedOn, width: 110, show: (claim) => <CivilDate date={claim.approvedOn} /> },
    {
      key: 'own',
      title: say.note,
      width: 260,
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
  const keys = chosen.lineId === line.lineId ? chosen.claimIds : []
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
          onChange: (ids) => onChoose({ lineId: line.lineId, claimIds: open(ids) }),
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
    </>
  )
}

function sumOf(claims: readonly PayableClaim[]): { people: number; fen: string } {
  const people = claims.reduce((sum, claim) => sum + claim.headCount, 0)
  const fen = claims.reduce((sum, claim) => sum + BigInt(claim.amountFen), 0n)
  return { people, fen: String(fen) }
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
  const line = payable.data?.lines.find((each) => each.lineId === chosen.lineId)
  const picked = line?.claims.filter((claim) => chosen.claimIds.includes(claim.id)) ?? []
  const { people, fen } = sumOf(picked)

  async function make() {
    const done = await making.act({ body: { claimIds: [...chosen.claimIds] } })
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
      {payable.data?.more ? <p className="sj-meta">{say.moreClaims}</p> : null}
      {payable.data?.lines.map((each) => (
        <Line key={each.lineId} line={each} chosen={chosen} onChoose={setChosen} onMake={() => setAsking(true)} />
      ))}
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
          {picked.map((claim) => claim.number).join('、')}
        </p>
      </ConfirmMoney>
    </PageFrame>
  )
}
