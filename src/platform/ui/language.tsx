import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Locale, Sentence } from '../contract/words.ts'
import { keepChineseMarked } from './otherLanguage.ts'
import { inLanguage, type Spoken, type Words } from './spoken.ts'
import { partedAtDates } from './wholeDates.ts'

const KEPT = 'lang'

type Language = { locale: Locale; setLocale: (locale: Locale) => void }

const LanguageContext = createContext<Language | null>(null)

function keptLocale(): Locale {
  try {
    if (localStorage.getItem(KEPT) === 'en') return 'en'
    if (localStorage.getItem(KEPT) === 'zh') return 'zh'
  } catch {
    // Storage may be switched off; the cookie, or Chinese, then decides.
  }
  return /(?:^|;\s*)lang=en(?:;|$)/.test(document.cookie) ? 'en' : 'zh'
}

/** Keeps the choice for this browser, and in the cookie for pages that the server renders. */
function keep(locale: Locale): void {
  try {
    localStorage.setItem(KEPT, locale)
  } catch {
    // The cookie below keeps it.
  }
  document.cookie = `${KEPT}=${locale}; path=/; max-age=31536000; samesite=lax`
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, setState] = useState<Locale>(keptLocale)
  const setLocale = useCallback((next: Locale) => {
    keep(next)
    setState(next)
  }, [])
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
    return locale === 'en' ? keepChineseMarked(document.body) : undefined
  }, [locale])
  const value = useMemo(() => ({ locale, setLocale }), [locale, setLocale])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('useLanguage outside LanguageProvider')
  return language
}

export function useLocale(): Locale {
  return useLanguage().locale
}

/** The room's words in the reader's language: `const say = useWords(words)`, then `say.title`, `say.rows(3)`. */
export function useWords<W extends Words>(words: W): Spoken<W> {
  return inLanguage(words, useLocale())
}

/** A sentence that came with the data, in the reader's language. */
export function SentenceText({ sentence }: { sentence: Sentence }) {
  return <RunningText>{sentence[useLocale()]}</RunningText>
}

/** A text in which no line ends within a date. */
export function RunningText({ children: text }: { children: ReactNode }) {
  if (typeof text !== 'string') return <>{text}</>
  const parts = partedAtDates(text)
  if (parts.length === 1) return <>{text}</>
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <span key={at} className="sj-day">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  )
}

/** Offers the other language, named in that language. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { locale, setLocale } = useLanguage()
  const other: Locale = locale === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className={`sj-plain ${className ?? ''}`}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => setLocale(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  )
}
