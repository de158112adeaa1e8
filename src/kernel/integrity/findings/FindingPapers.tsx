import { AddPaper, useWords } from '../../../platform/ui/public.ts'
import { SealedPaper } from '../papers/SealedPaperPanel.tsx'
import { addFindingFile, type Finding, openFindingFile } from './contract.ts'
import { pageWords } from './page-words.ts'

type File = Finding['steps'][number]['files'][number]

/** A sealed paper of a finding. */
export function FindingPaper({ findingId, file }: { findingId: string; file: File }) {
  const say = useWords(pageWords)
  const input = { params: { findingId, fileId: file.id } }
  return <SealedPaper file={file} title={say.files} opens={openFindingFile} input={input} />
}

/** One paper more of the newest step, by whoever took it. */
export function AddFindingPaper({ findingId }: { findingId: string }) {
  const say = useWords(pageWords)
  return (
    <AddPaper
      say={say}
      takes={addFindingFile}
      inputOf={(file) => ({ params: { findingId }, query: { fileName: file.name }, file })}
    />
  )
}
