import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { civilDate } from '../../values/public.ts'
import { compile } from '../deciding/compile.ts'
import { writeAnswer } from '../deciding/answer-document.ts'
import { factsOf } from '../packs/cases.ts'
import { readPolicies } from '../packs/policy-files.ts'
import { shippedParameters } from '../testing.ts'
import { contentHash } from './content-hash.ts'
import { readDecisionFile, writeDecisionFile } from './decision-file.ts'
import { decisionHash } from './decision-hash.ts'
import { amountsOf, type KeptFacts } from './kept-program.ts'
import { replay } from './replay.ts'
import type { KeptDecision } from './store.ts'

const folder = readPolicies()

/** A decision as funds would keep it, of one golden case. */
function keptOf(scheme: string, name: string): { decision: KeptDecision; pack: unknown } {
  const { document, pack } = folder.packs.find((each) => each.pack.scheme === scheme)!
  const on = civilDate('2024-05-06')
  const program = compile(document, { parameters: shippedParameters('331102', on), on })
  const golden = pack.cases.find((each) => each.name === name)!
  const facts = factsOf(golden, pack.cases)
  const answer = program.decide(facts)
  const kept = {
    factId: '00000000-0000-7000-8000-000000000001',
    scheme,
    schemeVersion: pack.version,
    packSha256: Buffer.from(contentHash(document), 'hex'),
    facts: { facts, parameters: program.parameters, on } satisfies KeptFacts,
    trace: writeAnswer(answer),
    cause: 'original' as const,
    followsId: null,
  }
  const decision: KeptDecision = {
    ...kept,
    id: '00000000-0000-7000-8000-000000000002',
    personId: '00000000-0000-7000-8000-000000000003',
    groupId: '00000000-0000-7000-8000-000000000004',
    ...amountsOf(answer),
    contentSha256: decisionHash(kept),
    businessAt: new Date('2024-05-06T01:00:00Z'),
  }
  return { decision, pack: document }
}

const upgrade = keptOf('lishui.ui-skill-upgrade', '四级焊工，紧缺上浮50%：2250元')
const wrong = ({ lines }: ReturnType<typeof replay>) => lines.filter(({ same }) => !same).map(({ id }) => id)

describe('a replay', () => {
  it('of every golden case of every pack comes to the same answer, fen and trace', () => {
    const cases = folder.packs
      .filter(({ pack }) => pack.region === '331102' || pack.region === '331100')
      .flatMap(({ pack }) => pack.cases.map(({ name }) => keptOf(pack.scheme, name)))
    expect(cases.length).toBeGreaterThan(50)
    for (const { decision, pack } of cases) expect(replay(decision, pack)).toMatchObject({ same: true })
  })

  it('says what it did, line by line, in words', () => {
    const said = replay(upgrade.decision, upgrade.pack).lines.map(({ sentence }) =>
      sentence.zh.replace(/[0-9a-f]{16}…/g, '…'),
    )
    expect(said).toEqual([
      '判定内容与当时的摘要一致(…)',
      '按当时的政策版本 lishui.ui-skill-upgrade 2017-01(…)重算',
      '结论相同:符合条件',
      '金额相同:2,250 元',
      '推算过程逐字相同',
    ])
  })

  it('decides by the values of then, whatever a later version or another day says', () => {
    const document = structuredClone(upgrade.pack) as { parameters: { insuredMonths: { values: object[] } } }
    document.parameters.insuredMonths.values.push({ from: '2024-06-01', value: 60, cite: 'insured' })
    const decision = { ...upgrade.decision, packSha256: Buffer.from(contentHash(document), 'hex') }
    expect(wrong(replay(decision, document))).toEqual(['hash'])
  })

  it('finds a changed amount, a changed fact, a changed trace, a changed pack and a lost one', () => {
    const { decision, pack } = upgrade
    const kept = decision.facts as KeptFacts
    const facts = { ...kept.facts, 'received.training': { ...kept.facts['received.training'], value: 100 } }
    const trace = JSON.parse(JSON.stringify(decision.trace).replace('"scarce"', '"scarcer"')) as unknown
    expect(wrong(replay({ ...decision, effectiveFen: 225_001n }, pack))).toEqual(['amount'])
    expect(wrong(replay({ ...decision, facts: { ...kept, facts } }, pack))).toEqual(['hash', 'amount', 'trace'])
    expect(wrong(replay({ ...decision, trace }, pack))).toEqual(['hash', 'trace'])
    expect(wrong(replay(decision, { ...(pack as object), title: { zh: '改', en: 'changed' } }))).toEqual(['pack'])
    expect(wrong(replay(decision, undefined))).toEqual(['pack'])
  })

  it('takes words that were put otherwise since for no difference, and says so', () => {
    const trace = JSON.parse(JSON.stringify(upgrade.decision.trace).replace('符合要求', '达到要求')) as unknown
    const decision = { ...upgrade.decision, trace }
    const replayed = replay({ ...decision, contentSha256: decisionHash(decision) }, upgrade.pack)
    expect(replayed.same).toBe(true)
    expect(replayed.lines.at(-1)!.sentence.zh).toContain('说明文字后来改过')
  })
})

describe('a decision on its own', () => {
  const file = writeDecisionFile(upgrade.decision, {
    district: 331102,
    pack: upgrade.pack,
    references: ['P-2024-001-0001'],
  })
  const text = JSON.stringify(file)
  const withAmount = (of: object) => JSON.stringify({ ...file, decision: { ...file.decision, ...of } })

  it('is read back and replayed without anything else', () => {
    const { decision, pack, references } = readDecisionFile(text)
    expect(decision).toEqual(upgrade.decision)
    expect(references).toEqual(['P-2024-001-0001'])
    expect(replay(decision, pack).same).toBe(true)
  })

  it('that somebody changed is found out', () => {
    const { decision, pack } = readDecisionFile(withAmount({ effectiveFen: '235000' }))
    expect(wrong(replay(decision, pack))).toEqual(['amount'])
  })

  it('that is no such file is refused with what is missing', () => {
    expect(() => readDecisionFile('{}')).toThrow(Problem)
    expect(() => readDecisionFile('not JSON')).toThrow(/no file of a decision/)
    expect(() => readDecisionFile(withAmount({ valueFen: 'x' }))).toThrow(/decision\.valueFen/)
  })
})
