import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  Drawer,
  FilterChips,
  GoLink,
  Instant,
  PageFrame,
  SentenceText,
  StateTag,
  useCall,
  useFilters,
  useListing,
  useLocale,
  useViewer,
  useWords,
  whoText,
  listed,
} from '../../../platform/ui/public.ts'
import type { Locale } from '../../../platform/contract/public.ts'
import { countRestrictions, listRestrictions, proposeRestriction, type Restriction } from './contract.ts'
import { DecideRestriction, EndDialog } from './decision-dialogs.tsx'
import { pageWords } from './page-words.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { openOf } from './proposals.ts'
import { Replies } from './Replies.tsx'
import { HearDialog, ReplyDialog } from './reply-dialogs.tsx'
import { TONES } from './tones.ts'
import { KINDS, words } from './words.ts'
import './restrictions.css'

type Doing =
  | { readonly what: 'decide' | 'end' | 'reply'; readonly restriction: Restriction }
  | { readonly what: 'hear'; readonly restriction: Restriction; readonly reply: Restriction['replies'][number] }

/** Who may not be trained or paid with public money for a time; one person proposes, another confirms. */
export default function RestrictionsPage() {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const { filters, set } = useFilters({ unheard: '', open: '' })
  const listing = useListing(listRestrictions, { query: filters.unheard ? { unheard: 'yes' as const } : {} })
  const counts = useCall(countRestrictions)
  const [adding, setAdding] = useState(false)
  const [doing, setDoing] = useState<Doing | null>(null)
  const mayWrite = may(proposeRestriction.may)
  const close = () => setDoing(null)
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      filters={
        <FilterChips
          chips={[
            {
              key: 'unheard',
              label: counts.data?.unheard ? `${say.unheard} ${counts.data.unheard}` : say.unheard,
              on: filters.unheard !== '',
              toggle: () => set({ unheard: filters.unheard ? '' : 'yes' }),
            },
          ]}
        />
      }
      actions={
        mayWrite ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say.add}
          </Button>
        ) : null
      }
    >
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={useColumns(mayWrite ? setDoing : null)}
        rowKey={(row) => row.id}
        empty={{ sentence: say.empty }}
        onOpen={(row) => set({ open: row.id })}
        openKey={filters.open || null}
      />
      <Opened
        row={listing.rows?.find(({ id }) => id === filters.open)}
        act={mayWrite ? setDoing : null}
        onClose={() => set({ open: '' })}
      />
      {adding ? <ProposeDialog onDone={() => setAdding(false)} /> : null}
      {doing?.what === 'decide' ? <DecideRestriction restriction={doing.restriction} onDone={close} /> : null}
      {doing?.what === 'reply' ? <ReplyDialog restriction={doing.restriction} onDone={close} /> : null}
      {doing?.what === 'hear' ? (
        <HearDialog restriction={doing.restriction} reply={doing.reply} onDone={close} />
      ) : null}
      {doing?.what === 'end' ? <EndDialog restriction={doing.restriction} onDone={close} /> : null}
    </PageFrame>
  )
}

function useColumns(act: ((doing: Doing) => void) | null): Column<Restriction>[] {
  const say = useWords(pageWords)
  const locale = useLocale()
  return [
    { key: 'subject', title: say.columns.subject, pinned: true, show: ({ subject }) => subject.name },
    {
      key: 'identity',
      title: say.columns.identity,
      width: 160,
      show: ({ subject }) => <span className="sj-num">{subject.maskedIdentity}</span>,
    },
    { key: 'state', title: say.columns.state, width: 236, show: (row) => <States row={row} /> },
    {
      key: 'days',
      title: say.columns.days,
      width: 222,
      show: (row) => <span className="sj-num">{daysOf(row, locale)}</span>,
    },
    { key: 'kind', title: say.columns.kind, width: 130, show: (row) => <SentenceText sentence={KINDS[row.kind]} /> },
    { key: 'document', title: say.columns.document, width: 160, show: (row) => row.document },
    { key: 'do', title: '', width: 112, show: (row) => (act ? <ToDo row={row} act={act} /> : null) },
  ]
}

const daysOf = (row: Restriction, locale: Locale) => {
  const { from, to } = row.counts ?? row
  return words.period(from, to)[locale]
}

function States({ row }: { row: Restriction }) {
  const say = useWords(pageWords)
  return (
    <>
      <StateTag tone={TONES[row.state]}>{say.states[row.state]}</StateTag>{' '}
      {row.state !== 'proposed' && openOf(row) ? <StateTag tone="attention">{say.endWaits}</StateTag> : null}{' '}
      {row.replies.some(({ hearing }) => hearing === null) ? <StateTag tone="attention">{say.unheard}</StateTag> : null}
    </>
  )
}

/** One restriction with what the restricted has answered; the list says only what it is about. */
function Opened({
  row,
  act,
  onClose,
}: {
  row: Restriction | undefined
  act: ((doing: Doing) => void) | null
  onClose: () => void
}) {
  const say = useWords(pageWords)
  const locale = useLocale()
  return (
    <Drawer
      open={row !== undefined}
      onClose={onClose}
      title={say.title}
      size={640}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {row ? (
        <dl className="re-opened">
          <dt>{say.columns.subject}</dt>
          <dd>
            {row.subject.name} <span className="sj-meta sj-num">{row.subject.maskedIdentity}</span>
          </dd>
          <dt>{say.columns.state}</dt>
          <dd>
            <States row={row} /> <span className="sj-num">{daysOf(row, locale)}</span>
            {openOf(row)?.own ? <div className="sj-meta">{say.own}</div> : null}
            <div>
              {act ? <ToDo row={row} act={act} /> : null}{' '}
              <GoLink to={`/restrictions/${row.id}/notice`}>{say.notice}</GoLink>
            </div>
          </dd>
          <dt>{say.columns.document}</dt>
          <dd>
            <SentenceText sentence={KINDS[row.kind]} /> · {row.document} {row.clause}
            <div className="sj-meta">{row.reason}</div>
          </dd>
          <dt>{say.replies}</dt>
          <dd>
            <Replies
              row={row}
              {...(act
                ? {
                    onReply: () => act({ what: 'reply', restriction: row }),
                    onHear: (reply: Restriction['replies'][number]) => act({ what: 'hear', restriction: row, reply }),
                  }
                : {})}
            />
          </dd>
          <dt>{say.columns.history}</dt>
          <dd>
            <History row={row} />
          </dd>
        </dl>
      ) : null}
    </Drawer>
  )
}

function ToDo({ row, act }: { row: Restriction; act: (doing: Doing) => void }) {
  const say = useWords(pageWords)
  const open = openOf(row)
  if (open?.own) return null
  if (open) {
    return (
      <Button size="small" type="primary" onClick={() => act({ what: 'decide', restriction: row })}>
        {say.decide}
      </Button>
    )
  }
  if (!row.mayEnd) return null
  return (
    <Button size="small" onClick={() => act({ what: 'end', restriction: row })}>
      {say.end}
    </Button>
  )
}

/** Every proposal and every decision, oldest first: who, when, why. */
function History({ row }: { row: Restriction }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const line = (what: string, by: Restriction['proposals'][number]['by'], at: string, reason: string) => (
    <>
      <Instant at={at} /> {whoText(by, locale)} {what}
      {reason === '' ? '' : ` · ${reason}`}
    </>
  )
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
