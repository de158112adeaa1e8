import type { Sentence } from '../../../platform/contract/public.ts'

type RuleWords = { readonly severity: 'error' | 'warning'; readonly why: Sentence; readonly todo: Sentence }

const rule = (
  severity: RuleWords['severity'],
  [whyZh, todoZh]: readonly [string, string],
  [whyEn, todoEn]: readonly [string, string],
): RuleWords => ({ severity, why: { zh: whyZh, en: whyEn }, todo: { zh: todoZh, en: todoEn } })

/** Every rule that a scheme is read by: how grave it is, why it matters and what to do. */
export const LINT_RULES = {
  refused: rule(
    'error',
    ['这样写的政策不能用来判定', '请按提示改正'],
    ['a scheme written so cannot decide anything', 'correct it as it says'],
  ),
  'fact-not-supplied': rule(
    'warning',
    ['凡要用到它的人都会一直是“待核实”', '请安排登记这个事实,或改用已有的事实'],
    ['everybody it is asked of stays “not known”', 'have it recorded, or read another fact'],
  ),
  'trigger-not-recorded': rule(
    'warning',
    ['政策不会自动判定任何人', '请安排登记,或改用已有的触发事项'],
    ['nobody is ever decided about', 'have it recorded, or answer to another trigger'],
  ),
  'never-met': rule(
    'error',
    ['没有任何人能够符合,补贴一分钱也发不出去', '请核对取值、门槛和名单'],
    ['nobody can ever meet it, so nothing is ever paid', 'check its values, threshold or list'],
  ),
  'never-together': rule(
    'error',
    ['没有任何人能够同时符合,补贴一分钱也发不出去', '请核对两条的取值,或改写其中一条'],
    ['nobody can meet both, so nothing is ever paid', 'check the values of the two, or rewrite one'],
  ),
  'never-fails': rule(
    'warning',
    ['其他条件都符合时它总是符合,等于没有写', '请核对门槛是否写错,或删去这一条'],
    ['whoever meets the rest always meets it, so it says nothing', 'check its threshold, or leave it out'],
  ),
  'branch-never-holds': rule(
    'warning',
    ['其他条件已经排除了这种情形,写了也不起作用', '请核对取值,或删去这一项'],
    ['the other conditions exclude it, so it does nothing', 'check its values, or leave it out'],
  ),
  'exception-never-holds': rule(
    'error',
    ['指望这条例外的人都用不上', '请核对例外的情形和适用范围'],
    ['whoever counts on this way out never gets it', 'check when it holds and what the scheme reaches'],
  ),
  'exception-idle': rule(
    'warning',
    ['有没有这条例外,结果都一样', '请核对它是否写对了例外的对象,或删去'],
    ['with or without it the answer is the same', 'check what it is an exception to, or leave it out'],
  ),
  'exceptions-disagree': rule(
    'error',
    ['两条可以同时适用而结论相反,这样的人只能逐个人工处理', '请写明以哪一条为准'],
    ['both hold and say opposite things, so each such person waits for people', 'say which of them prevails'],
  ),
  'step-never-taken': rule(
    'error',
    ['这一步的金额永远不会发放', '请核对这一步的适用情形和政策的条件'],
    ['its amount is never paid', 'check when it is taken against the conditions'],
  ),
  'table-gap': rule(
    'error',
    ['符合条件的人会因为查不到标准而不予补贴', '请补上标准;确无标准的,写一个说明不补的案例'],
    ['people who meet every condition are refused for want of a rate', 'add the rate; if none is meant, write a case'],
  ),
  'table-outside': rule(
    'warning',
    ['条件没有排除这些取值,遇到时会因为没有标准而不予补贴', '请补上标准、在条件中排除,或写一个说明不补的案例'],
    ['no condition excludes them and there is no rate', 'add rates, exclude them, or write a case that says so'],
  ),
  'row-unreachable': rule(
    'warning',
    ['条件已经排除了这种情形,这一行标准用不上', '请核对条件,或删去这一行'],
    ['the conditions exclude it, so its rate is never used', 'check the conditions, or leave the row out'],
  ),
  'no-value': rule(
    'error',
    ['从这一天起政策不能判定,办理会停下来', '请补上这段日期的值,或写明政策的止日'],
    ['from that day the scheme cannot decide and work stops', 'give it a value for these days, or end the scheme'],
  ),
  'value-too-late': rule(
    'error',
    ['新的值永远不会生效', '请核对起日和政策的施行期'],
    ['the new value never applies', 'check the day on which it begins and the days in force'],
  ),
  'value-too-early': rule(
    'warning',
    ['这个值从来不会用到', '请核对止日,或删去'],
    ['it is never used', 'check the day on which it ends, or leave it out'],
  ),
  'value-not-read': rule(
    'warning',
    ['改它不起任何作用', '请在条文中引用,或删去'],
    ['changing it changes nothing', 'use it, or leave it out'],
  ),
  'two-versions': rule(
    'error',
    ['系统不会自己选一个,办理会停下来', '请写明前一版本的止日'],
    ['neither is chosen and work stops', 'end the earlier version before the later begins'],
  ),
  'limit-outside': rule(
    'error',
    ['在政策施行的日子里这条限制从不计数,等于没有限制', '请核对时间段的起止'],
    ['on no day in force it counts anything, so it limits nothing', 'check the days of its window'],
  ),
  'fund-not-lawful': rule(
    'error',
    ['付出去就是违规支出', '请改用合规的资金,或由本局在资金用途表中写明依据'],
    ['whatever it pays is spent unlawfully', 'name a lawful fund, or enter the ground in the table of funds'],
  ),
  'fund-not-listed': rule(
    'warning',
    ['不知道能不能支付', '请在资金用途表中写明它可以支付哪几类补贴及依据'],
    ['nobody knows what it may lawfully pay', 'enter what it may pay, with the ground'],
  ),
  'group-not-lawful': rule(
    'error',
    ['这类人员不在所写资金的补贴对象之内,付出去就是违规', '请在条件中排除,或增加可以支付的资金'],
    ['none of its funds may pay for such people', 'exclude them, or add a fund that may'],
  ),
  'family-missing': rule(
    'warning',
    ['不知道属于哪一类补贴,次数和金额的限制都计不到它', '请写明 family'],
    ['no limit can count it', 'say of which family it is'],
  ),
  'paid-twice': rule(
    'error',
    ['同一个人、同一件事可以领两份', '请写明限制或如何合并享受'],
    ['one person can have both for one and the same thing', 'limit them together'],
  ),
  'family-disagrees': rule(
    'warning',
    ['先后办理的顺序不同,领到的补贴就可能不同', '请把两项政策的规则写成一样'],
    ['what is given may depend on which comes first', 'write one rule in both'],
  ),
  'higher-pays-less': rule(
    'warning',
    ['等级高的反而少,多半是标准填错了格', '请核对标准;确实如此的,写明依据'],
    ['the higher level gets less, most likely a slip in the rates', 'check the rates; if it is meant, cite why'],
  ),
  'order-matters': rule(
    'warning',
    ['条款没有说先后的,会因为谁先谁后起争议', '请核对条款规定的先后顺序'],
    ['where the clauses do not say which comes first, it will be disputed', 'check the order that the clauses set'],
  ),
  'clause-not-cited': rule(
    'warning',
    ['读的人会以为政策里有这条规定', '请补上依据它的规定,或删去'],
    ['whoever reads it takes it for a rule of the scheme', 'write what rests on it, or leave it out'],
  ),
  'clause-without-case': rule(
    'error',
    ['写错了也没有人发现', '请补一个用到它的案例'],
    ['nobody would notice a mistake in it', 'add a case that does'],
  ),
  'break-unnoticed': rule(
    'error',
    ['写错了不会有案例变红', '请补一个恰在分界上的案例'],
    ['no case turns red when it is broken', 'add a case beside it'],
  ),
} as const satisfies Record<string, RuleWords>

export type LintRule = keyof typeof LINT_RULES

/** Some of many, and how many more there are. */
export function sayFirst(sentences: readonly Sentence[], most = 4): Sentence {
  const first = sentences.slice(0, most)
  const more = sentences.length - first.length
  return {
    zh: first.map(({ zh }) => zh).join('、') + (more > 0 ? ` 等 ${sentences.length} 项` : ''),
    en: first.map(({ en }) => en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  }
}
