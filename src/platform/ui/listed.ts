import type { Endpoint } from '../contract/endpoint.ts'
import { saveFile } from './chosenFile.ts'
import { useAct } from './useAct.ts'
import type { InputOf, Listing } from './useCall.ts'
import { useViewer } from './viewer.tsx'

/** What a table shows of a list: its rows and the next page, what went wrong and the way to try again. */
export function listed<T>({ rows, problem, retry, more, refreshing }: Listing<T>) {
  return { rows, problem, onRetry: retry, more, refreshing }
}

/** A file that is on its way: why it does not come, and asking for it. */
export type Exporting = ReturnType<typeof useExport>

/** The file of exactly what is filtered, named and dated. */
export function useExport<E extends Endpoint>(described: E, input: InputOf<E>, name: string) {
  const exporting = useAct(described)
  const { businessDate } = useViewer()
  async function save() {
    const done = await exporting.act(input)
    if (done.ok) saveFile(done.answer as Blob, `${name}-${businessDate}.csv`)
  }
  return { problem: exporting.problem, onExport: () => void save() }
}
