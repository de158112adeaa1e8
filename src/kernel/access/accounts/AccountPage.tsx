import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  Callout,
  type Column,
  DateField,
  DenseTable,
  DialogField,
  GoLink,
  Instant,
  Modal,
  PageFrame,
  ProblemAlert,
  ReasonDialog,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useLocale,
  usePageParams,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { ROLES, type Role } from '../rules.ts'
import { TONES } from './AccountsPage.tsx'
import {
  type AccountDetail,
  endRole,
  getAccount,
  type Grant,
  grantRole,
  inviteAgain,
  withdrawInvitation,
} from './contract.ts'
import { ScopeSection } from '../scopes/ScopeSection.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { Conflicts, realDay } from './InviteDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { rolesOfSide } from './rules.ts'
import { words } from './words.ts'
import './accounts.css'

type Doing = { what: 'grant' } | { what: 'end'; grant: Grant } | { what: 'hand-over' }

/** One account: its roles with who gave them and why, its invitation, and how its work was handed over. */
export default function AccountPage() {
  const say = useWords(words)
  const { accountId } = usePageParams<'accountId'>()
  const account = useCall(getAccount, { params: { accountId } })
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const shown = account.data
  const isOpen = shown?.mayManage === true && shown.state !== 'left'
  return (
    <PageFrame
      title={shown?.name ?? say.title}
      crumbs={[{ label: say.title, to: '/accounts' }]}
      meta={shown ? <Meta account={shown} /> : null}
      actions={
        isOpen ? (
          <>
            <Button onClick={() => setDoing({ what: 'grant' })}>{say.grant}</Button>
            <Button onClick={() => setDoing({ what: 'hand-over' })}>{say.handOver}</Button>
          </>
        ) : null
      }
    >
      <ProblemAlert problem={account.problem} onRetry={account.retry} />
      {account.loading ? <Waiting /> : null}
      {shown ? (
        <>
          {shown.warnings.length > 0 ? (
            <Callout tone="attention" title={say.conflicts}>
              <ul>
                {shown.warnings.map((sentence) => (
                  <li key={sentence.zh}>
                    <SentenceText sentence={sentence} />
                  </li>
                ))}
              </ul>
            </Callout>
          ) : null}
          {shown.state === 'invited' && isOpen ? <Invitation account={shown} /> : null}
          <Grants account={shown} end={isOpen ? (grant) => setDoing({ what: 'end', grant }) : null} />
          <ScopeSection accountId={accountId} isOpen={shown.state !== 'left'} />
          <HandOvers account={shown} />
          {shown.organisation === null && isOpen ? (
            <p>
              <GoLink to="/delegations">{say.onLeave}</GoLink>
            </p>
          ) : null}
        </>
      ) : null}
      {doing?.what === 'grant' && shown ? <GrantDialog account={shown} onDone={close} /> : null}
      {doing?.what === 'end' ? <EndDialog accountId={accountId} grant={doing.grant} onDone={close} /> : null}
      {doing?.what === 'hand-over' ? <HandOverDialog accountId={accountId} onDone={close} /> : null}
    </PageFrame>
  )
}

function Meta({ account }: { account: AccountDetail }) {
  const say = useWords(words)
  const scope =
    account.organisation === null ? 'bureau' : account.roles.includes('provider') ? 'organisation' : 'sessions'
  return (
    <>
      {account.person} · {account.organisation?.name ?? say.bureau} · {say.scope}: {say.scopes[scope]} ·{' '}
      <StateTag tone={TONES[account.state]}>{say.states[account.state]}</StateTag>
    </>
  )
}

function Invitation({ account }: { account: AccountDetail }) {
  const say = useWords(words)
  const tell = useTell()
  const again = useAct(inviteAgain)
  const withdrawing = useAct(withdrawInvitation)
  const [link, setLink] = useState<{ token: string; expiresAt: string } | null>(null)
  const params = { accountId: account.id }
  return (
    <section className="ac-section">
      <h2>{say.linkTitle}</h2>
      {account.invitation ? (
        <p>
          {say.linkUntil} <Instant at={account.invitation.expiresAt} />
        </p>
      ) : null}
      <Button
        loading={again.busy}
        onClick={() =>
          void again.act({ params, body: {} }).then((done) => (done.ok ? setLink(done.answer) : undefined))
        }
      >
        {say.sendAgain}
      </Button>{' '}
      {account.invitation ? (
        <Button
          loading={withdrawing.busy}
          onClick={() => void withdrawing.act({ params }).then((done) => (done.ok ? tell(words.withdrawn) : undefined))}
        >
          {say.withdraw}
        </Button>
      ) : null}
      <ProblemAlert problem={again.problem ?? withdrawing.problem} />
      {link ? <LinkDialog link={link} onDone={() => setLink(null)} /> : null}
    </section>
  )
}

function Grants({ account, end }: { account: AccountDetail; end: ((grant: Grant) => void) | null }) {
  const say = useWords(words)
  const locale = useLocale()
  const columns: Column<Grant>[] = [
    { key: 'role', title: say.role, width: 130, pinned: true, show: (row) => ROLES[row.role][locale] },
    {
      key: 'days',
      title: say.days,
      width: 220,
      show: (row) => `${row.from} – ${row.ended?.lastDay ?? row.to ?? say.forGood}`,
    },
    {
      key: 'state',
      title: say.state,
      width: 90,
      show: (row) => (
        <StateTag tone={row.inForce ? 'good' : 'plain'}>{row.inForce ? say.states.active : say.ended}</StateTag>
      ),
    },
    { key: 'reason', title: say.reason, show: (row) => [row.reason, row.ended?.reason].filter(Boolean).join(' · ') },
    {
      key: 'by',
      title: say.grantedBy,
      width: 300,
      show: (row) => (
        <span className="sj-meta">
          {row.by ? `${row.by.name} (${row.by.post[locale]}) ` : `${say.opened} `}
          <Instant at={row.at} />
        </span>
      ),
    },
    {
      key: 'end',
      title: '',
      width: 80,
      show: (row) =>
        end && row.ended === null && (row.to === null || row.to >= realDay()) ? (
          <Button size="small" onClick={() => end(row)}>
            {say.end}
          </Button>
        ) : null,
    },
  ]
  return (
    <section className="ac-section">
      <h2>{say.grants}</h2>
      <DenseTable
        label={say.grants}
        columns={columns}
        rows={account.grants}
        rowKey={(row) => row.id}
        empty={{ sentence: say.noGrants }}
      />
    </section>
  )
}

function HandOvers({ account }: { account: AccountDetail }) {
  const say = useWords(words)
  const locale = useLocale()
  if (account.handOvers.length === 0) return null
  return (
    <section className="ac-section">
      <h2>{say.handOvers}</h2>
      <ul>
        {account.handOvers.map((each) => (
          <li key={each.id}>
            <Instant at={each.at} /> · {each.leaves ? say.leaves : say.changes} · {each.reason}
            {each.to ? ` → ${each.to}` : ''}{' '}
            <span className="sj-meta">
              {each.by.name} ({each.by.post[locale]})
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function GrantDialog({ account, onDone }: { account: AccountDetail; onDone: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const granting = useAct(grantRole)
  const [role, setRole] = useState<Role | null>(null)
  const [given, setGiven] = useState({ from: realDay(), to: '', reason: '' })
  const set = (name: keyof typeof given) => (text: string) => setGiven((now) => ({ ...now, [name]: text }))
  async function grant() {
    if (!role) return
    const body = { ...given, role, to: given.to || null }
    const done = await granting.act({ params: { accountId: account.id }, body })
    if (!done.ok) return
    tell(words.granted)
    onDone()
  }
  return (
    <Modal
      open
      title={say.grant}
      okText={say.save}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !role || given.reason.trim().length < 2, loading: granting.busy }}
      onOk={() => void grant()}
      onCancel={onDone}
    >
      <DialogField label={say.role}>
        {(id) => (
          <Select
            id={id}
            placeholder={say.choose}
            value={role}
            options={rolesOfSide(account.organisation !== null).map((value) => ({
              value,
              label: ROLES[value][locale],
            }))}
            onChange={(next: Role) => setRole(next)}
          />
        )}
      </DialogField>
      {role ? <Conflicts roles={[...new Set([...account.roles, role])]} /> : null}
      <div className="ac-two">
        <DialogField label={say.from}>
          {(id) => <DateField id={id} value={given.from} onChange={set('from')} />}
        </DialogField>
        <DialogField label={say.to}>{(id) => <DateField id={id} value={given.to} onChange={set('to')} />}</DialogField>
      </div>
      <DialogField label={say.reason}>
        {(id) => (
          <Input id={id} maxLength={200} value={given.reason} onChange={(event) => set('reason')(event.target.value)} />
        )}
      </DialogField>
      <ProblemAlert problem={granting.problem} takesFocus />
    </Modal>
  )
}

function EndDialog({ accountId, grant, onDone }: { accountId: string; grant: Grant; onDone: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const ending = useAct(endRole)
  async function end(reason: string) {
    const done = await ending.act({ params: { accountId, grantId: grant.id }, body: { reason } })
    if (!done.ok) return
    tell(words.ended)
    onDone()
  }
  return (
    <ReasonDialog
      title={`${say.endTitle} · ${ROLES[grant.role][locale]}`}
      send={say.end}
      cancel={say.cancel}
      label={say.reason}
      lines={1}
      most={200}
      busy={ending.busy}
      problem={ending.problem}
      onSend={(reason) => void end(reason)}
      onCancel={onDone}
    >
      <p>{say.endMeans}</p>
    </ReasonDialog>
  )
}
