import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import {
  AddPaper,
  Callout,
  DialogField,
  Instant,
  Modal,
  ProblemAlert,
  SealedFile,
  StateTag,
  useAct,
  useCall,
  useLocale,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import {
  addInspectionPhoto,
  confirmInspection,
  type Inspection,
  inspectionsOfClass,
  openInspectionPhoto,
  recordInspection,
  type SessionToInspect,
} from './contract.ts'
import { words } from './words.ts'
import './inspections.css'

/** Inspections of a class: what two inspectors found, and a form that is filled in standing, on a phone. */
export function InspectionsPanel({ classId }: { classId: string; editable: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const mayRecord = useViewer().may(recordInspection.may)
  const reading = useCall(inspectionsOfClass, { params: { classId } })
  const [recording, setRecording] = useState(false)
  const { data } = reading
  if (!data) return reading.problem ? <ProblemAlert problem={reading.problem} onRetry={reading.retry} /> : <Waiting />
  const mayNow = mayRecord && data.mayNot === null
  return (
    <section aria-label={say.title}>
      <h2>{say.title}</h2>
      <p className="sj-meta">{say.explained}</p>
      {mayRecord && data.mayNot ? <Callout tone="attention" title={data.mayNot[locale]} /> : null}
      {mayNow && data.sessions.length === 0 ? <p>{say.noSessions}</p> : null}
      {mayNow && data.sessions.length > 0 ? (
        <p>
          <Button type="primary" size="large" className="inspection-big" onClick={() => setRecording(true)}>
            {say.record}
          </Button>
        </p>
      ) : null}
      {data.inspections.length === 0 ? (
        <div className="sj-empty">
          <p>{say.empty}</p>
        </div>
      ) : (
        <ul className="inspections">
          {data.inspections.map((each) => (
            <li key={each.id}>
              <Found classId={classId} found={each} mayAdd={mayNow} />
            </li>
          ))}
        </ul>
      )}
      {recording ? (
        <Record classId={classId} sessions={data.sessions} now={data.now} onDone={() => setRecording(false)} />
      ) : null}
    </section>
  )
}

/** One inspection: the two figures side by side, who stands by it, its photos. */
function Found({ classId, found, mayAdd }: { classId: string; found: Inspection; mayAdd: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const mayOpen = useViewer().may(openInspectionPhoto.may)
  const confirming = useAct(confirmInspection)
  const opening = useAct(openInspectionPhoto)
  const { id, day, from, to, at, headCount, signedIn, short, note, by, confirmed, photos, mayConfirm } = found
  const params = { classId, inspectionId: id }

  async function confirm() {
    const done = await confirming.act({ params })
    if (done.ok) tell(words.confirmed)
  }
  async function open(photoId: string) {
    const done = await opening.act({ params: { ...params, photoId } })
    return done.ok ? (done.answer as Blob) : undefined
  }

  return (
    <article className="inspection" data-short={short || undefined}>
      <h3 className="sj-num">
        {day} {at} <small className="sj-meta">{`${from}–${to}`}</small>
      </h3>
      <dl>
        <div>
          <dt>{say.counted}</dt>
          <dd className="sj-num">{headCount}</dd>
        </div>
        <div>
          <dt>{say.signedIn}</dt>
          <dd className="sj-num">{signedIn ?? say.unknown}</dd>
        </div>
      </dl>
      <p>
        {short ? <StateTag tone="refused">{say.short}</StateTag> : null}{' '}
        {confirmed ? (
          <StateTag tone="good">{say.confirmed}</StateTag>
        ) : (
          <StateTag tone="attention">{say.waits}</StateTag>
        )}
      </p>
      {note ? <p className="inspection-note">{note}</p> : null}
      <p className="sj-meta">
        {say.inspectors}: {by.post[locale]} <Instant at={by.at} />
        {confirmed ? (
          <>
            {' '}
            · {confirmed.post[locale]} <Instant at={confirmed.at} />
          </>
        ) : null}
      </p>
      {photos.map((photo) =>
        mayOpen ? (
          <SealedFile
            key={photo.id}
            file={photo}
            title={say.opening}
            busy={opening.busy}
            onOpen={() => open(photo.id)}
          />
        ) : (
          <span key={photo.id} className="sj-meta">
            {photo.name}
          </span>
        ),
      )}
      <ProblemAlert problem={opening.problem} />
      {mayConfirm ? (
        <p>
          <Button
            type="primary"
            size="large"
            className="inspection-big"
            loading={confirming.busy}
            onClick={() => void confirm()}
          >
            {say.confirm}
          </Button>
        </p>
      ) : null}
      <ProblemAlert problem={confirming.problem} takesFocus />
      {mayAdd ? <AddPhoto classId={classId} inspectionId={id} /> : null}
    </article>
  )
}

function AddPhoto({ classId, inspectionId }: { classId: string; inspectionId: string }) {
  const say = useWords(words)
  return (
    <AddPaper
      say={{ addFile: say.photo, fileHint: say.photoHint, fileKept: say.photoKept }}
      takes={addInspectionPhoto}
      inputOf={(file) => ({ params: { classId, inspectionId }, query: { fileName: file.name }, file })}
    />
  )
}

type RecordProps = {
  classId: string
  sessions: readonly SessionToInspect[]
  now: { sessionId: string; at: string } | null
  onDone: () => void
}

/** The count as it is taken: the session that is on, this minute, and two big buttons beside the figure. */
function Record({ classId, sessions, now, onDone }: RecordProps) {
  const say = useWords(words)
  const tell = useTell()
  const recording = useAct(recordInspection)
  const [sessionId, setSessionId] = useState(now?.sessionId ?? sessions[0]?.id ?? '')
  const [at, setAt] = useState(now?.at ?? '')
  const [heads, setHeads] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const ready = sessionId !== '' && /^\d{2}:\d{2}$/.test(at) && heads !== null
  async function save() {
    if (heads === null) return
    const done = await recording.act({ params: { classId }, body: { sessionId, at, headCount: heads, note } })
    if (!done.ok) return
    tell(words.saved)
    onDone()
  }
  const step = (by: number) => setHeads((count) => Math.max(0, (count ?? 0) + by))
  return (
    <Modal
      open
      title={say.record}
      okText={say.save}
      cancelText={say.cancel}
      okButtonProps={{ disabled: !ready, loading: recording.busy, size: 'large' }}
      cancelButtonProps={{ size: 'large' }}
      onOk={() => void save()}
      onCancel={onDone}
    >
      <DialogField label={say.session}>
        {(id) => (
          <Select
            id={id}
            className="inspection-choice"
            size="large"
            value={sessionId}
            onChange={setSessionId}
            options={sessions.map((each) => ({ value: each.id, label: `${each.day} ${each.from}–${each.to}` }))}
          />
        )}
      </DialogField>
      <DialogField label={say.at}>
        {(id) => <Input id={id} size="large" type="time" value={at} onChange={(event) => setAt(event.target.value)} />}
      </DialogField>
      <DialogField label={say.headCount}>
        {(id) => (
          <div className="inspection-count">
            <Button size="large" aria-label={say.fewer} onClick={() => step(-1)}>
              −
            </Button>
            <InputNumber
              id={id}
              size="large"
              min={0}
              max={1000}
              precision={0}
              value={heads}
              onChange={setHeads}
              controls={false}
            />
            <Button size="large" aria-label={say.more} onClick={() => step(1)}>
              +
            </Button>
          </div>
        )}
      </DialogField>
      <DialogField label={say.note} hint={say.noteHint}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </DialogField>
      <ProblemAlert problem={recording.problem} takesFocus />
    </Modal>
  )
}
