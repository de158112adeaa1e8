import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { useKeys } from './keys.tsx'
import { useWords } from './language.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import type { Tone } from './values.tsx'
import { Waiting } from './Waiting.tsx'
import { words } from './words.ts'

const WIDE = '(min-width: 900px), print'

/** Whether list and detail fit side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(WIDE)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(WIDE).matches,
  )
}

/** One line of a queue: a dot that is also said in words, what it is, whose, and how much. */
export type QueueLine = {
  tone: Tone
  toneLabel: string
  title: ReactNode
  note?: ReactNode
  figure?: ReactNode
  figureNote?: ReactNode
}

type ListDetailProps<Item> = {
  label: string
  items: readonly Item[] | undefined
  itemKey: (item: Item) => string
  line: (item: Item) => QueueLine
  /** The open item's key; keep it in the address with `useFilters({ open: '' })`. */
  open: string | null
  onOpen: (key: string | null) => void
  detail: ReactNode
  empty: { sentence: string; action?: ReactNode }
  problem?: ProblemDocument | null
  onRetry?: () => void
  more?: { exists: boolean; busy: boolean; load: () => void }
}

function Line({ line, open, onOpen }: { line: QueueLine; open: boolean; onOpen: () => void }) {
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <li>
      <button type="button" ref={row} className="sj-line" aria-current={open ? 'true' : undefined} onClick={onOpen}>
        <span className={`sj-dot sj-tone-${line.tone}`} title={line.toneLabel}>
          <span className="sj-aloud">{line.toneLabel}</span>
        </span>
        <span className="sj-line-what">
          <b>{line.title}</b>
          {line.note ? <small>{line.note}</small> : null}
        </span>
        <span className="sj-line-figure sj-num">
          {line.figure ? <b>{line.figure}</b> : null}
          {line.figureNote ? <small>{line.figureNote}</small> : null}
        </span>
      </button>
    </li>
  )
}

/** The list left and one item right, `j` and `k` to move; on a phone the list, then the item with a way back. */
export function ListDetail<Item>(props: ListDetailProps<Item>) {
  const { label, items, itemKey, line, open, onOpen, detail, empty, problem = null, onRetry, more } = props
  const say = useWords(words)
  const wide = useWide()
  const detailBox = useRef<HTMLDivElement>(null)
  const keys = items?.map(itemKey) ?? []
  const at = open === null ? -1 : keys.indexOf(open)
  const move = (by: number) => {
    const next = keys[at + by]
    if (next !== undefined) onOpen(next)
  }
  useKeys({ j: () => move(1), k: () => move(-1), Enter: () => detailBox.current?.focus() })
  const first = keys[0]
  useEffect(() => {
    if (wide && open === null && first !== undefined) onOpen(first)
  }, [wide, open, first, onOpen])
  return (
    <div className="sj-two" data-shows={open === null ? 'list' : 'detail'}>
      <section className="sj-list" aria-label={label}>
        <ProblemAlert problem={problem} {...(onRetry ? { onRetry } : {})} />
        {items === undefined && !problem ? <Waiting rows={8} /> : null}
        {items?.length === 0 ? (
          <div className="sj-empty">
            <p>{empty.sentence}</p>
            {empty.action}
          </div>
        ) : null}
        <ul>
          {items?.map((item) => {
            const key = itemKey(item)
            return <Line key={key} line={line(item)} open={key === open} onOpen={() => onOpen(key)} />
          })}
        </ul>
        {more?.exists ? (
          <Button block type="text" loading={more.busy} onClick={more.load}>
            {say.loadMore}
          </Button>
        ) : null}
      </section>
      <div className="sj-detail" ref={detailBox} tabIndex={-1}>
        <button type="button" className="sj-plain sj-back" onClick={() => onOpen(null)}>
          <span aria-hidden>‹ </span>
          {say.backToList}
        </button>
        {detail}
      </div>
    </div>
  )
}
