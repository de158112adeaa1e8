import { Button } from 'antd'
import { useState } from 'react'
import { AddPaper, Modal, useWords } from '../../../platform/ui/public.ts'
import { SealedPaper } from '../papers/SealedPaperPanel.tsx'
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
        <AddOverridePaper overrideId={override.id} />
      </Modal>
    </>
  )
}

function Paper({ overrideId, file }: { overrideId: string; file: Override['files'][number] }) {
  const say = useWords(pageWords)
  const input = { params: { overrideId, fileId: file.id } }
  return <SealedPaper file={file} title={say.files} opens={openOverrideFile} input={input} />
}

/** One paper more, sealed. */
export function AddOverridePaper({ overrideId }: { overrideId: string }) {
  const say = useWords(pageWords)
  return (
    <AddPaper
      say={say}
      takes={addOverrideFile}
      inputOf={(file) => ({ params: { overrideId }, query: { fileName: file.name }, file })}
    />
  )
}
