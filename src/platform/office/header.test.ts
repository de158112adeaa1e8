import { describe, expect, it } from 'vitest'
import {
  type ColumnMeaning,
  findHeader,
  type Grid,
  isFooter,
  plainName,
  readGrid,
  textAt,
  titleFacts,
} from './public.ts'
import { sample } from './testing.ts'

const ROSTER: ColumnMeaning[] = [
  { key: 'sequence', names: ['序号', '编号'] },
  { key: 'name', names: ['姓名', '学员姓名'], required: true },
  { key: 'identity', names: ['身份证号', '身份证号码', '公民身份号码'], required: true },
  { key: 'phone', names: ['联系电话', '手机号'] },
  { key: 'bank', names: ['社保卡金融账户', '银行账号'] },
]

/** A sheet from lines of cells; an empty cell is not there, as in a grid. */
function sheetOf(lines: readonly (readonly string[])[], merges: Grid['merges'] = []): Pick<Grid, 'rows' | 'merges'> {
  const cells = (line: readonly string[]) =>
    line.flatMap((text, column) => (text === '' ? [] : [{ column, text, raw: 'text' as const }]))
  return {
    merges,
    rows: lines.map((line, i) => ({ row: i + 1, cells: cells(line) })).filter((r) => r.cells.length > 0),
  }
}

const header = (lines: readonly (readonly string[])[], merges?: Grid['merges']) =>
  findHeader(sheetOf(lines, merges), ROSTER)

describe('the header of the samples', () => {
  it('01: below three title lines, forty entries, one line of signatures', async () => {
    const found = findHeader(await readGrid(sample('01'), { maxRows: 2000 }), ROSTER)
    expect(found).toMatchObject({ headerRow: 4, lastHeaderRow: 4, missing: [], repeated: [] })
    expect(found?.bodyRows).toHaveLength(40)
    expect(found?.footerRows.map((r) => r.row)).toEqual([46])
    expect(Object.fromEntries(found?.columnOf ?? [])).toEqual({ sequence: 0, name: 1, identity: 3, phone: 7, bank: 8 })
    expect(found?.unknown.map((c) => c.parts)).toEqual([
      ['性别'],
      ['文化程度'],
      ['家庭住址'],
      ['人员类别'],
      ['开户银行'],
      ['备注'],
    ])
    expect(Object.fromEntries(titleFacts(found?.titles ?? []))).toEqual({
      培训机构: '丽水市演示职业培训学校',
      工种: '养老护理员',
      等级: '五级/初级工',
      班级: '2022年第3期',
      开班日期: '2022-03-07',
      结束日期: '2022-03-18',
      课时: '80',
      培训地点: '碧湖镇成人文化技术学校',
    })
  })

  it('02: an entry without a name is an entry', async () => {
    const found = findHeader(await readGrid(sample('02'), { maxRows: 2000 }), ROSTER)
    expect(found?.bodyRows.map((r) => textAt(r, 0))).toEqual(Array.from({ length: 30 }, (_, i) => String(i + 1)))
  })

  it('05: two lines, the dates over 上午 and 下午', async () => {
    const found = findHeader(await readGrid(sample('05'), { maxRows: 2000 }), ROSTER)
    expect(found).toMatchObject({ headerRow: 2, lastHeaderRow: 3, titles: ['职业技能培训学员考勤表'] })
    expect(found?.unknown).toHaveLength(20)
    expect(found?.unknown.slice(0, 3)).toEqual([
      { column: 3, parts: ['3.7', '上午'] },
      { column: 4, parts: ['3.7', '下午'] },
      { column: 5, parts: ['3.8', '上午'] },
    ])
    expect(found?.bodyRows).toHaveLength(40)
    expect(found?.footerRows.map((r) => r.row)).toEqual([45])
  })

  it('06 and 10: a header under one title, and one in the first line', async () => {
    const marks = findHeader(await readGrid(sample('06'), { maxRows: 2000 }), [
      ...ROSTER,
      { key: 'theory', names: ['理论成绩'], required: true },
    ])
    expect(marks).toMatchObject({ headerRow: 2, missing: [] })
    expect(marks?.bodyRows).toHaveLength(40)
    const insured = findHeader(await readGrid(sample('10'), { maxRows: 2000 }), ROSTER)
    expect(insured).toMatchObject({ headerRow: 1, titles: [] })
    expect(insured?.bodyRows).toHaveLength(402)
  })
})

describe('names of columns', () => {
  it.each([
    ['身份证号', '身份证号'],
    [' 身 份 证 号 ', '身份证号'],
    ['*身份证号(必填):', '身份证号'],
    ['身份证号\uff08\u5fc5\u586b\uff09', '身份证号'],
    ['身份\n证号', '身份证号'],
    ['id\uff2eo', 'IDNO'],
  ])('%j is %s', (written, plain) => expect(plainName(written)).toBe(plain))

  it('are found by meaning in any order', () => {
    const found = header([
      ['公民身份号码', '电话', '学员姓名'],
      ['339901', '1', '王静'],
    ])
    expect(Object.fromEntries(found?.columnOf ?? [])).toEqual({ identity: 0, name: 2 })
  })

  it('missing and repeated ones are told', () => {
    expect(
      header([
        ['序号', '姓名', '手机号'],
        ['1', '王静', '1'],
      ])?.missing,
    ).toEqual(['identity'])
    const twice = header([
      ['姓名', '身份证号', '姓名'],
      ['王静', '339901', '王勇'],
    ])
    expect(twice?.columnOf.get('name')).toBe(0)
    expect(twice?.repeated).toEqual([{ key: 'name', column: 2, parts: ['姓名'] }])
  })

  it('a sheet without a header has none', () => {
    expect(
      header([
        ['王静', '女'],
        ['胡勇平', '男'],
      ]),
    ).toBeUndefined()
    expect(header([['姓名'], ['王静']])).toBeUndefined()
  })

  it('the line with the most required columns is the header, not a title that mentions one', () => {
    const found = header([
      ['姓名', '序号'],
      ['说明', '填写姓名'],
      ['序号', '姓名', '身份证号'],
      ['1', '王静', '339901'],
    ])
    expect(found?.headerRow).toBe(3)
    expect(found?.titles).toEqual(['姓名    序号', '说明    填写姓名'])
  })
})

describe('a header of two lines', () => {
  const lines = [
    ['序号', '姓名', '身份证号', '成绩', '', '备注'],
    ['', '', '', '理论', '技能', ''],
    ['1', '王静', '339901197706180675', '90', '68', ''],
  ]
  const marks: ColumnMeaning[] = [...ROSTER, { key: 'theory', names: ['理论成绩'] }, { key: 'skill', names: ['技能'] }]

  it('joins what stands over and under, with and without merges', () => {
    for (const merges of [[], [{ top: 1, left: 3, bottom: 1, right: 4 }]]) {
      const found = findHeader(sheetOf(lines, merges), marks)
      expect(found).toMatchObject({ headerRow: 1, lastHeaderRow: 2 })
      expect(Object.fromEntries(found?.columnOf ?? [])).toEqual({
        sequence: 0,
        name: 1,
        identity: 2,
        theory: 3,
        skill: 4,
      })
      expect(found?.bodyRows).toHaveLength(1)
    }
  })

  it('is not seen where the next line is an entry', () => {
    const found = findHeader(
      sheetOf([
        ['序号', '姓名', '身份证号', '', '备注'],
        ['1', '王静', '', '旁注'],
      ]),
      ROSTER,
    )
    expect(found).toMatchObject({ headerRow: 1, lastHeaderRow: 1 })
    expect(found?.bodyRows).toHaveLength(1)
  })
})

describe('what is an entry and what belongs to the form', () => {
  const form = { sequence: 0, identity: [1, 3] }
  const row = (...texts: string[]) => sheetOf([texts]).rows[0] ?? { row: 1, cells: [] }

  it.each([
    [['经办人(签字):', '', '', '负责人(签字):', '', '', '培训机构(盖章):']],
    [['经办人\uff1a王静', '张三', '', '339901']],
    [['注: √出勤 ×缺勤']],
    [['备注\uff1a以上属实']],
    [['合计', '', '', '', '40']],
    [['', '合 计', '', '40']],
    [['填表人: 王静', '', '', '填表日期:']],
    [['年   月   日']],
    [['2022年 3月 7日']],
    [['以上人员情况属实']],
    [['单位(盖章)']],
    [['请于三日内交回']],
  ])('%j is a footer', (texts) => expect(isFooter(row(...texts), form)).toBe(true))

  it.each([
    [['1', '王静', '女', '339901']],
    [['19', '', '女', '339901']],
    [['', '王静', '女', '339901']],
    [['甲', '王静', '女', '']],
    [['\uff11\uff12', '', '女']],
    [['3.', '', '女']],
    [['21', '注勇', '男', '339901']],
  ])('%j is an entry', (texts) => expect(isFooter(row(...texts), form)).toBe(false))

  it('blank lines and running numbers typed ahead are neither', () => {
    const found = header([
      ['序号', '姓名', '身份证号'],
      ['1', '王静', '339901'],
      ['2'],
      ['3', ' ', '\t'],
      [' ', ' '],
      ['4', '', '339901'],
    ])
    expect(found?.bodyRows.map((r) => r.row)).toEqual([2, 6])
    expect(found?.footerRows).toEqual([])
  })

  it('without running numbers, an entry that lacks its name is still an entry', () => {
    const found = header([
      ['身份证号', '姓名'],
      ['33990119710301124X', ''],
      ['', '王静'],
      ['339901194905034271'],
      ['制表人: 王静'],
    ])
    expect(found?.bodyRows.map((r) => r.row)).toEqual([2, 3, 4])
  })
})

describe('title facts', () => {
  it('reads both colons, blanks of either width, and a colon inside a value', () => {
    const facts = titleFacts([
      '培训机构\uff1a某校\u3000\u3000工种:养老护理员 等级\uff1a五级',
      '时间:2022-03-07 08:30 起  联系人:',
      '无冒号的标题',
    ])
    expect(Object.fromEntries(facts)).toEqual({
      培训机构: '某校',
      工种: '养老护理员',
      等级: '五级',
      时间: '2022-03-07 08:30 起',
    })
  })
})
