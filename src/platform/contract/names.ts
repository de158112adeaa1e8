import { z } from 'zod'
import type { Sentence } from './words.ts'

const names = z.registry<Sentence>()

/** The shape under a name that people know it by; refusals of its values use it. */
export function named<T extends z.ZodType>(shape: T, zh: string, en: string): T {
  const own = shape.clone()
  names.add(own, { zh, en })
  return own
}

/** A contract's own sentence about a value of the wrong form, following the value's name: `{ error: saying(…) }`. */
export function saying(zh: string, en: string): string {
  return JSON.stringify({ zh, en })
}

type Definition = {
  innerType?: z.ZodType
  in?: z.ZodType
  shape?: Record<PropertyKey, z.ZodType>
  element?: z.ZodType
  valueType?: z.ZodType
  items?: readonly z.ZodType[]
  options?: readonly z.ZodType[]
}

const definitionOf = (shape: z.ZodType) => shape._zod.def as Definition

/** A shape and what it wraps (optional, default, a transform's input), outermost first. */
function layersOf(shape: z.ZodType): z.ZodType[] {
  const inner = definitionOf(shape).innerType ?? definitionOf(shape).in
  return inner ? [shape, ...layersOf(inner)] : [shape]
}

function stepInto(shape: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  const { shape: fields, element, valueType, items, options } = definitionOf(layersOf(shape).at(-1)!)
  if (fields) return Object.hasOwn(fields, key) ? fields[key] : undefined
  if (options) return options.map((option) => stepInto(option, key)).find((found) => found !== undefined)
  return element ?? items?.[Number(key)] ?? valueType
}

/** The name that people know the value at a path by, where its contract gives one. */
export function nameOf(shape: z.ZodType, path: readonly PropertyKey[]): Sentence | undefined {
  let at: z.ZodType | undefined = shape
  for (const key of path) at = at && stepInto(at, key)
  return (
    at &&
    layersOf(at)
      .map((layer) => names.get(layer))
      .find((name) => name !== undefined)
  )
}
