import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  PageFrame,
  SentenceText,
  StateTag,
  type Tone,
  useListing,
  useLocale,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { listRestrictions, proposeRestriction, type Restriction } from './contract.ts'
import { DecideRestriction, EndDialog } from './decision-dialogs.tsx'
import { pageWords } from './page-words.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { openOf } from './proposals.ts'
import type { State } from './rules.ts'
import { KINDS, words } from './words.ts'
import './restrictions.css'

const TONES = {
  proposed: 'attention',
  declined: 'plain',
  'to-come': 'now',
  'in-force': 'refused',
  ended: 'plain',
  revoked: 'plain',
} as const satisfies Record<State, Tone>

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

type Doing = { readonly what: 'decide' | 'end'; readonly restriction: Restriction }

/** Who may not be trained or paid with public money for a time; one person proposes, another confirms. */
export default function RestrictionsPage() {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const listing = useListing(listRestrictions)
  const [adding, setAdding] = useState(false)
  const [doing, setDoing] = useState<Doing | null>(null)
  const mayWrite = may(proposeRestriction.may)
  const close = () => setDoing(null)
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      actions={
        mayWrite ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say.add}
          </Button>
        ) : null
      }
    >
      <DenseTable
        label={say.title}
        columns={useColumns(mayWrite ? setDoing : null)}
        rows={listing.rows}
        rowKey={(row) => row.id}
        empty={{ sentence: say.empty }}
        problem={listing.problem}
        onRetry={listing.retry}
        more={listing.more}
        refreshing={listing.refreshing}
      />
      {adding ? <ProposeDialog onDone={() => setAdding(false)} /> : null}
      {doing?.what === 'decide' ? <DecideRestriction restriction={doing.restriction} onDone={close} /> : null}
      {doing?.what === 'end' ? <EndDialog restriction={doing.restriction} onDone={close} /> : null}
    </PageFrame>
  )
}

function useColumns(act: ((doing: Doing) => void) | null): Column<Restriction>[] {
  const say = useWords(pageWords)
  const locale = useLocale()
  return [
    {
      key: 'subject',
      title: say.columns.subject,
      width: 180,
      wraps: true,
      show: ({ subject }) => (
        <>
          {subject.name}
          {subject.maskedIdentity ? <div className="sj-meta sj-num">{subject.maskedIdentity}</div> : null}
        </>
      ),
    },
    {
      key: 'state',
      title: say.columns.state,
      width: 166,
      wraps: true,
      show: (row) => (
        <>
          <StateTag tone={TONES[row.state]}>{say.states[row.state]}</StateTag>
          {row.state !== 'proposed' && openOf(row) ? <StateTag tone="attention">{say.endWaits}</StateTag> : null}
          {act ? <ToDo row={row} act={act} /> : null}
        </>
      ),
    },
    {
      key: 'days',
      title: say.columns.days,
      width: 130,
      wraps: true,
      show: (row) => {
        const { from, to } = row.counts ?? row
        return <span className="sj-num">{words.period(from, to)[locale]}</span>
      },
    },
    {
      key: 'document',
      title: say.columns.document,
      width: 280,
      wraps: true,
      show: (row) => (
        <>
          <SentenceText sentence={KINDS[row.kind]} /> · {row.document}
          <div className="sj-meta">{row.reason}</div>
        </>
      ),
    },
    {
      key: 'history',
      title: say.columns.history,
      width: 320,
      wraps: true,
      show: (row) => <History row={row} />,
    },
  ]
}

function ToDo({ row, act }: { row: Restriction; act: (doing: Doing) => void }) {
  const say = useWords(pageWords)
  const open = openOf(row)
  if (open?.own) return <div className="sj-meta">{say.own}</div>
  if (open) {
    return (
      <div>
        <Button size="small" type="primary" onClick={() => act({ what: 'decide', restriction: row })}>
          {say.decide}
        </Button>
      </div>
    )
  }
  if (!row.mayEnd) return null
  return (
    <div>
      <Button size="small" onClick={() => act({ what: 'end', restriction: row })}>
        {say.end}
      </Button>
    </div>
  )
}

/** Every proposal and every decision, oldest first: who, when, why. */
function History({ row }: { row: Restriction }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const line = (what: string, by: Restriction['proposals'][number]['by'], at: string, reason: string) =>
    `${SHANGHAI.format(new Date(at))} ${by.name}(${by.post[locale]}) ${what}${reason === '' ? '' : ` · ${reason}`}`
  return (
    <ul className="re-history">
      {row.proposals.flatMap(({ id, step, endsOn, by, at, reason, decision }) => {
        const what = step === 'impose' ? say.what.impose : endsOn ? say.what.end(endsOn) : say.what.revoke
        return [
          <li key={id}>{line(what, by, at, step === 'impose' ? '' : reason)}</li>,
          decision ? (
            <li key={`${id}-decided`}>{line(say.what[decision.outcome], decision.by, decision.at, decision.reason)}</li>
          ) : null,
        ]
      })}
    </ul>
  )
}
