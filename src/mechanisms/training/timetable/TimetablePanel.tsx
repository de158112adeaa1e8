import { Button } from 'antd'
import { useEffect, useReducer } from 'react'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import {
  ActionBar,
  Callout,
  CivilDate,
  type Column,
  DenseTable,
  ProblemAlert,
  useAct,
  useCall,
  useTell,
  useWords,
} from '../../../platform/ui/public.ts'
import { classChoices, type TrainingClass } from '../classes/contract.ts'
import { CopyDay } from './CopyDay.tsx'
import { putTimetable } from './contract.ts'
import { edited, type EditRow, given, isComplete, isUnsaved, startEditing } from './editing.ts'
import { PatternForm } from './PatternForm.tsx'
import { pageWords } from './page-words.ts'
import { type Session, type SessionGiven, SESSIONS_AT_MOST } from './shape.ts'
import { TimetableGrid } from './TimetableGrid.tsx'
import { Standing, Totals } from './TimetableSummary.tsx'
import { useConflicts } from './useConflicts.ts'
import './timetable.css'

const asRow = ({ id, roomName: _r, instructorName: _i, ...session }: Session): EditRow => ({ ...session, key: id })

const asNewRow = (session: SessionGiven): EditRow => ({ ...session, key: crypto.randomUUID() })

/** The timetable of a class: to read, or, while the class may change, to generate and edit. */
export function TimetablePanel({ trainingClass, editable }: { trainingClass: TrainingClass; editable: boolean }) {
  return editable ? (
    <TimetableEditor key={trainingClass.id} trainingClass={trainingClass} />
  ) : (
    <TimetableTable trainingClass={trainingClass} />
  )
}

function TimetableTable({ trainingClass }: { trainingClass: TrainingClass }) {
  const say = useWords(pageWords)
  const columns: Column<Session>[] = [
    { key: 'day', title: say.day, width: 110, show: (session) => <CivilDate date={session.day} /> },
    {
      key: 'time',
      title: `${say.from}–${say.to}`,
      width: 120,
      show: (session) => <span className="sj-num">{`${session.from}–${session.to}`}</span>,
    },
    { key: 'hours', title: say.hours, width: 60, kind: 'number', show: (session) => session.classHours },
    { key: 'kind', title: say.kind, width: 150, show: (session) => say[session.kind] },
    { key: 'room', title: say.room, width: 160, show: (session) => session.roomName },
    { key: 'instructor', title: say.instructor, width: 120, show: (session) => session.instructorName },
    { key: 'reason', title: say.reason, show: (session) => session.reason },
  ]
  return (
    <>
      <Totals sessions={trainingClass.sessions} plan={trainingClass} />
      <DenseTable
        label={say.title}
        columns={columns}
        rows={trainingClass.sessions}
        rowKey={(session) => session.id}
        empty={{ sentence: say.emptyReadOnly }}
      />
    </>
  )
}

/** Asks before the window is closed or reloaded over unsaved rows. */
function useWarnBeforeLeaving(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}

/** Every sentence names its rows as the grid counts them; where they stand in the request helps nobody. */
function withoutPlaces(problem: ProblemDocument): ProblemDocument {
  return { ...problem, items: problem.items.map((item) => ({ ...item, at: '' })) }
}

function TimetableEditor({ trainingClass }: { trainingClass: TrainingClass }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const choices = useCall(classChoices)
  const saving = useAct(putTimetable)
  const [editing, dispatch] = useReducer(edited, trainingClass.sessions.map(asRow), startEditing)
  const { rows } = editing
  const { findings, more, checking, failed } = useConflicts(trainingClass.id, rows, true)
  const unsaved = isUnsaved(editing)
  useWarnBeforeLeaving(unsaved)
  const rooms =
    choices.data?.sites.flatMap((site) =>
      site.rooms.map((room) => ({ id: room.id, name: `${room.name} (${room.seats})` })),
    ) ?? []
  const instructors =
    choices.data?.instructors.map((each) => ({ id: each.id, name: `${each.maskedName} ${each.title}` })) ?? []

  async function save() {
    const done = await saving.act({ params: { classId: trainingClass.id }, body: { sessions: rows.map(given) } })
    if (!done.ok) return
    dispatch({ kind: 'saved', rows: done.answer.sessions.map(asRow) })
    tell(pageWords.saved)
  }

  function addRow() {
    const last = rows.at(-1)
    const blank = { day: '', from: '08:30', to: '11:30', classHours: 4, kind: 'practice' as const, reason: '' }
    const row = last
      ? { ...given(last), reason: '' }
      : { ...blank, roomId: trainingClass.room.id, instructorId: trainingClass.instructor.id }
    dispatch({ kind: 'add', rows: [asNewRow({ ...row, day: '' })] })
  }

  return (
    <>
      <Totals sessions={rows} plan={trainingClass} />
      {rows.length > SESSIONS_AT_MOST ? <Callout tone="refused" title={say.tooMany(SESSIONS_AT_MOST)} /> : null}
      {rows.length > 0 && rows.length <= SESSIONS_AT_MOST ? (
        <Standing findings={findings} more={more} checking={checking} failed={failed} />
      ) : null}
      {rows.length === 0 ? <p>{say.empty}</p> : null}
      <ProblemAlert problem={choices.problem} onRetry={choices.retry} />
      {rows.length > 0 ? (
        <TimetableGrid
          rows={rows}
          findings={findings}
          rooms={rooms}
          instructors={instructors}
          onChange={(key, change) => dispatch({ kind: 'set', key, change })}
          onRemove={(key) => dispatch({ kind: 'remove', key })}
        />
      ) : null}
      <div className="tt-tools">
        <Button onClick={addRow}>{say.addRow}</Button>
        {rows.length > 0 ? <CopyDay rows={rows} onCopy={(copied) => dispatch({ kind: 'add', rows: copied })} /> : null}
      </div>
      <PatternForm
        trainingClass={trainingClass}
        hasRows={rows.length > 0}
        onMake={(sessions) => dispatch({ kind: 'replace', rows: sessions.map(asNewRow) })}
      />
      <ProblemAlert problem={saving.problem && withoutPlaces(saving.problem)} takesFocus />
      <ActionBar note={unsaved ? say.unsaved : null}>
        <Button
          type="primary"
          loading={saving.busy}
          disabled={!unsaved || !rows.every(isComplete)}
          onClick={() => void save()}
        >
          {say.save}
        </Button>
        <Button disabled={editing.before.length === 0} onClick={() => dispatch({ kind: 'undo' })}>
          {say.undo}
        </Button>
      </ActionBar>
    </>
  )
}
