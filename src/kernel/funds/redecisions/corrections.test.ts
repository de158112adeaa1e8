import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { compile } from '../../policy/deciding/compile.ts'
import { schemesAnswering } from '../../policy/packs/in-force.ts'
import { layered } from '../../policy/packs/layers.ts'
import { type PackDocument, readPack } from '../../policy/packs/pack.ts'
import { readPolicies } from '../../policy/packs/policy-files.ts'
import { contentHash, findDocument, listChains, replay } from '../../policy/public.ts'
import { civilDate } from '../../values/public.ts'
import { refusalOf } from '../batches/testing.ts'
import { listOpenClaims } from '../claims/store.ts'
import { settledClass, TRAINING_SUBSIDY } from '../claims/testing.ts'
import { type PolicyEngine, policyEngine } from '../deciding/engine.ts'
import { settlingNeeds } from '../deciding/testing.ts'
import * as contract from './contract.ts'
import { type AnewDesks, answered, givenAnewDesks, payAll, proposed } from './testing.ts'

/** The county's own folder: the level-five rate was written wrongly, which a second version corrects from 14 March on. */
const { root, written } = await vi.hoisted(async () => {
  const { cpSync, mkdtempSync, readFileSync, writeFileSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { default: path } = await import('node:path')
  const { fileURLToPath } = await import('node:url')
  const own = mkdtempSync(path.join(tmpdir(), 'corrected-'))
  const ours = fileURLToPath(new URL('../../../../policies/331102', import.meta.url))
  cpSync(ours, path.join(own, '331102'), { recursive: true })
  const folder = path.join(own, '331102', 'training-subsidy')
  const former = JSON.parse(readFileSync(path.join(folder, '2022-01.json'), 'utf8'))
  const later = structuredClone(former)
  later.version = '2022-01-02'
  later.corrects = { versions: ['2022-01'], from: '2022-03-14', cite: 'rates' }
  later.amount.rows[0].fen = 120_000
  for (const golden of later.cases) if (golden.expect.eligible === 100_000) golden.expect.eligible = 120_000
  writeFileSync(path.join(folder, '2022-01-02.json'), JSON.stringify(later))
  // Schemes are read once, when the first is asked for.
  process.env.SHANJIANG_POLICIES = own
  return { root: own, written: { former, later } }
})
// What they extend is the platform's own.
const { find } = readPolicies()
const [wrong, right] = [layered(written.former, find), layered(written.later, find)] as [PackDocument, PackDocument]

/** The schemes as they were before anybody had seen the mistake. */
const before: PolicyEngine = {
  schemes: async (...asked) =>
    (await policyEngine.schemes(...asked)).map((scheme) =>
      scheme.pack.version === '2022-01-02'
        ? {
            ...scheme,
            pack: readPack(wrong),
            sha256: contentHash(wrong),
            program: compile(wrong, {
              parameters: {
                get: (name) => {
                  const used = scheme.program.parameters.find((each) => each.name === name)!
                  return { ...used, value: used.value }
                },
              },
              on: scheme.program.on,
            }),
          }
        : scheme,
    ),
}

let at: AnewDesks
beforeAll(async () => {
  at = await givenAnewDesks()
})
afterAll(async () => {
  await at.close()
  rmSync(root, { recursive: true })
  delete process.env.SHANJIANG_POLICIES
})

const given = (from: string) =>
  settledClass(at.funds, { trainees: [{}, {}], from, to: '2022-03-25' }, settlingNeeds({ engine: before }))

describe('a version that corrects another', () => {
  it('decides in its place from the day it says, and leaves the days before to the other', () => {
    const versions = [wrong, right].map((document) => ({ pack: readPack(document) }))
    const of = (training: string) =>
      schemesAnswering(versions, {
        trigger: 'training.completed',
        regions: ['331102'],
        dates: { training: civilDate(training) },
      }).map(({ pack }) => pack.version)
    expect([of('2022-03-13'), of('2022-03-14'), of('2023-01-01')]).toEqual([
      ['2022-01'],
      ['2022-01-02'],
      ['2022-01-02'],
    ])
    expect(() => compile({ ...right, corrects: { ...right.corrects, versions: ['2022-01-02'] } })).toThrow(
      'does not correct itself',
    )
    expect(() => compile({ ...right, corrects: { ...right.corrects, cite: 'nowhere' } })).toThrow('nowhere')
  })

  it('lists the classes it concerns; a class is decided anew at once, and each is paid the difference', async () => {
    const { claim } = await given('2022-03-14')
    const { claim: earlier } = await given('2022-03-07')
    expect(claim!.amountFen).toBe(200_000n)
    await payAll(at, claim!.groupId)
    const { groups } = await at.confirmer.call(contract.listCorrected)
    expect(groups).toMatchObject([
      { groupId: claim!.groupId, was: '2022-01', now: '2022-01-02', from: '2022-03-14', decisionIds: [{}, {}] },
    ])
    const [group] = groups
    const asked = { decisionIds: group!.decisionIds, cause: 'rule-correction' as const }
    const made = await proposed(at, asked)
    expect(made).toMatchObject({ people: 2, differenceFen: '40000' })
    await answered(at, made.id)
    expect(await at.funds.within((tx) => listOpenClaims(tx, claim!.groupId))).toMatchObject([
      { status: 'paid' },
      { amountFen: 40_000n, headCount: 2, supplement: 1, schemeVersion: '2022-01-02' },
    ])
    expect((await at.confirmer.call(contract.listCorrected)).groups).toEqual([])
    const chains = await at.funds.within((tx) => listChains(tx, claim!.groupId, TRAINING_SUBSIDY))
    for (const decision of [...chains.values()].flat()) {
      const pack = await at.funds.within((tx) => findDocument(tx, decision.packSha256))
      expect(replay(decision, pack).same).toBe(true)
    }
    const [untouched] = [
      ...(await at.funds.within((tx) => listChains(tx, earlier!.groupId, TRAINING_SUBSIDY))).values(),
    ]
    const outside = at.proposer.call(contract.previewAnew, {
      body: { decisionIds: [untouched![0]!.id], cause: 'rule-correction', manual: null },
    })
    expect((await refusalOf(outside)).code).toBe('not-corrected')
  })
})
