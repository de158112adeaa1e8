import { describe, expect, it } from 'vitest'
import { civilDate } from '../../values/public.ts'
import type { CompileOptions } from '../deciding/compile.ts'
import { compile } from '../deciding/compile.ts'
import { explain } from '../deciding/explain.ts'
import { type Facts, type FactValue, known, notApplicable } from '../facts/facts.ts'
import { readPolicies } from './policy-files.ts'
import { shippedParameters } from '../testing.ts'

/**
 * The class of the sample sheets (roster 01, attendance 05, marks 06), copied by hand from print: number on the roster,
 * group by turns, the sheet's marks where not all twenty are √, theory, practice, whether a certificate number is given.
 */
const GROUPS = ['RURAL_TRANSFER', 'REGISTERED_UNEMPLOYED', 'HARD_TO_EMPLOY'] as const
const ABSENT = '缺考'

/** Half-days that are not √: the mark and how many times it stands in the row. */
const NOT_TICKED: Record<number, Record<string, number>> = {
  1: { 迟到: 1, 请假: 1 },
  4: { 迟到: 2 },
  5: { 请假: 1, 迟到: 1, '×': 1 },
  6: { '×': 11, 迟到: 2 },
  9: { 迟到: 2 },
  13: { 迟到: 1 },
  15: { '×': 1 },
  18: { 迟到: 1 },
  19: { 请假: 1 },
  20: { 请假: 1 },
  25: { 迟到: 1 },
  27: { '×': 1 },
  28: { 迟到: 1 },
  33: { 迟到: 1 },
  35: { 请假: 1, 迟到: 1 },
  36: { 请假: 1 },
  39: { 请假: 1 },
}

// biome-ignore format: read beside the printed sheet, ten to a line
const THEORY = [
  90, 78, 75, 77, 68, 87, 94, 58, 81, 68,
  89, 93, 66, 71, 70, 66, 64, 75, 64, 73,
  96, 69, 80, 63, 96, 90, 69, 61, 78, 78,
  74, 90, 72, 77, 75, 74, 91, 86, 65, 66,
]
// biome-ignore format: read beside the printed sheet, ten to a line
const PRACTICE = [
  68, 89, 66, 75, 94, 83, 62, 68, 73, 92,
  86, ABSENT, 88, 85, 81, 62, 73, 68, 80, 65,
  87, 86, 89, 81, 73, 79, 66, 64, 81, 95,
  69, 94, 68, 69, 67, 60, 69, 88, 71, 81,
]
const WITHOUT_CERTIFICATE = [8, 12]
const HALF_DAYS = 20

const parameters = shippedParameters('331102', civilDate('2022-03-07'))
const marks = parameters.get('attendance.marks').value

/** Whether a word on the sheet counts as attended, by the county's parameter. */
function isCredited(word: string): boolean {
  const mark = marks.find((each) => each.words.includes(word))
  if (!mark) throw new Error(`the mark ${word} is not among the county's`)
  return mark.credited
}

function attendedHalfDays(person: number): number {
  const others = Object.entries(NOT_TICKED[person] ?? {})
  const ticked = HALF_DAYS - others.reduce((sum, [, times]) => sum + times, 0)
  return [['√', ticked] as const, ...others].reduce((sum, [word, times]) => sum + (isCredited(word) ? times : 0), 0)
}

function markOf(mark: number | string): FactValue {
  const from = { source: '06-成绩登记表.xlsx', asOf: '2022-03-25' }
  return typeof mark === 'number' ? known(mark, from) : notApplicable(from, { zh: mark, en: 'absent' })
}

function factsOf(person: number): Facts {
  const roster = { source: '01-花名册-规范.xlsx', asOf: '2022-03-07' }
  const sheet = { source: '05-考勤表.xlsx', asOf: '2022-03-18' }
  const certificate = { source: '06-成绩登记表.xlsx', asOf: '2022-03-25' }
  const issued = !WITHOUT_CERTIFICATE.includes(person)
  const number = `S0000330000012250${String(person).padStart(5, '0')}`
  return {
    'training.kind': known('EMPLOYMENT_SKILLS', roster),
    'class.level': known('L5_JUNIOR', roster),
    'person.group@training': known(GROUPS[(person - 1) % 3] as string, roster),
    'training.attendedRatio': known({ numerator: attendedHalfDays(person), denominator: HALF_DAYS }, sheet),
    'marks.theory': markOf(THEORY[person - 1] as number),
    'marks.practice': markOf(PRACTICE[person - 1] as number | string),
    'claim.on': known('2022-03-28', certificate),
    'claim.occupation': known('2022/养老护理员', roster),
    'claim.level': known('L5_JUNIOR', roster),
    'history.receipts': known({ receipts: [], covers: [] }, certificate),
    'certificate.number': issued ? known(number, certificate) : notApplicable(certificate),
    'certificate.level': issued ? known('L5_JUNIOR', certificate) : notApplicable(certificate),
  }
}

const file = readPolicies().packs.find((each) => each.pack.scheme === 'liandu.training-subsidy')
const programWith = (options: CompileOptions) => compile(file?.document, options)
const program = programWith({ parameters })
const people = Array.from({ length: 40 }, (_, index) => index + 1)
const answers = new Map(people.map((person) => [person, program.decide(factsOf(person))]))

describe('the class of the samples under the Liandu pack of 2022', () => {
  it('is forty people with a mark each', () => {
    expect([THEORY.length, PRACTICE.length]).toEqual([40, 40])
  })

  it('has 37 people due ¥37,000 while the outside registers are not there', () => {
    const eligible = [...answers].flatMap(([person, answer]) =>
      answer.kind === 'eligible' ? [{ person, fen: answer.effectiveFen }] : [],
    )
    expect(eligible).toHaveLength(37)
    expect(eligible.reduce((sum, each) => sum + each.fen, 0n)).toBe(3_700_000n)
  })

  it('refuses 6, 8 and 12 and nobody else, each for its own reasons', () => {
    const refused = [...answers].flatMap(([person, answer]) =>
      answer.kind === 'eligible'
        ? []
        : [[person, answer.kind, answer.kind === 'ineligible' ? answer.reasons.map((reason) => reason.id) : []]],
    )
    expect(refused).toEqual([
      [6, 'ineligible', ['attendance']],
      [8, 'ineligible', ['theory', 'certificate']],
      [12, 'ineligible', ['practice', 'certificate']],
    ])
  })

  it('tells 6 that 9 of 20 half-days were attended, lateness counted and leave not', () => {
    expect(attendedHalfDays(6)).toBe(9)
    expect(attendedHalfDays(5)).toBe(18)
    expect(explain(answers.get(6) as never, 'zh')[1]).toContain('个人出勤率为 45%(9/20),要求不低于 80%')
  })

  it('would refuse with 75 % of attendance only the same three: nobody lies between', () => {
    const elsewhere = programWith({ parameters: shippedParameters('331121', civilDate('2022-03-07')) })
    expect(people.filter((person) => elsewhere.decide(factsOf(person)).kind !== 'eligible')).toEqual([6, 8, 12])
  })
})
