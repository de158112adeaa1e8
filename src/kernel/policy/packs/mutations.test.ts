import { describe, expect, it } from 'vitest'
import { civilDate, divisionCode } from '../../values/public.ts'
import { compile } from '../deciding/compile.ts'
import { isRatio } from '../facts/facts.ts'
import { regionsOf, resolveParameters } from '../parameters/parameters.ts'
import { givenPack } from '../testing.ts'
import { mutationsOf, redCases } from './mutations.ts'
import type { PackDocument } from './pack.ts'
import { layersOf, readPolicies } from './policy-files.ts'

const folder = readPolicies()

/** A number one more and one less, a share a little more and less, a list without each of its members. */
function besides(value: unknown): unknown[] {
  if (typeof value === 'number') return [value - 1, value + 1]
  if (Array.isArray(value)) return value.map((_, left) => value.filter((__, index) => index !== left))
  if (!isRatio(value)) return []
  const { numerator, denominator } = value
  return [-1, 1].map((by) => ({ numerator: numerator * 100 + by, denominator: denominator * 100 }))
}

describe('every clause of a pack', () => {
  it.each(folder.packs)('of $path has a case that notices when it is broken', ({ document, pack }) => {
    const layers = layersOf(folder, regionsOf(divisionCode(pack.region)))
    const parameters = resolveParameters(layers, civilDate(pack.inForce.from))
    const mutations = mutationsOf(document)
    expect(mutations.length).toBeGreaterThan(5)
    const unnoticed = mutations.filter(({ document: broken }) => redCases(broken, { parameters }).length === 0)
    expect(unnoticed.map(({ name }) => name)).toEqual([])
  })

  it.each(folder.packs)('of $path has a case beside each value of the county that it reads', ({ document, pack }) => {
    const layers = layersOf(folder, regionsOf(divisionCode(pack.region)))
    const parameters = resolveParameters(layers, civilDate(pack.inForce.from))
    const read = compile(document, { parameters }).parameters.filter((each) => each.value !== undefined)
    const unnoticed = read.flatMap(({ name, value }) =>
      besides(value).flatMap((other) => {
        const broken = {
          get: (asked: string) => ({ ...parameters.get(asked), ...(asked === name ? { value: other } : {}) }),
        }
        const isRed = redCases(document as PackDocument, { parameters: broken }).length > 0
        return isRed ? [] : [`${name}: ${JSON.stringify(other)}`]
      }),
    )
    expect(unnoticed).toEqual([])
  })

  it('is broken in every way that the pack gives: the small pack of the tests in seven', () => {
    expect(mutationsOf(givenPack()).map(({ name }) => name)).toEqual([
      'theory atLeast -1',
      'theory atLeast +1',
      'theory: marks.theory turned round',
      'amount: L5_JUNIOR a fen more',
      'amount: L5_JUNIOR left out',
      'amount: L4_INTERMEDIATE a fen more',
      'amount: L4_INTERMEDIATE left out',
    ])
  })

  it('of a long price list is broken by its levels and groups, not price by price', () => {
    const rows = Array.from({ length: 160 }, (_, nth) => ({
      at: [`职业${nth >> 2}`, nth & 1 ? 'L5_JUNIOR' : 'L4_INTERMEDIATE', nth & 2 ? 'RURAL_TRANSFER' : 'GRADUATE_YEAR'],
      fen: 100_000,
    }))
    const axes = ['certificate.occupation', 'class.level', 'person.group']
    const amount = { table: 'prices', label: { zh: '价目', en: 'Prices' }, cite: 'c1', axes, rows }
    const names = mutationsOf(givenPack({ amount })).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('amount'))).toEqual([
      'amount: L4_INTERMEDIATE a fen more',
      'amount: L5_JUNIOR a fen more',
      'amount: GRADUATE_YEAR a fen more',
      'amount: RURAL_TRANSFER a fen more',
    ])
  })

  it('without a case is named', () => {
    const pack = givenPack() as PackDocument
    const unnoticed = mutationsOf(pack).filter(({ document }) => redCases(document, {}).length === 0)
    expect(unnoticed.map(({ name }) => name)).toEqual([
      'theory atLeast -1',
      'amount: L4_INTERMEDIATE a fen more',
      'amount: L4_INTERMEDIATE left out',
    ])
  })
})
