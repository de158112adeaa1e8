/** What is used of a JSON Schema here. */
export type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '01900000-0000-7000-8000-000000000001',
  date: '2022-03-07',
  'date-time': '2022-03-07T08:00:00Z',
  email: 'name@example.cn',
}

/** Texts that satisfy the patterns that contracts have. */
const TEXTS = ['1', 'abc', '08:30', '2022-03', 'a'.repeat(64), '330000', 'A1']

/** A value that a schema accepts, as plain as can be; `leaf` may put another in the place of each simple one. */
export function sampleOf(
  schema: JsonSchema,
  leaf: (plain: unknown, schema: JsonSchema, name: string) => unknown = (plain) => plain,
  name = '',
): unknown {
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice) return sampleOf(choice, leaf, name)
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([key, inner]) => [key, sampleOf(inner, leaf, key)] as const)
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
  }
  if (schema.items)
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sampleOf(schema.items!, leaf, name))
  return leaf(plainOf(schema), schema, name)
}

function plainOf(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const type = Array.isArray(schema.type) ? (schema.type as string[])[0] : schema.type
  if (type === 'integer' || type === 'number')
    return Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
  if (type === 'boolean') return true
  if (type === 'null') return null
  if (type === 'object') return {}
  if (schema.format && FORMATS[schema.format]) return FORMATS[schema.format]
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern)
  return (pattern && TEXTS.find((text) => pattern.test(text))) ?? 'a'.repeat(Math.max(1, schema.minLength ?? 0))
}
