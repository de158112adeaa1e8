import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { named, saying, type Sentence } from '../contract/public.ts'
import { itemsOf } from './issues.ts'
import { unkeepable } from './unkeepable.ts'

/** What is said about a value that a shape refuses. */
function said(shape: z.ZodType, value: unknown): Sentence {
  const body = z.object({ field: named(shape, '此项', 'this') })
  const sent = value === undefined ? {} : { field: value }
  const items = itemsOf('body', body, sent, body.safeParse(sent).error!.issues)
  expect(items[0]?.at).toMatch(/^body\.field/)
  return items[0]!.sentence
}

describe('a refused value is said', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['missing', z.string(), undefined, '缺少“此项”。请填写文字。'],
    ['missing choice', z.enum(['a', 'b']), undefined, '缺少“此项”。请填写后再提交。'],
    ['another kind', z.string(), 5, '“此项”应填文字,收到的是 5。请改正后再提交。'],
    ['text for a number', z.number(), 'many', '“此项”应填数字,收到的是“many”。请改正后再提交。'],
    ['a list', z.string(), [1, 2], '“此项”应填文字,收到的是有 2 项的列表。请改正后再提交。'],
    ['nothing', z.string(), null, '“此项”应填文字,收到的是空值。请改正后再提交。'],
    ['a fraction', z.int(), 1.5, '“此项”应填整数,收到的是 1.5。请改正后再提交。'],
    ['empty', z.string().min(1), '', '“此项”不能为空。请填写。'],
    ['too short', z.string().min(3), 'ab', '“此项”至少要有 3 个字,现在是 2 个字。请补充。'],
    ['too long', z.string().max(3), 'abcd', '“此项”最多 3 个字,现在是 4 个字。请减少。'],
    ['of one length', z.string().length(3), 'ab', '“此项”应正好 3 个字,现在是 2 个字。请改正后再提交。'],
    ['too few', z.array(z.int()).min(2), [1], '“此项”至少要有 2 项,现在是 1 项。请补充。'],
    ['too small', z.int().min(2), 1, '“此项”不能小于 2,收到的是 1。请改正后再提交。'],
    ['too large', z.int().lt(2), 2, '“此项”要小于 2,收到的是 2。请改正后再提交。'],
    ['beyond exact numbers', z.int(), 2 ** 60, '“此项”不能大于 9007199254740991,收到的是 ****。请改正后再提交。'],
    ['no date', z.iso.date(), '2022-2-30', '“此项”不是有效的日期,收到的是“2022-2-30”。请按 2022-02-25 的样子填写。'],
    ['no address', z.email(), 'x', '“此项”不是有效的邮箱,收到的是“x”。请按 name@example.cn 的样子填写。'],
    ['no id', z.uuid(), 'x', '“此项”不是有效的编号,收到的是“x”。请从列表里重新打开这一项,不要手工改地址。'],
    ['not as written', z.string().regex(/^a+$/), 'b', '“此项”的写法不对,收到的是“b”。请改正后再提交。'],
    ['not beginning so', z.string().startsWith('C'), 'b', '“此项”应以“C”开头,收到的是“b”。请改正后再提交。'],
    ['no choice', z.enum(['a', 'b']), 'c', '“此项”只能是“a”、“b”之一,收到的是“c”。请改正后再提交。'],
    ['not the one', z.literal('a'), 'c', '“此项”只能是“a”,收到的是“c”。请改正后再提交。'],
    ['no multiple', z.number().multipleOf(5), 3, '“此项”应是 5 的倍数,收到的是 3。请改正后再提交。'],
    [
      'not of the union',
      z.union([z.int(), z.boolean()]),
      'c',
      '“此项”不是可以接受的任何一种写法,收到的是“c”。请改正后再提交。',
    ],
    [
      'no literal of the union',
      z.union([z.literal('a'), z.literal(2)]),
      'c',
      '“此项”只能是“a”、“2”之一,收到的是“c”。请改正后再提交。',
    ],
    ['refined', z.string().refine((text) => text === 'a'), 'c', '“此项”不符合要求,收到的是“c”。请改正后再提交。'],
    [
      'of a wrong name',
      z.record(z.enum(['a']).or(z.string().max(1)), z.int()),
      { abc: 1 },
      '“此项”的“abc”的名称不对,收到的是 1。请改正后再提交。',
    ],
    ['unknown', z.strictObject({}), { abc: 1 }, '“此项”里有不认识的项目:“abc”。请核对拼写,或去掉后再提交。'],
    [
      'in the contract’s own words',
      z.string().regex(/^\d+$/, { error: saying('应填整数分', 'must be fen') }),
      'c',
      '“此项”应填整数分,收到的是“c”。请改正后再提交。',
    ],
  ])('%s', (_what, shape, value, zh) => {
    const sentence = said(shape, value)
    expect(sentence.zh).toBe(zh)
    expect(sentence.en).toMatch(/^(“this”|“this” ›|.*).+\.$/)
    expect(sentence.en).not.toMatch(/\p{Script=Han}/u)
  })

  it('by the name its contract gives, also of a row in a list and through optional and default', () => {
    const shape = z.object({
      sessions: named(
        z.array(z.object({ day: named(z.iso.date(), '日期', 'day').optional() })),
        '课次',
        'sessions',
      ).default([]),
      raw: z.string(),
    })
    const sent = { sessions: [{}, { day: 'x' }] }
    const items = itemsOf('body', shape, sent, shape.safeParse(sent).error!.issues)
    expect(items.map((item) => item.at)).toEqual(['body.sessions.1.day', 'body.raw'])
    expect(items[0]!.sentence.zh).toMatch(/^“课次”的第 2 项的“日期”不是有效的日期/)
    expect(items[1]!.sentence.zh).toBe('缺少“raw”。请填写文字。')
  })

  it('without showing a secret, a personal number or more than a few letters', () => {
    const secret = z.object({ password: z.string().max(3) })
    expect(
      itemsOf('body', secret, { password: 'hunter2' }, secret.safeParse({ password: 'hunter2' }).error!.issues)[0]!
        .sentence.zh,
    ).toBe('“password”最多 3 个字。请减少。')
    for (const number of [
      '339901198507014422',
      '33990119850701442X',
      '１３８００１３８０００',
      '6217 0012 3456 7890',
      '0578-2134567',
      '1985-0701-4422',
    ])
      expect(said(z.int(), number).zh).toContain('收到的是“****”')
    expect(said(z.int(), 13_800_138_000.5).zh).not.toMatch(/\d{5}/)
    expect(said(z.int(), 'x'.repeat(5000)).zh.length).toBeLessThan(60)
    expect(said(z.int(), 'a\n\u202Eb\uD800').zh).toContain('“a b�”')
  })
})

describe('what cannot be kept', () => {
  it('is a NUL or half a character, in a value or a name, wherever it stands; each is named', () => {
    const items = unkeepable('body', { good: '好😀', bad: 'a\0', list: [{ half: '\uD800' }], 'k\0': 1 })
    expect(items.map((item) => item.at).sort()).toEqual(['body', 'body.bad', 'body.list.0.half'])
    expect(items.find((item) => item.at === 'body.bad')!.sentence.zh).toMatch(/^“bad”里有不能保存的字符/)
  })

  it('is what is nested too deep, however deep', () => {
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as unknown
    expect(unkeepable('body', deep)[0]!.sentence.zh).toMatch(/^内容嵌套超过 40 层/)
  })
})
