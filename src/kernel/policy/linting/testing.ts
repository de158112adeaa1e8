import { givenPack } from '../testing.ts'
import { type LintOptions, lintPack } from './lint.ts'

export const label = (text: string) => ({ zh: text, en: text })
export const clause = (article: string) => ({ doc: '《测试办法》', article, text: '…', source: 'TEST' })
export const named = (id: string, rest: object) => ({ id, label: label(id), cite: 'c1', ...rest })
export const theory = named('theory', { fact: 'marks.theory', atLeast: 60 })
export const level = named('level', { fact: 'class.level', oneOf: ['L5_JUNIOR', 'L4_INTERMEDIATE'] })
export const junior = { fact: 'class.level', is: 'L5_JUNIOR' }
export const given = { 'marks.theory': 60, 'class.level': 'L5_JUNIOR' }
export const passes = { name: 'passes', given, expect: { eligible: 100_000 } }
export const fails = { name: 'fails', given: { 'marks.theory': 59 }, expect: { ineligible: ['theory'] } }
const rows = (...fen: [string, number][]) => fen.map(([at, each]) => ({ at: [at], fen: each }))
export const byLevel = (...fen: [string, number][]) => ({
  amount: { table: 'byLevel', label: label('标准'), cite: 'c1', axes: ['class.level'], rows: rows(...fen) },
})
export const steps = (...all: object[]) => ({ amount: { label: label('金额'), cite: 'c1', steps: all } })
export const FIXED = named('fixed', { fixed: 100_000 })
export const hourly = (bands: number[], held: number[]) =>
  steps(
    named('hours', {
      table: { axes: [{ fact: 'training.hours', bands }], rows: held.map((at) => ({ at: [at], fen: 1000 })) },
    }),
  )
export const values = (...entries: object[]) => ({
  conditions: [named('theory', { fact: 'marks.theory', atLeast: { parameter: 'pass' } }), level],
  parameters: { pass: { label: label('及格线'), values: entries.map((each) => ({ cite: 'c1', value: 60, ...each })) } },
})
export const limit = (rest: object) => ({ limits: [named('limit', { over: ['TRAINING'], ...rest })] })

/** A pack with nothing wrong; what a test is about is written over it. */
export const sound = (over: object = {}) =>
  givenPack({ family: 'TRAINING', conditions: [theory, level], cases: [passes, fails], ...over })

export const beside = (over: object): LintOptions => {
  const document = sound(over)
  return { others: [{ document, pack: document as never }] }
}
export const up = (zh: string, rest: object) => ({ ...named(zh, rest), cite: 'c2' })
export const two = { clauses: { c1: clause('第一条'), c2: clause('第二条') } }
export const told = (over: object, options: LintOptions = {}) => lintPack(sound(over), options)
export const places = (findings: readonly { rule: string; at: string }[]) =>
  findings.map(({ rule, at }) => `${rule} ${at}`)
