import type { Sentence } from '../../../platform/contract/public.ts'
import type { Change, Counterfactual } from './counterfactual.ts'
import { sayYuan } from './words.ts'

/**
 * What would have made it yes, each in one sentence: 如果个人出勤率不是 45%(9/20)而是 80%,可补贴 1,000 元。 Values of one
 * fact that come to the same are told together.
 */
export function sayWouldBe(counterfactuals: readonly Counterfactual[]): Sentence[] {
  const together = new Map<string, Counterfactual[]>()
  for (const each of counterfactuals) {
    const [first, second] = each.changes
    const alone = first && !second ? `${first.fact}@${first.at ?? ''} ${each.effectiveFen}` : undefined
    const key = alone ?? JSON.stringify(each.changes.map(({ label, then }) => [label.zh, then.zh]))
    together.set(key, [...(together.get(key) ?? []), each])
  }
  return [...together.values()].map((alike) => {
    const [one] = alike
    const { changes, effectiveFen } = one!
    const supposed = changes.map((change) =>
      alike.length === 1
        ? sayChange(change, change.then)
        : sayChange(change, {
            zh: `${alike.map(({ changes: [each] }) => each!.then.zh).join('、')}之一`,
            en: `one of ${alike.map(({ changes: [each] }) => each!.then.en).join(', ')}`,
          }),
    )
    const sum = sayYuan(effectiveFen)
    return {
      zh: `如果${supposed.map(({ zh }) => zh).join(',并且')},可补贴 ${sum.zh}。`,
      en: `If ${supposed.map(({ en }) => en).join(' and ')}, it would come to ${sum.en}.`,
    }
  })
}

/** What is known is set against what it would be; of what is not, why it is not. */
function sayChange({ label, now, isKnown }: Change, then: Sentence): Sentence {
  const name = label.en.charAt(0).toLowerCase() + label.en.slice(1)
  return isKnown
    ? {
        zh: `${label.zh}不是${spaced(now.zh)}而是${spaced(then.zh).trimEnd()}`,
        en: `${name} were ${then.en} instead of ${now.en}`,
      }
    : { zh: `${label.zh}(${now.zh})为${spaced(then.zh).trimEnd()}`, en: `${name} (${now.en}) were ${then.en}` }
}

/** Figures stand apart from the Chinese characters beside them. */
const spaced = (text: string) => text.replace(/^(?=[\w¥-])/, ' ').replace(/(?<=[\w%])$/, ' ')
