import { describe, expect, it } from 'vitest'
import type { CheckSubject } from '../../record/public.ts'
import { civilDate } from '../../values/public.ts'
import { type Register, type RegisterHit, registersOf } from '../registers.ts'
import { findingOf, registerChecks } from './register-checks.ts'
import { REGISTER_RULES } from './register-rules.ts'

const subject: CheckSubject = {
  kind: 'enrolment',
  id: 'enrolment',
  personId: 'person',
  during: { from: civilDate('2022-03-07'), to: civilDate('2022-03-18') },
}
const hit = (from: string, to: string | null = null): RegisterHit => ({
  from,
  to,
  says: '莲都区某中学',
  source: '比对回函',
  asOf: '2022-03-28',
})
const ruleOf = (id: string) => REGISTER_RULES.find((rule) => rule.id === id)!
const outcome = (id: string, ...hits: RegisterHit[]) =>
  findingOf(ruleOf(id), subject, { compared, hits: new Map([['person', hits]]) }).outcome
const compared = new Map([['person', { source: '区社会保险中心', asOf: '2022-03-28' }]])

describe('what other offices know', () => {
  it('is unavailable, and says so, until their register is connected', async () => {
    const [first] = registerChecks(registersOf([]))
    const findings = await first!.run({ subjects: [subject] } as never)
    expect(findings).toEqual([
      {
        subjectId: 'enrolment',
        outcome: 'unavailable',
        sentence: { zh: '养老待遇领取名单尚未比对,无法核对', en: expect.any(String) },
      },
    ])
  })

  it('is asked through the register that is connected', async () => {
    const deaths: Register = {
      name: 'deaths',
      ask: async () => ({ compared: new Map(), hits: new Map([['person', [hit('2022-02-21')]]]) }),
    }
    const check = registerChecks(registersOf([deaths])).find((each) => each.id === 'A04')!
    const [finding] = await check.run({ subjects: [subject] } as never)
    expect(finding).toMatchObject({
      outcome: 'failed',
      sentence: { zh: '登记死亡日期 2022-02-21(比对回函,2022-03-28)' },
    })
  })

  it.each([
    ['a pension begun before the class', 'A03', hit('2021-03'), 'failed'],
    ['a pension begun in the month of the class', 'A03', hit('2022-03'), 'failed'],
    ['a pension begun after it', 'A03', hit('2022-04'), 'passed'],
    ['a pension that had ended', 'A03', hit('2020-01', '2022-02'), 'passed'],
    ['a death before the class', 'A04', hit('2022-02-21'), 'failed'],
    ['a death after the class', 'A04', hit('2022-03-19'), 'passed'],
    ['a post on the public payroll', 'A06', hit('2019-09'), 'failed'],
    ['insurance as an employee in those months', 'A08', hit('2020-03'), 'failed'],
    ['insurance that ended before', 'A08', hit('2019-01', '2021-12'), 'passed'],
    ['insurance that went on after it', 'A08', hit('2019-01', '2022-05'), 'failed'],
    ['insurance that is only known until before it', 'A08', { ...hit('2019-01'), asOf: '2022-02-28' }, 'passed'],
  ])('%s: %s', (_, id, found, expected) => {
    expect(outcome(id, found)).toBe(expected)
  })

  it('passes somebody the register was compared about and does not know, and says by whose word', () => {
    expect(findingOf(ruleOf('A03'), subject, { compared, hits: new Map() })).toMatchObject({
      outcome: 'passed',
      sentence: { zh: '养老待遇领取名单中没有此人(区社会保险中心,2022-03-28)' },
    })
  })

  it('takes silence about somebody it was not compared about for no answer', () => {
    expect(findingOf(ruleOf('A03'), subject, { compared: new Map(), hits: new Map() }).outcome).toBe('unavailable')
  })

  it('says what was looked at where the whole register was not', () => {
    const partly = { zh: '只比对了1家', en: 'one only' }
    expect(findingOf(ruleOf('A08'), subject, { compared: new Map(), hits: new Map(), partly })).toMatchObject({
      outcome: 'unavailable',
      sentence: partly,
    })
  })

  it('leads to where a hit can be looked at', () => {
    const evidence = { label: { zh: '参保名单', en: 'Insured list' }, kind: 'insured-list', id: 'list' }
    const hits = new Map([['person', [{ ...hit('2020-03'), evidence }]]])
    expect(findingOf(ruleOf('A08'), subject, { compared, hits }).evidence).toEqual([evidence])
  })

  it('asks of insurance only the groups that the county names', async () => {
    const register: Register = {
      name: 'insured-staff',
      ask: async (_tx, { personIds }) => ({
        compared: new Map(),
        hits: new Map(personIds.map((id) => [id, [hit('2020-03')]])),
      }),
    }
    const check = registerChecks(registersOf([register])).find((each) => each.id === 'A08')!
    const of = (id: string, groupCode?: string) => ({
      ...subject,
      id,
      personId: id,
      ...(groupCode ? { groupCode } : {}),
    })
    const findings = await check.run({
      subjects: [of('rural', 'RURAL_TRANSFER'), of('staff', 'ENTERPRISE_STAFF'), of('nobody-knows')],
      parameters: { get: () => ({ value: ['RURAL_TRANSFER'] }) },
    } as never)
    expect(findings.map(({ subjectId, outcome }) => [subjectId, outcome])).toEqual([
      ['rural', 'failed'],
      ['staff', 'not-applicable'],
      ['nobody-knows', 'unavailable'],
    ])
  })

  it('is asked again when money is about to be paid', () => {
    expect(registerChecks(registersOf([])).map(({ id, moments }) => [id, moments.at(-1)])).toEqual(
      ['A03', 'A04', 'A06', 'A08'].map((id) => [id, 'payment']),
    )
  })

  it('is known in several ways at once: every hit counts, and the newest comparison speaks', async () => {
    const way = (asOf: string, hits: RegisterHit[]): Register => ({
      name: 'insured-staff',
      ask: async () => ({
        compared: new Map([['person', { source: asOf, asOf }]]),
        hits: new Map(hits.length > 0 ? [['person', hits]] : []),
      }),
    })
    const registers = registersOf([way('2022-03-28', []), way('2022-03-01', [hit('2020-03')])])
    const answer = await registers.ask({} as never, 'insured-staff', {} as never)
    expect(answer.compared.get('person')?.asOf).toBe('2022-03-28')
    expect(answer.hits.get('person')).toEqual([hit('2020-03')])
  })
})
