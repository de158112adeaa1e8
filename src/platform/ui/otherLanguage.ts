import { inTexts } from './markup.ts'

/*
 * What people and offices wrote, names and titles, stays Chinese on an English page. It says so by its language, so that
 * who listens to the page hears it in a Chinese voice.
 */

const CHINESE = 'zh-CN'
/** A run of Chinese with what belongs to it: figures, masks and marks between its signs. */
const RUN = /\p{Script=Han}(?:[\p{Script=Han}\d·*、,。:;()()《》〔〕“”— -]*[\p{Script=Han}\d)*)》〕”])?/gu

/** An English document as text, its Chinese marked. */
export function chineseMarked(html: string): string {
  return inTexts(html, (text) => text.replace(RUN, (run) => `<span lang="${CHINESE}">${run}</span>`))
}

/** Whether a text is Chinese with perhaps a word of English in it, rather than the other way round. */
export function isMainlyChinese(text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return chinese > 0 && chinese * 3 > (text.match(/\p{Script=Latin}/gu)?.length ?? 0)
}

const ownText = (element: Element) =>
  [...element.childNodes].reduce((text, node) => (node instanceof Text ? text + node.data : text), '')

function mark(element: Element | null): void {
  if (!(element instanceof HTMLElement) || /^(?:SCRIPT|STYLE|BODY)$/.test(element.tagName)) return
  if (isMainlyChinese(ownText(element))) element.lang = CHINESE
  else if (element.dataset.marked !== undefined) element.removeAttribute('lang')
  else return
  element.dataset.marked = ''
}

/** Marks Chinese in a page as it changes; answers what ends it and takes the marks away. */
export function keepChineseMarked(root: HTMLElement): () => void {
  const markAll = (within: Element) => {
    mark(within)
    for (const each of within.querySelectorAll('*')) mark(each)
  }
  markAll(root)
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      mark(target instanceof Element ? target : target.parentElement)
      for (const node of addedNodes) if (node instanceof Element) markAll(node)
    }
  })
  observer.observe(root, { subtree: true, childList: true, characterData: true })
  return () => {
    observer.disconnect()
    for (const each of root.querySelectorAll<HTMLElement>('[data-marked]')) {
      each.removeAttribute('lang')
      delete each.dataset.marked
    }
  }
}
