import type { Sentence } from '../../contract/public.ts'

/** Takes down a remark for whoever starts the server. */
export type Note = (sentence: Sentence) => void

export const asLine = (sentence: Sentence) => `${sentence.zh} ${sentence.en}`
