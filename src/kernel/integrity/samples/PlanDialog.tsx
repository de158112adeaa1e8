import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import {
  DateField,
  DialogField,
  Modal,
  ProblemAlert,
  useAct,
  useCall,
  useGo,
  useLocale,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { countCandidates, planSample, samplingChoices } from './contract.ts'
import { pageWords } from './page-words.ts'
import './samples.css'
import { words } from './words.ts'

const NOTHING = { population: 'payment', from: '', to: '', organisation: '', scheme: '', state: '' }
const STRATA = ['none', 'organisation', 'scheme', 'state'] as const

const fenOf = (yuan: number | null) => (yuan === null ? {} : { fen: String(Math.round(yuan * 100)) })

/** From which records, how many: asked before anybody can know the seed. */
function PlanDialog({ onDone }: { onDone: () => void }) {
  const say = { ...useWords(words), ...useWords(pageWords) }
  const locale = useLocale()
  const tell = useTell()
  const go = useGo()
  const { data: choices } = useCall(samplingChoices)
  const [asked, setAsked] = useState(NOTHING)
  const [least, setLeast] = useState<number | null>(null)
  const [most, setMost] = useState<number | null>(null)
  const [purpose, setPurpose] = useState('')
  const [take, setTake] = useState(20)
  const [strata, setStrata] = useState<(typeof STRATA)[number]>('none')
  const chosen = choices?.populations.find(({ kind }) => kind === asked.population)
  const set = (name: keyof typeof NOTHING) => (value: string | undefined) =>
    setAsked((now) => ({ ...now, ...(name === 'population' ? NOTHING : {}), [name]: value ?? '' }))
  const leastFen = chosen?.ofMoney ? fenOf(least).fen : undefined
  const mostFen = chosen?.ofMoney ? fenOf(most).fen : undefined
  const filter = {
    population: asked.population,
    ...(asked.from ? { from: asked.from } : {}),
    ...(asked.to ? { to: asked.to } : {}),
    ...(asked.organisation ? { organisation: asked.organisation } : {}),
    ...(asked.scheme && chosen?.ofMoney ? { scheme: asked.scheme } : {}),
    ...(asked.state ? { state: asked.state } : {}),
    ...(leastFen ? { leastFen } : {}),
    ...(mostFen ? { mostFen } : {}),
  }
  const counted = useCall(countCandidates, { query: filter })
  const planning = useAct(planSample)

  async function plan() {
    const stratifiedBy = strata === 'none' ? null : strata
    const done = await planning.act({ body: { ...filter, purpose, stratifiedBy, take } })
    if (!done.ok) return
    tell(pageWords.planned)
    onDone()
    go(`/samples/${done.answer.id}`)
  }

  const candidates = counted.data?.candidates
  return (
    <Modal
      open
      title={say.plan}
      width={680}
      okText={say.submit}
      cancelText={say.cancel}
      okButtonProps={{ disabled: purpose.trim().length < 2 || !candidates, loading: planning.busy }}
      onOk={() => void plan()}
      onCancel={onDone}
    >
      <p className="sj-meta">{say.planMeans}</p>
      <DialogField label={say.purpose} hint={say.purposeHint}>
        {(id) => <Input id={id} maxLength={300} value={purpose} onChange={(e) => setPurpose(e.target.value)} />}
      </DialogField>
      <DialogField label={say.population}>
        {(id) => (
          <Select
            id={id}
            className="sample-wide"
            value={asked.population}
            options={choices?.populations.map(({ kind, name }) => ({ value: kind, label: name[locale] })) ?? []}
            onChange={set('population')}
          />
        )}
      </DialogField>
      <DialogField label={say.from} hint={chosen ? pageWords.dated(chosen.dated[locale])[locale] : undefined}>
        {(id) => <DateField id={id} value={asked.from} onChange={set('from')} />}
      </DialogField>
      <DialogField label={say.to}>{(id) => <DateField id={id} value={asked.to} onChange={set('to')} />}</DialogField>
      <DialogField label={say.organisation}>
        {(id) => (
          <Select
            id={id}
            className="sample-wide"
            allowClear
            placeholder={say.any}
            value={asked.organisation || null}
            options={choices?.organisations.map((each) => ({ value: each.id, label: each.name })) ?? []}
            onChange={(value) => set('organisation')(value ?? '')}
          />
        )}
      </DialogField>
      <DialogField label={say.state}>
        {(id) => (
          <Select
            id={id}
            className="sample-wide"
            allowClear
            placeholder={say.any}
            value={asked.state || null}
            options={chosen?.states.map((each) => ({ value: each.id, label: each.name[locale] })) ?? []}
            onChange={(value) => set('state')(value ?? '')}
          />
        )}
      </DialogField>
      {chosen?.ofMoney ? (
        <>
          <DialogField label={say.scheme}>
            {(id) => (
              <Select
                id={id}
                className="sample-wide"
                allowClear
                placeholder={say.any}
                value={asked.scheme || null}
                options={choices?.schemes.map((each) => ({ value: each.id, label: each.name[locale] })) ?? []}
                onChange={(value) => set('scheme')(value ?? '')}
              />
            )}
          </DialogField>
          <DialogField label={say.least}>
            {(id) => <InputNumber id={id} min={0} value={least} onChange={setLeast} />}
          </DialogField>
          <DialogField label={say.most}>
            {(id) => <InputNumber id={id} min={0} value={most} onChange={setMost} />}
          </DialogField>
        </>
      ) : null}
      <DialogField label={say.strata}>
        {(id) => (
          <Select
            id={id}
            className="sample-wide"
            value={strata}
            options={STRATA.filter((each) => each !== 'scheme' || chosen?.ofMoney).map((each) => ({
              value: each,
              label: say.byStratum[each],
            }))}
            onChange={setStrata}
          />
        )}
      </DialogField>
      <DialogField label={say.take}>
        {(id) => <InputNumber id={id} min={1} max={500} value={take} onChange={(value) => setTake(value ?? 1)} />}
      </DialogField>
      <p aria-live="polite">
        <b>
          {candidates === undefined
            ? ''
            : candidates === null
              ? pageWords.over(choices?.most ?? 0)[locale]
              : pageWords.candidatesNow(candidates)[locale]}
        </b>
      </p>
      <ProblemAlert problem={planning.problem ?? counted.problem} takesFocus />
    </Modal>
  )
}

/** The button that opens the plan. */
export function PlanButton() {
  const say = useWords(pageWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say.plan}
      </Button>
      {open ? <PlanDialog onDone={() => setOpen(false)} /> : null}
    </>
  )
}
