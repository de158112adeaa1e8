import { Button, Input, InputNumber, Select } from 'antd'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { compareLevels, isSkillLevel, levelName, numberOfLevel, SKILL_LEVELS } from '../../../kernel/values/public.ts'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { type AnswerOf, Callout, DateField, ProblemAlert, useLocale, useWords } from '../../../platform/ui/public.ts'
import type { ClassPlan, classChoices } from './contract.ts'
import { pageWords } from './page-words.ts'
import { completePlan, missingFields, type PlanGiven, saidOfFields } from './plan-given.ts'
import './classes.css'

type Choices = AnswerOf<typeof classChoices>
type Option = { value: string; label: string }

type PlanFormProps = {
  initial: PlanGiven
  choices: Choices
  saveLabel: string
  busy: boolean
  problem: ProblemDocument | null
  onSave: (plan: ClassPlan) => void
}

/** What may be chosen, given what is chosen already: occupations, levels and sites are those of the agreements. */
function useOptions(choices: Choices, given: PlanGiven) {
  const locale = useLocale()
  const say = useWords(pageWords)
  const agreed = choices.agreed.filter((item) => item.occupation.id === given.occupationId)
  const highest = agreed
    .map((item) => item.highestLevel)
    .filter(isSkillLevel)
    .toSorted(compareLevels)
    .at(-1)
  const coded = (codes: Choices['kinds']): Option[] =>
    codes.map(({ code, name }) => ({ value: code, label: name[locale] }))
  const occupations = new Map(choices.agreed.map(({ occupation }) => [occupation.id, occupation.name[locale]]))
  const site = choices.sites.find((each) => each.id === given.siteId)
  return {
    kind: coded(choices.kinds),
    certificateKind: coded(choices.certificateKinds),
    fund: coded(choices.funds),
    occupationId: [...occupations].map(([value, label]) => ({ value, label })),
    level: SKILL_LEVELS.filter(
      (level) => numberOfLevel(level) !== null && (highest === undefined || compareLevels(level, highest) <= 0),
    ).map((level) => ({ value: level, label: levelName(level)[locale] })),
    siteId: choices.sites.map((each) => ({ value: each.id, label: each.name })),
    roomId: (site?.rooms ?? []).map((room) => ({ value: room.id, label: say.seats(room.name, room.seats) })),
    instructorId: choices.instructors.map((each) => ({ value: each.id, label: `${each.maskedName} ${each.title}` })),
    payee: (['person', 'provider'] as const).map((value) => ({ value, label: say.payees[value] })),
    agreements: agreed.map((item) => say.agreed(item.agreement, item.toDate)),
  }
}

/** The plan of a class, to be filled in. What the server refuses is said at its field as well as on top. */
export function PlanForm({ initial, choices, saveLabel, busy, problem, onSave }: PlanFormProps) {
  const say = useWords(pageWords)
  const id = useId()
  const [given, setGiven] = useState(initial)
  const [tried, setTried] = useState(false)
  const options = useOptions(choices, given)
  const said = saidOfFields(problem)
  const missing = missingFields(given)
  const set = (change: Partial<PlanGiven>) => setGiven((now) => ({ ...now, ...change }))

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const plan = completePlan(given)
    if (plan) onSave(plan)
  }

  const attributes = (name: keyof ClassPlan) => ({
    id: `${id}-${name}`,
    'aria-describedby': said.has(name) ? `${id}-${name}-said` : undefined,
  })
  const wrong = (name: keyof ClassPlan) =>
    said.has(name) || (tried && missing.includes(name)) ? ({ status: 'error' } as const) : {}
  const field = (name: keyof ClassPlan, input: ReactNode, note?: string) => (
    <div className="plan-field">
      <label htmlFor={`${id}-${name}`}>{say.plan[name]}</label>
      {input}
      {note ? <small className="sj-meta">{note}</small> : null}
      {said.has(name) ? (
        <small className="plan-said" id={`${id}-${name}-said`}>
          {said.get(name)}
        </small>
      ) : null}
    </div>
  )
  const choose = (
    name:
      | 'kind'
      | 'certificateKind'
      | 'fund'
      | 'occupationId'
      | 'level'
      | 'siteId'
      | 'roomId'
      | 'instructorId'
      | 'payee',
    also: Partial<PlanGiven> = {},
    note?: string,
  ) =>
    field(
      name,
      <Select<string>
        {...attributes(name)}
        {...wrong(name)}
        value={given[name] || null}
        placeholder={say.choose}
        options={options[name]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(value) => set({ ...also, [name]: value })}
      />,
      note,
    )
  const number = (name: 'theoryHours' | 'practiceHours' | 'capacity', min: number) =>
    field(
      name,
      <InputNumber
        {...attributes(name)}
        {...wrong(name)}
        min={min}
        max={2000}
        precision={0}
        value={given[name]}
        onChange={(value) => set({ [name]: value })}
      />,
    )

  return (
    <form onSubmit={save} noValidate>
      {choices.agreed.length === 0 ? <Callout tone="attention" title={say.noAgreement} /> : null}
      <ProblemAlert
        problem={
          problem && { ...problem, items: problem.items.map((item) => ({ ...item, at: labelOf(item.at, say.plan) })) }
        }
        takesFocus
      />
      {tried && missing.length > 0 ? (
        <p className="plan-said" role="alert">
          {say.missing(missing.map((name) => say.plan[name]).join('、'))}
        </p>
      ) : null}
      <div className="plan-fields">
        {field(
          'number',
          <Input
            {...attributes('number')}
            {...wrong('number')}
            maxLength={40}
            value={given.number ?? ''}
            onChange={(event) => set({ number: event.target.value })}
          />,
          say.plan.numberExample,
        )}
        {choose('kind')}
        {choose('occupationId', { level: null }, options.agreements[0])}
        {choose('level')}
        {choose('certificateKind')}
        {choose('siteId', { roomId: null })}
        {choose('roomId')}
        {choose('instructorId')}
        {field(
          'startsOn',
          <DateField id={`${id}-startsOn`} value={given.startsOn ?? ''} onChange={(startsOn) => set({ startsOn })} />,
        )}
        {field(
          'endsOn',
          <DateField id={`${id}-endsOn`} value={given.endsOn ?? ''} onChange={(endsOn) => set({ endsOn })} />,
        )}
        {number('theoryHours', 0)}
        {number('practiceHours', 0)}
        {number('capacity', 1)}
        {choose('payee')}
        {choose('fund')}
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        {saveLabel}
      </Button>
    </form>
  )
}

/** `body.siteId` as the form calls it. */
function labelOf(at: string, labels: Readonly<Record<string, string>>): string {
  return labels[at.replace(/^body\./, '')] ?? at
}
