import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import {
  type Column,
  CivilDate,
  DateField,
  DenseTable,
  Modal,
  PageFrame,
  ProblemAlert,
  StateTag,
  useAct,
  useCall,
  useFilters,
  useTell,
  useViewer,
  useWords,
} from '../../platform/ui/public.ts'
import { changeCalendar, readCalendar } from './contract.ts'
import { words } from './words.ts'

type Day = { day: string; kind: 'holiday' | 'workday' | null; name: string; changedHere: boolean }

/** The county's working calendar: official days off and make-up days, and what differs here. */
export default function CalendarPage() {
  const say = useWords(words)
  const viewer = useViewer()
  const { filters, set } = useFilters({ year: Number(viewer.businessDate.slice(0, 4)) })
  const calendar = useCall(readCalendar, { query: { year: filters.year } })
  const [changing, setChanging] = useState<Partial<Day> | null>(null)
  const mayEdit = viewer.may('calendar.edit')
  const kindOf = (day: Day) => (day.kind === null ? say.asOfficial : day.kind === 'holiday' ? say.holiday : say.workday)
  const columns: Column<Day>[] = [
    { key: 'day', title: say.day, width: 130, show: (day) => <CivilDate date={day.day} /> },
    { key: 'kind', title: say.kind, width: 160, show: (day) => kindOf(day) },
    { key: 'name', title: say.name, show: (day) => day.name },
    {
      key: 'here',
      title: '',
      width: 120,
      show: (day) => (day.changedHere ? <StateTag tone="attention">{say.changedHere}</StateTag> : null),
    },
  ]
  const years = [...new Set([...(calendar.data?.years ?? []), filters.year])].sort((a, b) => a - b)
  return (
    <PageFrame
      title={say.calendar}
      meta={say.calendarLead}
      actions={
        <>
          <Select
            aria-label={say.year}
            value={filters.year}
            onChange={(year) => set({ year })}
            options={years.map((year) => ({ value: year, label: String(year) }))}
          />
          {mayEdit ? (
            <Button type="primary" onClick={() => setChanging({})}>
              {say.change}
            </Button>
          ) : null}
        </>
      }
    >
      <DenseTable
        label={say.calendar}
        columns={columns}
        rows={calendar.data?.days}
        rowKey={(day) => day.day}
        empty={{ sentence: say.noDays }}
        problem={calendar.problem}
        onRetry={calendar.retry}
        refreshing={calendar.refreshing}
        {...(mayEdit ? { onOpen: (day: Day) => setChanging(day) } : {})}
      />
      {changing ? <ChangeDay day={changing} onDone={() => setChanging(null)} /> : null}
    </PageFrame>
  )
}

function ChangeDay({ day, onDone }: { day: Partial<Day>; onDone: () => void }) {
  const say = useWords(words)
  const tell = useTell()
  const id = useId()
  const { act, busy, problem } = useAct(changeCalendar)
  const [date, setDate] = useState(day.day ?? '')
  const [kind, setKind] = useState<Day['kind']>(day.kind ?? 'holiday')
  const [reason, setReason] = useState(day.changedHere ? (day.name ?? '') : '')
  const save = async () => {
    const done = await act({ params: { day: date }, body: { kind, reason } })
    if (!done.ok) return
    tell(words.saved)
    onDone()
  }
  const ready = date !== '' && reason.trim().length >= 2
  return (
    <Modal
      open
      title={say.change}
      okText={say.save}
      cancelText={say.cancel}
      onOk={() => void save()}
      onCancel={onDone}
      okButtonProps={{ disabled: !ready, loading: busy }}
    >
      <ProblemAlert problem={problem} />
      <p>
        <label htmlFor={`${id}-day`}>{say.day}</label>
        <br />
        <DateField id={`${id}-day`} value={date} onChange={setDate} />
      </p>
      <p>
        <label htmlFor={`${id}-kind`}>{say.kind}</label>
        <br />
        <Select<'holiday' | 'workday' | 'official'>
          id={`${id}-kind`}
          value={kind ?? 'official'}
          style={{ width: 200 }}
          onChange={(chosen) => setKind(chosen === 'official' ? null : chosen)}
          options={[
            { value: 'holiday', label: say.holiday },
            { value: 'workday', label: say.workday },
            { value: 'official', label: say.asOfficial },
          ]}
        />
      </p>
      <p>
        <label htmlFor={`${id}-reason`}>{say.reason}</label>
        <br />
        <Input id={`${id}-reason`} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      </p>
    </Modal>
  )
}
