import { Button } from 'antd'
import type { ReactNode } from 'react'
import { DenseTable, type DenseTableProps } from './DenseTable.tsx'
import { type Chip, FilterChips } from './FilterChips.tsx'
import type { Exporting } from './listed.ts'
import { PageFrame } from './PageFrame.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'

/** How the page speaks of its rows: also where there are none, or none that match. */
type ListWords = Readonly<Record<'title' | 'meta' | 'none' | 'noneMatch' | 'exportIt', string>>

type ListPageProps<Row> = Omit<DenseTableProps<Row>, 'label' | 'empty' | 'onExport'> & {
  say: ListWords
  chips: readonly Chip[]
  /** Whether anything is filtered. */
  filtered: boolean
  /** What leaves is exactly what is filtered. */
  exporting: Exporting
  /** What else can be done here. */
  actions?: ReactNode
  /** What the list comes to, above it. */
  children?: ReactNode
}

/** A page that is one list: filtered by chips, exported by one button. */
export function ListPage<Row extends object>({
  say,
  chips,
  filtered,
  exporting,
  actions,
  children,
  ...table
}: ListPageProps<Row>) {
  return (
    <PageFrame
      title={say.title}
      meta={say.meta}
      filters={<FilterChips chips={chips} />}
      actions={
        <>
          <Button onClick={exporting.onExport}>{say.exportIt}</Button>
          {actions}
        </>
      }
    >
      <ProblemAlert problem={exporting.problem} takesFocus />
      {children}
      <DenseTable {...table} label={say.title} empty={{ sentence: filtered ? say.noneMatch : say.none }} />
    </PageFrame>
  )
}
