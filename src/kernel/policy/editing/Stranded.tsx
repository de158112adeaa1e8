import { Button } from 'antd'
import { Callout, ProblemAlert, SentenceText, useAct, useGo, useViewer, useWords } from '../../../platform/ui/public.ts'
import { FACT_DICTIONARY } from '../facts/dictionary.ts'
import type { PackDocument } from '../packs/pack.ts'
import { beginDraft, type Draft } from './contract.ts'
import { differencesOf } from './editor/difference/difference.ts'
import { pageWords } from './page-words.ts'
import { carriedOver, keepUnsaved, type Unsaved } from './unsaved.ts'

type StrandedProps = { draft: Draft; unsaved: Unsaved; onDrop: () => void }

/** Somebody published the draft, or put it aside, while this person had changes that were not saved: it is theirs to decide. */
export function Stranded({ draft, unsaved, onDrop }: StrandedProps) {
  const say = useWords(pageWords)
  const go = useGo()
  const { may, accountId } = useViewer()
  const beginning = useAct(beginDraft)
  const mine = differencesBetween(draft.document, unsaved.document)
  const from = draft.publishedSha256
  const isPublished = draft.status === 'published'
  async function carry() {
    if (!from) return
    const done = await beginning.act({ body: { from, note: '' } })
    if (!done.ok) return
    keepUnsaved(accountId, done.answer.id, carriedOver(unsaved, done.answer))
    onDrop()
    go(`/policies/drafts/${done.answer.id}`)
  }
  return (
    <Callout tone="attention" title={isPublished ? say.strandedPublished : say.strandedDiscarded}>
      <p>{isPublished ? say.strandedPublishedSays : say.strandedDiscardedSays}</p>
      {mine.length > 0 ? (
        <details>
          <summary>{say.mine(mine.length)}</summary>
          <ul>
            {mine.map(({ at, label, after }) => (
              <li key={`${at} ${label.zh}`}>
                <SentenceText sentence={label} />: {after ? <SentenceText sentence={after} /> : say.nowhere}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="sj-page-actions">
        {from && may(beginDraft.may) ? (
          <Button type="primary" loading={beginning.busy} onClick={() => void carry()}>
            {say.carryOver}
          </Button>
        ) : null}
        <Button onClick={onDrop}>{say.dropMine}</Button>
      </div>
      <ProblemAlert problem={beginning.problem} takesFocus />
    </Callout>
  )
}

/** None where one of them is no whole scheme. */
function differencesBetween(saved: unknown, mine: unknown) {
  try {
    return differencesOf(saved as PackDocument, mine as PackDocument, FACT_DICTIONARY)
  } catch {
    return []
  }
}
