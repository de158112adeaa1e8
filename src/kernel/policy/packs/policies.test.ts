import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { civilDate, divisionCode } from '../../values/public.ts'
import { runCases } from './cases.ts'
import { compile } from '../deciding/compile.ts'
import { FACT_DICTIONARY } from '../facts/dictionary.ts'
import { regionsOf, resolveParameters } from '../parameters/parameters.ts'
import { PARAMETERS } from '../parameters/parameter-shapes.ts'
import { lintFolder } from '../linting/shipped.ts'
import { familiesOf } from './library.ts'
import { layersOf, POLICIES, type PolicyFolder, readPolicies } from './policy-files.ts'

/** Compiles every pack with the parameters of its own region on its first day, and plays its cases. */
function play(folder: PolicyFolder) {
  return folder.packs.map(({ path, document, pack }) => {
    const layers = layersOf(folder, regionsOf(divisionCode(pack.region)))
    const parameters = resolveParameters(layers, civilDate(pack.inForce.from))
    const program = compile(document, { parameters, families: familiesOf(folder.packs) })
    return { path, program, results: runCases(program) }
  })
}

describe('the policies that come with the platform', () => {
  const folder = readPolicies()
  const played = play(folder)

  it('all validate, and every golden case comes out as its official said', () => {
    const failed = played.flatMap(({ path, results }) =>
      results.filter((each) => !each.passed).map((each) => ({ path, ...each })),
    )
    expect(failed).toEqual([])
  })

  it('were really read: how many packs, cases and layers', () => {
    expect(played.map(({ path, results }) => `${path}: ${results.length}`)).toEqual([
      '330381/apprenticeship/2023-01.json: 25',
      '330381/project-training/2023-01.json: 19',
      '330381/training-subsidy/2023-01.json: 34',
      '331100/ui-skill-upgrade/2017-01.json: 28',
      '331102/enterprise-training/2022-01.json: 26',
      '331102/high-skilled-allowance/2022-02.json: 27',
      '331102/mountain-allowance/2022-01.json: 11',
      '331102/project-training/2022-01.json: 19',
      '331102/studio-matching/2022-01.json: 8',
      '331102/training-subsidy/2022-01.json: 36',
      '331102/ui-training-subsidy/2022-01.json: 28',
    ])
    expect([...folder.layers.keys()]).toEqual(['000000', '330000', '331102', '331121'])
  })

  it('have for every condition a case that is refused by it', () => {
    for (const { program } of played) {
      const refused = program.pack.cases.flatMap((golden) =>
        'ineligible' in golden.expect ? golden.expect.ineligible : [],
      )
      const refusing = [...program.pack.conditions, ...(program.pack.limits ?? []).filter((limit) => !limit.beyond)]
      expect(refusing.map(({ id }) => id).filter((id) => !refused.includes(id))).toEqual([])
    }
  })

  it('have nothing that keeps them from being published', () => {
    const errors = lintFolder(folder).flatMap(({ file, findings }) =>
      findings.filter(({ severity }) => severity === 'error').map((each) => ({ path: file.path, ...each })),
    )
    expect(errors).toEqual([])
  })

  it('define every parameter of both demonstration districts in 2022 and today', () => {
    for (const county of ['331102', '331121']) {
      for (const on of ['2022-01-01', '2022-12-31', '2026-12-31']) {
        const parameters = resolveParameters(layersOf(folder, regionsOf(divisionCode(county))), civilDate(on))
        expect(parameters.list().map((each) => each.name)).toEqual(Object.keys(PARAMETERS).sort())
      }
    }
  })

  it('say of every scheme which family its subsidies are counted in, and know every family they name', () => {
    const parameters = resolveParameters(layersOf(folder, regionsOf(divisionCode('331102'))), civilDate('2022-03-07'))
    const families = parameters.get('subsidy.families').value.map((family) => family.code)
    for (const { program } of played) {
      const { family, limits = [] } = program.pack
      expect(families).toContain(family)
      expect(limits.flatMap(({ over }) => over).filter((each) => !families.includes(each))).toEqual([])
    }
  })

  it('know the same groups of persons in the roster, the funds and the dictionary of facts', () => {
    const parameters = resolveParameters(layersOf(folder, regionsOf(divisionCode('331102'))), civilDate('2022-03-07'))
    const groups = Object.keys(FACT_DICTIONARY.get('person.group')?.codes ?? {}).sort()
    expect(
      parameters
        .get('roster.groups')
        .value.map((group) => group.code)
        .sort(),
    ).toEqual(groups)
    const payable = Object.values(parameters.get('funds.groups').value).flat()
    const notInsured = parameters.get('checks.notInsuredGroups').value
    expect([...payable, ...notInsured].filter((code) => !groups.includes(code))).toEqual([])
  })
})

describe('a planted mistake', () => {
  const made: string[] = []
  afterEach(() => made.splice(0).forEach((path) => rmSync(path, { recursive: true })))

  function planted(change: (text: string) => string): string {
    const root = mkdtempSync(join(tmpdir(), 'policies-'))
    made.push(root)
    cpSync(POLICIES, root, { recursive: true })
    const path = join(root, '331102/training-subsidy/2022-01.json')
    const before = readFileSync(path, 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    writeFileSync(path, after)
    return root
  }

  const failing = (root: string) =>
    play(readPolicies(root)).flatMap(({ results }) => results.filter((each) => !each.passed).map((each) => each.name))

  it('in a case turns that case red', () => {
    const root = planted((text) => text.replace('"expect": { "eligible": 200000 }', '"expect": { "eligible": 250000 }'))
    expect(failing(root)).toEqual(['三级班，补贴2000元'])
  })

  it('in a rate turns the cases that rest on it red', () => {
    const root = planted((text) => text.replace('"L5_JUNIOR"], "fen": 100000', '"L5_JUNIOR"], "fen": 110000'))
    expect(failing(root)).toEqual([
      '五级班，出勤、成绩、证书齐全：补贴1000元',
      '出勤恰为80%、两项成绩恰为60分：都够',
      '防止返贫监测对象：补贴1000元',
      '毕业年度高校毕业生：补贴1000元',
      '未继续升学的应届初高中毕业生：补贴1000元',
      '城镇登记失业人员：补贴1000元',
      '本年已享受两次别的工种的培训补贴：第三次照补',
      '三次都在上一年：本年重新计次，累计三次只作提示',
      '往年补贴和省平台都还没有核对：先予办理，并说明不掌握哪些记录',
    ])
  })

  it('in a place is refused by name', () => {
    expect(() => readPolicies(planted((text) => text.replace('"version": "2022-01"', '"version": "2022-02"')))).toThrow(
      /2022-01\.json/,
    )
  })
})
