import { Button } from 'antd'
import { useState } from 'react'
import {
  Callout,
  localTime,
  ProblemAlert,
  SentenceText,
  useCall,
  useLocale,
  useWords,
  whoText,
} from '../../../platform/ui/public.ts'
import { type Draft, getRevision } from './contract.ts'
import { pageWords } from './page-words.ts'

/** What waits for another person, or what became of the draft. */
export function Waits({ draft }: { draft: Draft }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  if (draft.status !== 'open')
    return <Callout tone="plain" title={draft.status === 'published' ? say.published : say.discarded} />
  const waits = draft.proposals.find(({ answer }) => answer === null)
  const last = draft.proposals[0]
  if (!waits)
    return last?.answer?.outcome === 'sent-back' ? (
      <Callout tone="attention" title={say.outcomes['sent-back']}>
        <p>
          {last.answer.reason} · {whoText(last.answer.answered.by, locale)} · {localTime(last.answer.answered.at)}
        </p>
      </Callout>
    ) : null
  return (
    <Callout tone="attention" title={say.waits(waits.documentNumber)}>
      <p>
        {say.proposedBy(whoText(waits.proposed.by, locale), localTime(waits.proposed.at))} · {waits.reason}
      </p>
      {draft.mayNotPublish ? (
        <p>
          <SentenceText sentence={draft.mayNotPublish} />
        </p>
      ) : null}
    </Callout>
  )
}

/** Every save and every proposal; a save can be loaded into the editor again. */
export function DraftHistory({ draft, onLoad }: { draft: Draft; onLoad?: (document: unknown) => void }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  return (
    <details>
      <summary>{say.history}</summary>
      <ul>
        {draft.proposals.map(({ id, documentNumber, proposed, answer }) => (
          <li key={id}>
            {say.waits(documentNumber)} · {whoText(proposed.by, locale)} · {localTime(proposed.at)}
            {answer
              ? ` → ${say.outcomes[answer.outcome]} · ${whoText(answer.answered.by, locale)} · ${answer.reason}`
              : ''}
          </li>
        ))}
        {draft.history.map(({ revision, saved, note }) => (
          <li key={revision}>
            {say.revision(revision)} · {whoText(saved.by, locale)} · {localTime(saved.at)} {note}{' '}
            {onLoad ? <LoadRevision draftId={draft.id} revision={revision} onLoad={onLoad} /> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

type LoadProps = { draftId: string; revision: number; onLoad: (document: unknown) => void }

function LoadRevision({ draftId, revision, onLoad }: LoadProps) {
  const say = useWords(pageWords)
  const [asked, setAsked] = useState(false)
  const { data, problem } = useCall(getRevision, { params: { draftId, revision } }, { enabled: asked })
  return (
    <>
      <Button
        size="small"
        loading={asked && !data && !problem}
        onMouseEnter={() => setAsked(true)}
        onFocus={() => setAsked(true)}
        onClick={() => (data ? onLoad(data.document) : setAsked(true))}
      >
        {say.loadRevision}
      </Button>
      <ProblemAlert problem={problem} />
    </>
  )
}
