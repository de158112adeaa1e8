import type { FactDefinition } from '../../../facts/facts.ts'
import type { PackScalar } from '../../../packs/condition.ts'

/** A value to begin with, of the fact's type. */
export function firstValue({ type, codes }: FactDefinition): PackScalar {
  switch (type) {
    case 'boolean':
      return true
    case 'integer':
    case 'money':
      return 0
    case 'ratio':
      return { numerator: 1, denominator: 2 }
    case 'level':
      return 'L5_JUNIOR'
    case 'code':
      return Object.keys(codes ?? {})[0] ?? ''
    case 'text':
    case 'date':
    case 'history':
    case 'beside':
      return ''
  }
}
