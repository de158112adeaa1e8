import { describe, expect, it } from 'vitest'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { givenPack } from '../../../testing.ts'
import { policyFolder } from '../../../packs/library.ts'
import { layersOf } from '../../../packs/policy-files.ts'
import { regionsOf } from '../../../parameters/parameters.ts'
import { divisionCode } from '../../../../values/public.ts'
import { factsOf, runCases } from '../../../packs/cases.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import type { CountyValue } from '../county-values.ts'
import { compiledOn, isProgram } from '../document/compiled.ts'
import { caseFaults, futureFindings } from './case-faults.ts'
import { expectOf, inState, STATES, stateOf, withCaseNamed, withoutCase } from './given.ts'

const { packs, ...folder } = policyFolder()

function countyValuesOf(region: string): CountyValue[] {
  const layers = layersOf({ packs, ...folder }, regionsOf(divisionCode(region))).toReversed()
  return layers.flatMap((layer) =>
    [...layer.values].flatMap(([name, dated]) => dated.map((each) => ({ name, origin: layer.region, ...each }))),
  )
}

function programOf(document: PackDocument) {
  const compiled = compiledOn(document, countyValuesOf(document.region), document.inForce.from)
  if (!isProgram(compiled)) throw new Error(compiled.map(({ at, sentence }) => `${at}: ${sentence.zh}`).join('\n'))
  return compiled
}

describe('cases in the editor', () => {
  it.each(packs.map(({ pack, document }) => [pack.scheme, document as PackDocument]))(
    '%s: every case is green, and keeping an answer gives the case’s own expectation',
    (_, document) => {
      const program = programOf(document)
      expect(runCases(program).filter(({ passed }) => !passed)).toEqual([])
      const kept = document.cases.map((golden) => ({
        ...golden,
        expect: expectOf(program.decide(factsOf(golden as never, program.pack.cases))),
      }))
      expect(runCases(programOf({ ...document, cases: kept })).filter(({ passed }) => !passed)).toEqual([])
    },
  )

  it('removes a case, and those like it stay what they were', () => {
    const document = packs.find(({ pack }) => pack.scheme === 'ruian.training-subsidy')!.document as PackDocument
    const index = document.cases.findIndex(({ name }) => document.cases.some(({ like }) => like === name))
    const without = { ...document, cases: withoutCase(document.cases, index) }
    expect(without.cases).toHaveLength(document.cases.length - 1)
    expect(runCases(programOf(without)).filter(({ passed }) => !passed)).toEqual([])
  })

  it('names a case anew, and those like it follow', () => {
    const document = packs.find(({ pack }) => pack.scheme === 'ruian.training-subsidy')!.document as PackDocument
    const named = { ...document, cases: withCaseNamed(document.cases, 0, '第一例') }
    expect(runCases(programOf(named)).filter(({ passed }) => !passed)).toEqual([])
  })

  it('says of a fact that it is known, unknown, none, or nothing', () => {
    expect(STATES.map((state) => stateOf(inState(state, 60)))).toEqual(STATES)
  })
})

describe('what is typed wrong in a case', () => {
  const written = (over: object) =>
    ({
      ...givenPack(),
      cases: [{ name: '一', given: {}, expect: { eligible: 1 }, ...over }],
    }) as unknown as PackDocument
  const said = (over: object) =>
    caseFaults(written(over), FACT_DICTIONARY).map(({ at, sentence }) => `${at} ${sentence.zh}`)

  it('is told all at once, each at its own field', () => {
    expect(
      said({
        given: {
          'marks.theory': '六十',
          'claim.on': '2022-13-01',
          'history.receipts': { receipts: [{ family: 'TRAINING', on: '', fen: '99,999,999,999,999' }] },
        },
        beside: [{ scheme: '', title: { zh: '', en: '' }, fen: '' }],
        expect: { eligible: '' },
      }),
    ).toEqual([
      'cases.0.given.marks.theory 理论成绩:“六十”不是整数',
      'cases.0.given.claim.on 申领日期:“2022-13-01”不是日期,应写成 2022-01-01',
      'cases.0.given.history.receipts 以往享受补贴的记录:第 1 次:还没有填',
      'cases.0.given.history.receipts 以往享受补贴的记录:第 1 次:“99,999,999,999,999”太大,请核对是否多写了零',
      'cases.0.beside.0 同类补贴第 1 项:还没有选是哪一项政策',
      'cases.0.beside.0 同类补贴第 1 项:还没有填',
      'cases.0.expect.eligible 应得的金额:还没有填',
    ])
    expect(said({ given: { 'marks.theory': 60 } })).toEqual([])
  })

  it('is a day that comes after the claim, of which nobody can know yet; a later instalment is read later', () => {
    const given = { 'claim.on': '2022-03-01', 'certificate.issuedOn': '2022-03-02' }
    const told = (over: object) => futureFindings(written({ given, ...over }), FACT_DICTIONARY)
    expect(told({}).map(({ at, severity }) => [at, severity])).toEqual([
      ['cases.0.given.certificate.issuedOn', 'warning'],
    ])
    expect(told({})[0]!.sentence.zh).toMatch(/中的 2022-03-02 晚于申领日期 2022-03-01,申领时还没有发生/)
    expect(told({ instalment: 2 })).toEqual([])
    expect(told({ given: { ...given, 'certificate.issuedOn': '2022-03-01' } })).toEqual([])
  })
})
