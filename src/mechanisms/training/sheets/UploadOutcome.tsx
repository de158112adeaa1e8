import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Sentence } from '../../../platform/contract/public.ts'
import { Callout, localTime, RunningText, SentenceText, useLocale, useWords } from '../../../platform/ui/public.ts'
import { uploadWords } from './upload-words.ts'

type UploadOutcomeProps = {
  /** The marks on the sheet, whole or by row. */
  marks: readonly { kind: 'error' | 'doubt' }[]
  isImported: boolean
  /** What it is called when it was imported with so many doubts, and when it was refused for so many errors. */
  imported: (doubts: number) => string
  refused: (errors: number) => string
  notes: readonly Sentence[]
  alreadyBy: { post: Sentence; at: string } | null
  /** Downloads the sheet with its problems marked, where there is one; doing so is recorded. */
  onMarked: (() => void) | null
  markedIsRecorded: string
  children: ReactNode
}

/** What came of an upload: imported, or refused with every problem (as children) and the way to mend them. */
export function UploadOutcome(props: UploadOutcomeProps) {
  const { marks, isImported, imported, refused, notes, alreadyBy, onMarked, markedIsRecorded, children } = props
  const say = useWords(uploadWords)
  const locale = useLocale()
  const errors = marks.filter((mark) => mark.kind === 'error').length
  const doubts = marks.length - errors
  const marked = onMarked ? (
    <>
      <Button onClick={onMarked}>{say.downloadMarked}</Button>
      <span className="sj-meta">{markedIsRecorded}</span>
    </>
  ) : undefined
  return (
    <div role="status">
      <Callout
        tone={!isImported ? 'refused' : doubts > 0 ? 'attention' : 'good'}
        title={isImported ? imported(doubts) : refused(errors)}
        evidence={marked}
      >
        {alreadyBy ? (
          <p>
            <RunningText>{say.already(alreadyBy.post[locale], localTime(alreadyBy.at))}</RunningText>
          </p>
        ) : null}
        {notes.map((note) => (
          <p key={note.en}>
            <SentenceText sentence={note} />
          </p>
        ))}
      </Callout>
      {marks.length > 0 ? children : null}
    </div>
  )
}
