import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  Modal,
  PageFrame,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useFilters,
  useListing,
  useLocale,
  useTell,
  useViewer,
  useWords,
  Yuan,
  listed,
} from '../../../platform/ui/public.ts'
import { type BudgetLine, createBudgetLine, listBudgetLines, listFunds } from './contract.ts'
import { LINE_ACCOUNTS } from './rules.ts'
import { words } from './words.ts'

/** Every budget line with where its money stands; any amount opens the transfers it is made of. */
export default function BudgetPage() {
  const say = useWords(words)
  const { may, businessDate } = useViewer()
  const locale = useLocale()
  const { filters, set, filtered } = useFilters({ year: businessDate.slice(0, 4), fund: '' })
  const funds = useCall(listFunds)
  const listing = useListing(listBudgetLines, {
    query: { ...(filters.year ? { year: filters.year } : {}), ...(filters.fund ? { fund: filters.fund } : {}) },
  })
  const year = Number(businessDate.slice(0, 4))
  const years = [year, year - 1, year - 2].map(String)
  const chips = [...years, ''].map((each) => ({
    key: each || 'all',
    label: each || say.allYears,
    on: filters.year === each,
    toggle: () => set({ year: each }),
  }))
  const fundName = funds.data?.funds.find((each) => each.code === filters.fund)?.name[locale]
  const fundChip = filters.fund
    ? [{ key: 'fund', label: fundName ?? filters.fund, remove: () => set({ fund: '' }) }]
    : []
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      filters={<FilterChips chips={[...chips, ...fundChip]} />}
      actions={may(createBudgetLine.may) ? <NewLine year={year} /> : null}
    >
      <ProblemAlert problem={funds.problem} onRetry={funds.retry} />
      <p>
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
      <DenseTable
        {...listed(listing)}
        label={say.title}
        columns={useColumns()}
        rowKey={(line) => line.id}
        empty={{ sentence: filtered ? say.noneFound : say.noLines }}
      />
    </PageFrame>
  )
}

function useColumns(): Column<BudgetLine>[] {
  const say = useWords(words)
  const figure = (account: 'appropriated' | (typeof LINE_ACCOUNTS)[number]): Column<BudgetLine> => ({
    key: account,
    title: say.accounts[account],
    width: 112,
    kind: 'number',
    show: (line) => (
      <GoLink to={`/budget/${line.id}`} query={{ account: account === 'appropriated' ? 'treasury' : account }}>
        <Yuan fen={line[`${account}Fen`]} />
      </GoLink>
    ),
  })
  return [
    {
      key: 'name',
      title: say.line,
      pinned: true,
      show: (line) => <GoLink to={`/budget/${line.id}`}>{line.name}</GoLink>,
    },
    { key: 'fund', title: say.fund, width: 110, show: (line) => <SentenceText sentence={line.fundName} /> },
    { key: 'year', title: say.year, width: 56, kind: 'number', show: (line) => line.year },
    { key: 'document', title: say.document, width: 160, show: (line) => line.document },
    figure('appropriated'),
    ...LINE_ACCOUNTS.map(figure),
  ]
}

/** Opens a line: which fund, what for, which year, by which document. */
function NewLine({ year }: { year: number }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const creating = useAct(createBudgetLine)
  const funds = useCall(listFunds)
  const empty = { fund: '', name: '', year, document: '' }
  const [open, setOpen] = useState(false)
  const [line, setLine] = useState(empty)
  const complete = line.fund !== '' && line.name.trim() !== '' && line.document.trim() !== ''

  function close() {
    setOpen(false)
    setLine(empty)
    creating.forget()
  }

  async function create() {
    const done = await creating.act({ body: line })
    if (!done.ok) return
    close()
    tell(words.created)
  }

  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say.newLine}
      </Button>
      <Modal
        open={open}
        title={say.newLine}
        okText={say.create}
        okButtonProps={{ disabled: !complete }}
        confirmLoading={creating.busy}
        onOk={() => void create()}
        onCancel={close}
        destroyOnHidden
      >
        <p>
          <label htmlFor="line-fund">{say.fund}</label>
          <Select
            id="line-fund"
            style={{ width: '100%' }}
            value={line.fund || null}
            options={funds.data?.funds.map(({ code, name }) => ({ value: code, label: name[locale] })) ?? []}
            onChange={(fund: string) => setLine({ ...line, fund })}
          />
        </p>
        <p>
          <label htmlFor="line-name">{say.line}</label>
          <Input
            id="line-name"
            maxLength={100}
            value={line.name}
            onChange={(event) => setLine({ ...line, name: event.target.value })}
          />
        </p>
        <p>
          <label htmlFor="line-year">{say.year}</label>
          <Input
            id="line-year"
            inputMode="numeric"
            maxLength={4}
            value={line.year || ''}
            onChange={(event) => setLine({ ...line, year: Number(event.target.value.replace(/\D/g, '')) })}
          />
        </p>
        <p>
          <label htmlFor="line-document">{say.document}</label>
          <Input
            id="line-document"
            maxLength={200}
            value={line.document}
            onChange={(event) => setLine({ ...line, document: event.target.value })}
          />
        </p>
        <ProblemAlert problem={creating.problem} takesFocus />
      </Modal>
    </>
  )
}
