/** A sentence for people, in the platform's two languages. Chinese is the first. */
export type Sentence = { readonly zh: string; readonly en: string }

export type Locale = keyof Sentence

/** The sentence in the reader's language. */
export function say(sentence: Sentence, locale: Locale): string {
  return sentence[locale]
}

/** The locale an Accept-Language header asks for; Chinese unless English is asked for first. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
}

/** Several sentences as one, joined the way each language does. */
export function joinSentences(sentences: readonly Sentence[]): Sentence {
  return { zh: sentences.map((s) => s.zh).join(';'), en: sentences.map((s) => s.en).join('; ') }
}
