import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  Instant,
  localTime,
  ProblemAlert,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import {
  drawAttendance,
  liveOfClass,
  liveOfSession,
  type LiveOfSession,
  type LivePerson,
  type LiveSessionLine,
  openClassPhoto,
} from './contract.ts'
import { pageWords } from './page-words.ts'
import { KIND_WORDS, METHOD_WORDS, PHASE_WORDS, QUALITY_WORDS } from './words.ts'

/** Somebody's signs, one under another. */
function Signs({ person, show }: { person: LivePerson; show: (sign: LivePerson['signs'][number]) => React.ReactNode }) {
  return (
    <>
      {person.signs.map((sign) => (
        <div key={sign.id}>{sign.struck === null ? show(sign) : <s title={sign.struck}>{show(sign)}</s>}</div>
      ))}
    </>
  )
}

function People({ people }: { people: readonly LivePerson[] }) {
  const say = useWords(pageWords)
  const [kinds, methods, qualities] = [useWords(KIND_WORDS), useWords(METHOD_WORDS), useWords(QUALITY_WORDS)]
  const columns: Column<LivePerson>[] = [
    { key: 'seq', title: say.seq, width: 56, show: ({ seq }) => <span className="sj-num">{seq}</span> },
    { key: 'name', title: say.name, width: 100, show: ({ maskedName }) => maskedName },
    {
      key: 'kind',
      title: say.phase,
      width: 84,
      show: (person) =>
        person.signs.length === 0 ? (
          <StateTag tone="refused">{say.missing}</StateTag>
        ) : (
          <Signs person={person} show={(sign) => kinds[sign.kind]} />
        ),
    },
    {
      key: 'time',
      title: say.time,
      width: 72,
      show: (person) => <Signs person={person} show={(sign) => <span className="sj-num">{sign.time}</span>} />,
    },
    {
      key: 'method',
      title: say.method,
      width: 120,
      show: (person) => <Signs person={person} show={(sign) => methods[sign.method]} />,
    },
    {
      key: 'device',
      title: say.device,
      width: 96,
      show: (person) => <Signs person={person} show={(sign) => <span className="sj-num">{sign.device}</span>} />,
    },
    {
      key: 'late',
      title: say.late,
      width: 88,
      show: (person) => (
        <Signs person={person} show={(sign) => (sign.minutesLate > 0 ? say.minutes(sign.minutesLate) : '–')} />
      ),
    },
    {
      key: 'quality',
      title: say.quality,
      width: 72,
      show: (person) => <Signs person={person} show={(sign) => qualities[sign.quality]} />,
    },
    {
      key: 'reason',
      title: say.reason,
      width: 180,
      show: (person) => <Signs person={person} show={(sign) => sign.struck ?? (sign.reason || '–')} />,
    },
  ]
  return (
    <DenseTable
      label={say.people}
      columns={columns}
      rows={people}
      rowKey={({ enrolmentId }) => enrolmentId}
      empty={{ sentence: say.none }}
      problem={null}
    />
  )
}

function Photos({ classId, photos }: { classId: string; photos: LiveOfSession['photos'] }) {
  const say = useWords(pageWords)
  const opening = useAct(openClassPhoto)
  const [shown, setShown] = useState<string | null>(null)
  async function open(photoId: string) {
    const done = await opening.act({ params: { classId, photoId } })
    if (done.ok) setShown(URL.createObjectURL(done.answer as Blob))
  }
  if (photos.length === 0) return null
  return (
    <p>
      {photos.map(({ id, at }, nth) => (
        <Button key={id} size="small" onClick={() => void open(id)} title={localTime(at)}>
          {say.openPhoto(nth + 1)}
        </Button>
      ))}{' '}
      <span className="sj-meta">{say.photoRecorded}</span>
      <ProblemAlert problem={opening.problem} />
      {shown ? <img src={shown} alt={say.photoAlt} style={{ display: 'block', maxWidth: 480, marginTop: 8 }} /> : null}
    </p>
  )
}

function Refusals({ refusals }: { refusals: LiveOfSession['refusals'] }) {
  const say = useWords(pageWords)
  if (refusals.length === 0) return null
  return (
    <>
      <h3>{say.refusedTitle}</h3>
      <ul>
        {refusals.map(({ id, at, who, why, device, otherThan }) => (
          <li key={id}>
            <Instant at={at} /> {who ?? say.stranger} · {say.why[why]}
            {otherThan ? ` · ${say.otherPhone(otherThan)}` : ''} · {say.device} {device}
          </li>
        ))}
      </ul>
    </>
  )
}

function OneSession({ classId, sessionId }: { classId: string; sessionId: string }) {
  const { data, problem, retry } = useCall(liveOfSession, { params: { classId, sessionId } }, { everySeconds: 10 })
  if (!data) return problem ? <ProblemAlert problem={problem} onRetry={retry} /> : <Waiting rows={4} />
  return (
    <>
      <Photos classId={classId} photos={data.photos} />
      <Refusals refusals={data.refusals} />
      <People people={data.people} />
    </>
  )
}

/** How a class was signed live, session by session, and the sheet that is drawn from it. */
export function LivePanel({ classId, editable }: { classId: string; editable: boolean }) {
  const say = useWords(pageWords)
  const phases = useWords(PHASE_WORDS)
  const tell = useTell()
  const { data, problem, retry } = useCall(liveOfClass, { params: { classId } }, { everySeconds: 15 })
  const drawing = useAct(drawAttendance)
  const draws = useViewer().may(drawAttendance.may) && editable
  const [chosen, setChosen] = useState<string | null>(null)

  async function draw() {
    const done = await drawing.act({ params: { classId } })
    if (done.ok)
      tell(done.answer.outcome === 'drawn' ? say.drawn(done.answer.version) : say.unchanged(done.answer.version))
  }

  if (!data) return problem ? <ProblemAlert problem={problem} onRetry={retry} /> : <Waiting rows={4} />
  if (!data.hasLive) return <p className="sj-meta">{say.none}</p>
  const begun = data.sessions.filter(({ phase }) => phase !== null)
  const open = chosen ?? begun.find(({ phase }) => phase !== 'closed')?.sessionId ?? begun.at(-1)?.sessionId ?? null
  const number = (
    key: 'in' | 'late' | 'out' | 'leave' | 'missing' | 'photos' | 'refusals',
    title: string,
  ): Column<LiveSessionLine> => ({
    key,
    title,
    width: 64,
    kind: 'number',
    show: (line) => (line.phase === null ? '–' : line[key]),
  })
  const columns: Column<LiveSessionLine>[] = [
    {
      key: 'session',
      title: say.session,
      width: 190,
      show: (line) => (
        <span className="sj-num">
          {line.day} {line.from}–{line.to}
        </span>
      ),
    },
    {
      key: 'phase',
      title: say.phase,
      width: 96,
      show: ({ phase }) =>
        phase === null ? (
          <StateTag>{say.notOpen}</StateTag>
        ) : (
          <StateTag tone={phase === 'closed' ? 'plain' : 'good'}>{phases[phase]}</StateTag>
        ),
    },
    number('in', say.in),
    number('late', say.late),
    number('out', say.out),
    number('leave', say.leave),
    number('missing', say.missing),
    number('photos', say.photos),
    number('refusals', say.refusals),
  ]
  return (
    <section aria-label={say.title}>
      {draws ? (
        <p>
          <Button onClick={() => void draw()} loading={drawing.busy}>
            {say.draw}
          </Button>{' '}
          <span className="sj-meta">{say.drawHint}</span>
        </p>
      ) : null}
      <ProblemAlert problem={drawing.problem} />
      <p className="sj-meta">{say.choose}</p>
      <DenseTable
        label={say.title}
        columns={columns}
        rows={inOrder(data.sessions)}
        rowKey={({ sessionId }) => sessionId}
        empty={{ sentence: say.none }}
        problem={null}
        onOpen={(line) => setChosen(line.sessionId)}
      />
      {open ? (
        <>
          <h2>
            <SentenceText sentence={pageWords.people} /> ·{' '}
            {titleOf(data.sessions.find(({ sessionId }) => sessionId === open))}
          </h2>
          <OneSession key={open} classId={classId} sessionId={open} />
        </>
      ) : null}
    </section>
  )
}

/** What is on now first, then what was, the newest first, then what is still to come. */
function inOrder(sessions: readonly LiveSessionLine[]): LiveSessionLine[] {
  const rank = ({ phase }: LiveSessionLine) => (phase === null ? 2 : phase === 'closed' ? 1 : 0)
  const at = (line: LiveSessionLine) => `${line.day} ${line.from}`
  return sessions.toSorted(
    (a, b) => rank(a) - rank(b) || (rank(a) === 2 ? at(a).localeCompare(at(b)) : at(b).localeCompare(at(a))),
  )
}

const titleOf = (line: LiveSessionLine | undefined) => (line ? `${line.day} ${line.from}–${line.to}` : '')
