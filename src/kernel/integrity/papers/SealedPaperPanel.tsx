import type { Endpoint } from '../../../platform/contract/public.ts'
import { type InputOf, ProblemAlert, SealedFile, useAct } from '../../../platform/ui/public.ts'

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
