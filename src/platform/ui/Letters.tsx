import { Button } from 'antd'
import { Fragment, type ReactNode } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { useWords } from './language.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { Waiting } from './Waiting.tsx'
import { words } from './words.ts'

type LettersProps<Row> = {
  listing: {
    rows: readonly Row[] | undefined
    problem: ProblemDocument | null
    retry: () => void
    more: { exists: boolean; busy: boolean; load: () => void }
  }
  /** What an empty list says. */
  empty: string
  children: (row: Row) => ReactNode
}

/** Things to be read whole, one below another: what an office writes to somebody. */
export function Letters<Row extends { readonly id: string }>({ listing, empty, children }: LettersProps<Row>) {
  const { rows, problem, retry, more } = listing
  const say = useWords(words)
  return (
    <>
      <ProblemAlert problem={problem} onRetry={retry} />
      {rows === undefined && !problem ? <Waiting rows={6} /> : null}
      {rows?.length === 0 ? <p className="sj-empty">{empty}</p> : null}
      {rows?.map((row) => (
        <Fragment key={row.id}>{children(row)}</Fragment>
      ))}
      {more.exists ? (
        <Button loading={more.busy} onClick={more.load}>
          {say.loadMore}
        </Button>
      ) : null}
    </>
  )
}
