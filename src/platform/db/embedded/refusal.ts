import type { Sentence } from '../../contract/public.ts'

/** The built-in database cannot be had. `sentence` is for people; the message adds what the program itself said. */
export class EmbeddedServerError extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence, detail = '', cause?: unknown) {
    super([sentence.zh, sentence.en, detail.trim()].filter(Boolean).join('\n'), { cause })
    this.name = 'EmbeddedServerError'
    this.sentence = sentence
  }
}
