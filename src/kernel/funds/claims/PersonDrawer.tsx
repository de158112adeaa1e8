import { ProposeOverride } from '../../integrity/overrides/OverrideForm.tsx'
import {
  CheckList,
  type CheckOutcome,
  Drawer,
  GoLink,
  localTime,
  ProblemAlert,
  RunningText,
  SentenceText,
  StateTag,
  useCall,
  useLocale,
  useViewer,
  useWords,
  Waiting,
  Yuan,
} from '../../../platform/ui/public.ts'
import { explainPapers } from '../paper/explain-words.ts'
import { ChainPanel } from '../redecisions/ChainPanel.tsx'
import { ReplayPanel } from '../replays/ReplayPanel.tsx'
import { PrintButton } from '../../record/paper/PaperPanel.tsx'
import { PersonArchiveButton } from '../../record/archive/ArchivePanel.tsx'
import { NoticePanel } from '../telling/NoticePanel.tsx'
import { STANDING_TONE } from './claim-tones.ts'
import { explainPerson, type PersonExplained } from './contract.ts'
import { words } from './words.ts'

type PersonDrawerProps = { claimId: string; decisionId: string | null; onClose: () => void }

/** How one person's answer came about, beside the claim. */
export function PersonDrawer({ claimId, decisionId, onClose }: PersonDrawerProps) {
  const say = useWords(words)
  return (
    <Drawer open={decisionId !== null} onClose={onClose} title={say.explanation} size={640} destroyOnHidden>
      {decisionId === null ? null : <Explanation claimId={claimId} decisionId={decisionId} />}
    </Drawer>
  )
}

function Explanation({ claimId, decisionId }: { claimId: string; decisionId: string }) {
  const say = useWords(words)
  const locale = useLocale()
  const { may } = useViewer()
  const { data, problem, retry } = useCall(explainPerson, { params: { claimId, decisionId } })
  if (problem) return <ProblemAlert problem={problem} onRetry={retry} />
  if (!data || data.person.decisionId !== decisionId) return <Waiting rows={8} />
  const { person } = data
  return (
    <div className="claim-explained">
      <h2>
        {say.place(person.position)} {person.maskedName}{' '}
        <StateTag tone={STANDING_TONE[person.standing]}>{say.standing[person.standing]}</StateTag>
        {person.isManual ? <StateTag tone="attention">{say.manual}</StateTag> : null}
      </h2>
      {person.isManual ? <p className="sj-meta">{say.manualMeans}</p> : null}
      <p className="sj-meta sj-num">{person.maskedIdentity}</p>
      {person.standing !== 'due' && data.conditions.every(({ verdict }) => verdict === 'true') ? (
        <p>
          <b>{say.stoppedByChecks[person.standing]}</b>
        </p>
      ) : null}
      {data.sentences.map((sentence) => (
        <p key={sentence.zh}>
          <SentenceText sentence={sentence} />
        </p>
      ))}
      <p className="sj-evidence">
        <GoLink to={person.lineId ? `/trail/claim-line/${person.lineId}` : `/trail/decision/${person.decisionId}`}>
          {say.walk}
        </GoLink>{' '}
        {may('timeline.person') ? (
          <GoLink to={`/timelines/person/${claimId}/${person.decisionId}`}>{say.personTimeline}</GoLink>
        ) : (
          <PersonArchiveButton claimId={claimId} decisionId={person.decisionId} />
        )}
      </p>
      <p className="sj-evidence">
        {explainPapers(claimId, person.decisionId)
          .filter(({ form }) => form === 'decision-resident' || may('decision.read'))
          .map(({ kind, subjectId, form, part, title }) => (
            <PrintButton key={form} {...{ kind, subjectId, form, part }} label={title[locale]} />
          ))}
      </p>
      <ChainPanel
        claimId={claimId}
        decisionId={decisionId}
        who={`${say.place(person.position)} ${person.maskedName}`}
      />
      {person.standing === 'due' ? null : (
        <>
          <Checks explained={data} />
          <NoticePanel claimId={claimId} decisionId={decisionId} />
        </>
      )}
      <Conditions explained={data} />
      <FactsRead explained={data} />
      {person.standing === 'due' ? <Checks explained={data} /> : null}
      <ReplayPanel claimId={claimId} decisionId={decisionId} />
    </div>
  )
}

const VERDICT = { true: 'passed', false: 'failed', unknown: 'unavailable' } as const satisfies Record<
  string,
  CheckOutcome
>

/** Every condition with its clause, and the steps of the amount. */
function Conditions({ explained }: { explained: PersonExplained }) {
  const say = useWords(words)
  return (
    <>
      <h3>{say.conditions}</h3>
      <CheckList
        open
        checks={explained.conditions.map(({ id, label, verdict, sentence, clause }) => ({
          key: id,
          outcome: VERDICT[verdict],
          title: <SentenceText sentence={label} />,
          reason: <SentenceText sentence={sentence} />,
          clause: (
            <span title={clause.text}>
              {clause.doc}
              {clause.article} {clause.placeholder ? `(${say.placeholder})` : null}
            </span>
          ),
        }))}
      />
      {explained.amounts.map(({ id, label, fen, how, clause, placeholder }) => (
        <p key={id}>
          <SentenceText sentence={label} />: <Yuan fen={fen} unit /> ·{' '}
          {how ? (
            <>
              <SentenceText sentence={how} /> ·{' '}
            </>
          ) : null}
          <span className="sj-meta">
            <SentenceText sentence={clause} /> {placeholder ? `(${say.placeholder})` : null}
          </span>
        </p>
      ))}
    </>
  )
}

/** A day, or an instant of which the offices here read the local time. */
const dayOf = (asOf: string) => (asOf.includes('T') ? localTime(asOf) : asOf)

/** The record that a fact was read from, one click away: `mark:0190…`; other sources by their name. */
function Source({ of: source }: { of: string }) {
  const say = useWords(words)
  const [, kind, id] = /^([a-z-]+):([\da-f-]{36})$/.exec(source) ?? []
  if (kind === undefined)
    return (
      <>
        {say.source}: {source}
      </>
    )
  return <GoLink to={`/trail/${kind}/${id}`}>{say.source}</GoLink>
}

function FactsRead({ explained }: { explained: PersonExplained }) {
  const say = useWords(words)
  return (
    <>
      <h3>{say.facts}</h3>
      <dl className="claim-facts">
        {explained.facts.map(({ key, label, value, source, asOf }) => (
          <div key={key}>
            <dt>
              <SentenceText sentence={label} />
            </dt>
            <dd>
              <SentenceText sentence={value} />
              <small className="sj-meta">
                <Source of={source} /> · {say.asOf} <RunningText>{dayOf(asOf)}</RunningText>
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Checks({ explained }: { explained: PersonExplained }) {
  const say = useWords(words)
  const { position, maskedName } = explained.person
  const who = { zh: `第${position}号 ${maskedName}`, en: `No. ${position} ${maskedName}` }
  const asked = explained.checks.filter((check) => check.outcome !== 'not-applicable')
  return (
    <>
      <h3>{say.checksOfPerson}</h3>
      <CheckList
        checks={asked.map(({ id, checkId, title, basis, outcome, action, sentence, liftable }) => ({
          key: id,
          outcome: outcome === 'failed' ? (action === 'block' ? 'failed' : 'doubt') : (outcome as CheckOutcome),
          title: (
            <>
              {checkId} <SentenceText sentence={title} />
            </>
          ),
          reason: <SentenceText sentence={sentence} />,
          clause: basis.zh ? <SentenceText sentence={basis} /> : null,
          evidence: (
            <>
              <GoLink to={`/trail/check-result/${id}`}>{say.walk}</GoLink>
              {liftable ? <ProposeOverride answer={{ resultId: id, checkId, title, found: sentence, who }} /> : null}
            </>
          ),
        }))}
      />
    </>
  )
}
