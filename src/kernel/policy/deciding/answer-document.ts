import { fenFromText, fenToText } from '../../values/public.ts'
import type { Answer } from './decide.ts'

/** An answer as it is stored and travels: plain JSON, amounts as decimal text. */
export type AnswerDocument = { readonly [member: string]: unknown }

const isAmount = (name: string) => name === 'fen' || name.endsWith('Fen')

/** Turns an answer into plain JSON. What it says stays with it: no pack is needed to read it years later. */
export function writeAnswer(answer: Answer): AnswerDocument {
  const text = JSON.stringify(answer, (name, value) =>
    typeof value === 'bigint' && isAmount(name) ? fenToText(value) : value,
  )
  return JSON.parse(text) as AnswerDocument
}

/** The same answer back from its stored form. */
export function readAnswer(document: AnswerDocument): Answer {
  const text = JSON.stringify(document)
  return JSON.parse(text, (name, value) =>
    isAmount(name) && typeof value === 'string' ? fenFromText(value) : value,
  ) as Answer
}
