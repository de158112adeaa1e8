import { describe, expect, it } from 'vitest'
import { layOut } from '../../../platform/paper/public.ts'
import {
  contentHash,
  decisionHash,
  amountsOf,
  answerOf,
  type KeptDecision,
  manualAnswer,
  parametersOn,
  programOf,
  readAnswer,
  wordedForm,
  writeAnswer,
} from '../../policy/public.ts'
import { factsOf } from '../../policy/packs/cases.ts'
import { compile } from '../../policy/deciding/compile.ts'
import { readPolicies } from '../../policy/packs/policy-files.ts'
import { shippedParameters } from '../../policy/testing.ts'
import { civilDate } from '../../values/public.ts'
import { explained } from '../claims/explained.ts'
import { LIANDU } from '../testing.ts'
import { missedOf, stepsOf } from './explain-forms.ts'
import { explainSheet, type ExplainTold } from './explain-sheets.ts'
import { READINGS } from './explain-words.ts'

const ON = civilDate('2024-05-06')
const LONG_SOURCE = 'enrolment:01a21738-1445-7443-8e0f-477545be1ad4'
const worded = wordedForm(parametersOn(LIANDU, ON), 'paper.decision', {
  county: '莲都区',
  bureau: '丽水市莲都区人力资源和社会保障局',
  phone: '0578-0000000',
  provider: '丽水市莲都区演示职业技能培训学校有限公司',
})

const compiled = new Map<unknown, ReturnType<typeof compile>>()
function programs(document: unknown) {
  const program = compiled.get(document) ?? compile(document, { parameters: shippedParameters('331102', ON), on: ON })
  compiled.set(document, program)
  return program
}

/** What the paper tells of one golden case, decided anew after it was paid, and paid once more. */
function toldOf(
  { document, pack }: ReturnType<typeof readPolicies>['packs'][number],
  name: string,
  isManual = false,
): ExplainTold {
  const program = programs(document)
  const golden = pack.cases.find((each) => each.name === name)!
  const facts = Object.fromEntries(
    Object.entries(factsOf(golden, pack.cases)).map(([key, fact]) => [
      key,
      { ...fact, source: LONG_SOURCE, asOf: '2022-03-28T09:38:04.860Z' },
    ]),
  )
  const kept = { facts, parameters: program.parameters, on: program.on }
  const answer = answerOf(program, kept)
  const base = {
    factId: '0190b0d4-0000-7000-8000-000000000001',
    scheme: pack.scheme,
    schemeVersion: pack.version,
    packSha256: Buffer.from(contentHash(document), 'hex'),
    facts: kept,
    trace: writeAnswer(answer),
    cause: 'original' as const,
    followsId: null,
  }
  const decision: KeptDecision = {
    ...base,
    id: '0190b0d4-0000-7000-8000-000000000002',
    personId: '0190b0d4-0000-7000-8000-000000000003',
    groupId: '0190b0d4-0000-7000-8000-000000000004',
    ...amountsOf(answer),
    contentSha256: decisionHash(base),
    businessAt: new Date('2024-05-06T01:00:00Z'),
  }
  const trace = explained(decision, [], [], (_id, _outcome, sentence) => sentence)
  // Who is paid was stopped by nothing.
  const zh = '参保记录:培训期间在另一单位参加社会保险(未经核实)(比对函)'
  const stops = answer.kind === 'eligible' ? [] : [{ zh, en: 'Insured elsewhere during the class (letter)' }]
  return {
    number: 'S-2022-0001R2',
    position: 37,
    maskedName: '欧阳**',
    maskedIdentity: '339901********0012',
    group: '2022年第3期 养老护理员(五级)农村转移就业劳动者专班',
    scheme: pack.title.zh,
    version: pack.version,
    outcome: { zh: '拟发放', en: 'Due' },
    amountFen: decision.effectiveFen,
    decidedOn: '2024-05-06',
    cause: { zh: '规则更正', en: 'The rules were corrected' },
    isManual,
    nth: 3,
    before: { on: '2024-04-01', fen: 123_456n, id: '0190b0d4-0000-7000-8000-000000000009' },
    by: { proposed: '经办岗 李*', confirmed: '复核岗 王*', document: '莲人社认〔2022〕1号' },
    references: ['P-2022-001-0037', 'P-2022-014-0001'],
    steps: stepsOf(trace, decision),
    stopped: { plain: stops, exact: stops },
    ...missedOf(decision, () => program),
    facts: trace.facts,
    isExample: true,
    decisionId: decision.id,
    contentSha256: decision.contentSha256.toString('hex'),
    packSha256: decision.packSha256.toString('hex'),
  }
}

const folder = readPolicies()
const everyCase = folder.packs.flatMap((file) => file.pack.cases.map(({ name }) => ({ file, name })))

describe('one decision on paper', () => {
  it('fits one A4 page in each reading, for every golden case of every pack, in both languages', () => {
    const tooLong: string[] = []
    for (const { file, name } of everyCase) {
      const told = toldOf(file, name)
      for (const reading of READINGS) {
        const sheet = explainSheet(reading, told, worded)
        const isInBoth = JSON.stringify(sheet).includes(told.steps[0]!.label.en)
        const pages = layOut(sheet).length
        // An auditor's page has the facts and hashes besides: there the English gives way first.
        if (pages > 1 || (file.pack.region === '331102' && reading === 'resident' && !isInBoth))
          tooLong.push(`${pages} ${reading} ${file.path}: ${name}`)
      }
    }
    expect(everyCase.length).toBeGreaterThan(90)
    expect(tooLong).toEqual([])
  })

  it('tells the person plainly, the clerk the clauses, the auditor the facts and the hashes; nobody a number in full', () => {
    const file = folder.packs.find(({ pack }) => pack.scheme === 'liandu.training-subsidy')!
    const told = toldOf(file, '二十个半天出勤九个（45%）：不予补贴', true)
    const [resident, clerk, auditor] = READINGS.map((reading) => JSON.stringify(explainSheet(reading, told, worded)))
    const clause = '《天津市职业培训补贴经办操作规程》'
    expect(resident).toContain('个人出勤率为 45%(9/20),要求不低于 80%')
    expect(resident).not.toContain(clause)
    expect(resident).not.toContain('经办岗')
    expect(clerk).toContain(clause)
    expect(clerk).not.toContain(told.contentSha256)
    for (const each of ['enrolment:01a21738', told.contentSha256, told.packSha256, told.before!.id])
      expect(auditor).toContain(each)
    for (const each of [resident, clerk, auditor]) {
      expect(each).toContain('人工认定')
      expect(each).toContain('339901********0012')
      expect(each).toContain('S-2022-0001R2')
    }
  })
})

describe('an explanation for the person', () => {
  const resident = (scheme: string, name: string) => {
    const file = folder.packs.find(({ pack }) => pack.scheme === scheme && pack.region === '331102')!
    const { blocks } = explainSheet('resident', toldOf(file, name), worded)
    const grids = blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows] : []))
    const steps = grids[1]!.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)))
    return { steps, lines: blocks.flatMap((block) => (block.kind === 'text' ? block.lines : [])) }
  }

  it('begins with what is not met, and says what would have been enough', () => {
    const { steps, lines } = resident('liandu.training-subsidy', '出勤不足，理论也不合格：两条理由都说')
    expect(steps.slice(0, 3).map(([name, verdict]) => [name, verdict])).toEqual([
      ['培训出勤', '不符合'],
      ['理论考试', '不符合'],
      ['培训类型', '符合'],
    ])
    expect(lines).toContain('如果个人出勤率不是 75%(15/20)而是 80%,并且理论成绩不是 59 分而是 60 分,可补贴 1,000 元。')
  })

  it('names what is missing and the paper that settles it', () => {
    const { steps, lines } = resident('liandu.high-skilled-allowance', '不知是否匹配岗位：待用人单位确认')
    expect(steps[0]).toEqual(['证书与岗位相匹配', '待核实', '证书与岗位是否匹配待核实(用人单位还没有确认)'])
    expect(lines).toContain('还缺:证书与岗位是否匹配(用人单位还没有确认),以用人单位的确认为准')
  })

  it('says what paused an instalment, and what a limit takes off', () => {
    const paused = resident('liandu.high-skilled-allowance', '第二年已离开企业：暂停')
    expect(paused.steps[0]).toEqual(['在企业就业', '不符合', '到期核发时的用人单位性质为未就业,要求为企业'])
    const capped = resident('liandu.high-skilled-allowance', '一级：20000元，超过最高限额，发18000元')
    expect(capped.steps.at(-1)).toEqual(['每年最高限额', '金额', '不超过 18,000 元:减 2,000.00 元'])
  })
})

describe('a manual decision', () => {
  it('is what people said beside what the conditions came to, and its one step is its amount', () => {
    const file = folder.packs.find(({ pack }) => pack.scheme === 'liandu.training-subsidy')!
    const parameters = shippedParameters('331102', ON)
    const program = compile(file.document, { parameters, on: ON })
    const golden = file.pack.cases.find(({ name }) => name.startsWith('二十个半天'))!
    const kept = { facts: factsOf(golden, file.pack.cases), parameters: program.parameters, on: program.on }
    const manual = { outcome: 'eligible', fen: '88800', cite: 'people', reason: '考勤原件灭失' } as const
    const answer = answerOf(program, { ...kept, manual })
    expect(answer).toMatchObject({ kind: 'eligible', effectiveFen: 88_800n, trace: { totalFen: 88_800n } })
    expect(answer.trace.amount.map(({ fen }) => fen)).toEqual([88_800n])
    expect(answer.trace.conditions.some(({ verdict }) => verdict === 'false')).toBe(true)
    expect(readAnswer(writeAnswer(answer))).toEqual(answer)
    const no = manualAnswer(program.decide(kept.facts), { ...manual, outcome: 'not-eligible', fen: '0' })
    expect(no).toMatchObject({ kind: 'ineligible', reasons: [{ id: 'manual', cite: 'people' }] })
    expect(typeof programOf(file.document, Buffer.from(contentHash(file.document), 'hex'), kept)).toBe('object')
  })
})
