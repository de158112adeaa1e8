import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ProblemAlert, SealedFile, UploadBox, useAct, useWords } from '../../../platform/ui/public.ts'
import { addOverrideFile, openOverrideFile, type Override } from './contract.ts'
import { pageWords } from './page-words.ts'

/** The sealed papers that support an override; while it is not settled, one more. */
export function Papers({ override }: { override: Pick<Override, 'id' | 'files' | 'mayAddFile'> }) {
  const say = useWords(pageWords)
  const [adding, setAdding] = useState(false)
  return (
    <>
      {override.files.map((file) => (
        <div key={file.id}>
          <Paper overrideId={override.id} file={file} />
        </div>
      ))}
      {override.mayAddFile ? (
        <Button size="small" onClick={() => setAdding(true)}>
          {say.addFile}
        </Button>
      ) : null}
      <Modal open={adding} title={say.addFile} footer={null} onCancel={() => setAdding(false)} destroyOnHidden>
        <AddPaper overrideId={override.id} />
      </Modal>
    </>
  )
}

function Paper({ overrideId, file }: { overrideId: string; file: Override['files'][number] }) {
  const say = useWords(pageWords)
  const opening = useAct(openOverrideFile)

  async function open() {
    const done = await opening.act({ params: { overrideId, fileId: file.id } })
    return done.ok ? (done.answer as Blob) : undefined
  }

  return (
    <>
      <SealedFile file={file} title={say.files} busy={opening.busy} onOpen={open} />
      <ProblemAlert problem={opening.problem} />
    </>
  )
}

/** One paper more, sealed. */
export function AddPaper({ overrideId }: { overrideId: string }) {
  const say = useWords(pageWords)
  const uploading = useAct(addOverrideFile)
  const [kept, setKept] = useState(false)

  async function upload(file: File) {
    setKept(false)
    const done = await uploading.act({ params: { overrideId }, query: { fileName: file.name }, file })
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
