import { type KeyboardEvent, useEffect, useState } from 'react'
import { Modal, SentenceText, useGo, useViewer, useWords } from '../../platform/ui/public.ts'
import { findPages } from './navigation.ts'
import { PAGES } from './pages.ts'
import { words } from './words.ts'

/** Ctrl-K (⌘K): any page by a part of its name. */
export function useCtrlK(act: () => void) {
  useEffect(() => {
    function pressed(event: KeyboardEventInit & Event) {
      if (!(event.ctrlKey || event.metaKey) || event.key?.toLowerCase() !== 'k') return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [act])
}

export function GoAnywhere({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(words)
  const go = useGo()
  const { may } = useViewer()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = findPages(
    PAGES.filter((page) => page.nav && may(page.may)),
    typed,
  )

  function leaveFor(path: string | undefined) {
    if (path === undefined) return
    onClose()
    go(path)
  }

  function pressed(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') leaveFor(found[at]?.path)
    else return
    event.preventDefault()
  }

  return (
    <Modal
      open={open}
      title={say.goWhere}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      afterClose={() => setTyped('')}
    >
      <input
        className="go-typed"
        role="combobox"
        aria-label={say.goWhere}
        aria-expanded
        aria-controls="go-found"
        aria-activedescendant={found[at] ? `go-${at}` : undefined}
        autoFocus
        value={typed}
        onKeyDown={pressed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
      />
      <div id="go-found" className="go-found" role="listbox" aria-label={say.goWhere}>
        {found.map((page, index) => (
          <button
            type="button"
            key={page.path}
            id={`go-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => leaveFor(page.path)}
          >
            <SentenceText sentence={page.title} />
            <small>{say.groups[page.group]}</small>
          </button>
        ))}
      </div>
      {found.length === 0 ? <p className="sj-meta">{say.goNothing}</p> : null}
    </Modal>
  )
}
