import { useState } from 'react'
import type { Endpoint } from '../../../platform/contract/public.ts'
import { type InputOf, ProblemAlert, SealedFile, UploadBox, useAct } from '../../../platform/ui/public.ts'

type File = { readonly id?: string; readonly name: string; readonly mediaType: string; readonly sizeBytes: number }

/** A sealed paper by its name; opening it is an act, which is written down. */
export function SealedPaper<E extends Endpoint>({
  file,
  title,
  opens,
  input,
}: {
  file: File
  title: string
  opens: E
  input: InputOf<E>
}) {
  const opening = useAct(opens)

  async function open() {
    const done = await opening.act(input)
    return done.ok ? (done.answer as Blob) : undefined
  }

  return (
    <>
      <SealedFile file={file} title={title} busy={opening.busy} onOpen={open} />
      <ProblemAlert problem={opening.problem} />
    </>
  )
}

/** One paper more, sealed. */
export function AddSealedPaper<E extends Endpoint>({
  words,
  takes,
  inputOf,
}: {
  words: { readonly addFile: string; readonly fileHint: string; readonly fileKept: string }
  takes: E
  inputOf: (file: globalThis.File) => InputOf<E>
}) {
  const uploading = useAct(takes)
  const [kept, setKept] = useState(false)

  async function upload(file: globalThis.File) {
    setKept(false)
    const done = await uploading.act(inputOf(file))
    setKept(done.ok)
  }

  return (
    <UploadBox
      label={words.addFile}
      accept=".png,.jpg,.jpeg,.pdf"
      hint={words.fileHint}
      busy={uploading.busy}
      onFile={(file) => void upload(file)}
      answer={
        uploading.problem
          ? { ok: false, problem: uploading.problem }
          : kept
            ? { ok: true, sentence: words.fileKept }
            : null
      }
    />
  )
}
