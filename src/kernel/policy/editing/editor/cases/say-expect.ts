import type { Sentence } from '../../../../../platform/contract/public.ts'
import { sayYuan } from '../../../deciding/words.ts'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import type { Moment } from '../../../facts/facts.ts'
import { withOwnFacts } from '../../../packs/own-facts.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { sayFact } from '../sentences/say.ts'
import type { Expect } from './given.ts'
import { words } from './words.ts'

export const KINDS = ['eligible', 'ineligible', 'paused', 'unknown', 'contradiction', 'notApplicable'] as const
export type Kind = (typeof KINDS)[number]

export const kindOf = (expect: Expect): Kind => KINDS.find((each) => each in expect) ?? 'notApplicable'

/** What a case may name: conditions and limits, and that there is no rate. */
export function namesIn(document: PackDocument): { value: string; words: Sentence }[] {
  const named = [...document.conditions, ...(document.limits ?? [])].map(({ id, label }) => ({
    value: id,
    words: label,
  }))
  const own = (['window', 'stacking', 'instalments'] as const).flatMap((part) => {
    const written = document[part]
    return written ? [{ value: part, words: written.label }] : []
  })
  return [...named, ...own, { value: 'amount', words: { zh: '没有对应的标准', en: 'no rate' } }]
}

function saySlot(slot: string, document: PackDocument): Sentence {
  const [fact = '', at] = slot.split('@')
  return sayFact(fact, at as Moment | undefined, withOwnFacts(FACT_DICTIONARY, document.facts))
}

/** An expectation in words: 符合,1,500 元. */
export function sayExpect(expect: Expect, document: PackDocument): Sentence {
  const kind = kindOf(expect)
  const said = words.kinds[kind]
  const behind = (what: Sentence): Sentence => ({ zh: `${said.zh}:${what.zh}`, en: `${said.en}: ${what.en}` })
  if ('eligible' in expect) return typeof expect.eligible === 'number' ? behind(sayYuan(BigInt(expect.eligible))) : said
  const listed =
    'ineligible' in expect
      ? expect.ineligible
      : 'paused' in expect
        ? expect.paused
        : 'contradiction' in expect
          ? expect.contradiction
          : 'unknown' in expect
            ? expect.unknown
            : []
  if (listed.length === 0) return said
  const names = new Map(namesIn(document).map(({ value, words: name }) => [value, name]))
  const each = listed.map((one) =>
    kind === 'unknown' ? saySlot(one, document) : (names.get(one) ?? { zh: one, en: one }),
  )
  return behind({ zh: each.map(({ zh }) => zh).join('、'), en: each.map(({ en }) => en).join(', ') })
}
