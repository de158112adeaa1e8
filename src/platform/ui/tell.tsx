import { App } from 'antd'
import { useCallback } from 'react'
import type { Sentence } from '../contract/words.ts'
import { useLocale } from './language.tsx'

/** Says in passing that something was done: `tell(words.filed)`. Refusals are never said in passing. */
export function useTell(): (sentence: Sentence | string) => void {
  const { message } = App.useApp()
  const locale = useLocale()
  return useCallback(
    (sentence) => void message.success(typeof sentence === 'string' ? sentence : sentence[locale]),
    [message, locale],
  )
}
