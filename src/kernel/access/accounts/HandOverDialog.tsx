import { Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import {
  Callout,
  DialogField,
  Modal,
  ProblemAlert,
  SentenceText,
  useAct,
  useCall,
  useLocale,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { handOver, openWork, type Work } from './contract.ts'
import { words } from './words.ts'

const NOBODY = 'nobody'

/** Who takes over each kind: whom the reader chose for it, else the successor where they may hold all of it. */
type Chosen = Readonly<Record<string, string>>

/** What is open in somebody's hands, who takes it over kind by kind, and the end of their roles and sessions. */
export function HandOverDialog({ accountId, onDone }: { accountId: string; onDone: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const open = useCall(openWork, { params: { accountId } })
  const handing = useAct(handOver)
  const [successor, setSuccessor] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Chosen>({})
  const [leaves, setLeaves] = useState(true)
  const [reason, setReason] = useState('')
  const work = open.data?.work ?? []
  const named = work.filter(({ takers }) => takers !== null)
  async function hand() {
    const takers = named.map((kind) => {
      const taker = takerOf(kind, chosen, successor)
      return { kind: kind.kind, accountId: taker === NOBODY ? null : taker }
    })
    const body = { successorAccountId: successor, takers, leaves, reason }
    const done = await handing.act({ params: { accountId }, body })
    if (!done.ok) return
    tell(words.handedOver)
    onDone()
  }
  return (
    <Modal
      open
      width={640}
      title={say.handOverTitle}
      okText={say.handOver}
      cancelText={say.cancel}
      okButtonProps={{ disabled: reason.trim().length < 2 || !open.data, loading: handing.busy }}
      onOk={() => void hand()}
      onCancel={onDone}
    >
      <ProblemAlert problem={open.problem} onRetry={open.retry} />
      <p>{say.handOverMeans}</p>
      <Radio.Group
        value={leaves}
        options={[
          { value: true, label: say.leaves },
          { value: false, label: say.changes },
        ]}
        onChange={(event) => setLeaves(event.target.value as boolean)}
      />
      <DialogField label={say.successor}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={say.nobody}
            value={successor}
            options={(open.data?.successors ?? []).map((each) => ({
              value: each.accountId,
              label: `${each.name} (${each.post[locale]})`,
            }))}
            onChange={(next?: string) => setSuccessor(next ?? null)}
          />
        )}
      </DialogField>
      <section className="ac-section">
        <h2>{say.work}</h2>
        {open.loading ? <Waiting /> : null}
        {open.data && work.length === 0 ? <p>{say.noWork}</p> : null}
        {work.map((kind) => (
          <WorkOfKind
            key={kind.kind}
            work={kind}
            taker={takerOf(kind, chosen, successor)}
            onChoose={(taker) => setChosen((now) => ({ ...now, [kind.kind]: taker }))}
          />
        ))}
      </section>
      <DialogField label={say.reason}>
        {(id) => <Input id={id} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </DialogField>
      <ProblemAlert problem={handing.problem} takesFocus />
    </Modal>
  )
}

function takerOf({ kind, takers }: Work, chosen: Chosen, successor: string | null): string {
  const own = chosen[kind]
  if (own) return own
  const fits = takers?.some((each) => each.accountId === successor && each.mayNot.length === 0) ?? false
  return fits && successor !== null ? successor : NOBODY
}

function WorkOfKind({ work, taker, onChoose }: { work: Work; taker: string; onChoose: (taker: string) => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const id = useId()
  return (
    <div className="ac-kind" role="group" aria-label={work.name[locale]}>
      <b>
        {work.name[locale]} {work.count}
      </b>{' '}
      <span className="sj-meta">{work.becomes[locale]}</span>
      <ul className="ac-work">
        {work.items.map((item) => (
          <li key={item.id}>
            <SentenceText sentence={item.title} />
          </li>
        ))}
        {work.count > work.items.length ? (
          <li>
            <SentenceText sentence={words.more(work.count)} />
          </li>
        ) : null}
      </ul>
      {work.takers ? (
        <div className="ac-takes">
          <label htmlFor={id}>{words.whoTakes(work.name)[locale]}</label>
          <Select
            id={id}
            value={taker}
            options={[
              { value: NOBODY, label: say.nobody },
              ...work.takers.map((each) => {
                const because = each.mayNot[0]?.because[locale]
                return {
                  value: each.accountId,
                  label: `${each.name} (${each.post[locale]})${because ? ` · ${because}` : ''}`,
                  disabled: because !== undefined,
                }
              }),
            ]}
            onChange={onChoose}
          />
        </div>
      ) : null}
      {work.colleagues?.length === 0 ? <Callout tone="attention" title={say.nobodyLeft} /> : null}
      {work.colleagues && work.colleagues.length > 0 ? (
        <p className="sj-meta">
          {say.goOn}: {work.colleagues.map(({ name, post }) => `${name} (${post[locale]})`).join('、')}
        </p>
      ) : null}
    </div>
  )
}
