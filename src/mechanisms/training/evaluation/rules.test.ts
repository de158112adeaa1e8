import { beforeAll, expect, it } from 'vitest'
import type { Grid } from '../../../platform/office/public.ts'
import { shippedParameters } from '../../../kernel/policy/testing.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import { AFTER_THE_CLASS, peopleOfSample, sampleGrid, withCells, withoutRows } from '../sheets/testing.ts'
import { marksTermsOn } from './marks-terms.ts'
import { judgeMarks, type MarksTerms, numbersOn, readMarks } from './rules.ts'

const CERTIFICATE_OF_1 = 'S000033000001225000001'

let sheet: Grid
let terms: MarksTerms

beforeAll(async () => {
  sheet = await sampleGrid('06')
  terms = {
    ...(await peopleOfSample()),
    ...marksTermsOn(shippedParameters('331102', civilDate('2022-03-18'))),
    kind: 'SKILL_LEVEL',
    level: 'L5_JUNIOR',
    issuedOn: civilDate('2022-03-25'),
    known: new Map(),
  }
})

function judge(grid: Grid, over: Partial<MarksTerms> = {}) {
  const read = readMarks(grid, AFTER_THE_CLASS)
  if ('unfit' in read) throw new Error(read.unfit.en)
  return judgeMarks(read, { ...terms, ...over })
}

const told = (grid: Grid, over: Partial<MarksTerms> = {}) =>
  judge(grid, over).problems.map(({ sheetRow, sentence }) => `${sheetRow}: ${sentence.zh}`)

it('reads forty people, one below the line and one absent, and thirty-eight certificates', () => {
  const judged = judge(sheet)
  expect(judged.problems).toEqual([])
  const marked = judged.value ?? []
  expect(marked).toHaveLength(40)
  expect(marked.filter((person) => person.certificateNumber !== null)).toHaveLength(38)
  expect(marked.find((person) => person.enrolmentId === 'enrolment-8')).toMatchObject({
    points: { theory: 58, practice: 68 },
    certificateNumber: null,
  })
  expect(marked.find((person) => person.enrolmentId === 'enrolment-12')?.points).toEqual({ theory: 93, practice: null })
})

it('refuses a mark that is no mark, and says how to write absent', () => {
  expect(told(withCells(sheet, { D3: '及格', E4: '101', D5: null }))).toEqual([
    '3: 理论成绩“及格”应为0至100的整数,或写“缺考”“旷考”“未参加”“未考”',
    '4: 技能成绩“101”应为0至100的整数,或写“缺考”“旷考”“未参加”“未考”',
    '5: 理论成绩为空,缺考请写“缺考”',
  ])
})

it('refuses a certificate for somebody below the pass line, and for somebody absent', () => {
  const problems = told(withCells(sheet, { G10: 'S000033000001225000008', G14: 'S000033000001225000012' }))
  expect(problems).toEqual([
    '10: 理论成绩58分低于60分,不应有证书编号,请核对成绩和证书',
    '14: 技能成绩缺考,不应有证书编号,请核对成绩和证书',
  ])
})

it('refuses a result that contradicts the marks, either way', () => {
  expect(told(withCells(sheet, { F10: '合格', F11: '不合格' }))).toEqual([
    '10: 评定结果写的是“合格”,但理论成绩58分低于60分,请核对',
    '11: 评定结果写的是“不合格”,但两项成绩都已合格,请核对',
  ])
})

it('refuses a certificate number of another level, another year, a wrong form, or twice', () => {
  const problems = told(
    withCells(sheet, {
      G3: 'S000033000001224000001',
      G4: 'S000033000001215000002',
      G5: 'S00003300000122500000',
      G7: 'S000033000001225000004',
    }),
  ).join('\n')
  expect(problems).toMatch(/^3: .*2022|^3: .*等级/m)
  expect(problems).toMatch(/^4: .*年份/m)
  expect(problems).toMatch(/^5: 证书编号只有21位/m)
  expect(problems).toMatch(/^7: 证书编号与表格第6行相同/m)
})

it('refuses a number on record for somebody else or for another class, and lets a correction tell it again', () => {
  const known = (personId: string, isReplaced: boolean) =>
    told(sheet, { known: new Map([[CERTIFICATE_OF_1, { personId, isReplaced }]]) })
  expect(known('person-of-another-class', false)).toEqual(['3: 这个证书编号已经登记在另一人名下,请核对'])
  expect(known('person-1', false)).toEqual(['3: 这个证书编号已经由另一个班登记过,请核对'])
  expect(known('person-2', true)).toEqual([])
})

it('neither keeps nor repeats an identity number in the wrong column', () => {
  const number = '339901197706180675'
  const wrong = withCells(sheet, { D3: '3399.0119/7706·1806 75', G4: number })
  const answer = judge(wrong, { kind: 'COMPLETION' })
  expect(answer.value).toBeNull()
  expect(answer.problems.map(({ sentence }) => sentence.zh)).toEqual([
    expect.stringContaining('理论成绩“***”应为0至100的整数'),
    '证书编号填的是身份证号,请填写证书上的编号',
  ])
  expect(JSON.stringify(answer.problems)).not.toMatch(/\d{7}/)
})

it('names people who are not in the class, and those who are missing', () => {
  const people = terms.people.filter((person) => person.seq !== 7)
  expect(told(sheet, { people })).toEqual(['9: 不在本班花名册'])
  expect(told(withoutRows(sheet, 9))).toEqual(['2: 花名册序号7 吕*霞 不在表上,请补上这一行'])
})

it('takes marks that pass without a certificate number, and asks to look', () => {
  const judged = judge(withCells(sheet, { G3: null }))
  expect(judged.value).toHaveLength(40)
  expect(judged.problems.map(({ kind, sheetRow }) => [kind, sheetRow])).toEqual([['doubt', 3]])
})

it('says which column is not there', () => {
  expect(told(withCells(sheet, { E2: '备注' }))).toEqual(['2: 没有找到“技能成绩”列'])
})

it('looks certificates up by the numbers as they are kept', () => {
  const read = readMarks(withCells(sheet, { G3: ' s0000 33000001225000001 ' }), AFTER_THE_CLASS)
  expect('unfit' in read ? [] : numbersOn(read)).toContain(CERTIFICATE_OF_1)
})
