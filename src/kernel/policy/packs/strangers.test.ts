import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkFolder } from '../linting/folder-check.ts'
import { readPolicies } from './policy-files.ts'

/*
 * Schemes that nobody ships, each written for something that the language has to be able to say: a wage share rounded down
 * to ten fen, ages of retirement at two moments, tiers of months, working days, lists of two layers, a grid with gaps,
 * instalments that ask different things, three ways of standing together, limits of an employer, a studio, a certificate.
 */
const checked = checkFolder(fileURLToPath(new URL('./strangers', import.meta.url)), readPolicies())

describe('schemes of strangers', () => {
  it('are all read, every one with its cases', () => {
    expect(checked.map(({ path, cases }) => `${path}: ${cases.length}`)).toEqual([
      'apprentices.json: 8',
      'bonus-difference.json: 5',
      'bonus-exclusive.json: 5',
      'bonus-higher.json: 5',
      'evaluation-fee.json: 11',
      'half-pay-training.json: 13',
      'hours-grid.json: 13',
      'settling-in.json: 8',
      'shortage-uplift.json: 10',
      'social-insurance.json: 9',
    ])
    expect(checked.flatMap(({ problems }) => problems)).toEqual([])
  })

  it('come out as whoever wrote them expects', () => {
    expect(checked.flatMap(({ cases }) => cases).filter(({ passed }) => !passed)).toEqual([])
  })

  it('raise no false alarm', () => {
    const said = checked.flatMap(({ path, findings }) => findings.map(({ rule }) => `${path} ${rule}`))
    // The three bonuses do stand otherwise to each other: that is what they are written for.
    expect([...new Set(said)]).toEqual([
      'bonus-difference.json family-disagrees',
      'bonus-exclusive.json family-disagrees',
      'bonus-higher.json family-disagrees',
    ])
  })
})
