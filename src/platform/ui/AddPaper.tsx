import { useState } from 'react'
import type { Endpoint } from '../contract/endpoint.ts'
import { UploadBox } from './UploadBox.tsx'
import { useAct } from './useAct.ts'
import type { InputOf } from './useCall.ts'

type AddPaperProps<E extends Endpoint> = {
  /** The name of the button, what is taken, and that it is kept. */
  say: { readonly addFile: string; readonly fileHint: string; readonly fileKept: string }
  takes: E
  inputOf: (file: File) => InputOf<E>
}

/** One picture or PDF more beside something. */
export function AddPaper<E extends Endpoint>({ say, takes, inputOf }: AddPaperProps<E>) {
  const uploading = useAct(takes)
  const [isKept, setKept] = useState(false)

  async function upload(file: File) {
    setKept(false)
    const done = await uploading.act(inputOf(file))
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
          : isKept
            ? { ok: true, sentence: say.fileKept }
            : null
      }
    />
  )
}
