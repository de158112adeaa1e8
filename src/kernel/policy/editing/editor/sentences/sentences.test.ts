import { describe, expect, it } from 'vitest'
import { sayLimit } from '../conditions/say-limit.ts'
import { sayStep } from '../amount/say-step.ts'
import { stepOfKind, withSteps } from '../amount/steps.ts'
import { compiledOn, isProgram } from '../document/compiled.ts'
import { FACT_DICTIONARY, FACTS } from '../../../facts/dictionary.ts'
import { STEP_KINDS } from '../../../packs/amount.ts'
import { ConditionPart } from '../../../packs/condition.ts'
import { policyFolder } from '../../../packs/library.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { givenPack } from '../../../testing.ts'
import { freshId, newTest, operatorsFor, SHAPES, shapeOf, withFact, withOperator, withShape } from './build.ts'
import { sayPart, type Speaking } from './say.ts'

const shipped = (scheme: string) =>
  policyFolder().packs.find(({ pack }) => pack.scheme === scheme)!.document as PackDocument
const speakingOf = (document: PackDocument): Speaking => ({ document, dictionary: FACT_DICTIONARY })
const lishui = speakingOf(shipped('lishui.ui-skill-upgrade'))
const fact = (key: string) => FACT_DICTIONARY.get(key)!

describe('sentences of a scheme', () => {
  it('says a condition with the words of its fact, its moment, its comparison and its value', () => {
    expect(lishui.document.conditions.map((each) => sayPart(each as ConditionPart, lishui).zh)).toEqual([
      '证书种类为以下之一:职业资格证书、职业技能等级证书',
      '取得证书时的用人单位性质为企业',
      '取得证书时的失业保险累计缴费月数不低于“最低缴费月数”',
    ])
    expect(lishui.document.conditions.map((each) => sayPart(each as ConditionPart, lishui).en)).toContain(
      'Kind of employer when the certificate was issued is enterprise',
    )
  })

  it('says parts joined, those within others in brackets', () => {
    const part: ConditionPart = {
      all: [
        { fact: 'marks.theory', atLeast: 60 },
        { any: [{ fact: 'studio.isNew', is: true }, { not: { fact: 'certificate.number', known: true } }] },
      ],
    }
    expect(sayPart(part, lishui).zh).toBe('理论成绩不低于 60 分,并且(新建工作室为“是”,或者不属于:证书编号有记录)')
    expect(sayPart(part, lishui).en).toBe(
      'Theory mark at least 60 points, and (A new studio is yes, or not: Certificate number is on record)',
    )
  })

  it('says a window, a limit and every step', () => {
    expect(sayPart({ fact: 'claim.on', within: { of: { fact: 'certificate.issuedOn' }, months: 12 } }, lishui).zh).toBe(
      '申领日期在发证日期起 12 个月内',
    )
    expect(lishui.document.limits!.map((each) => sayLimit(each, lishui).zh)).toContain(
      'TRAINING、UI_UPGRADE 合计,每个自然年最多 “每年享受次数上限” 次',
    )
    expect(lishui.document.amount.steps!.map((each) => sayStep(each, lishui).zh)).toEqual([
      '加 按证书等级的标准',
      '证书职业(工种)列入“丽水市紧缺人才开发导向目录（示例）”的:在前面的金额上增加 “紧缺上浮比例”(四舍五入到元)',
      '减去 同一证书已享受的培训补贴',
      '减去 同一证书已享受的鉴定(评价)补贴',
    ])
  })
})

describe('sentences built from choices', () => {
  const isWhole = (part: ConditionPart) => ConditionPart.safeParse(part).success

  it.each(FACTS.filter(({ type }) => type !== 'history' && type !== 'beside').map((each) => [each.key, each]))(
    '%s: every comparison of its type can be decided by',
    (_, definition) => {
      for (const operator of operatorsFor(definition)) {
        const condition = {
          id: 'theory',
          label: { zh: '理', en: 'T' },
          cite: 'c1',
          ...withOperator(newTest(definition), operator, definition),
        }
        if (definition.type === 'text' || definition.type === 'date') continue
        expect(isWhole(withOperator(newTest(definition), operator, definition)), operator).toBe(true)
        const compiled = compiledOn(
          givenPack({
            conditions: [condition],
            cases: [{ name: 'x', given: {}, expect: { unknown: ['class.level'] } }],
          }) as unknown as PackDocument,
          [],
          '2022-01-01',
        )
        expect(isProgram(compiled) ? [] : compiled.map(({ sentence }) => sentence.en), operator).toEqual([])
      }
    },
  )

  it('keeps name, clause and words when the fact, the comparison or the form changes', () => {
    const condition = {
      id: 'theory',
      label: { zh: '理论', en: 'Theory' },
      cite: 'c1',
      failed: { zh: '不及格', en: 'failed' },
      fact: 'marks.theory',
      atLeast: 60,
    }
    expect(withFact(condition, fact('marks.practice'), fact('marks.theory'))).toEqual({
      ...condition,
      fact: 'marks.practice',
    })
    expect(withOperator(condition, 'between', fact('marks.theory'))).toMatchObject({
      id: 'theory',
      failed: condition.failed,
      between: [60, 60],
    })
    const joined = withShape(condition, 'all', FACTS[0]!)
    expect(joined).toEqual({
      id: 'theory',
      label: condition.label,
      cite: 'c1',
      all: [{ fact: 'marks.theory', atLeast: 60, failed: condition.failed }],
    })
    expect(withShape(joined, 'test', FACTS[0]!)).toEqual(condition)
  })

  it('is sound in every form', () => {
    const test = newTest(fact('person.group'))
    for (const one of SHAPES)
      for (const other of SHAPES) {
        const changed = withShape(withShape(test, one, FACTS[0]!), other, FACTS[0]!)
        expect(shapeOf(changed)).toBe(other)
        expect(isWhole(changed), `${one} → ${other}`).toBe(true)
      }
  })

  it('takes a name that nobody has', () => {
    expect(freshId(['condition1', 'condition2'], 'condition')).toBe('condition3')
  })
})

/** An amount that is begun is empty until somebody fills it in. */
const filled = (step: object) =>
  JSON.parse(JSON.stringify(step), (member, value: unknown) => (value === '' && member !== 'zh' ? 1000 : value))

describe('steps built from choices', () => {
  const pack = givenPack() as unknown as PackDocument

  it('writes a single table as steps that come to the same', () => {
    const compiled = compiledOn(withSteps(pack), [], '2022-01-01')
    expect(isProgram(compiled) && compiled.pack.amount.steps).toMatchObject([{ id: 'byLevel' }])
  })

  it.each(STEP_KINDS)('%s: a step of it can be reckoned with', (kind) => {
    const document = withSteps(pack)
    const step = { id: 'more', label: { zh: '另', en: 'more' }, cite: 'c1', fixed: 100 }
    const steps = [...document.amount.steps!, filled(stepOfKind(step, kind, document))]
    const compiled = compiledOn({ ...document, amount: { ...document.amount, steps } }, [], '2022-01-01')
    expect(isProgram(compiled) ? [] : compiled.map(({ sentence }) => sentence.en)).toEqual([])
  })
})
