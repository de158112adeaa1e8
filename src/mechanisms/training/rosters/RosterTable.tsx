import {
  type Column,
  DenseTable,
  type Listing,
  SentenceText,
  StateTag,
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import type { ReactNode } from 'react'
import type { EnrolmentShown } from './contract.ts'
import { words } from './page-words.ts'

function Remarks({ person }: { person: EnrolmentShown }) {
  const say = useWords(words)
  const failed = person.checks.others.filter((check) => check.outcome === 'failed')
  return (
    <>
      {person.doubts.map((doubt) => (
        <div key={doubt.en}>
          <StateTag tone="attention">{say.doubt}</StateTag> <SentenceText sentence={doubt} />
        </div>
      ))}
      {failed.map((check) => (
        <div key={check.checkId}>
          <StateTag tone="refused">{say.failedCheck}</StateTag> <SentenceText sentence={check.sentence} />
        </div>
      ))}
    </>
  )
}

function Checks({ person }: { person: EnrolmentShown }) {
  const say = useWords(words)
  const { passed, all, others } = person.checks
  const unavailable = others.filter((check) => check.outcome === 'unavailable').length
  return <span title={unavailable ? say.unavailableOf(unavailable) : undefined}>{say.checksOf(passed, all)}</span>
}

type RosterTableProps = {
  list: Listing<EnrolmentShown>
  emptyAction: ReactNode
  /** The columns wanted, where there is no room for all. */
  only?: readonly string[]
}

/** The current roster, masked. */
export function RosterTable({ list, emptyAction, only }: RosterTableProps) {
  const say = useWords(words)
  const columns: Column<EnrolmentShown>[] = [
    { key: 'seq', title: say.seq, width: 54, kind: 'number', pinned: true, show: (person) => person.seq },
    { key: 'name', title: say.name, width: 76, pinned: true, show: (person) => person.maskedName },
    { key: 'sex', title: say.sex, width: 48, show: (person) => (person.sex === 'M' ? say.male : say.female) },
    {
      key: 'identity',
      title: say.identity,
      width: 166,
      show: (person) => <span className="sj-num">{person.maskedIdentity}</span>,
    },
    { key: 'group', title: say.group, width: 166, show: (person) => <SentenceText sentence={person.group} /> },
    { key: 'education', title: say.education, width: 80, show: (person) => person.education },
    {
      key: 'phone',
      title: say.phone,
      width: 128,
      show: (person) => <span className="sj-num">{person.maskedPhone}</span>,
    },
    { key: 'account', title: say.account, width: 76, kind: 'number', show: (person) => person.accountTail },
    { key: 'bank', title: say.bank, width: 164, show: (person) => person.bankName },
    { key: 'checks', title: say.checks, width: 66, kind: 'number', show: (person) => <Checks person={person} /> },
    { key: 'remarks', title: say.remarks, wraps: true, show: (person) => <Remarks person={person} /> },
  ]
  return (
    <DenseTable
      {...listed(list)}
      label={say.list}
      columns={only ? columns.filter(({ key }) => only.includes(key)) : columns}
      rowKey={(person) => person.enrolmentId}
      empty={{ sentence: say.empty, action: emptyAction }}
    />
  )
}
