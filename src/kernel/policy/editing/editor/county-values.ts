import { Problem } from '../../../../platform/contract/public.ts'
import type { ParameterSource } from '../../deciding/parameters.ts'
import type { Clause } from '../../packs/clause.ts'

/** A value of the county's own, or of a region above it, with the days on which it holds. */
export type CountyValue = {
  readonly name: string
  readonly origin: string
  readonly from: string
  readonly to?: string | undefined
  readonly value: unknown
  readonly cite: Clause
}

/** The values of a day, from a list that has the strongest region first. */
export function countySource(values: readonly CountyValue[], on: string): ParameterSource {
  return {
    get(name) {
      const found = values.find(
        (each) => each.name === name && each.from <= on && (each.to === undefined || on <= each.to),
      )
      if (found) return found
      const sentence = {
        zh: `参数“${name}”在 ${on} 没有值,请联系本局的系统管理员设定`,
        en: `the parameter ${name} has no value on ${on}: ask the bureau’s administrator to set it`,
      }
      throw new Problem('conflict', sentence, { items: [{ at: 'parameters', sentence }] })
    },
  }
}
