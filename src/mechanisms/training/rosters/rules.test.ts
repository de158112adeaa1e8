import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Grid, type GridCell, readGrid } from '../../../platform/office/public.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import { COLUMN_TITLES, ROSTER_COLUMNS, type RosterColumn } from './columns.ts'
import { type JudgedRoster, judgeRoster, readRoster, type RosterTerms } from './rules.ts'

const codeLists = JSON.parse(
  readFileSync(new URL('../../../kernel/reference/data/code-lists.json', import.meta.url), 'utf8'),
) as Record<string, { code: string; name_zh: string; name_en: string; synonyms?: string[] }[]>

const TERMS: RosterTerms = {
  providerName: '丽水市演示职业培训学校',
  occupationNames: ['养老护理员'],
  level: 'L5_JUNIOR',
  startsOn: civilDate('2022-03-07'),
  endsOn: civilDate('2022-03-18'),
  today: civilDate('2022-03-01'),
  minimumAge: 16,
  maxRows: 2000,
  demonstration: true,
  teachers: new Set(),
  groups: (codeLists['person-groups'] ?? []).map((group) => ({
    code: group.code,
    nameZh: group.name_zh,
    nameEn: group.name_en,
    synonyms: group.synonyms ?? [],
  })),
}

const sample = async (name: string): Promise<Grid> => {
  const bytes = readFileSync(new URL(`../../../../demo/samples/${name}`, import.meta.url))
  return readGrid(bytes, { fileName: name, maxRows: 20_000 })
}

function judged(grid: Grid, terms: Partial<RosterTerms> = {}, knownNames = new Map<string, string>()): JudgedRoster {
  const read = readRoster(grid, { ...TERMS, ...terms })
  if ('unfit' in read) throw new Error(read.unfit.en)
  return judgeRoster(read, { ...TERMS, ...terms }, knownNames)
}

/** A person nobody is, right in every column. */
const RIGHT: Record<RosterColumn, string> = {
  seq: '1',
  name: '王静',
  sex: '男',
  identityNumber: '339901197706180675',
  education: '大专',
  address: '丽水市莲都区老竹畲族镇',
  group: '农村转移就业劳动者',
  phone: '18920912793',
  bankAccount: '6217009507983498642',
  bankName: '中国农业银行丽水分行',
  remark: '',
}
const ANOTHER = { seq: '2', sex: '女', identityNumber: '33990119861002842X', bankAccount: '6217000073206236672' }

type Written = Partial<Record<RosterColumn, string | Partial<GridCell>>>

/** A sheet as the reader gives it, from what was written in its cells. */
function sheetOf(rows: readonly Written[], more: { titles?: string[]; columns?: readonly RosterColumn[] } = {}): Grid {
  const { titles = [], columns = ROSTER_COLUMNS } = more
  const cell = (column: number, written: string | Partial<GridCell>): GridCell =>
    typeof written === 'string' ? { column, text: written, raw: 'text' } : { column, text: '', raw: 'text', ...written }
  const lines = [
    ...titles.map((title) => [cell(0, title)]),
    columns.map((column, at) => cell(at, COLUMN_TITLES[column].zh)),
    ...rows.map((row) => columns.map((column, at) => cell(at, row[column] ?? RIGHT[column]))),
  ]
  const kept = lines.map((cells, at) => ({ row: at + 1, cells: cells.filter((c) => c.text !== '') }))
  return { kind: 'xlsx', sheetName: '花名册', sheetNames: ['花名册'], merges: [], rows: kept }
}

const saying = (answer: JudgedRoster) => answer.marks.map((mark) => mark.sentence.zh)

describe('who teaches the class', () => {
  it('is no trainee of it: their row is marked, and nothing is imported', () => {
    const answer = judged(sheetOf([{}, ANOTHER]), { teachers: new Set([ANOTHER.identityNumber]) })
    expect(answer.marks.map(({ seq, kind, column, sentence }) => [seq, kind, column, sentence.zh])).toEqual([
      [2, 'error', 'identityNumber', '这是本班的教师,不能同时是本班学员,请移出花名册或换教师'],
    ])
    expect(answer.rows).toEqual([])
  })
})

describe('what the title lines name of the plan', () => {
  const named = (...titles: string[]) => judged(sheetOf([{}], { titles })).named

  it('is known by its fields, the provider not among them', () => {
    expect(named('培训机构:丽水市演示职业培训学校', '工种:养老护理员 等级:五级')).toEqual(['occupationId', 'level'])
    expect(named('培训时间:2022-03-07至2022-03-18')).toEqual(['startsOn', 'endsOn'])
    expect(named()).toEqual([])
  })

  it('is all of it in sample 01', async () => {
    expect(new Set(judged(await sample('01-花名册-规范.xlsx')).named)).toEqual(
      new Set(['occupationId', 'level', 'startsOn', 'endsOn']),
    )
  })
})

describe('the sample rosters', () => {
  it.each(['01-花名册-规范.xlsx', '03-花名册-旧版.xls', '04-花名册-GBK.csv'])('reads the forty of %s', async (name) => {
    const answer = judged(await sample(name))
    expect(answer.marks).toEqual([])
    expect(answer.notes).toEqual([])
    expect(answer.rows).toHaveLength(40)
    expect(answer.rows[3]).toMatchObject({ seq: 4, name: '蓝凤英', identityNumber: '33990119710301124X', sex: 'F' })
  })

  it('reads the same forty from the workbook, the Excel 97 file and the GBK text', async () => {
    const [first, second, third] = await Promise.all(
      ['01-花名册-规范.xlsx', '03-花名册-旧版.xls', '04-花名册-GBK.csv'].map(async (name) =>
        judged(await sample(name)).rows.map((person) => ({ ...person, sheetRow: 0 })),
      ),
    )
    expect(second).toEqual(first)
    expect(third).toEqual(first)
  })

  it('marks exactly the eleven rows of sample 02', async () => {
    const answer = judged(await sample('02-花名册-常见错误.xlsx'))
    expect(answer.marks.map(({ seq, kind, column, sentence }) => [seq, kind, column, sentence.zh])).toEqual([
      [3, 'error', 'identityNumber', expect.stringContaining('校验位错误')],
      [5, 'error', 'identityNumber', '身份证号只有17位,应为18位'],
      [7, 'error', 'identityNumber', '身份证号被存成数字,末位精度已丢失,请把该列设为文本后重新填写'],
      [9, 'error', 'sex', '性别与身份证号不符:填的是女,按身份证号应为男'],
      [11, 'error', 'identityNumber', '与第1行是同一人,请删去重复的一行'],
      [13, 'error', 'identityNumber', '未满16周岁(开班日 2022-03-07)'],
      [15, 'error', 'phone', '手机号只有10位,应为11位'],
      [17, 'error', 'bankAccount', expect.stringContaining('校验位错误')],
      [19, 'error', 'name', '姓名为空'],
      [21, 'error', 'group', expect.stringMatching(/^人员类别“其他人员”不在目录内/)],
      [23, 'doubt', 'bankAccount', '与第24行共用一个银行账号,请核对'],
    ])
    expect(answer.rows).toEqual([])
    expect(answer.rowCount).toBe(30)
  })

  it('reads the four right rows of sample 02 as right, and normalised', async () => {
    const grid = await sample('02-花名册-常见错误.xlsx')
    const wrong = new Set(judged(grid).marks.map((mark) => mark.sheetRow))
    const answer = judged({ ...grid, rows: grid.rows.filter((row) => !wrong.has(row.row)) })
    const bySeq = new Map(answer.rows.map((row) => [row.seq, row]))
    expect(bySeq.get(25)?.identityNumber).toBe('339901197503011302')
    expect(bySeq.get(26)?.name).toBe('孙艳')
    expect(bySeq.get(27)?.identityNumber).toBe('33990119840805996X')
    expect(bySeq.get(28)?.name).toBe('阿依古丽·买买提')
  })

  it('tells no identity number, phone or account in any mark', async () => {
    const grid = await sample('02-花名册-常见错误.xlsx')
    expect(JSON.stringify(judged(grid).marks)).not.toMatch(/\d{10}/)
  })

  it('knows a roster for another class by its title lines, and names both', async () => {
    const grid = await sample('01-花名册-规范.xlsx')
    const theirs = { providerName: '青田县演示技工学校', occupationNames: ['电工'], level: 'L4_INTERMEDIATE' } as const
    const answer = judged(grid, { ...theirs, startsOn: civilDate('2022-03-08'), endsOn: civilDate('2022-03-19') })
    expect(saying(answer)).toEqual([
      '表头写的培训机构是“丽水市演示职业培训学校”,本班是“青田县演示技工学校”,请核对是否传错了文件',
      '表头写的工种是“养老护理员”,本班是“电工”,请核对是否传错了文件',
      '表头写的等级是“五级/初级工”,本班是“四级/中级工”,请核对是否传错了文件',
      '表头写的开班日期是“2022-03-07”,本班是“2022-03-08”,请核对是否传错了文件',
      '表头写的结束日期是“2022-03-18”,本班是“2022-03-19”,请核对是否传错了文件',
    ])
    expect(answer.marks.map((mark) => [mark.seq, mark.sheetRow])).toEqual([
      [null, 2],
      [null, 2],
      [null, 2],
      [null, 3],
      [null, 3],
    ])
    expect(answer.rows).toEqual([])
  })

  it('accepts made-up numbers in demonstration districts only', async () => {
    const answer = judged(await sample('04-花名册-GBK.csv'), { demonstration: false })
    expect(answer.marks).toHaveLength(40)
    expect(saying(answer)[0]).toBe('身份证号以339901开头,是演示用号码,只能在演示区县使用。请填本人身份证上的号码')
  })
})

describe('columns', () => {
  it('knows them by what offices call them, in any order', () => {
    const grid = sheetOf([{}], { columns: [...ROSTER_COLUMNS].reverse() })
    const renamed = new Map([
      ['身份证号', '公民身份号码(必填)'],
      ['联系电话', '手 机'],
      ['社保卡金融账户', '社保卡金融帐号'],
      ['人员类别', '*人员类型'],
      ['开户银行', '开户行'],
    ])
    const [header, ...rest] = grid.rows
    const cells = (header?.cells ?? []).map((c) => ({ ...c, text: renamed.get(c.text) ?? c.text }))
    expect(judged({ ...grid, rows: [{ row: 1, cells }, ...rest] }).rows).toHaveLength(1)
  })

  it('says every column that is missing, and not of every row that it is empty', () => {
    const answer = judged(sheetOf([{}], { columns: ['seq', 'name', 'identityNumber', 'phone', 'bankAccount'] }))
    expect(saying(answer)).toEqual(['没有找到“人员类别”列', '没有找到“开户银行”列'])
  })

  it('does not choose between two columns of accounts', () => {
    const grid = sheetOf([{}])
    const [header, ...rest] = grid.rows
    const cells = [...(header?.cells ?? []), { column: 11, text: '银行卡号', raw: 'text' as const }]
    expect(saying(judged({ ...grid, rows: [{ row: 1, cells }, ...rest] }))).toEqual([
      '有两列都是“社保卡金融账户”,请只留一列',
    ])
  })

  it('is no roster without a header', () => {
    const grid = sheetOf([{}])
    expect(readRoster({ ...grid, rows: grid.rows.slice(1) }, TERMS)).toHaveProperty('unfit')
  })
})

describe('rows', () => {
  it('counts the people, not the lines of the sheet, against the limit', () => {
    const titles = ['职业技能培训学员花名册']
    expect(judged(sheetOf([{}, ANOTHER], { titles }), { maxRows: 2 }).rowCount).toBe(2)
    expect(readRoster(sheetOf([{}, ANOTHER], { titles }), { ...TERMS, maxRows: 1 })).toEqual({
      unfit: expect.objectContaining({ zh: '花名册最多 1 行,这个文件有 2 行。请分班后再上传。' }),
    })
  })

  it('gives every problem of a row at once', () => {
    const answer = judged(sheetOf([{ name: '', phone: '', bankAccount: '', bankName: '', group: '' }]))
    expect(saying(answer)).toEqual(['姓名为空', '人员类别为空', '手机号为空', '银行账号为空', '开户银行为空'])
  })

  it('never repairs a number that a spreadsheet has rounded', () => {
    const rounded = { raw: 'number', text: '339901198912242900', number: 339901198912242900 } as const
    const account = { raw: 'number', text: '6217009507983498000', number: 6217009507983498000 } as const
    expect(saying(judged(sheetOf([{ identityNumber: rounded, bankAccount: account }])))).toEqual([
      '身份证号被存成数字,末位精度已丢失,请把该列设为文本后重新填写',
      '银行账号被存成数字,末位精度已丢失,请把该列设为文本后重新填写',
    ])
    expect(saying(judged(sheetOf([{ identityNumber: '3.39901E+17', bankAccount: '6.217E+18' }])))).toHaveLength(2)
  })

  it('takes no formula for a value, but counts with one', () => {
    const seq = { raw: 'formula', text: '1' } as const
    const name = { raw: 'formula', text: '王静' } as const
    const phone = { raw: 'error', text: '#N/A' } as const
    expect(saying(judged(sheetOf([{ seq, name, phone }])))).toEqual([
      '姓名是公式,内容会随别处变化,请复制后“选择性粘贴—数值”',
      '联系电话是出错的公式,请填写内容',
    ])
  })

  it('takes the sex from the identity number where none is written', () => {
    expect(judged(sheetOf([{ sex: '' }])).rows[0]?.sex).toBe('M')
    expect(saying(judged(sheetOf([{ sex: '未知' }])))).toEqual(['性别“未知”不能识别,应填男或女'])
  })

  it('quotes nothing that may be a number in the wrong place', () => {
    const answer = judged(
      sheetOf([
        {
          group: '339901/1977.0618·0675',
          education: '大专 3399.0119_7706・1806-7X',
          bankName: '６２１７/0095/0798/3498/642',
          name: RIGHT.identityNumber,
        },
      ]),
    )
    expect(saying(answer)).toEqual([
      '姓名里有数字,请核对',
      '文化程度里是一长串数字,请核对是否填错了列',
      expect.stringContaining('“***”不在目录内'),
      '开户银行里是一长串数字,请核对是否填错了列',
    ])
    expect(JSON.stringify(answer)).not.toMatch(/\d{6}/)
  })

  it('knows a group by its synonyms', () => {
    expect(judged(sheetOf([{ group: '农民工' }])).rows[0]?.groupCode).toBe('RURAL_TRANSFER')
  })

  it('turns sixteen on the birthday itself', () => {
    const birthday = { startsOn: civilDate('1993-06-18') }
    expect(judged(sheetOf([{}]), birthday).marks).toEqual([])
    expect(saying(judged(sheetOf([{}]), { startsOn: civilDate('1993-06-17') }))).toEqual([
      '未满16周岁(开班日 1993-06-17)',
    ])
  })

  it('tells a shared account once, on the first of those who share it', () => {
    const third = { seq: '3', sex: '女', identityNumber: '339901197907081729' }
    const answer = judged(sheetOf([{}, { ...ANOTHER, bankAccount: RIGHT.bankAccount }, third]))
    expect(answer.marks.map((mark) => [mark.seq, mark.kind, mark.sentence.zh])).toEqual([
      [1, 'doubt', '与第2、3行共用一个银行账号,请核对'],
    ])
    expect(answer.rows.map((row) => row.doubts.length)).toEqual([1, 0, 0])
  })

  it('marks a name that is not the one on record, and does not tell that one', () => {
    const known = new Map([[RIGHT.identityNumber, '赵六']])
    const answer = judged(sheetOf([{}, ANOTHER]), {}, known)
    expect(answer.marks.map((mark) => [mark.seq, mark.kind, mark.column, mark.sentence.zh])).toEqual([
      [1, 'doubt', 'name', '姓名与本县已登记的不一致,请核对身份证'],
    ])
    expect(answer.rows.map((row) => row.doubts.length)).toEqual([1, 0])
    expect(JSON.stringify(answer)).not.toContain('赵')
    expect(judged(sheetOf([{ name: ' 王  静 ' }]), {}, new Map([[RIGHT.identityNumber, '王静']])).marks).toEqual([])
  })

  it('does not take one person twice for two who share an account', () => {
    expect(saying(judged(sheetOf([{}, { seq: '2' }])))).toEqual(['与第1行是同一人,请删去重复的一行'])
  })

  it('counts from the top where the running numbers do not say which row is meant, and says so', () => {
    const answer = judged(sheetOf([{ seq: '7' }, { ...ANOTHER, seq: '7' }]))
    expect(answer.rows.map((row) => row.seq)).toEqual([1, 2])
    expect(answer.notes).toHaveLength(1)
  })

  it('never drops a row with an account in silence', () => {
    const stray = { seq: '', name: '', identityNumber: '' }
    expect(saying(judged(sheetOf([{}, stray])))).toEqual([
      '这一行没有序号、姓名和身份证号,却填了电话或账号,请补全或删去',
    ])
  })

  it('passes over a header printed again in the middle of the list', () => {
    const again = Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, COLUMN_TITLES[column].zh]))
    expect(judged(sheetOf([{}, again, ANOTHER])).rows).toHaveLength(2)
  })

  it('is refused when nobody is on it', () => {
    expect(saying(judged(sheetOf([])))).toEqual(['花名册里没有学员'])
  })
})

it('compares a period written in one title', () => {
  const grid = sheetOf([{}], { titles: ['培训时间:2022年3月7日至3月19日'] })
  expect(saying(judged(grid))).toEqual(['表头写的结束日期是“3月19日”,本班是“2022-03-18”,请核对是否传错了文件'])
})
