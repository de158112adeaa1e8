import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { moveDemonstrationDate } from '../../kernel/access/contract.ts'
import { CivilDate, DateField, daysLater, ProblemAlert, useAct, useViewer, useWords } from '../../platform/ui/public.ts'
import { words } from './words.ts'

function DateForm({ from, onDone }: { from: string; onDone: () => void }) {
  const say = useWords(words)
  const moving = useAct(moveDemonstrationDate)
  const [date, setDate] = useState(from)
  const [time, setTime] = useState('')

  async function move(event: FormEvent) {
    event.preventDefault()
    const done = await moving.act({ body: { businessDate: date, ...(time ? { time } : {}) } })
    if (done.ok) onDone()
  }

  return (
    <form className="strip-form" onSubmit={move}>
      <DateField aria-label={say.newDate} value={date} onChange={setDate} />
      <input
        type="time"
        className="strip-time"
        aria-label={say.newTime}
        title={say.newTime}
        value={time}
        onChange={(event) => setTime(event.target.value)}
      />
      <Button size="small" onClick={() => setDate(daysLater(date || from, 1))}>
        {say.dayLater}
      </Button>
      <Button size="small" onClick={() => setDate(daysLater(date || from, 7))}>
        {say.weekLater}
      </Button>
      <Button size="small" type="primary" htmlType="submit" loading={moving.busy} disabled={date === ''}>
        {say.apply}
      </Button>
      <Button size="small" type="text" onClick={onDone}>
        {say.cancel}
      </Button>
      <ProblemAlert problem={moving.problem} />
    </form>
  )
}

/** On every page of a demonstration district: these are not real people, and this is the day it pretends to be. */
export function DemonstrationStrip() {
  const say = useWords(words)
  const { businessDate, may } = useViewer()
  const [changing, setChanging] = useState(false)
  return (
    <aside className="strip" aria-label={say.demonstration}>
      <span>
        <b>{say.demonstration}</b> · {say.businessDate} <CivilDate date={businessDate} />
      </span>
      {changing ? <DateForm from={businessDate} onDone={() => setChanging(false)} /> : null}
      {!changing && may('clock.move') ? (
        <button type="button" className="strip-change" onClick={() => setChanging(true)}>
          {say.changeDate}
        </button>
      ) : null}
    </aside>
  )
}
