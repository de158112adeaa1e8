import { useEffect, useRef, useState } from 'react'
import { Kbd, useKeys } from './keys.tsx'
import { useWords } from './language.tsx'
import { words } from './words.ts'

const PAUSE_MS = 300

type SearchBoxProps = { value: string; onSearch: (text: string) => void; hint?: string }

/** The page's search: `/` goes to it, it searches when typing pauses, and never in the middle of an input method. */
export function SearchBox({ value, onSearch, hint }: SearchBoxProps) {
  const say = useWords(words)
  const [typed, setTyped] = useState(value)
  const composing = useRef(false)
  const box = useRef<HTMLInputElement>(null)
  const latest = useRef(onSearch)
  latest.current = onSearch
  useKeys({ '/': () => box.current?.focus() })
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value || composing.current) return
    const pause = setTimeout(() => latest.current(typed.trim()), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [typed, value])
  return (
    <form
      className="sj-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        latest.current(typed.trim())
      }}
    >
      <input
        ref={box}
        type="search"
        aria-label={hint ?? say.search}
        placeholder={hint ?? say.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          setTyped(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <span aria-hidden>
        <Kbd>/</Kbd>
      </span>
    </form>
  )
}
