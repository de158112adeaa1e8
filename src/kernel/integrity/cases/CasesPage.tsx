import { Button } from 'antd'
import { useState } from 'react'
import {
  CivilDate,
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  PageFrame,
  SentenceText,
  StateTag,
  useFilters,
  useGo,
  useListing,
  useLocale,
  useViewer,
  useWords,
  listed,
} from '../../../platform/ui/public.ts'
import { type ListedCase, listCases, openCase } from './contract.ts'
import { OpenCaseDialog } from './OpenCaseDialog.tsx'
import { pageWords } from './page-words.ts'
import { CASE_STATES } from './rules.ts'
import { toneOf } from './tones.ts'

function useColumns(): Column<ListedCase>[] {
  const say = useWords(pageWords)
  return [
    {
      key: 'number',
      title: say.number,
      width: 120,
      pinned: true,
      show: (row) => <GoLink to={`/cases/${row.id}`}>{row.number}</GoLink>,
    },
    {
      key: 'state',
      title: say.state,
      width: 150,
      wraps: true,
      show: (row) => (
        <>
          <StateTag tone={toneOf(row)}>{row.outcome ? say.outcomes[row.outcome] : say.states[row.state]}</StateTag>
          {row.waits ? <StateTag tone="now">{say.waits}</StateTag> : null}
          {row.referral ? <Referred referral={row.referral} /> : null}
        </>
      ),
    },
    {
      key: 'because',
      title: say.because,
      width: 260,
      wraps: true,
      show: ({ because }) => (
        <>
          {because.checkId ? say.checkSays(because.checkId) : say.byHand}
          {': '}
          <SentenceText sentence={because.sentence} />
        </>
      ),
    },
    {
      key: 'group',
      title: say.group,
      wraps: true,
      show: ({ group }) => <SentenceText sentence={group.title} />,
    },
    { key: 'organisation', title: say.organisation, width: 180, wraps: true, show: (row) => row.organisationName },
    {
      key: 'people',
      title: say.people,
      width: 80,
      kind: 'number',
      show: (row) => (row.because.checkId ? row.people : ''),
    },
    { key: 'owner', title: say.owner, width: 90, show: (row) => row.owner?.name ?? say.nobody },
    { key: 'openedOn', title: say.openedOn, width: 110, show: (row) => <CivilDate date={row.openedOn} /> },
  ]
}

function Referred({ referral: { days, due } }: { referral: NonNullable<ListedCase['referral']> }) {
  const say = useWords(pageWords)
  return (
    <div className="sj-meta sj-num">
      {say.referredFor(days)} {due ? <StateTag tone="attention">{say.askAfter}</StateTag> : null}
    </div>
  )
}

/** Which suspicions are open, who looks after them, and how did the others end? */
export default function CasesPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const go = useGo()
  const { may } = useViewer()
  const { filters, set, clear, filtered } = useFilters({ state: '', organisation: '', group: '', mine: '' })
  const [opening, setOpening] = useState(false)
  const state = CASE_STATES.find((each) => each === filters.state)
  const list = useListing(listCases, {
    query: {
      ...(state ? { state } : {}),
      ...(filters.organisation ? { organisation: filters.organisation } : {}),
      ...(filters.group ? { group: filters.group } : {}),
      ...(filters.mine ? { mine: 'yes' as const } : {}),
    },
  })
  const first = list.rows?.[0]
  const chips = [
    ...CASE_STATES.map((each) => ({
      key: each,
      label: say.states[each],
      on: state === each,
      toggle: () => set({ state: state === each ? '' : each }),
    })),
    ...(may('case.write')
      ? [
          {
            key: 'mine',
            label: say.mine,
            on: filters.mine !== '',
            toggle: () => set({ mine: filters.mine ? '' : 'yes' }),
          },
        ]
      : []),
    ...(filters.organisation
      ? [
          {
            key: 'organisation',
            label: say.ofProvider(first?.organisationName ?? ''),
            remove: () => set({ organisation: '' }),
          },
        ]
      : []),
    ...(filters.group
      ? [{ key: 'group', label: say.ofClass(first?.group.title[locale] ?? ''), remove: () => set({ group: '' }) }]
      : []),
  ]
  const open = may(openCase.may) ? <Button onClick={() => setOpening(true)}>{say.open}</Button> : null
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      actions={open}
      filters={<FilterChips chips={chips} onClear={filtered && clear} />}
    >
      <DenseTable
        {...listed(list)}
        label={say.title}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ sentence: filtered ? say.noneFound : say.none }}
        onOpen={(row) => go(`/cases/${row.id}`)}
      />
      {opening ? <OpenCaseDialog onDone={() => setOpening(false)} /> : null}
    </PageFrame>
  )
}
