import { z } from 'zod'
import type { Endpoint } from '../../platform/contract/public.ts'

type Schema = {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

export type Made = {
  readonly value: Record<string, unknown>
  /** The names of the fields that carry ids. */
  readonly ids: readonly string[]
}

/** Texts that satisfy a pattern of the contracts. */
const TEXTS = [
  '100',
  '2022-03',
  '2022',
  '08:30',
  'class',
  'liandu.ui-training-subsidy',
  '0'.repeat(64),
  'a'.repeat(64),
  '91331102MA2A0D3H1L',
  'K12345678',
  'x',
]

/** A value that a shape takes, every id in it answered by `idOf`; by the shape alone, so that a new operation has one. */
export function madeFor(shape: z.ZodType, idOf: (name: string) => string): Made {
  const ids = new Set<string>()
  const root = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema
  const made = (schema: Schema, name: string): unknown => {
    if (schema.$ref) return made(root.$defs![schema.$ref.split('/').at(-1)!]!, name)
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return schema.enum[0]
    const options = schema.anyOf ?? schema.oneOf
    if (options) return made(options.find(carriesId) ?? options.find(({ type }) => type !== 'null')!, name)
    if (schema.format === 'uuid') {
      ids.add(name)
      return idOf(name)
    }
    if (schema.properties) {
      const required = schema.required ?? []
      return Object.fromEntries(
        Object.entries(schema.properties)
          .filter(([key, inner]) => required.includes(key) || carriesId(inner))
          .map(([key, inner]) => [key, made(inner, key)]),
      )
    }
    if (schema.items)
      return Array.from({ length: Math.max(schema.minItems ?? 0, carriesId(schema.items) ? 1 : 0) }, () =>
        made(schema.items!, name),
      )
    if (schema.type === 'boolean') return false
    if (schema.type === 'integer' || schema.type === 'number')
      return schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1)
    if (schema.type === 'string' || schema.type === undefined) return text(schema)
    return schema.type === 'object' ? {} : null
  }
  return { value: (made(root, '') ?? {}) as Record<string, unknown>, ids: [...ids] }
}

function carriesId(schema: Schema): boolean {
  return (
    schema.format === 'uuid' ||
    [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])].some(carriesId) ||
    (schema.anyOf ?? schema.oneOf ?? []).some(carriesId)
  )
}

function text(schema: Schema): string {
  if (schema.format === 'date') return '2022-02-01'
  if (schema.pattern !== undefined) {
    const pattern = new RegExp(schema.pattern, 'u')
    return TEXTS.find((each) => pattern.test(each)) ?? 'x'
  }
  return '因核对需要'.slice(0, schema.maxLength).padEnd(schema.minLength ?? 2, '。')
}

/** What `madeFor` cannot guess: a rule over several fields, or one that the shape does not tell. */
const TOLD: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  // One session is of one account: all of it.
  'POST /sign-ins/accounts/:accountId/end': { sessionId: null },
  // A part is only of a form that has parts.
  'POST /papers/of/:kind/:subjectId/forms/:form/print': { part: '' },
}

/** A body and a query of an operation that its contract takes. */
export function askedOf(endpoint: Endpoint, idOf: (name: string) => string): { body: Made; query: Made } {
  const over = TOLD[`${endpoint.method} ${endpoint.path}`] ?? {}
  const body = madeFor(endpoint.body, idOf)
  const query = madeFor(endpoint.query, idOf)
  const ids = body.ids.filter((name) => !Object.hasOwn(over, name))
  return { body: { ids, value: { ...body.value, ...over } }, query }
}
