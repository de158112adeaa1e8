import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackDocument } from '../../../packs/pack.ts'
import { policyFolder } from '../../../packs/library.ts'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { givenPack } from '../../../testing.ts'
import { findingsNow } from './as-saved.ts'
import { compiledOn, isProgram } from './compiled.ts'
import { typedFaults, withoutRepeats } from './faults.ts'
import { originOf, ownedWhereChanged } from './origins.ts'
import { sameContent, valueAt, withMoved, withValue } from './paths.ts'
import { sayPlace, screenOf } from './places.ts'
import { begun, changed, redone, undone } from './undo.ts'

const pack = (over = {}) => givenPack(over) as unknown as PackDocument

describe('changing a document', () => {
  it('is taken back and done again to the same document, however much was changed', () => {
    const edits = fc.array(
      fc.record({
        path: fc.constantFrom(
          ['title', 'zh'],
          ['amount', 'rows', 0, 'fen'],
          ['conditions', 0, 'atLeast'],
          ['inForce', 'to'],
        ),
        value: fc.nat(),
      }),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(edits, (all) => {
        const first = pack()
        let state = begun(first)
        for (const { path, value } of all) state = changed(state, withValue(state.now, path, value))
        const last = state.now
        for (let steps = state.past.length; steps > 0; steps -= 1) state = undone(state)
        expect(state.now).toBe(first)
        for (let steps = state.taken.length; steps > 0; steps -= 1) state = redone(state)
        expect(state.now).toBe(last)
      }),
    )
  })

  it('leaves what stands beside the way the same object, and the document before as it was', () => {
    const before = pack()
    const kept = structuredClone(before)
    const after = withValue(before, ['amount', 'rows', 0, 'fen'], 5)
    expect(valueAt(after, ['amount', 'rows', 0, 'fen'])).toBe(5)
    expect(after.clauses).toBe(before.clauses)
    expect(before).toEqual(kept)
    expect(withValue(before, ['amount', 'rows', 0], undefined).amount.rows).toHaveLength(1)
    expect(withMoved(before, ['amount', 'rows'], 0, -1)).toBe(before)
  })

  it('makes a part that came from above the county’s own, and only that', () => {
    const document = policyFolder().packs.find((each) => each.pack.scheme === 'liandu.training-subsidy')!
      .document as PackDocument
    expect(originOf(document, 'limits.threeAYear')).toBe('330000')
    const index = document.limits!.findIndex(({ id }) => id === 'threeAYear')
    const after = ownedWhereChanged(document, withValue(document, ['limits', index, 'count'], 2))
    expect(originOf(after, 'limits.threeAYear')).toBeUndefined()
    expect(originOf(after, 'limits.noLower')).toBe('330000')
  })

  it('compares by content', () => {
    expect(sameContent(pack(), pack())).toBe(true)
    expect(sameContent(pack(), { ...pack(), version: '2022-02' })).toBe(false)
  })
})

describe('what is wrong, in the words of who typed it', () => {
  const told = (document: PackDocument) => {
    const compiled = compiledOn(document, [], document.inForce.from)
    const problems = withoutRepeats(typedFaults(document, FACT_DICTIONARY), isProgram(compiled) ? [] : compiled)
    return problems.map(({ at, sentence }) => `${sayPlace(document, at).zh}: ${sentence.zh}`)
  }

  it('is nothing in a sound pack', () => {
    expect(told(pack())).toEqual([])
  })

  it('is told all at once, each thing once', () => {
    const document = withValue(
      withValue(pack(), ['amount', 'rows', 0, 'fen'], 'a lot'),
      ['inForce', 'to'],
      '2021-01-01',
    )
    expect(told(document)).toEqual([
      '施行日期: 施行期止日 2021-01-01 早于起日 2022-01-01,请改其中一个',
      '金额算法“标准”: 第 1 行“五级/初级工”:“a lot”不是金额,应写成 1000、1,000.00 或 0.1万',
    ])
    expect(screenOf('amount.rows')).toBe('rates')
    expect(screenOf('conditions.0')).toBe('conditions')
  })

  it('names a missing parameter of the county', () => {
    expect(
      told(
        pack({
          conditions: [
            {
              id: 'theory',
              label: { zh: '理论', en: 'Theory' },
              cite: 'c1',
              fact: 'marks.theory',
              atLeast: { parameter: 'marks.theoryPass' },
            },
          ],
        }),
      )[0],
    ).toContain('marks.theoryPass')
  })
})

describe('what was found in what was saved', () => {
  const named = (id: string) => ({ id, label: { zh: id, en: id }, cite: 'c1', fact: 'marks.theory', atLeast: 60 })
  const found = (at: string) => ({ severity: 'error' as const, clause: 'c1', at, sentence: { zh: at, en: at } })
  const saved = pack({ conditions: [named('one'), named('two')] })

  it('stays at its part wherever that is now, and goes with a part that is taken away', () => {
    const findings = [found('conditions.0.atLeast'), found('conditions.1.atLeast'), found('amount')]
    const now = withValue(saved, ['conditions', 0], undefined)
    expect(findingsNow(findings, saved, now).map(({ at }) => at)).toEqual(['conditions.0.atLeast', 'amount'])
    expect(findingsNow(findings, saved, structuredClone(saved))).toBe(findings)
  })

  it('says of a part that was changed since that it was', () => {
    const now = withValue(saved, ['conditions', 1, 'atLeast'], 50)
    const findings = findingsNow([found('conditions.0'), found('conditions.1')], saved, now)
    expect(findings.map(({ isEarlier, isOfBefore }) => [isEarlier, isOfBefore])).toEqual([
      [true, undefined],
      [true, true],
    ])
  })
})
