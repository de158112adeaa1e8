import type { Role } from '../../kernel/access/public.ts'
import type { Locale, Sentence } from '../../platform/contract/public.ts'
import { PAGES } from '../../web/console/pages.ts'

/*
 * An operating card: one A4 page for one person's wall. What pages and buttons are called is taken from the rooms, so a
 * card cannot go on saying what a button was called before.
 */

export type Name = { readonly as: 'page' | 'button' | 'says'; readonly words: Sentence }

export const button = (words: Sentence): Name => ({ as: 'button', words })
/** What a screen writes, quoted. */
export const says = (words: Sentence): Name => ({ as: 'says', words })

/** A page of the console, as the navigation has it. */
export function page(path: string): Name {
  const found = PAGES.find((each) => each.path === path)
  if (!found) throw new Error(`A card speaks of the page ${path}, which the console does not have.`)
  return { as: 'page', words: found.title }
}

/** A page that is not the console's. */
export const screen = (words: Sentence): Name => ({ as: 'page', words })

/** A screen as a card draws it. */
export type Drawing<N extends string = string> = {
  readonly on: 'desk' | 'phone'
  readonly title: N
  readonly lines: readonly Sentence[]
  readonly buttons: readonly N[]
  /** Under it: when one sees this. */
  readonly caption: Sentence
}

/** `{name}` in a sentence stands for one of `names`. */
export type Card<N extends string = string> = {
  readonly id: string
  readonly who: Sentence
  /** Whose own card it is; nobody's account for those who have none. */
  readonly roles: readonly Role[]
  /** Where its QR leads, below the district. */
  readonly leadsTo: '/console/' | '/today' | '/'
  readonly names: Readonly<Record<N, Name>>
  readonly purpose: Sentence
  readonly steps: readonly Sentence[]
  readonly drawings: readonly Drawing<NoInfer<N>>[]
  readonly bring: readonly Sentence[]
  readonly refused: readonly { readonly when: Sentence; readonly then: Sentence }[]
  readonly never: readonly Sentence[]
  readonly ask: Sentence
}

/** Lets the compiler see which names a card has; that its sentences name no others is tested. */
export const card = <N extends string>(made: Card<N>): Card => made

/** A part of a sentence: plain text, or the name of a page or a button. */
export type Part = string | Name

export function partsOf(sentence: Sentence, { id, names }: Card, locale: Locale): Part[] {
  return sentence[locale].split(/\{(\w+)\}/).map((text, at) => {
    if (at % 2 === 0) return text
    const name = names[text]
    if (!name) throw new Error(`The card ${id} names {${text}}, which it does not have.`)
    return name
  })
}

/** Every sentence of a card. */
export function sentencesOf(of: Card): Sentence[] {
  return [
    of.purpose,
    ...of.steps,
    ...of.drawings.flatMap(({ lines, caption }) => [...lines, caption]),
    ...of.bring,
    ...of.refused.flatMap(({ when, then }) => [when, then]),
    ...of.never,
    of.ask,
  ]
}
