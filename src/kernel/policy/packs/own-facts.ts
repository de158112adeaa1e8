import { z } from 'zod'
import type { FactDefinition, FactDictionary } from '../facts/facts.ts'
import { Words } from './clause.ts'
import { FactKey, refuse } from './condition.ts'

const TYPES = ['boolean', 'integer', 'money', 'ratio', 'date', 'text', 'code', 'level'] as const

/**
 * A fact that the scheme needs and the dictionary does not have. Nobody supplies it until a room does: whoever it is asked
 * of waits, and is told where it comes from.
 */
export const OwnFact = z
  .strictObject({
    type: z.enum(TYPES),
    label: Words,
    unit: Words.optional(),
    /** The values of a code, each in words. */
    codes: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), Words).optional(),
    /** The sheet, register or office that says it. */
    comesFrom: Words,
    personal: z.boolean(),
  })
  .superRefine((fact, context) => {
    if ((fact.type === 'code') === (fact.codes !== undefined)) return
    refuse(context, fact, {
      zh: '类型为 code 的事实须逐一列出取值(codes),其他类型不写',
      en: 'a code lists its values (codes), and nothing else does',
    })
  })
export type OwnFact = z.output<typeof OwnFact>

export const OwnFacts = z.record(FactKey, OwnFact)

const suppliedBy = 'pack'

/** The dictionary with the scheme's own facts in it; one that the dictionary has already stays as it is. */
export function withOwnFacts(
  dictionary: FactDictionary,
  own: Readonly<Record<string, OwnFact>> | undefined,
): FactDictionary {
  if (!own) return dictionary
  const added = Object.entries(own).flatMap(([key, { unit, codes, ...rest }]): [string, FactDefinition][] =>
    dictionary.has(key)
      ? []
      : [[key, { key, ...rest, ...(unit ? { unit } : {}), ...(codes ? { codes } : {}), suppliedBy }]],
  )
  return new Map([...dictionary, ...added])
}
