import type { Sentence } from '../../../../../platform/contract/public.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { standing } from '../conditions/words.ts'
import { words as rest } from '../rest/words.ts'
import { valueAt } from './paths.ts'

/** The parts of the editor that a place of a document is shown in. */
export const SCREENS = [
  'rates',
  'conditions',
  'amount',
  'clauses',
  'cases',
  'try',
  'difference',
  'facts',
  'rest',
] as const
export type Screen = (typeof SCREENS)[number]

const KINDS: Record<string, { screen: Screen; words: Sentence }> = {
  inForce: { screen: 'rates', words: { zh: '施行日期', en: 'Dates in force' } },
  version: { screen: 'rates', words: { zh: '版本号', en: 'Version' } },
  replaces: { screen: 'rates', words: { zh: '替代的版本', en: 'Versions it takes the place of' } },
  parameters: { screen: 'rates', words: { zh: '标准和数值', en: 'Value' } },
  amount: { screen: 'amount', words: { zh: '金额算法', en: 'Amount' } },
  scope: { screen: 'conditions', words: { zh: '适用范围', en: 'Scope' } },
  conditions: { screen: 'conditions', words: { zh: '条件', en: 'Condition' } },
  exceptions: { screen: 'conditions', words: { zh: '例外', en: 'Exception' } },
  limits: { screen: 'conditions', words: { zh: '享受限制', en: 'Limit' } },
  window: { screen: 'conditions', words: { zh: '申领期限', en: 'Claim window' } },
  clauses: { screen: 'clauses', words: { zh: '条款', en: 'Clause' } },
  instalments: { screen: 'conditions', words: standing.instalments },
  stacking: { screen: 'conditions', words: standing.stacking },
  together: { screen: 'conditions', words: standing.together },
  cases: { screen: 'cases', words: { zh: '案例', en: 'Case' } },
  title: { screen: 'rest', words: { zh: '名称', en: 'Title' } },
  authority: { screen: 'rest', words: { zh: '制定机关', en: 'Authority' } },
  funds: { screen: 'rest', words: rest.funds },
  trigger: { screen: 'rest', words: rest.trigger },
  beneficiary: { screen: 'rest', words: rest.beneficiary },
  payee: { screen: 'rest', words: rest.payee },
  family: { screen: 'rest', words: rest.family },
  manual: { screen: 'rest', words: rest.manual },
  checks: { screen: 'rest', words: rest.checks },
}

/** Where something is shown: a table of the amount is among the rates. */
export function screenOf(at: string): Screen {
  const [kind = '', ...below] = at.split('.')
  if (kind === 'amount' && (below.length === 0 || below.some((key) => key === 'rows' || key === 'axes'))) return 'rates'
  return KINDS[kind]?.screen ?? 'rest'
}

type Named = { readonly label?: Sentence; readonly name?: string; readonly doc?: string; readonly article?: string }

/** 条件“培训出勤”: a place of a document in the words of who edits it. */
export function sayPlace(document: PackDocument, at: string): Sentence {
  const [kind = '', ...below] = at.split('.')
  const words = KINDS[kind]?.words ?? { zh: kind, en: kind }
  const own = valueAt(
    document,
    kind === 'window' ? ['window'] : kind === 'amount' ? stepOf(below) : [kind, below[0] ?? ''],
  ) as Named | undefined
  const name: Sentence | undefined =
    own?.label ?? spoken(own?.name) ?? (own?.doc ? spoken(`${own.doc}${own.article ?? ''}`) : undefined)
  return name ? { zh: `${words.zh}“${name.zh}”`, en: `${words.en} “${name.en}”` } : words
}

const spoken = (text: string | undefined): Sentence | undefined => (text ? { zh: text, en: text } : undefined)

const stepOf = (below: readonly string[]) =>
  below[0] === 'steps' && below[1] ? ['amount', 'steps', below[1]] : ['amount']
