import { expect, it } from 'vitest'
import { z } from 'zod'
import { newKeyRing, newSigner, vaultOf } from '../platform/crypto/public.ts'
import type { Db } from '../platform/db/public.ts'
import { nameOf } from '../platform/contract/public.ts'
import { itemsOf } from '../platform/http/issues.ts'
import { sampleOf, type JsonSchema } from '../platform/testing/samples.ts'
import { outsideInMemory } from '../kernel/record/sealing/outside.ts'
import { buildHouse } from './house.ts'

/** The house without a database: only its contracts are looked at. */
const { routes } = buildHouse({
  db: {} as Db,
  vault: vaultOf(newKeyRing()),
  districts: [],
  maxUploadBytes: 1,
  signer: newSigner(),
  outside: outsideInMemory(),
})

const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  '   ',
  'x'.repeat(5000),
  'not an id',
  '2022-13-45',
  'undefined',
  -1,
  0,
  1.5,
  2 ** 60,
  Number.NaN,
  1e300,
  true,
  [],
  {},
  [null],
  Array.from({ length: 1001 }, () => null),
  { unknown: 'entry' },
]

/** Every place in a value, from the whole to its last leaf. */
function placesIn(value: unknown, way: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [way]
  return [
    way,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesIn(inner, [...way, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

function withAt(value: unknown, way: readonly (string | number)[], wrong: unknown): unknown {
  const [key, ...rest] = way
  if (key === undefined) return wrong
  if (Array.isArray(value)) return value.map((each, at) => (at === key ? withAt(each, rest, wrong) : each))
  const fields = value as Record<string, unknown>
  return { ...fields, [key]: withAt(fields[key], rest, wrong) }
}

const ZODS = /expected|received|invalid|too (?:big|small)|unrecognized|must (?:be|match)|option/i

it('no refusal of any operation speaks Zod’s English to a Chinese reader, whatever is wrong with which value', () => {
  let refusals = 0
  const codes = new Set<string>()
  const bad: string[] = []
  for (const { endpoint } of routes) {
    for (const part of ['params', 'query', 'body'] as const) {
      const shape = endpoint[part]
      const sample = sampleOf(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as JsonSchema)
      for (const way of placesIn(sample)) {
        for (const wrong of WRONG) {
          const sent = withAt(sample, way, wrong) ?? {}
          const read = shape.safeParse(sent)
          if (read.success) continue
          for (const issue of read.error.issues) codes.add(issue.code)
          for (const { at, sentence } of itemsOf(part, shape, sent, read.error.issues)) {
            refusals += 1
            const { zh, en } = sentence
            const unquoted = zh.replace(/“[^”]*”/g, '')
            const fine =
              /[一-鿿].*。/.test(zh) &&
              !ZODS.test(unquoted) &&
              !/[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(unquoted) &&
              en.endsWith('.') &&
              zh.length < 200
            if (!fine) bad.push(`${endpoint.method} ${endpoint.path} ${at}: ${zh} / ${en}`)
          }
        }
      }
    }
  }
  expect(bad.slice(0, 10)).toEqual([])
  expect(refusals).toBeGreaterThan(1000)
  expect([...codes].sort()).toEqual(
    expect.arrayContaining(['invalid_format', 'invalid_type', 'invalid_value', 'too_big', 'too_small']),
  )
})

it('names what staff fill in by people’s words', () => {
  const plan = routes.find(({ endpoint }) => endpoint.method === 'POST' && endpoint.path === '/training/classes')!
    .endpoint.body
  const items = itemsOf('body', plan, {}, plan.safeParse({}).error!.issues)
  expect(items.map((item) => item.sentence.zh).join('')).toMatch(/“开班日期”/)
  for (const { sentence } of items) expect(sentence.zh).not.toMatch(/[A-Za-z]/)
})

it('knows every value that people send by a name of theirs', () => {
  const nameless = routes.flatMap(({ endpoint }) =>
    (['params', 'query', 'body'] as const).flatMap((part) =>
      placesIn(sampleOf(z.toJSONSchema(endpoint[part], { io: 'input', unrepresentable: 'any' }) as JsonSchema))
        .filter((way) => typeof way.at(-1) === 'string' && nameOf(endpoint[part], way) === undefined)
        .map((way) => `${endpoint.method} ${endpoint.path} ${[part, ...way].join('.')}`),
    ),
  )
  expect(nameless).toEqual([])
})
