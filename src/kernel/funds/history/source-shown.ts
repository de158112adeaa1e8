import type { Locale } from '../../../platform/contract/public.ts'
import type { SourceLine } from './contract.ts'
import { pageWords } from './page-words.ts'

/** From when to when a source tells everything, in a few words. */
export function sayCovers(
  { coversFrom, coversTo }: Pick<SourceLine, 'coversFrom' | 'coversTo'>,
  locale: Locale,
): string {
  return (coversFrom === null ? pageWords.until(coversTo) : pageWords.span(coversFrom, coversTo))[locale]
}

export function sayFamilies({ families }: Pick<SourceLine, 'families'>, locale: Locale): string {
  return families.map((family) => family.label[locale]).join(locale === 'zh' ? '、' : ', ')
}
