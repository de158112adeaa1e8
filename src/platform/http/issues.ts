import type { z } from 'zod'
import { nameOf, type ProblemItem, type Sentence } from '../contract/public.ts'
import { FORMATS } from './formats.ts'
import { shown } from './shown.ts'

type Issue = z.core.$ZodIssue

/** Where a value stands in what was sent, in people's words, and the value itself as it was sent. */
type Place = { readonly name: Sentence; readonly value: unknown; readonly secret: boolean }

/**
 * What is wrong with one part of a request (params, query, body), each thing as a sentence a person can act on: which
 * value, what is wrong, what to do. Nothing of Zod's own English; personal numbers in values are masked.
 */
export function itemsOf(part: string, shape: z.ZodType, sent: unknown, issues: readonly Issue[]): ProblemItem[] {
  return issues.map((issue) => ({
    at: [part, ...issue.path.map(String)].join('.'),
    sentence: sentenceOf(issue, placeOf(shape, sent, issue.path)),
  }))
}

const SECRET = /password|secret|token/i

function placeOf(shape: z.ZodType, sent: unknown, path: readonly PropertyKey[]): Place {
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], sent)
  const secret = path.some((key) => SECRET.test(String(key)))
  const names: Sentence[] = []
  for (const [depth, key] of path.entries()) {
    if (typeof key === 'number') {
      names.push({ zh: `第 ${key + 1} 项`, en: `item ${key + 1}` })
      continue
    }
    const plain = shown(String(key))
    names.push(quoted(nameOf(shape, path.slice(0, depth + 1)) ?? { zh: plain, en: plain }))
  }
  const name =
    names.length === 0
      ? { zh: '提交的内容', en: 'what was sent' }
      : { zh: names.map((each) => each.zh).join('的'), en: names.map((each) => each.en).join(' › ') }
  return { name, value, secret }
}

const quoted = ({ zh, en }: Sentence): Sentence => ({ zh: `“${zh}”`, en: `“${en}”` })

/** What was received, in words; null where there is nothing to show or it is nobody's to see. */
function received({ value, secret }: Place): Sentence | null {
  if (secret || value === undefined) return null
  if (value === null) return { zh: '空值', en: 'nothing (null)' }
  if (Array.isArray(value)) return { zh: `有 ${value.length} 项的列表`, en: `a list of ${value.length}` }
  if (typeof value === 'boolean') return value ? { zh: '“是”', en: 'true' } : { zh: '“否”', en: 'false' }
  if (typeof value === 'object') return { zh: '一组内容', en: 'a group of values' }
  const text = shown(simpleText(value))
  if (text === '') return { zh: '空白', en: 'blanks' }
  return typeof value === 'string' ? quoted({ zh: text, en: text }) : { zh: ` ${text}`, en: text }
}

/** A simple value as text; what is neither text nor a number has none. */
function simpleText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}

/** Which value, what is wrong with it, what was received, what to do. */
function about(place: Place, wrong: Sentence, todo: Sentence = CORRECT): Sentence {
  const got = received(place)
  return {
    zh: `${place.name.zh}${wrong.zh}${got ? `,收到的是${got.zh}` : ''}。${todo.zh}`,
    en: `${place.name.en} ${wrong.en}${got ? `; received ${got.en}` : ''}. ${todo.en}`,
  }
}

const CORRECT = { zh: '请改正后再提交。', en: 'Correct it and send again.' }

const KINDS: Readonly<Record<string, Sentence>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  bigint: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  date: { zh: '日期', en: 'a date' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '列表', en: 'a list' },
  set: { zh: '列表', en: 'a list' },
  object: { zh: '一组内容', en: 'a group of values' },
  record: { zh: '一组内容', en: 'a group of values' },
  map: { zh: '一组内容', en: 'a group of values' },
  file: { zh: '文件', en: 'a file' },
  null: { zh: '空值', en: 'nothing (null)' },
}

function ofAnotherKind(expected: string, place: Place): Sentence {
  const kind = KINDS[expected]
  const { name, value } = place
  if (expected === 'never' || expected === 'undefined' || expected === 'void')
    return about({ ...place, secret: true }, { zh: '不应填写', en: 'is not wanted here' }, LEAVE_OUT)
  if (value === undefined || expected === 'nonoptional') {
    return kind
      ? { zh: `缺少${name.zh}。请填写${kind.zh}。`, en: `${name.en} is missing. Give ${kind.en}.` }
      : { zh: `缺少${name.zh}。请填写后再提交。`, en: `${name.en} is missing. Fill it in and send again.` }
  }
  if (!kind) return about(place, { zh: '的类型不对', en: 'is of the wrong kind' })
  return about(place, { zh: `应填${kind.zh}`, en: `must be ${kind.en}` })
}

const LEAVE_OUT = { zh: '请去掉后再提交。', en: 'Leave it out and send again.' }

type Bound = {
  readonly most: boolean
  readonly limit: number | bigint
  readonly inclusive: boolean
  readonly exact: boolean
}

function outOfBounds(origin: string, bound: Bound, place: Place): Sentence {
  const { most, limit, inclusive, exact } = bound
  const { name, value, secret } = place
  if (origin === 'date') {
    const day = Number.isFinite(Number(limit)) ? new Date(Number(limit)).toISOString().slice(0, 10) : ''
    return about(
      place,
      most
        ? { zh: `不能晚于 ${day}`, en: `must not be after ${day}` }
        : { zh: `不能早于 ${day}`, en: `must not be before ${day}` },
    )
  }
  const unit = UNITS[origin]
  if (!unit) {
    if (inclusive)
      return about(
        place,
        most
          ? { zh: `不能大于 ${limit}`, en: `must be at most ${limit}` }
          : { zh: `不能小于 ${limit}`, en: `must be at least ${limit}` },
      )
    return about(
      place,
      most
        ? { zh: `要小于 ${limit}`, en: `must be less than ${limit}` }
        : { zh: `要大于 ${limit}`, en: `must be more than ${limit}` },
    )
  }
  const size = sizeOf(value)
  if (!most && !exact && Number(limit) === 1 && (size === 0 || (typeof value === 'string' && value.trim() === '')))
    return { zh: `${name.zh}不能为空。请填写。`, en: `${name.en} must not be empty. Fill it in.` }
  const now =
    size === undefined || secret ? { zh: '', en: '' } : { zh: `,现在是 ${size} ${unit.zh}`, en: `, it has ${size}` }
  const how = exact
    ? { zh: '应正好', en: 'must have exactly' }
    : most
      ? { zh: '最多', en: 'must have at most' }
      : { zh: '至少要有', en: 'must have at least' }
  const todo = most ? { zh: '请减少。', en: 'Shorten it.' } : { zh: '请补充。', en: 'Complete it.' }
  return {
    zh: `${name.zh}${how.zh} ${limit} ${unit.zh}${now.zh}。${exact ? CORRECT.zh : todo.zh}`,
    en: `${name.en} ${how.en} ${limit} ${unit.en}${now.en}. ${exact ? CORRECT.en : todo.en}`,
  }
}

const UNITS: Readonly<Record<string, Sentence>> = {
  string: { zh: '个字', en: 'characters' },
  array: { zh: '项', en: 'items' },
  set: { zh: '项', en: 'items' },
  map: { zh: '项', en: 'items' },
  file: { zh: '字节', en: 'bytes' },
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  if (value instanceof Set || value instanceof Map) return value.size
  return undefined
}

function ofAnotherForm(issue: Extract<Issue, { code: 'invalid_format' }>, place: Place): Sentence {
  const { prefix, suffix, includes } = issue as { prefix?: string; suffix?: string; includes?: string }
  if (prefix !== undefined) return about(place, { zh: `应以“${prefix}”开头`, en: `must begin with “${prefix}”` })
  if (suffix !== undefined) return about(place, { zh: `应以“${suffix}”结尾`, en: `must end with “${suffix}”` })
  if (includes !== undefined) return about(place, { zh: `应含有“${includes}”`, en: `must contain “${includes}”` })
  const [wrong, todo] = FORMATS[issue.format] ?? [{ zh: '的写法不对', en: 'is not written as it should be' }]
  return about(place, wrong, todo)
}

const MOST_LISTED = 8

function oneOf(values: readonly unknown[], place: Place): Sentence {
  const listed = values.slice(0, MOST_LISTED).map((value) => `“${shown(String(value))}”`)
  const more = values.length > MOST_LISTED
  return about(place, {
    zh: `只能是${listed.join('、')}${more ? '等' : ''}${values.length > 1 ? '之一' : ''}`,
    en: `must be ${values.length > 1 ? 'one of ' : ''}${listed.join(', ')}${more ? ' …' : ''}`,
  })
}

/** A contract's own sentence, given as the message by `saying`. */
function ownSentence(message: string): Sentence | undefined {
  if (!message.startsWith('{')) return undefined
  try {
    const own = JSON.parse(message) as { zh?: unknown; en?: unknown }
    if (typeof own.zh === 'string' && typeof own.en === 'string') return { zh: own.zh, en: own.en }
  } catch {
    // Text that only begins like one of ours.
  }
  return undefined
}

function sentenceOf(issue: Issue, place: Place): Sentence {
  const own = ownSentence(issue.message)
  if (own) return about(place, own)
  switch (issue.code) {
    case 'invalid_type':
      return ofAnotherKind(issue.expected, place)
    case 'too_small':
      return outOfBounds(issue.origin, boundOf(false, issue.minimum, issue), place)
    case 'too_big':
      return outOfBounds(issue.origin, boundOf(true, issue.maximum, issue), place)
    case 'invalid_format':
      return ofAnotherForm(issue, place)
    case 'invalid_value':
      return place.value === undefined ? ofAnotherKind('nonoptional', place) : oneOf(issue.values, place)
    case 'not_multiple_of':
      return about(place, { zh: `应是 ${issue.divisor} 的倍数`, en: `must be a multiple of ${issue.divisor}` })
    case 'unrecognized_keys': {
      const keys = issue.keys.slice(0, MOST_LISTED).map((key) => `“${shown(key)}”`)
      return {
        zh: `${place.name.zh}里有不认识的项目:${keys.join('、')}。请核对拼写,或去掉后再提交。`,
        en: `${place.name.en} has unknown entries: ${keys.join(', ')}. Check the spelling, or leave them out.`,
      }
    }
    case 'invalid_union':
      return ofNoForm(issue, place)
    case 'invalid_key':
      return about(place, { zh: '的名称不对', en: 'has a name that is not accepted' })
    case 'invalid_element':
      return about(place, { zh: '里有一项不对', en: 'has an entry that is not accepted' })
    case 'custom':
    default:
      return about(place, { zh: '不符合要求', en: 'is not accepted' })
  }
}

function boundOf(most: boolean, limit: number | bigint, issue: { inclusive?: boolean; exact?: boolean }): Bound {
  return { most, limit, inclusive: issue.inclusive ?? true, exact: issue.exact ?? false }
}

/** A union: by its options where it tells them, by the one kind's fault where only one is near, else plainly. */
function ofNoForm(issue: Extract<Issue, { code: 'invalid_union' }>, place: Place): Sentence {
  if ('options' in issue && issue.options && issue.options.length > 0) return oneOf(issue.options, place)
  const values = issue.errors.flatMap((errors) =>
    errors.length === 1 && errors[0]?.code === 'invalid_value' && errors[0].path.length === 0
      ? errors[0].values
      : [null],
  )
  if (values.length > 0 && !values.includes(null)) return oneOf(values, place)
  if (place.value === undefined) return ofAnotherKind('nonoptional', place)
  return about(place, {
    zh: '不是可以接受的任何一种写法',
    en: 'is written in none of the accepted ways',
  })
}
