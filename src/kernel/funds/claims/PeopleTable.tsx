import { type Column, DenseTable, GoLink, StateTag, useLocale, useWords, Yuan } from '../../../platform/ui/public.ts'
import { STANDING_TONE } from './claim-tones.ts'
import type { ClaimPerson } from './contract.ts'
import { words } from './words.ts'

/** Everybody of a claim by their number on the roster; a row opens how it was decided. */
export function PeopleTable({
  people,
  narrow,
  onPerson,
}: {
  people: readonly ClaimPerson[]
  /** Beside a list there is room for what decides only; the account and the way back are one click away. */
  narrow: boolean
  onPerson: (decisionId: string) => void
}) {
  const say = useWords(words)
  const locale = useLocale()
  const columns: Column<ClaimPerson>[] = [
    { key: 'position', title: say.position, width: 52, kind: 'number', show: (row) => row.position },
    { key: 'name', title: say.name, width: 76, show: (row) => row.maskedName },
    {
      key: 'identity',
      title: say.identity,
      width: 166,
      show: (row) => <span className="sj-num">{row.maskedIdentity}</span>,
    },
    {
      key: 'result',
      title: say.result,
      width: people.some(({ isManual }) => isManual) ? 140 : 96,
      show: (row) => (
        <>
          <StateTag tone={STANDING_TONE[row.standing]}>{say.standing[row.standing]}</StateTag>
          {row.isManual ? (
            <span title={say.manualMeans}>
              {' '}
              <StateTag tone="attention">{say.manual}</StateTag>
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'checks',
      title: say.checks,
      width: 64,
      kind: 'number',
      show: (row) => `${row.checksPassed}/${row.checksAsked}`,
    },
    {
      key: 'amount',
      title: say.amountYuan,
      width: 104,
      kind: 'number',
      show: (row) => <Yuan fen={row.standing === 'due' ? row.amountFen : '0'} />,
    },
    {
      key: 'why',
      title: say.why,
      show: (row) =>
        row.reasons.length === 0 ? null : (
          <span className={row.standing === 'refused' ? 'claim-refused' : undefined}>
            {row.reasons.map((reason) => reason.sentence[locale]).join('; ')}
          </span>
        ),
    },
  ]
  const moreColumns: Column<ClaimPerson>[] = [
    {
      key: 'account',
      title: say.account,
      width: 250,
      show: (row) => (row.account ? say.accountTail(row.account.bankName, row.account.tail) : ''),
    },
    {
      key: 'walk',
      title: '',
      width: 64,
      show: (row) => (
        <GoLink to={row.lineId ? `/trail/claim-line/${row.lineId}` : `/trail/decision/${row.decisionId}`}>
          {say.walk}
        </GoLink>
      ),
    },
  ]
  return (
    <DenseTable
      label={say.everybody}
      columns={narrow ? columns : [...columns, ...moreColumns]}
      rows={people}
      rowKey={(row) => row.decisionId}
      empty={{ sentence: say.noClaims }}
      onOpen={(row) => onPerson(row.decisionId)}
    />
  )
}
