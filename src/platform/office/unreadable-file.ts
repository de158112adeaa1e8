import type { Sentence } from '../contract/words.ts'
import { REFUSALS, type RefusalCode, type RefusalFacts } from './words.ts'

/** A file that cannot or may not be read; the sentence says what is wrong with it and what to do. */
export class UnreadableFile extends Error {
  readonly code: RefusalCode
  readonly sentence: Sentence

  constructor(code: RefusalCode, sentence: Sentence) {
    super(sentence.en)
    this.name = 'UnreadableFile'
    this.code = code
    this.sentence = sentence
  }
}

/** `refuse('too-many-rows', { limit: 2000, found: 2001 })`: the error of that code, its sentence filled with the facts. */
export function refuse<C extends RefusalCode>(code: C, ...facts: RefusalFacts[C]): UnreadableFile {
  return new UnreadableFile(code, REFUSALS[code](...facts))
}
