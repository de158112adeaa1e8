import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { compile } from '../deciding/compile.ts'
import { contentHash } from '../decisions/content-hash.ts'
import { givenFacts, givenPack } from '../testing.ts'
import { isTemplate, layered } from './layers.ts'
import { readPack } from './pack.ts'

const words = (text: string) => ({ zh: text, en: text })
const condition = (id: string, atLeast: number, cite = 'c1') => ({
  id,
  label: words(id),
  cite,
  fact: `marks.${id}`,
  atLeast,
})
const national = givenPack({
  scheme: 'national.training',
  region: '000000',
  conditions: [condition('theory', 60), condition('practice', 60)],
  cases: [
    {
      name: 'both',
      given: { 'marks.theory': 60, 'marks.practice': 60, 'class.level': 'L5_JUNIOR' },
      expect: { eligible: 100_000 },
    },
  ],
})
const province = {
  scheme: 'province.training',
  version: '2022-01',
  region: '330000',
  extends: { scheme: 'national.training', version: '2022-01' },
  conditions: [condition('practice', 70, 'p1')],
  clauses: { p1: { doc: '《省办法》', article: '第二条', text: '…', source: 'TEST' } },
  cases: [
    {
      name: 'both',
      given: { 'marks.theory': 60, 'marks.practice': 70, 'class.level': 'L5_JUNIOR' },
      expect: { eligible: 100_000 },
    },
  ],
}
const county = {
  scheme: 'county.training',
  version: '2022-03',
  region: '331102',
  extends: { scheme: 'province.training', version: '2022-01' },
  without: ['conditions.theory'],
  inForce: { by: 'training', from: '2022-03-01' },
  cases: [{ name: 'both', given: { 'marks.practice': 70, 'class.level': 'L5_JUNIOR' }, expect: { eligible: 100_000 } }],
}
const all = [national, province, county] as { scheme: unknown; version: unknown }[]
const find = (scheme: string, version: string) => all.find((each) => each.scheme === scheme && each.version === version)

describe('a pack laid over another', () => {
  const document = layered(county, find)
  const pack = readPack(document)

  it('overrides by name, takes over the rest, leaves out what it says', () => {
    expect(pack.conditions.map(({ id, atLeast }) => [id, atLeast])).toEqual([['practice', 70]])
    expect(Object.keys(pack.clauses)).toEqual(['c1', 'p1'])
    expect(pack.inForce.from).toBe('2022-03-01')
    expect(pack.title.zh).toBe('测试政策')
  })

  it('says of every part where it is from, through all the layers', () => {
    expect(pack.origins).toMatchObject({
      'conditions.practice': '330000',
      'clauses.c1': '000000',
      'clauses.p1': '330000',
      amount: '000000',
    })
    expect(pack.layers?.map(({ region, scheme }) => `${region} ${scheme}`)).toEqual([
      '330000 province.training',
      '000000 national.training',
    ])
    expect(pack.layers?.[1]?.sha256).toBe(contentHash(national))
  })

  it('stands alone: it decides without the others, and its trace names the layer', () => {
    const answer = compile(document).decide(givenFacts({ 'marks.practice': 69, 'class.level': 'L5_JUNIOR' }))
    expect(answer).toMatchObject({ kind: 'ineligible', reasons: [{ id: 'practice', cite: 'p1' }] })
    expect(answer.trace.conditions[0]).toMatchObject({ origin: '330000' })
  })

  it('is another document when a layer below it changes', () => {
    const changed = { ...national, conditions: [condition('theory', 61), condition('practice', 60)] }
    const other = layered(county, (scheme, version) =>
      scheme === 'national.training' ? changed : find(scheme, version),
    )
    expect(contentHash(other)).not.toBe(contentHash(document))
  })

  it('extends several, the one named first above the others', () => {
    const limits = {
      scheme: 'province.limits',
      version: '2022-01',
      region: '330000',
      template: true,
      clauses: { c1: { doc: '《省办法》', article: '第九条', text: '…', source: 'TEST' } },
      limits: [{ id: 'once', label: words('once'), cite: 'c1', over: ['TEST'], once: ['certificate'] }],
    }
    const among = (scheme: string) => (scheme === 'province.limits' ? limits : national)
    const of = (...schemes: string[]) => {
      const all = schemes.map((scheme) => ({ scheme, version: '2022-01' }))
      return readPack(layered({ ...county, without: [], extends: all }, among))
    }
    const both = of('province.limits', 'national.training')
    expect(both.limits?.map(({ id }) => id)).toEqual(['once'])
    expect(both.conditions.map(({ id }) => id)).toEqual(['theory', 'practice'])
    expect([both.clauses['c1']?.article, both.origins?.['limits.once'], both.origins?.['conditions.theory']]).toEqual([
      '第九条',
      '330000',
      '000000',
    ])
    expect(of('national.training', 'province.limits').clauses['c1']?.article).toBe('第一条')
  })

  it('that extends nothing is taken as it is written', () => {
    expect(layered(national, find)).toBe(national)
  })
})

describe('layers that cannot be', () => {
  const sentence = (document: unknown, other = find) => {
    try {
      layered(document, other)
    } catch (error) {
      if (error instanceof Problem) return error.sentence.zh
      throw error
    }
    return 'accepted'
  }

  it('extend what is not there, or lead back to themselves', () => {
    expect(sentence({ ...county, extends: { scheme: 'no.such', version: '2022-01' } })).toContain(
      '没有政策“no.such 2022-01”',
    )
    const circle = { ...province, extends: { scheme: 'province.training', version: '2022-01' } }
    expect(sentence(circle, () => circle)).toContain('绕回到自己')
  })

  it('say what a pack does not know', () => {
    expect(sentence({ ...county, limitz: [] })).toContain('limitz')
    expect(() => isTemplate({ ...national, template: true, tittle: 1 })).toThrow(/tittle/)
  })
})
