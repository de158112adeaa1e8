import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../values/public.ts'
import { journeyOf } from './journey.ts'

const dayOf = (day: string) => ({ zh: day, en: day })
const day = (text: string) => text as CivilDate
/** A class whose others are on public notice by now. */
const told: Parameters<typeof journeyOf>[0] = {
  standing: 'due',
  status: 'published',
  hold: null,
  payment: null,
  account: { bankName: '农行', tail: '1234' },
  reached: { assembled: day('2022-03-21'), confirmed: day('2022-03-22'), 'second-passed': day('2022-03-24') },
  notice: { from: day('2022-03-28'), until: day('2022-04-02'), workingDays: 5 },
  happenedOn: day('2022-03-18'),
  checksAsked: 23,
}
const said = (of: Partial<typeof told>) =>
  journeyOf({ ...told, ...of }, dayOf).steps.map(({ state, note }) => `${state} ${note.zh}`)

describe('the way of a subsidy', () => {
  it('goes on for whoever is due, with the days of its steps', () => {
    const steps = said({})
    expect(steps).toHaveLength(7)
    expect(steps.slice(1, 3)).toEqual(['done 2022-03-21 · 23 项', 'done 2022-03-22'])
    expect(steps[5]).toContain('2022-03-28')
  })

  it('ends at the checks for whoever is refused: the others’ notice and payment are not theirs', () => {
    expect(said({ standing: 'refused' })).toEqual(['done 2022-03-18', 'stopped 2022-03-21 · 23 项'])
  })

  it('is open for whoever is held, without the days on which the others went on', () => {
    const steps = said({ standing: 'held' })
    expect(steps[1]).toMatch(/^stopped/)
    expect(steps.slice(2).join()).not.toMatch(/2022/)
    expect(steps.slice(2).every((step) => step.startsWith('next'))).toBe(true)
  })
})
