import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { lintFolder } from '../kernel/policy/linting/shipped.ts'
import { POLICIES, readPolicies } from '../kernel/policy/packs/policy-files.ts'
import { factSupplies } from './fact-supplies.ts'

/** What is said of the policies that come with the platform: every line is right, and waits for a room or for the bureau. */
describe('the policies that come with the platform', () => {
  it('are told what nobody supplies yet and what rests on nothing', () => {
    const linted = lintFolder(readPolicies(), { supplies: factSupplies })
    const told = linted.flatMap(({ file, findings }) =>
      findings.map(({ rule, at, sentence }) => `${file.path} ${rule} ${at}: ${sentence.zh.split('。')[0]}`),
    )
    expect(told).toMatchInlineSnapshot(`
      [
        "330381/apprenticeship/2023-01.json fact-not-supplied amount.steps.0: “实际培训费用”(training.cost,来自培训费用凭证)还没有接入",
        "330381/apprenticeship/2023-01.json fact-not-supplied conditions.0: “证书种类”(certificate.kind,来自证书及官网查询结果)还没有接入",
        "330381/project-training/2023-01.json fact-not-supplied conditions.0: “证书种类”(certificate.kind,来自证书及官网查询结果)还没有接入",
        "330381/training-subsidy/2023-01.json fact-not-supplied conditions.1: “证书种类”(certificate.kind,来自证书及官网查询结果)还没有接入",
        "330381/training-subsidy/2023-01.json fact-not-supplied conditions.2: “用人单位性质”(employment.employerKind,来自社保参保信息)还没有接入",
        "330381/training-subsidy/2023-01.json clause-not-cited clauses.ability: 《瑞安市职业技能培训补贴标准目录》（转载，参照）专项职业能力(ability)没有被引用",
        "331100/ui-skill-upgrade/2017-01.json fact-not-supplied amount.steps.2: “同一证书已享受的培训补贴”(received.training,来自补贴发放台账)还没有接入",
        "331100/ui-skill-upgrade/2017-01.json fact-not-supplied amount.steps.3: “同一证书已享受的鉴定(评价)补贴”(received.evaluation,来自补贴发放台账)还没有接入",
        "331100/ui-skill-upgrade/2017-01.json fact-not-supplied conditions.2: “失业保险累计缴费月数”(insurance.months,来自社保参保信息)还没有接入",
        "331102/enterprise-training/2022-01.json fact-not-supplied conditions.0: “用人单位性质”(employment.employerKind,来自社保参保信息)还没有接入",
        "331102/project-training/2022-01.json fact-not-supplied conditions.0: “证书种类”(certificate.kind,来自证书及官网查询结果)还没有接入",
        "331102/studio-matching/2022-01.json trigger-not-recorded trigger: 没有业务模块登记“grant.arrived”",
      ]
    `)
  })
})

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('npm run lint-packs', () => {
  const run = (own: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tools/lint-packs.ts', '330381'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, SHANJIANG_POLICIES: own },
    })

  it('ends with 1 where something keeps a scheme from being published, and says which clause, why and what to do', () => {
    const own = mkdtempSync(join(tmpdir(), 'policies-'))
    try {
      for (const region of ['000000', '330000', '330381'])
        cpSync(join(POLICIES, region), join(own, region), { recursive: true })
      const path = join(own, '330381/project-training/2023-01.json')
      const pack = JSON.parse(readFileSync(path, 'utf8')) as { funds: string[] }
      pack.funds = ['UI_FUND', 'TALENT_FUND']
      writeFileSync(path, JSON.stringify(pack))
      const { status, stdout } = run(own)
      expect(stdout).toContain(
        '✗ 错误 fund-not-lawful · funds.1 · 《瑞安市职业技能培训补贴标准目录》（转载，参照）项目制培训',
      )
      expect(stdout).toContain('TALENT_FUND 不能支付 TRAINING 类补贴。付出去就是违规支出。请改用合规的资金')
      expect(stdout).toContain('错误 / errors: 1')
      expect(status).toBe(1)
    } finally {
      rmSync(own, { recursive: true })
    }
  })

  it('ends with 0 for what comes with the platform', () => {
    const { status, stdout } = run('')
    expect(stdout).toContain('错误 / errors: 0')
    expect(status).toBe(0)
  })
})
