import { Button, Table, type TableProps } from 'antd'
import type { Key, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { useWords } from './language.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { Waiting } from './Waiting.tsx'
import { words } from './words.ts'

export type Column<Row> = {
  key: string
  title: string
  /** Pixels; a column without it takes what is left. */
  width?: number
  /** `number` is right-aligned in figures of one width; amounts and counts alike. */
  kind?: 'text' | 'number'
  /** Only where the server can sort by `key`. */
  sortable?: boolean
  /** Stays in sight while the rest scrolls sideways. */
  pinned?: boolean
  /** Long content breaks into lines instead of ending in an ellipsis. */
  wraps?: boolean
  show: (row: Row) => ReactNode
}

export type Sort = { by: string; order: 'asc' | 'desc' }

export type DenseTableProps<Row> = {
  /** What the rows are, for readers aloud. */
  label: string
  columns: readonly Column<Row>[]
  /** Undefined while nothing has been read. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  /** What an empty table says, and what can be done about it. */
  empty: { sentence: string; action?: ReactNode }
  problem?: ProblemDocument | null
  onRetry?: () => void
  more?: { exists: boolean; busy: boolean; load: () => void }
  sort?: Sort | null
  onSort?: (sort: Sort | null) => void
  onOpen?: (row: Row) => void
  /** The row that is open beside the table. */
  openKey?: string | null
  selection?: { keys: readonly string[]; onChange: (keys: string[]) => void; actions?: ReactNode }
  /** Exports exactly what is filtered. */
  onExport?: () => void
  refreshing?: boolean
}

const FREE_COLUMN_PX = 180

function antColumns<Row extends object>(columns: readonly Column<Row>[], sort: Sort | null | undefined) {
  return columns.map((column) => ({
    key: column.key,
    title: column.title,
    width: column.width,
    align: column.kind === 'number' ? ('right' as const) : ('left' as const),
    className: column.kind === 'number' ? 'sj-num' : undefined,
    ellipsis: !column.wraps,
    fixed: column.pinned ? ('left' as const) : undefined,
    sorter: column.sortable ?? false,
    showSorterTooltip: false,
    // On a phone each row is a card, and each value says what it is.
    onCell: (): object => ({ 'data-label': column.title }),
    sortOrder: sort?.by === column.key ? (sort.order === 'asc' ? ('ascend' as const) : ('descend' as const)) : null,
    render: (_: unknown, row: Row) => column.show(row),
  }))
}

/** Clicking a row, or Enter on it, opens it; its own links, buttons and boxes keep working. */
function opening<Row>(row: Row, onOpen: (row: Row) => void) {
  const isOwn = (target: EventTarget) => target instanceof Element && target.closest('a, button, input, label')
  return {
    tabIndex: 0,
    onClick: (event: MouseEvent) => {
      if (!isOwn(event.target)) onOpen(row)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !isOwn(event.target)) onOpen(row)
    },
  }
}

/** Rows of 32 px, numbers right; a card for each row on a phone; loading, empty, error and full each have their look. */
export function DenseTable<Row extends object>(props: DenseTableProps<Row>) {
  const { label, columns, rows, rowKey, empty, problem = null, onRetry, more, sort, onSort, onOpen, selection } = props
  const say = useWords(words)
  if (rows === undefined) {
    return problem ? <ProblemAlert problem={problem} {...(onRetry ? { onRetry } : {})} /> : <Waiting rows={8} />
  }
  const sorted: TableProps<Row>['onChange'] = (_pages, _filters, by) => {
    const one = Array.isArray(by) ? by[0] : by
    onSort?.(one?.order ? { by: String(one.columnKey), order: one.order === 'ascend' ? 'asc' : 'desc' } : null)
  }
  return (
    <section className="sj-table" aria-label={label} aria-busy={props.refreshing ?? false}>
      <ProblemAlert problem={problem} {...(onRetry ? { onRetry } : {})} />
      {selection && selection.keys.length > 0 ? (
        <div className="sj-table-selected" role="status">
          {say.chosen(selection.keys.length)} {selection.actions}
        </div>
      ) : null}
      {rows.length === 0 ? (
        <div className="sj-empty">
          <p>{empty.sentence}</p>
          {empty.action}
        </div>
      ) : (
        <Table<Row>
          size="small"
          columns={antColumns(columns, sort)}
          dataSource={rows}
          rowKey={rowKey}
          pagination={false}
          tableLayout="fixed"
          scroll={{ x: columns.reduce((sum, column) => sum + (column.width ?? FREE_COLUMN_PX), selection ? 40 : 0) }}
          onChange={sorted}
          rowClassName={(row) => `${onOpen ? 'sj-opens' : ''} ${props.openKey === rowKey(row) ? 'sj-open' : ''}`}
          {...(onOpen ? { onRow: (row: Row) => opening(row, onOpen) } : {})}
          {...(selection
            ? {
                rowSelection: {
                  selectedRowKeys: selection.keys as Key[],
                  columnWidth: 40,
                  onChange: (keys: Key[]) => selection.onChange(keys.map(String)),
                },
              }
            : {})}
        />
      )}
      <div className="sj-table-foot">
        {rows.length ? <span className="sj-num">{say.shown(rows.length, more?.exists ?? false)}</span> : null}
        {more?.exists ? (
          <Button size="small" loading={more.busy} onClick={more.load}>
            {say.loadMore}
          </Button>
        ) : null}
        {props.onExport && rows.length ? (
          <Button size="small" type="link" title={say.exportHint} onClick={props.onExport}>
            {say.exportCsv}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
