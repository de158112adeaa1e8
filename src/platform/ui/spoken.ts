import type { Locale, Sentence } from '../contract/words.ts'

/** What `words.ts` files hold: sentences, functions that make one, and groups of these. */
export type Words = { readonly [key: string]: Sentence | ((...given: never[]) => Sentence) | Words }

/** The same words in one language: every sentence a string. */
export type Spoken<W> = W extends Sentence
  ? string
  : W extends (...given: infer A) => Sentence
    ? (...given: A) => string
    : { readonly [K in keyof W]: Spoken<W[K]> }

function isSentence(value: object): value is Sentence {
  return typeof (value as Sentence).zh === 'string' && typeof (value as Sentence).en === 'string'
}

function spoken(value: unknown, locale: Locale): unknown {
  if (typeof value === 'function') return (...given: unknown[]) => (value(...given) as Sentence)[locale]
  if (isSentence(value as object)) return (value as Sentence)[locale]
  return Object.fromEntries(Object.entries(value as Words).map(([key, each]) => [key, spoken(each, locale)]))
}

const said: Record<Locale, WeakMap<object, unknown>> = { zh: new WeakMap(), en: new WeakMap() }

/** The words in the reader's language; the same words and language give the same object. */
export function inLanguage<W extends Words>(words: W, locale: Locale): Spoken<W> {
  let answer = said[locale].get(words)
  if (!answer) {
    answer = spoken(words, locale)
    said[locale].set(words, answer)
  }
  return answer as Spoken<W>
}
