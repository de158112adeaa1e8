import type { ProblemItem, Sentence } from '../contract/public.ts'
import { shown } from './shown.ts'

const DEEPEST = 40

/**
 * What no room can keep, found before any shape is read: text with a NUL or half a character in it (the database has
 * neither), and values nested so deep that reading them would exhaust the stack.
 */
export function unkeepable(part: string, sent: unknown): ProblemItem[] {
  const items: ProblemItem[] = []
  const waiting: { at: string[]; value: unknown }[] = [{ at: [], value: sent }]
  for (let next = waiting.pop(); next && items.length < 20; next = waiting.pop()) {
    const { at, value } = next
    const say = (sentence: Sentence) => items.push({ at: [part, ...at.map(shown)].join('.'), sentence })
    const name = at.length > 0 ? `“${shown(at.at(-1)!)}”` : ''
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) say(unreadable(name))
    if (typeof value !== 'object' || value === null) continue
    if (at.length >= DEEPEST) {
      say(tooDeep(DEEPEST))
      continue
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes('\0') || !key.isWellFormed()) say(unreadable(name))
      waiting.push({ at: [...at, key], value: inner })
    }
  }
  return items
}

const unreadable = (name: string): Sentence => ({
  zh: `${name || '内容'}里有不能保存的字符(空字符或残缺的字)。请删去后重新输入,不要从别处粘贴。`,
  en: `${name || 'The text'} holds a character that cannot be kept (a NUL or half of one). Delete it and type the text again.`,
})

const tooDeep = (deepest: number): Sentence => ({
  zh: `内容嵌套超过 ${deepest} 层。请减少层次后再提交。`,
  en: `The values are nested more than ${deepest} deep. Flatten them and send again.`,
})
