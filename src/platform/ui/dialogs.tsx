import { Drawer as AntDrawer, type DrawerProps, Modal as AntModal, type ModalProps } from 'antd'
import { useEffect, useRef } from 'react'

/** The page behind the dialogs: they stand beside it in the document. */
const page = () => document.getElementById('root')
let open = 0
/** Where somebody was on the page before its first dialog. */
let before: Element | null = null

function comeBack(to: Element | null): void {
  if (to instanceof HTMLElement) to.focus({ preventScroll: true })
  if (document.activeElement !== to && before instanceof HTMLElement) before.focus({ preventScroll: true })
}

/**
 * While a dialog is open nobody comes to the page behind it, by key, by finger or read aloud; Ant Design only covers it.
 * Afterwards whoever opened the dialog is where they were.
 */
function useAlone(isOpen: boolean): void {
  const from = useRef<Element | null>(null)
  // Asked while it is drawn: a field that takes the focus by itself has taken it before any effect.
  if (!isOpen) from.current = null
  else from.current ??= document.activeElement
  useEffect(() => {
    if (!isOpen) return
    const cameFrom = from.current
    if (cameFrom && page()?.contains(cameFrom)) before = cameFrom
    open += 1
    page()?.setAttribute('inert', '')
    return () => {
      open -= 1
      if (open === 0) page()?.removeAttribute('inert')
      comeBack(cameFrom)
    }
  }, [isOpen])
}

/** Ant Design's, with nothing to be reached behind it. */
export function Modal(props: ModalProps) {
  useAlone(props.open ?? false)
  return <AntModal {...props} />
}

/** Ant Design's, with nothing to be reached behind it. */
export function Drawer(props: DrawerProps) {
  useAlone(props.open ?? false)
  return <AntDrawer {...props} />
}
