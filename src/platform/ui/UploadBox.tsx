import { type DragEvent, type ReactNode, useId, useState } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { checkChosen, sizeText } from './chosenFile.ts'
import { useWords } from './language.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { words } from './words.ts'

/** What the server said of the file: taken, or refused with reasons and the same sheet with the bad cells marked. */
export type UploadAnswer =
  | { ok: true; sentence: ReactNode }
  | { ok: false; problem: ProblemDocument; marked?: { href: string; fileName: string } }

type UploadBoxProps = {
  /** What is to be uploaded: 花名册. */
  label: string
  /** Extensions: `.xlsx,.xls,.csv`. */
  accept: string
  onFile: (file: File) => void
  hint?: ReactNode
  busy?: boolean
  /** Share that has been sent, 0 to 1, from `useAct`. */
  progress?: number | null
  answer?: UploadAnswer | null
  disabled?: boolean
}

function Progress({ share, label }: { share: number | null; label: string }) {
  return (
    <div className="sj-upload-progress" role="status">
      <progress aria-label={label} {...(share === null ? {} : { value: share })} /> {label}
      {share === null ? null : <span className="sj-num"> {Math.round(share * 100)}%</span>}
    </div>
  )
}

/** A file in, by click, by drop or by keyboard; then its name and size, how far it is, and what the server said. */
export function UploadBox(props: UploadBoxProps) {
  const { label, accept, onFile, hint, busy = false, progress = null, answer, disabled = false } = props
  const say = useWords(words)
  const id = useId()
  const [chosen, setChosen] = useState<File | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const closed = busy || disabled

  function take(files: FileList | null) {
    const file = files?.[0]
    if (!file || closed) return
    const wrong = checkChosen(file, accept)
    setNote(wrong === null ? (files.length > 1 ? say.upload.onlyOne : null) : say.upload[wrong](file.name, accept))
    if (wrong !== null) return
    setChosen(file)
    onFile(file)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  const sending = progress !== null && progress < 1
  return (
    <div className="sj-upload">
      <label htmlFor={id} className="sj-upload-box" data-over={over || undefined} data-closed={closed || undefined}>
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={closed}
          aria-describedby={`${id}-hint`}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <span className="sj-upload-label">{label}</span>
        <span>
          <span className="sj-upload-choose">{chosen ? say.upload.another : say.upload.choose}</span>{' '}
          <span className="sj-upload-drop">{say.upload.orDrop}</span>
        </span>
        <span className="sj-meta" id={`${id}-hint`}>
          {hint ? <>{hint} · </> : null}
          {accept.replaceAll(',', ' ')}
        </span>
      </label>
      {chosen ? (
        <p className="sj-upload-file">
          <b>{chosen.name}</b> <span className="sj-meta sj-num">{sizeText(chosen.size)}</span>
        </p>
      ) : null}
      {busy ? (
        <Progress share={sending ? progress : null} label={sending ? say.upload.sending : say.upload.reading} />
      ) : null}
      {note ? (
        <p className="sj-upload-note" role="alert">
          {note}
        </p>
      ) : null}
      {!busy && answer?.ok ? (
        <p className="sj-upload-ok" role="status">
          <span aria-hidden>✓ </span>
          {answer.sentence}
        </p>
      ) : null}
      {!busy && answer && !answer.ok ? (
        <>
          <ProblemAlert problem={answer.problem} takesFocus />
          {answer.marked ? (
            <a className="sj-button" href={answer.marked.href} download={answer.marked.fileName}>
              {say.upload.downloadMarked}
            </a>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
