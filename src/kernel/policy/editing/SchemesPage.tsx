import { Button } from 'antd'
import { useState } from 'react'
import {
  chipsOf,
  type Column,
  ListPage,
  SentenceText,
  StateTag,
  type Tone,
  useCall,
  useExport,
  useFilters,
  useGo,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { beginBlank, exportSchemes, listSchemes, type SchemeRow, SCHEME_STATES } from './contract.ts'
import { NewSchemeDialog } from './NewSchemeDialog.tsx'
import { pageWords } from './page-words.ts'
import { ORIGINS } from './rules.ts'

export const SCHEME_TONE = {
  draft: 'plain',
  waiting: 'attention',
  'in-force': 'good',
  coming: 'attention',
  past: 'plain',
} as const satisfies Record<SchemeRow['state'], Tone>

/** Which schemes there are, in which versions, from where; and what is being written. */
export default function SchemesPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const columns = useColumns()
  const { may } = useViewer()
  const [begins, setBegins] = useState(false)
  const { filters, set, filtered } = useFilters({ state: '', origin: '' })
  const state = SCHEME_STATES.find((each) => each === filters.state)
  const origin = ORIGINS.find((each) => each === filters.origin)
  const query = { ...(state ? { state } : {}), ...(origin ? { origin } : {}) }
  const schemes = useCall(listSchemes, { query })
  const exporting = useExport(exportSchemes, { query }, say.title)
  const chips = [
    ...chipsOf(
      SCHEME_STATES,
      state,
      (each) => say.states[each],
      (to) => set({ state: to }),
    ),
    ...chipsOf(
      ORIGINS,
      origin,
      (each) => say.origins[each],
      (to) => set({ origin: to }),
    ),
  ]
  return (
    <ListPage
      say={say}
      chips={chips}
      filtered={filtered}
      exporting={exporting}
      actions={
        may(beginBlank.may) ? (
          <Button type="primary" onClick={() => setBegins(true)}>
            {say.beginNew}
          </Button>
        ) : null
      }
      {...schemes}
      rows={schemes.data?.items}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => go(row.kind === 'draft' ? `/policies/drafts/${row.id}` : `/policies/versions/${row.id}`)}
    >
      {begins ? <NewSchemeDialog onDone={() => setBegins(false)} /> : null}
    </ListPage>
  )
}

function useColumns(): Column<SchemeRow>[] {
  const say = useWords(pageWords)
  const { columns } = say
  return [
    {
      key: 'title',
      title: columns.title,
      pinned: true,
      wraps: true,
      show: ({ title, scheme }) => (title.zh ? <SentenceText sentence={title} /> : scheme),
    },
    { key: 'version', title: columns.version, width: 110, show: ({ version }) => version },
    {
      key: 'state',
      title: columns.state,
      width: 190,
      show: ({ state, placeholder }) => (
        <>
          <StateTag tone={SCHEME_TONE[state]}>{say.states[state]}</StateTag>
          {placeholder ? (
            <>
              {' '}
              <StateTag tone="attention">{say.example}</StateTag>
            </>
          ) : null}
        </>
      ),
    },
    { key: 'origin', title: columns.origin, width: 90, show: ({ origin }) => say.origins[origin] },
    { key: 'from', title: columns.from, width: 120, show: ({ from }) => from },
    { key: 'to', title: columns.to, width: 120, show: ({ to }) => to ?? '' },
    { key: 'document', title: columns.documentNumber, width: 190, show: ({ documentNumber }) => documentNumber ?? '' },
  ]
}
