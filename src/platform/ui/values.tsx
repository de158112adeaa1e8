import type { ReactNode } from 'react'
import type { Locale, Sentence } from '../contract/public.ts'
import { sayDate } from './civilDates.ts'
import { localTime } from './instants.ts'
import { useLocale, useWords } from './language.tsx'
import { words } from './words.ts'
import { yuanText } from './yuanText.ts'

/** An amount, from fen as text: exact, two decimals, figures of one width. */
export function Yuan({ fen, unit = false }: { fen: string; unit?: boolean }) {
  const say = useWords(words)
  return <span className="sj-num sj-yuan">{unit ? say.money.amount(yuanText(fen)) : yuanText(fen)}</span>
}

/** A civil date: ISO in tables and forms, `spoken` in sentences. */
export function CivilDate({ date, spoken = false }: { date: string; spoken?: boolean }) {
  const locale = useLocale()
  return (
    <time className="sj-num" dateTime={date}>
      {spoken ? sayDate(date, locale) : date}
    </time>
  )
}

/** An instant, in Shanghai's time. */
export function Instant({ at }: { at: string }) {
  return (
    <time className="sj-num" dateTime={at}>
      {localTime(at)}
    </time>
  )
}

/** Somebody with their post. */
export function Who({ by }: { by: { readonly name: string; readonly post: Sentence } }) {
  return whoText(by, useLocale())
}

export function whoText({ name, post }: { readonly name: string; readonly post: Sentence }, locale: Locale): string {
  return locale === 'zh' ? `${name}(${post.zh})` : `${name} (${post.en})`
}

/** `good` done, `now` under way, `attention` needs a person, `refused` no; the words always say it as well. */
export type Tone = 'plain' | 'now' | 'good' | 'attention' | 'refused'

export function StateTag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`sj-tag sj-tone-${tone}`}>{children}</span>
}

/** The few figures a page is about, as cards in a row. */
export function Figures({ figures }: { figures: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="sj-figures">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd className="sj-num">{figure.value}</dd>
        </div>
      ))}
    </dl>
  )
}
