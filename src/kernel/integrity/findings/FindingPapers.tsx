import { ProblemAlert, SealedFile, UploadBox, useAct, useWords } from '../../../platform/ui/public.ts'
import { useState } from 'react'
import { addFindingFile, type Finding, openFindingFile } from './contract.ts'
import { pageWords } from './page-words.ts'

type File = Finding['steps'][number]['files'][number]

/** A sealed paper of a finding. */
export function FindingPaper({ findingId, file }: { findingId: string; file: File }) {
  const say = useWords(pageWords)
  const opening = useAct(openFindingFile)

  async function open() {
    const done = await opening.act({ params: { findingId, fileId: file.id } })
    return done.ok ? (done.answer as Blob) : undefined
  }

  return (
    <>
      <SealedFile file={file} title={say.files} busy={opening.busy} onOpen={open} />
      <ProblemAlert problem={opening.problem} />
    </>
  )
}

/** One paper more of the newest step, by whoever took it. */
export function AddFindingPaper({ findingId }: { findingId: string }) {
  const say = useWords(pageWords)
  const uploading = useAct(addFindingFile)
  const [kept, setKept] = useState(false)

  async function upload(file: globalThis.File) {
    setKept(false)
    const done = await uploading.act({ params: { findingId }, query: { fileName: file.name }, file })
    setKept(done.ok)
  }

  return (
    <UploadBox
      label={say.addFile}
      accept=".png,.jpg,.jpeg,.pdf"
      hint={say.fileHint}
      busy={uploading.busy}
      onFile={(file) => void upload(file)}
      answer={
        uploading.problem
          ? { ok: false, problem: uploading.problem }
          : kept
            ? { ok: true, sentence: say.fileKept }
            : null
      }
    />
  )
}
