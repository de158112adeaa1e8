import { describe, expect, it } from 'vitest'
import { civilDate } from '../../values/public.ts'
import { contentHash } from '../decisions/content-hash.ts'
import { givenFacts, givenPack } from '../testing.ts'
import { readPack } from './pack.ts'
import { programFor } from './programs.ts'

const dated = (value: number, from: string) => ({ from, value, cite: 'c1' })
const given = (over: Record<string, unknown> = {}) => {
  const document = givenPack({
    parameters: {
      pass: {
        label: { zh: '及格', en: 'pass' },
        values: [dated(60, '2022-01-01'), dated(70, '2022-07-01')],
      },
    },
    conditions: [
      {
        id: 'theory',
        label: { zh: '理论', en: 'theory' },
        cite: 'c1',
        fact: 'marks.theory',
        atLeast: { parameter: 'pass' },
      },
    ],
    ...over,
  })
  return { document, pack: readPack(document), sha256: contentHash(document) }
}
const county = (value: number) => {
  const cite = { doc: 'd', article: 'a', text: 't', source: 'TEST' as const }
  return { get: (name: string) => ({ name, value, origin: '331102', cite }) }
}
const none = new Set<string>()
const facts = givenFacts({ 'marks.theory': 65, 'class.level': 'L5_JUNIOR' })

describe('a pack is compiled once', () => {
  it('for all days on which its own values are the same, each program of its own day', () => {
    const file = given()
    const [march, april] = ['2022-03-07', '2022-04-11'].map((day) =>
      programFor(file, { parameters: county(1), families: none, on: civilDate(day) }),
    )
    expect(april!.parts).toBe(march!.parts)
    expect([march!.on, april!.on]).toEqual(['2022-03-07', '2022-04-11'])
  })

  it('and anew where one of them is another', () => {
    const file = given()
    const on = (day: string) =>
      programFor(file, { parameters: county(1), families: none, on: civilDate(day) }).decide(facts).kind
    expect([on('2022-06-30'), on('2022-07-01'), on('2022-06-30')]).toEqual(['eligible', 'ineligible', 'eligible'])
  })

  it('and anew where the county’s value that it reads is another', () => {
    const conditions = [
      {
        id: 'theory',
        label: { zh: '理论', en: 'theory' },
        cite: 'c1',
        fact: 'marks.theory',
        atLeast: { parameter: 'marks.theoryPass' },
      },
    ]
    const file = given({ parameters: undefined, conditions })
    const by = (parameters: ReturnType<typeof county>) =>
      programFor(file, { parameters, families: none, on: civilDate('2022-03-07') })
    const [sixty, seventy] = [county(60), county(70)]
    expect([by(sixty).decide(facts).kind, by(seventy).decide(facts).kind]).toEqual(['eligible', 'ineligible'])
    expect(by(sixty).parts).toBe(by(sixty).parts)
  })
})
