import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { useWords } from './language.tsx'
import { words } from './words.ts'

/** A box for a file, a choice or a tick has the focus after it was used, and nothing is typed there. */
const TYPING =
  'input:not([type="file"], [type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]'
const PRESSED_BY_ENTER = 'a[href], button, summary, [role="button"], input'

function dialogIsOpen(): boolean {
  return [...document.querySelectorAll('[aria-modal="true"]')].some((each) => each.getClientRects().length > 0)
}

function isForSomethingElse(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(TYPING)) return true
  return event.key === 'Enter' && target?.closest(PRESSED_BY_ENTER) != null
}

export type Keys = { readonly [key: string]: (() => void) | null | false | undefined }

/**
 * One key each for what one does all day: `useKeys({ j: next, k: previous, Enter: open, a: pass, '/': search })`.
 * Silent while somebody types, while a dialog is open, and with Ctrl, Alt or ⌘.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (isForSomethingElse(event) || dialogIsOpen()) return
      const act = latest.current[event.key] ?? latest.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="sj-kbd">{children}</kbd>
}

/** Which keys work here; hidden where there is no keyboard. */
export function KeyboardHints({ hints }: { hints: readonly { keys: string; label: string }[] }) {
  const say = useWords(words)
  return (
    <dl className="sj-hints" aria-label={say.keyboard}>
      {hints.map((hint) => (
        <Fragment key={hint.keys}>
          <dt>
            {hint.keys.split(' ').map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{hint.label}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
