import { Button, Checkbox } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { readCalendar } from '../../../kernel/reference/contract.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import { RunningText, useCall, useWords } from '../../../platform/ui/public.ts'
import type { TrainingClass } from '../classes/contract.ts'
import { HalfHourSelect, HoursField } from './fields.tsx'
import { pageWords } from './page-words.ts'
import { hoursLeft, patternSessions } from './pattern.ts'
import type { SessionGiven } from './shape.ts'
import { minuteOf, timeText } from './times.ts'

type HalfDayGiven = { on: boolean; from: string; to: string; classHours: number }

const WEEK = [1, 2, 3, 4, 5, 6, 7]

function HalfDay({
  label,
  value,
  onChange,
}: {
  label: string
  value: HalfDayGiven
  onChange: (value: HalfDayGiven) => void
}) {
  const say = useWords(pageWords)
  const name = (field: string) => `${label} ${field}`
  return (
    <div className="tt-half">
      <Checkbox checked={value.on} onChange={(event) => onChange({ ...value, on: event.target.checked })}>
        {label}
      </Checkbox>
      <HalfHourSelect label={name(say.from)} value={value.from} onChange={(from) => onChange({ ...value, from })} />
      <span aria-hidden>–</span>
      <HalfHourSelect label={name(say.to)} value={value.to} onChange={(to) => onChange({ ...value, to })} />
      <HoursField
        label={name(say.hours)}
        value={value.classHours}
        onChange={(classHours) => onChange({ ...value, classHours })}
      />
      <span>{say.hours}</span>
    </div>
  )
}

/** The holidays of the class's years, and the years nobody has entered. */
function useHolidays(startsOn: string, endsOn: string) {
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))]
  const [one, other] = [
    useCall(readCalendar, { query: { year: first } }),
    useCall(readCalendar, { query: { year: last } }),
  ]
  const days = [...(one.data?.days ?? []), ...(other.data?.days ?? [])]
  const known = one.data?.years ?? []
  return {
    ready: one.data !== undefined && other.data !== undefined,
    holidays: new Set(days.filter((day) => day.kind === 'holiday').map((day) => day.day)),
    missing: one.data ? [...new Set([first, last])].filter((year) => !known.includes(year)) : [],
  }
}

/** Makes a timetable of the class's plan by weekdays and half-days. */
export function PatternForm({
  trainingClass,
  hasRows,
  onMake,
}: {
  trainingClass: TrainingClass
  hasRows: boolean
  onMake: (sessions: SessionGiven[]) => void
}) {
  const say = useWords(pageWords)
  const id = useId()
  const { startsOn, endsOn, theoryHours, practiceHours, safetyHoursMinimum, room, instructor } = trainingClass
  const { holidays, missing, ready } = useHolidays(startsOn, endsOn)
  const [weekdays, setWeekdays] = useState<readonly number[]>([1, 2, 3, 4, 5])
  const [morning, setMorning] = useState<HalfDayGiven>({ on: true, from: '08:30', to: '11:30', classHours: 4 })
  const [left, setLeft] = useState({ theory: 0, practice: 0 })
  const [afternoon, setAfternoon] = useState<HalfDayGiven>({ on: true, from: '13:30', to: '16:30', classHours: 4 })

  function make(event: FormEvent) {
    event.preventDefault()
    const halfDays = [morning, afternoon]
      .filter((half) => half.on && half.from < half.to && half.classHours > 0)
      .map((half) => ({ startMinute: minuteOf(half.from), endMinute: minuteOf(half.to), classHours: half.classHours }))
    const plan = { startsOn: civilDate(startsOn), endsOn: civilDate(endsOn), theoryHours, practiceHours }
    const made = patternSessions(
      { ...plan, safetyHours: safetyHoursMinimum, weekdays, halfDays, roomId: room.id, instructorId: instructor.id },
      holidays,
    )
    setLeft(hoursLeft(plan, made))
    onMake(
      made.map(({ startMinute, endMinute, ...rest }) => ({
        ...rest,
        from: timeText(startMinute),
        to: timeText(endMinute),
      })),
    )
  }

  return (
    <form className="tt-pattern" onSubmit={make} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{say.pattern.title}</h3>
      <p className="sj-meta">
        <RunningText>{say.pattern.lead(startsOn, endsOn)}</RunningText>
      </p>
      <fieldset className="tt-weekdays">
        <legend className="sj-aloud">{say.pattern.weekdays}</legend>
        {WEEK.map((day) => (
          <Checkbox
            key={day}
            checked={weekdays.includes(day)}
            onChange={(event) =>
              setWeekdays(event.target.checked ? [...weekdays, day] : weekdays.filter((each) => each !== day))
            }
          >
            {say.weekday(day)}
          </Checkbox>
        ))}
      </fieldset>
      <HalfDay label={say.pattern.morning} value={morning} onChange={setMorning} />
      <HalfDay label={say.pattern.afternoon} value={afternoon} onChange={setAfternoon} />
      {missing.map((year) => (
        <p key={year} className="tt-note">
          {say.pattern.noCalendar(year)}
        </p>
      ))}
      {left.theory + left.practice > 0 ? (
        <p className="tt-note" role="status">
          {say.pattern.left(left.theory, left.practice)}
        </p>
      ) : null}
      <Button htmlType="submit" type={hasRows ? 'default' : 'primary'} disabled={!ready}>
        {hasRows ? say.pattern.again : say.pattern.generate}
      </Button>
    </form>
  )
}
