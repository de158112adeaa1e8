import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readPolicies } from '../packs/policy-files.ts'
import { givenPack } from '../testing.ts'
import { type CheckedFile, checkFolder, isSound } from './folder-check.ts'
import { label, named, sound, theory } from './testing.ts'

const ours = readPolicies()
const made: string[] = []
afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true })))

function checked(files: Record<string, unknown>): CheckedFile[] {
  const root = mkdtempSync(join(tmpdir(), 'packs-'))
  made.push(root)
  for (const [name, document] of Object.entries(files))
    writeFileSync(join(root, name), typeof document === 'string' ? document : JSON.stringify(document))
  return checkFolder(root, ours)
}

const faultsOf = (document: unknown) =>
  checked({ 'a.json': document })[0]!.problems.map(({ at, sentence }) => `${at}: ${sentence.zh}`)
const placed = (document: unknown) => faultsOf(document).filter((each) => !each.startsWith('cases.'))
const steps = (...all: object[]) => ({ label: label('金额'), cite: 'c1', steps: all })

describe('a folder of somebody’s schemes', () => {
  it('is told with everything at once, shape and meaning, each at its place', () => {
    const broken = givenPack({
      conditions: [
        theory,
        named('far', { fact: 'person.shoeSize', atLeast: 40 }),
        named('group', { fact: 'person.group', atLeast: 'FLEXIBLE' }),
        named('half', { fact: 'training.attendedRatio', atLeast: 0.8 }),
      ],
      parameters: {
        pass: {
          label: label('及格线'),
          values: [
            { from: '2022-01-01', to: '2021-12-31', cite: 'c1', value: 60 },
            { from: '2022-06-01', cite: 'c1', value: 61 },
            { from: '2022-06-01', cite: 'c1', value: 62 },
          ],
        },
      },
      limits: [named('w', { over: ['NO_SUCH'], window: { from: '2022-05-01', to: '2022-04-30' }, count: 1 })],
      amount: steps(
        named('grid', {
          table: {
            axes: ['class.level'],
            rows: [
              { at: ['L5_JUNIOR'], fen: '1,000' },
              { at: ['L4_INTERMEDIATE'], fen: 10 ** 15 },
              { at: ['L9'], fen: 1 },
            ],
          },
        }),
      ),
    })
    expect(faultsOf(broken)).toEqual([
      'conditions.3.atLeast: 写法不符合要求(0.8),应为是或否或整数或文字或一组项目',
      'amount.steps.0.table.rows.0.fen: 应填数字',
      'amount.steps.0.table.rows.1.fen: 金额太大',
      'parameters.pass.0: 止日 2021-12-31 早于起日 2022-01-01',
      'parameters.pass.2: 自 2022-06-01 起有两个值',
      'amount.steps.0.table.rows.2.at: "L9" 不是这一栏可以取的值',
      'limits.0.over.0: 没有任何政策属于“NO_SUCH”这一类补贴',
      'limits.0.window: 时间段止日 2022-04-30 早于起日 2022-05-01',
      'conditions.1.fact: 没有“person.shoeSize”这个事实',
      'conditions.2.atLeast: “person.group”没有大小先后,不能用 atLeast',
    ])
  })

  it('says of each file what it is: no JSON, a template, a window that ends first, a lost layer', () => {
    const files = checked({
      'a.json': '{ "scheme": ',
      'b.json': givenPack({ inForce: { by: 'training', from: '2022-01-01', to: '2021-01-01' } }),
      'c.json': { ...givenPack(), cases: undefined, extends: { scheme: 'no.such', version: '2022-01' } },
      'd.json': { scheme: 'a.template', version: '2022-01', region: '330000', template: true },
    })
    expect(files.map(({ path, problems }) => `${path} ${problems.map(({ at }) => at).join(' ')}`)).toEqual([
      'a.json ',
      'b.json inForce.to',
      'c.json extends',
      'd.json ',
    ])
    expect(files[0]!.problems[0]!.sentence.zh).toContain('不是完整的 JSON 文件')
  })

  it('finds two versions in force on one day, and takes what the others of the folder say', () => {
    const later = sound({ version: '2022-02', inForce: { by: 'training', from: '2022-02-01' } })
    const files = checked({ 'a.json': sound(), 'b.json': later })
    expect(files.map(({ findings }) => findings.some(({ rule }) => rule === 'two-versions'))).toEqual([true, true])
  })

  it('plays the cases: what was expected and what came, also where an amount overflows', () => {
    const huge = sound({
      amount: steps(named('huge', { rate: { fen: 10 ** 14, per: { fact: 'marks.theory' } } })),
    })
    const [file] = checked({ 'a.json': huge })
    expect(file!.cases[0]).toMatchObject({ passed: false, expected: 'eligible 100000' })
    expect(file!.cases[0]!.got).toContain('金额超出上限')
    expect(isSound(file!)).toBe(false)
  })

  it('knows the facts that a scheme declares itself, and none that it misspells', () => {
    const own = (fact: string) =>
      givenPack({
        facts: {
          'wage.lastMonth': { type: 'money', label: label('工资'), comesFrom: label('工资表'), personal: true },
        },
        amount: steps(
          named('half', { share: { of: { fact }, ratio: { numerator: 1, denominator: 2 }, round: 'down-to-ten-fen' } }),
        ),
        cases: [
          { name: 'passes', given: { 'marks.theory': 60, 'wage.lastMonth': 333_333 }, expect: { eligible: 166_660 } },
        ],
      })
    expect(faultsOf(own('wage.lastMonth'))).toEqual([])
    expect(faultsOf(own('wage.lastMoth'))).toContain('amount.steps.0.share.of: 没有“wage.lastMoth”这个事实')
    const twice = givenPack({
      facts: { 'marks.theory': { type: 'integer', label: label('分'), comesFrom: label('表'), personal: true } },
    })
    expect(faultsOf(twice)).toEqual(['facts.marks.theory: 事实字典中已有这个事实,请直接引用'])
    expect(
      faultsOf(
        givenPack({ facts: { 'a.b': { type: 'code', label: label('码'), comesFrom: label('表'), personal: true } } }),
      ),
    ).toEqual(['facts.a.b: 类型为 code 的事实须逐一列出取值(codes),其他类型不写'])
  })

  it('says what a rate is not: no table, a tier that ends before it begins, bands of the wrong kind', () => {
    const rate = (held: object) =>
      placed(givenPack({ amount: steps(named('r', { rate: { per: { fact: 'training.hours' }, ...held } })) }))
    expect(rate({ fen: 100, above: 36, upTo: 12 })).toEqual([
      'amount.steps.0.rate.upTo: 12 不大于 36,这一段里什么也没有',
    ])
    const banded = { axes: [{ fact: 'training.startedOn', bands: [1, 2] }], rows: [{ at: [1], fen: 1 }] }
    expect(rate({ fen: { table: banded } })).toEqual([
      'amount.steps.0.rate.fen.table.axes.0: “training.startedOn”不能这样分档:数按数、日期按日期分',
    ])
    expect(rate({ fen: { table: { axes: ['class.level'], rows: [{ at: ['L5_JUNIOR'], fen: 'x' }] } } })).toEqual([
      'amount.steps.0.rate.fen.table.rows.0.fen: 应填数字',
    ])
  })
})
