import type { z } from 'zod'
import { Problem, type ProblemItem, type Sentence } from '../../../platform/contract/public.ts'

type Issue = z.core.$ZodIssue

const KINDS: Record<string, Sentence> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  object: { zh: '一组项目', en: 'an object' },
  record: { zh: '一组项目', en: 'an object' },
  array: { zh: '列表', en: 'a list' },
}

function sentenceOf(issue: Issue): Sentence {
  if (issue.code === 'custom' && issue.params?.['sentence']) return issue.params['sentence'] as Sentence
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.join(', ')
    return {
      zh: `有不认识的项目:${names}。请核对拼写;本版本尚不支持的内容不能写入`,
      en: `unknown: ${names}. Check the spelling; what this version does not support yet cannot be written`,
    }
  }
  if (issue.code === 'invalid_type') {
    const kind = KINDS[issue.expected] ?? { zh: issue.expected, en: issue.expected }
    return issue.input === undefined
      ? { zh: `缺少此项,应填${kind.zh}`, en: `missing: ${kind.en} is needed here` }
      : { zh: `应填${kind.zh}`, en: `${kind.en} is needed here` }
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ')
    return { zh: `只能是以下之一:${values}`, en: `must be one of: ${values}` }
  }
  if (issue.code === 'too_big' && issue.origin === 'int') return { zh: '数字太大', en: 'the number is too large' }
  if (issue.code === 'too_small')
    return issue.origin === 'array' || issue.origin === 'string'
      ? { zh: '不能为空', en: 'must not be empty' }
      : { zh: `不能小于 ${String(issue.minimum)}`, en: `must not be less than ${String(issue.minimum)}` }
  if (issue.code === 'invalid_format' || (issue.code === 'invalid_key' && issue.issues.length > 0))
    return { zh: `写法不符合要求(${said(issue.input)})`, en: `this is not how it is written (${said(issue.input)})` }
  if (issue.code === 'invalid_union') return notAnyOf(issue)
  return { zh: `内容不符合要求(${issue.message})`, en: issue.message }
}

const said = (input: unknown) => JSON.stringify(input) ?? ''

/** Where a thing may be written in several ways and is in none: the ways, as far as they have a name. */
function notAnyOf({ errors, input }: Extract<Issue, { code: 'invalid_union' }>): Sentence {
  const kinds = errors.flatMap(branchesIn).flatMap(([first]) => {
    if (first?.code !== 'invalid_type' || first.path.length > 0) return []
    const kind = KINDS[first.expected]
    return kind ? [kind] : []
  })
  const once = [...new Map(kinds.map((kind) => [kind.zh, kind])).values()]
  if (input === undefined) return { zh: '缺少此项', en: 'missing' }
  return {
    zh: `写法不符合要求(${said(input).slice(0, 80)})${once.length > 0 ? `,应为${once.map(({ zh }) => zh).join('或')}` : ''}`,
    en: `this is not how it is written (${said(input).slice(0, 80)})${once.length > 0 ? `: ${once.map(({ en }) => en).join(' or ')} is needed` : ''}`,
  }
}

export function itemAt(path: readonly PropertyKey[], sentence: Sentence): ProblemItem {
  return { at: path.map(String).join('.'), sentence }
}

export function itemsOf(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): ProblemItem[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path]
    const meant = issue.code === 'invalid_union' ? branchMeant(issue.errors) : undefined
    return meant ? itemsOf(meant, path) : [itemAt(path, sentenceOf(issue))]
  })
}

/** Of several ways to write a thing, the one whose kind was right and whose content was not; undefined where none was. */
function branchMeant(all: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const branches = all.flatMap(branchesIn)
  const isOfKind = (issues: readonly Issue[]) =>
    issues.every(({ code, path }) => path.length > 0 || code === 'custom' || code === 'too_big')
  return branches.find((issues) => issues.length > 0 && isOfKind(issues))
}

/** The refusal of a policy document: what is wrong, each thing with its place, all at once. */
export function documentProblem(what: Sentence, items: readonly ProblemItem[], code: string): Problem {
  const list = (locale: 'zh' | 'en') => items.map((item) => `${item.at}: ${item.sentence[locale]}`)
  return new Problem(
    'not-acceptable',
    {
      zh: `${what.zh}有 ${items.length} 处不符合要求:${list('zh').join(';')}`,
      en: `${what.en} has ${items.length} fault${items.length === 1 ? '' : 's'}: ${list('en').join('; ')}`,
    },
    { items, code },
  )
}

/** One way to write a thing that is itself several ways. */
function branchesIn(branch: readonly Issue[]): readonly (readonly Issue[])[] {
  const [only] = branch
  if (branch.length !== 1 || only?.code !== 'invalid_union' || only.path.length > 0) return [branch]
  return only.errors.flatMap(branchesIn)
}
