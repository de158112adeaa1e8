import { Button, Select } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  FilterChips,
  GoLink,
  localTime,
  PageFrame,
  SearchBox,
  StateTag,
  type Tone,
  useDistrict,
  useFilters,
  useListing,
  useLocale,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import { ROLES, type Role } from '../rules.ts'
import { type AccountShown, exportAccounts, inviteAccount, listAccounts } from './contract.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { type AccountState, STATES } from './rules.ts'
import { words } from './words.ts'
import './accounts.css'

export const TONES = {
  active: 'good',
  invited: 'now',
  'without-role': 'attention',
  left: 'plain',
} as const satisfies Record<AccountState, Tone>

/** Who can sign in, in which roles, until when; an organisation sees its own. */
export default function AccountsPage() {
  const say = useWords(words)
  const locale = useLocale()
  const { may, organisationId } = useViewer()
  const { filters, set, clear, filtered } = useFilters({ state: '', role: '', organisation: '', search: '' })
  const state = STATES.find((each) => each === filters.state)
  const role = (Object.keys(ROLES) as Role[]).find((each) => each === filters.role)
  const query = {
    ...(state ? { state } : {}),
    ...(role ? { role } : {}),
    ...(filters.organisation ? { organisation: filters.organisation } : {}),
    ...(filters.search ? { search: filters.search } : {}),
  }
  const listing = useListing(listAccounts, { query })
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<{ token: string; expiresAt: string } | null>(null)
  const chips = [
    ...STATES.map((each) => ({
      key: each,
      label: say.states[each],
      on: each === state,
      toggle: () => set({ state: each === state ? '' : each }),
    })),
    ...(role ? [{ key: 'role', label: ROLES[role][locale], remove: () => set({ role: '' }) }] : []),
    ...(filters.organisation
      ? [{ key: 'organisation', label: organisationIn(listing.rows), remove: () => set({ organisation: '' }) }]
      : []),
  ]
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      actions={
        <>
          <ExportLink query={query} />
          {may(inviteAccount.may) ? (
            <Button type="primary" onClick={() => setInviting(true)}>
              {say.invite}
            </Button>
          ) : null}
        </>
      }
      filters={
        <>
          <SearchBox hint={say.search} value={filters.search} onSearch={(search) => set({ search })} />
          <Select
            aria-label={say.byRole}
            placeholder={say.byRole}
            className="ac-by-role"
            value={role ?? null}
            options={(Object.keys(ROLES) as Role[]).map((each) => ({ value: each, label: ROLES[each][locale] }))}
            onChange={(each: Role) => set({ role: each })}
          />
          <FilterChips chips={chips} onClear={filtered && clear} />
        </>
      }
    >
      <DenseTable
        label={say.title}
        columns={useColumns(organisationId === null, (given) => set(given))}
        rows={listing.rows}
        rowKey={(row) => row.id}
        empty={{ sentence: say.empty }}
        problem={listing.problem}
        onRetry={listing.retry}
        more={listing.more}
        refreshing={listing.refreshing}
      />
      {inviting ? (
        <InviteDialog
          onDone={(made) => {
            setInviting(false)
            if (made) setLink(made)
          }}
        />
      ) : null}
      {link ? <LinkDialog link={link} onDone={() => setLink(null)} /> : null}
    </PageFrame>
  )
}

/** The chosen organisation by name: whatever is listed is of it. */
const organisationIn = (rows: readonly AccountShown[] | undefined): string => rows?.[0]?.organisation?.name ?? '…'

function ExportLink({ query }: { query: Record<string, string> }) {
  const say = useWords(words)
  const district = useDistrict()
  const search = new URLSearchParams(query).toString()
  return <a href={`/${district}/api${exportAccounts.path}${search ? `?${search}` : ''}`}>{say.export}</a>
}

function useColumns(
  ofBureau: boolean,
  by: (given: { role: Role } | { organisation: string }) => void,
): Column<AccountShown>[] {
  const say = useWords(words)
  const locale = useLocale()
  return [
    {
      key: 'name',
      title: say.name,
      width: 140,
      pinned: true,
      show: (row) => <GoLink to={`/accounts/${row.id}`}>{row.name}</GoLink>,
    },
    { key: 'person', title: say.person, width: 90, show: (row) => row.person },
    ...(ofBureau
      ? [
          {
            key: 'side',
            title: say.side,
            width: 220,
            show: ({ organisation }: AccountShown) =>
              organisation ? (
                <span className="ac-roles">
                  <button type="button" onClick={() => by({ organisation: organisation.id })}>
                    {organisation.name}
                  </button>
                </span>
              ) : (
                say.bureau
              ),
          },
        ]
      : []),
    {
      key: 'roles',
      title: say.roles,
      show: (row) => (
        <span className="ac-roles">
          {row.roles.map((role) => (
            <button key={role} type="button" onClick={() => by({ role })}>
              {ROLES[role][locale]}
            </button>
          ))}
        </span>
      ),
    },
    {
      key: 'state',
      title: say.state,
      width: 100,
      show: (row) => <StateTag tone={TONES[row.state]}>{say.states[row.state]}</StateTag>,
    },
    {
      key: 'seen',
      title: say.lastSeen,
      width: 150,
      show: (row) => <span className="sj-meta">{row.lastSignedInAt ? localTime(row.lastSignedInAt) : say.never}</span>,
    },
  ]
}
