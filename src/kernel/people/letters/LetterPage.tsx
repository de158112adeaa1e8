import { Button } from 'antd'
import {
  Callout,
  CivilDate,
  type Column,
  DenseTable,
  GoLink,
  Instant,
  localTime,
  PageFrame,
  ParcelProgress,
  ProblemAlert,
  saveFile,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useLocale,
  usePageParams,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { AnswerPanel } from './AnswerPanel.tsx'
import { downloadLetterRoster, getLetter, type Letter, type LetterAnswer } from './contract.ts'
import { LetterPeople } from './LetterPeople.tsx'
import './letters.css'
import { STATE_TONE } from './tones.ts'
import { rosterFile, words } from './words.ts'

/** The roster for the other office, while it is valid; what to do afterwards. */
function Roster({ letter }: { letter: Letter }) {
  const say = useWords(words)
  const { may } = useViewer()
  const downloading = useAct(downloadLetterRoster)
  async function download() {
    const done = await downloading.act({ params: { letterId: letter.id } })
    if (done.ok) saveFile(done.answer as Blob, rosterFile.fileName(letter.number, letter.register))
  }
  if (letter.isExpired) {
    if (letter.state === 'answered') return null
    const again = { groups: letter.groups.map((group) => group.id).join(','), registers: letter.register }
    return (
      <Callout
        tone="attention"
        title={say.expiredTitle}
        evidence={
          may('letter.write') ? (
            <GoLink to="/letters/new" query={again}>
              {say.again} ▸
            </GoLink>
          ) : undefined
        }
      >
        {say.expiredNext}
      </Callout>
    )
  }
  if (!may('letter.roster')) return null
  return (
    <>
      <p>
        <Button
          type={letter.state === 'waiting' ? 'primary' : 'default'}
          loading={downloading.busy}
          onClick={() => void download()}
        >
          {say.download}
        </Button>{' '}
        <span className="sj-meta">{say.downloadRecorded}</span>
      </p>
      <ProblemAlert problem={downloading.problem} takesFocus />
    </>
  )
}

/** Every answer, newest first, with what of it was kept. */
function Answers({ answers }: { answers: readonly LetterAnswer[] }) {
  const say = useWords(words)
  const { may } = useViewer()
  const columns: Column<LetterAnswer>[] = [
    { key: 'office', title: say.answerOffice, width: 190, show: (answer) => answer.office },
    { key: 'asOf', title: say.asOf, width: 120, show: (answer) => <CivilDate date={answer.asOf} /> },
    {
      key: 'source',
      title: say.source,
      wraps: true,
      show: (answer) => (answer.fileName === null ? say.noHits : say.fromFile(answer.fileName)),
    },
    { key: 'lines', title: say.lines, width: 70, kind: 'number', show: (answer) => answer.lineCount },
    { key: 'hits', title: say.hits, width: 70, kind: 'number', show: (answer) => answer.hitCount },
    { key: 'strangers', title: say.strangersShort, width: 110, kind: 'number', show: (answer) => answer.strangerCount },
    { key: 'by', title: say.recordedBy, width: 80, show: (answer) => answer.byName },
    {
      key: 'at',
      title: say.recordedAt,
      width: 150,
      show: (answer) => <Instant at={answer.at} />,
    },
    ...(may('trail.read')
      ? [
          {
            key: 'trail',
            title: say.trail,
            width: 70,
            show: (answer: LetterAnswer) => <GoLink to={`/trail/letter-answer/${answer.id}`}>{say.trail}</GoLink>,
          },
        ]
      : []),
  ]
  return (
    <>
      <h2>{say.answers}</h2>
      <DenseTable
        label={say.answers}
        columns={columns}
        rows={answers}
        rowKey={(answer) => answer.id}
        empty={{ sentence: say.noAnswers }}
      />
    </>
  )
}

function Meta({ letter }: { letter: Letter }) {
  const say = useWords(words)
  const locale = useLocale()
  return (
    <>
      <StateTag tone={STATE_TONE[letter.state]}>{say.states[letter.state]}</StateTag>{' '}
      {`${say.registerName[letter.register]} · ${letter.office} · ${say.madeOn} ${letter.madeOn} · ${say.expiresOn} ${letter.expiresOn}`}
      <br />
      {`${say.purpose}: ${letter.purpose} · ${say.period} ${letter.from} – ${letter.to} · ${say.people} ${letter.personCount}`}
      {letter.groups.map((group) => (
        <span key={group.id}>
          {' · '}
          <GoLink to={`/classes/${group.id}`}>{group.title[locale]}</GoLink>
        </span>
      ))}
    </>
  )
}

/** One letter: its roster out, its answers back, and what they know of whom. */
export default function LetterPage() {
  const say = useWords(words)
  const { may } = useViewer()
  const { letterId } = usePageParams<'letterId'>()
  const { data, problem, retry } = useCall(getLetter, { params: { letterId } })
  const crumbs = [{ label: say.letters, to: '/letters' }]
  const letter = data?.id === letterId ? data : undefined
  if (!letter) {
    return (
      <PageFrame title={say.letter} crumbs={crumbs}>
        {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : <Waiting rows={10} />}
      </PageFrame>
    )
  }
  const steps = letter.history.map((step) => ({
    key: step.id,
    title: <SentenceText sentence={step.what} />,
    state: 'done' as const,
    note: `${localTime(step.at)} · ${step.byName}`,
  }))
  return (
    <PageFrame
      key={letterId}
      title={`${say.letter} ${letter.number}`}
      crumbs={crumbs}
      meta={<Meta letter={letter} />}
      actions={
        may('trail.read') ? (
          <GoLink className="sj-button" to={`/trail/comparison-letter/${letter.id}`}>
            {say.trail}
          </GoLink>
        ) : null
      }
    >
      <Roster letter={letter} />
      {may('letter.write') ? <AnswerPanel letter={letter} /> : null}
      <Answers answers={letter.answers} />
      <LetterPeople letter={letter} />
      <h2>{say.history}</h2>
      <ParcelProgress
        label={say.history}
        steps={
          letter.state === 'waiting'
            ? [...steps, { key: 'waiting', title: say.states.waiting, state: 'now', note: letter.office }]
            : steps
        }
      />
    </PageFrame>
  )
}
