import { describe, expect, it } from 'vitest'
import { policyFolder } from '../../../packs/library.ts'
import { layersOf } from '../../../packs/policy-files.ts'
import { regionsOf } from '../../../parameters/parameters.ts'
import { divisionCode } from '../../../../values/public.ts'
import { factsOf, runCases } from '../../../packs/cases.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import type { CountyValue } from '../county-values.ts'
import { compiledOn, isProgram } from '../document/compiled.ts'
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
