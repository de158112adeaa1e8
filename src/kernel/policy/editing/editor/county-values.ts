import { Problem, type Sentence } from '../../../../platform/contract/public.ts'
import type { ParameterSource } from '../../deciding/parameters.ts'
import { isRatio } from '../../facts/facts.ts'
import type { Clause } from '../../packs/clause.ts'
import { kindOfValue, sayHeld, type ValueKind } from './values/kinds.ts'

/** A value of the county's own, or of a region above it, with the days on which it holds. */
export type CountyValue = {
  readonly name: string
  readonly origin: string
  readonly from: string
  readonly to?: string | undefined
  readonly value: unknown
  readonly cite: Clause
}

/** The value that holds on a day, of a list that has the strongest region first. */
export function countyValueOn(values: readonly CountyValue[], name: string, on: string): CountyValue | undefined {
  return values.find((each) => each.name === name && each.from <= on && (each.to === undefined || on <= each.to))
}

/** A value or a list in words; undefined where it is a table or a text of many parts, which no condition names. */
export function sayCountyValue(value: unknown, kind: ValueKind | undefined): Sentence | undefined {
  const isPlain = (each: unknown) => ['string', 'number', 'boolean'].includes(typeof each) || isRatio(each)
  const all = Array.isArray(value) ? value : [value]
  if (!all.every(isPlain)) return undefined
  const said = all.map((each) => sayHeld(each, kind ?? kindOfValue(each)))
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') }
}

/** The values of a day, from a list that has the strongest region first. */
export function countySource(values: readonly CountyValue[], on: string): ParameterSource {
  return {
    get(name) {
      const found = countyValueOn(values, name, on)
      if (found) return found
      const sentence = {
        zh: `参数“${name}”在 ${on} 没有值,请联系本局的系统管理员设定`,
        en: `the parameter ${name} has no value on ${on}: ask the bureau’s administrator to set it`,
      }
      throw new Problem('conflict', sentence, { items: [{ at: 'parameters', sentence }] })
    },
  }
}
