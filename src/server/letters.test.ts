import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { planSampleClass, sampleFile, teachSampleClass } from '../../demo/sample-class.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveDemonstrationDate } from '../kernel/access/contract.ts'
import { explainPerson, getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import type { LetterRegister } from '../kernel/people/letters/columns.ts'
import {
  answerNoHits,
  downloadLetterRoster,
  getLetter,
  letterDefaults,
  lettersOfGroup,
  listLetterGroups,
  listLetters,
  makeLetters,
  peopleOfLetter,
  uploadAnswer,
} from '../kernel/people/letters/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { rosterOfClass } from '../mechanisms/training/rosters/contract.ts'
import { Refusal } from '../platform/contract/public.ts'
import { readGrid, writeTable } from '../platform/office/public.ts'
import { givenHouse, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

const bytesOf = (name: string) => readFileSync(new URL(`../../demo/samples/${name}`, import.meta.url))
const PENSIONS = '07-养老待遇领取名单.csv'
const PAYROLL = '08-财政供养人员名单.csv'
const DEATHS = '09-死亡人员名单.csv'
const INSURED = '10-企业参保人员.csv'
const AS_OF = '2022-03-28'
const OFFICE = '莲都区社会保险中心'

let house: TestHouse
let school: Someone
let clerk: Someone
let auditor: Someone
let classId = ''
const letterOf = new Map<LetterRegister, string>()

beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  clerk = await house.as('clerk')
  auditor = await house.as('auditor')
  classId = (await planSampleClass(school.call)).classId
  await school.call(submitClass, { params: { classId } })
}, 120_000)
afterAll(() => house.close())

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
const answer = (register: LetterRegister, name: string, who = clerk, asOf = AS_OF) =>
  who.call(uploadAnswer, {
    params: { letterId: letterOf.get(register)! },
    query: { fileName: name, office: OFFICE, asOf },
    file: sampleFile(name),
  })
const letter = (register: LetterRegister) => clerk.call(getLetter, { params: { letterId: letterOf.get(register)! } })
const hitsOf = async (register: LetterRegister) => {
  const page = await clerk.call(peopleOfLetter, {
    params: { letterId: letterOf.get(register)! },
    query: { only: 'hit' },
  })
  return page.items
}
const rosterBytes = async (letterId: string, who = clerk) =>
  new Uint8Array(await ((await who.call(downloadLetterRoster, { params: { letterId } })) as Blob).arrayBuffer())
/** The tables of this room, as the database's owner sees them. */
async function tables(): Promise<string> {
  const client = new Client({ connectionString: house.database.superuserUrl })
  await client.connect()
  try {
    const names = ['letters', 'letter_groups', 'letter_people', 'letter_answers', 'register_hits']
    const texts = []
    for (const name of names) {
      const { rows } = await client.query<{ text: string }>(`select t::text as text from people.${name} t`)
      texts.push(...rows.map((row) => row.text))
    }
    const acts = await client.query<{ text: string }>('select t::text as text from record.acts t')
    const events = await client.query<{ text: string }>('select t::text as text from outbox.events t')
    const keys = await client.query<{ text: string }>('select t::text as text from http.idempotency_keys t')
    return [...texts, ...[acts, events, keys].flatMap(({ rows }) => rows.map((row) => row.text))].join('\n')
  } finally {
    await client.end()
  }
}

describe('what other offices know of a class', () => {
  it('is asked by letters to all four at once, about everybody on the roster', async () => {
    await school.call(moveDemonstrationDate, { body: { businessDate: AS_OF } })
    const defaults = await clerk.call(letterDefaults)
    expect(defaults.offices.map((each) => each.register)).toEqual([
      'pension-payments',
      'government-payroll',
      'deaths',
      'insured-staff',
    ])
    const { items } = await clerk.call(listLetterGroups, { query: {} })
    expect(items.find((group) => group.id === classId)).toMatchObject({ people: 40, asked: [] })
    const { letters } = await clerk.call(makeLetters, {
      body: {
        letters: defaults.offices.map((each) => ({ ...each, office: OFFICE })),
        groupIds: [classId, classId],
        purpose: defaults.purpose,
      },
    })
    for (const each of letters) letterOf.set(each.register, each.id)
    expect(letters.map((each) => each.number)).toEqual(['B-2022-0001', 'B-2022-0002', 'B-2022-0003', 'B-2022-0004'])
    expect(await letter('deaths')).toMatchObject({
      state: 'waiting',
      personCount: 40,
      hitPeople: null,
      from: '2022-03-07',
      to: '2022-03-18',
      madeOn: AS_OF,
      expiresOn: '2022-04-27',
    })
    expect((await clerk.call(letterDefaults)).offices[0]!.office).toBe(OFFICE)
    const known = await auditor.call(lettersOfGroup, { params: { groupId: classId } })
    expect(known.registers.map((each) => [each.compared, each.letter?.state])).toEqual(
      Array.from({ length: 4 }, () => [0, 'waiting']),
    )
  })

  it('goes out as a roster of text cells under the letter’s number; each time it leaves is recorded', async () => {
    const grid = await readGrid(await rosterBytes(letterOf.get('pension-payments')!), { maxRows: 200 })
    const texts = grid.rows.map((row) => row.cells.map((cell) => cell.text))
    expect(texts.slice(0, 6)).toEqual([
      ['关于比对养老待遇领取名单的函(人员名单)'],
      [expect.stringMatching(/^比对函编号:B-2022-0001 {4}发函单位:.+ {4}致:莲都区社会保险中心$/)],
      [expect.stringContaining('比对期间:2022-03-07 至 2022-03-18    人数:40人')],
      ['本名单仅供本次比对,有效期至 2022年4月27日,到期请销毁。'],
      [expect.stringContaining('填写说明')],
      ['序号', '身份证号', '姓名', '领取起始月', '领取终止月'],
    ])
    expect(texts).toHaveLength(46)
    expect(texts[9]).toEqual(['4', expect.stringMatching(/^339901/), '蓝凤英'])
    const again = await readGrid(await rosterBytes(letterOf.get('pension-payments')!), { maxRows: 200 })
    expect(again.rows).toEqual(grid.rows)
    const { history } = await letter('pension-payments')
    expect(history.map((each) => each.what.zh)).toEqual(['生成比对函', '下载名单', '下载名单'])
  })

  it('is for the bureau: a provider sees none of it, another county none either, only a clerk makes or answers', async () => {
    const letterId = letterOf.get('deaths')!
    const reviewer = await house.as('reviewer')
    const elsewhere = await house.as('clerk', QINGTIAN)
    const body = { office: OFFICE, asOf: AS_OF }
    expect((await refusal(school.call(listLetters, { query: {} }))).status).toBe(403)
    expect((await refusal(school.call(getLetter, { params: { letterId } }))).status).toBe(403)
    expect((await refusal(rosterBytes(letterId, school))).status).toBe(403)
    for (const reader of [reviewer, auditor, await house.as('finance'), await house.as('approver')]) {
      expect(await reader.call(getLetter, { params: { letterId } })).toMatchObject({ state: 'waiting' })
      expect((await refusal(rosterBytes(letterId, reader))).status).toBe(403)
      expect((await refusal(reader.call(answerNoHits, { params: { letterId }, body }))).status).toBe(403)
      expect((await refusal(answer('deaths', DEATHS, reader))).status).toBe(403)
    }
    expect((await elsewhere.call(listLetters, { query: {} })).items).toEqual([])
    expect((await refusal(elsewhere.call(getLetter, { params: { letterId } }))).status).toBe(404)
    expect((await refusal(rosterBytes(letterId, elsewhere))).status).toBe(404)
    expect((await refusal(elsewhere.call(answerNoHits, { params: { letterId }, body }))).status).toBe(404)
    const make = { letters: [{ register: 'deaths' as const, office: OFFICE }], groupIds: [classId], purpose: '核对' }
    expect((await refusal(elsewhere.call(makeLetters, { body: make }))).code).toBe('letter-groups')
  })

  it('does not take an answer of a day to come, of long before, of another register or to another letter', async () => {
    expect((await refusal(answer('deaths', DEATHS, clerk, '2022-03-29'))).detail).toContain('在今天之后')
    expect((await refusal(answer('deaths', DEATHS, clerk, '2021-12-31'))).detail).toContain('早于 2022-02-26')
    expect((await refusal(answer('pension-payments', PAYROLL))).code).toBe('answer-columns')
    expect((await refusal(answer('government-payroll', INSURED))).code).toBe('answer-of-another-register')
    const other = await rosterBytes(letterOf.get('pension-payments')!)
    const given = { fileName: 'x.xlsx', office: OFFICE, asOf: AS_OF }
    const toDeaths = clerk.call(uploadAnswer, {
      params: { letterId: letterOf.get('deaths')! },
      query: given,
      file: new Blob([other]),
    })
    expect((await refusal(toDeaths)).code).toBe('answer-to-another-letter')
    expect((await letter('deaths')).answers).toEqual([])
  })

  it('comes back as hits about number 4, 10 and 16 and nobody else', async () => {
    const pensions = await answer('pension-payments', PENSIONS)
    expect(pensions).toMatchObject({ hitCount: 1, strangerCount: 200, lineCount: 201, doubtCount: 0, alreadyBy: null })
    expect(await answer('government-payroll', PAYROLL)).toMatchObject({ hitCount: 1 })
    expect(await answer('deaths', DEATHS)).toMatchObject({ hitCount: 1 })
    expect((await hitsOf('pension-payments')).map(({ position, hits }) => [position, hits[0]!.from])).toEqual([
      [4, '2021-03'],
    ])
    expect((await hitsOf('government-payroll')).map((each) => each.position)).toEqual([10])
    expect((await hitsOf('deaths')).map(({ position, hits }) => [position, hits[0]!.from])).toEqual([
      [16, '2022-02-21'],
    ])
    expect(await letter('deaths')).toMatchObject({ state: 'answered', hitPeople: 1 })
    const known = await clerk.call(lettersOfGroup, { params: { groupId: classId } })
    expect(known.registers.map((each) => [each.compared, each.hitPeople])).toEqual([
      [40, 1],
      [40, 1],
      [40, 1],
      [0, 0],
    ])
  })

  it('keeps no number, no file and nobody whom the letter does not name', async () => {
    const kept = await tables()
    expect(kept).toContain('莲都区某中学')
    expect(kept).not.toMatch(/339901\d{11}/)
    const ours = (await clerk.call(rosterOfClass, { params: { classId }, query: { limit: 200 } })).items
    expect(ours).toHaveLength(40)
    const names = new Set(
      [PENSIONS, PAYROLL, DEATHS].flatMap((file) =>
        bytesOf(file)
          .toString()
          .split('\r\n')
          .slice(1)
          .map((line) => line.split(',')[1] ?? ''),
      ),
    )
    const grid = await readGrid(await rosterBytes(letterOf.get('deaths')!), { maxRows: 200 })
    for (const row of grid.rows) names.delete(row.cells[2]?.text ?? '')
    names.delete('')
    expect(names.size).toBeGreaterThan(300)
    // 陈秀 is also how 陈秀英 begins.
    const isKept = (name: string) => new RegExp(`(?<!\\p{Script=Han})${name}(?!\\p{Script=Han})`, 'u').test(kept)
    expect([...names].filter(isKept)).toEqual([])
    expect(isKept('蓝凤英')).toBe(true)
    const client = new Client({ connectionString: house.database.superuserUrl })
    await client.connect()
    const files = await client.query("select name from files.files where name like '%名单%'")
    await client.end()
    expect(files.rows).toEqual([])
  })

  it('is recorded once when the same file comes twice, or from two people at once', async () => {
    const again = await answer('pension-payments', PENSIONS)
    expect(again).toMatchObject({ hitCount: 1, strangerCount: 200, alreadyBy: { name: expect.any(String) } })
    expect((await letter('pension-payments')).answers).toHaveLength(1)
    const other = await house.as('clerk')
    const outcomes = await Promise.all([answer('insured-staff', INSURED), answer('insured-staff', INSURED, other)])
    expect(outcomes.filter((outcome) => outcome.alreadyBy === null)).toHaveLength(1)
    expect(outcomes[0].answerId).toBe(outcomes[1].answerId)
    expect((await letter('insured-staff')).answers).toHaveLength(1)
  })

  it('adds to what was answered before; a hit stays, the newest data speak for the rest', async () => {
    const noHits = { params: { letterId: letterOf.get('deaths')! }, body: { office: '区民政局', asOf: '2022-03-27' } }
    await clerk.call(answerNoHits, noHits)
    await clerk.call(answerNoHits, noHits)
    const { answers } = await letter('deaths')
    expect(answers.map((each) => [each.kind, each.asOf, each.office])).toEqual([
      ['no-hits', '2022-03-27', '区民政局'],
      ['file', AS_OF, OFFICE],
    ])
    expect((await hitsOf('deaths')).map((each) => each.position)).toEqual([16])
  })

  it('tells the other rooms, in the same transaction, whom a register was answered about', async () => {
    const client = new Client({ connectionString: house.database.superuserUrl })
    await client.connect()
    const { rows } = await client.query(
      "select body, subject_id from outbox.events where kind = 'register.answered' order by id",
    )
    await client.end()
    expect(rows.map((row) => row.body.register)).toEqual([
      'pension-payments',
      'government-payroll',
      'deaths',
      'insured-staff',
      'deaths',
    ])
    expect(rows[0]).toEqual({
      subject_id: letterOf.get('pension-payments'),
      body: { register: 'pension-payments', groupIds: [classId] },
    })
  })

  it('decides who is paid: the hits are refused, and an auditor walks from the refusal to the letter', async () => {
    await clerk.call(approveClass, { params: { classId } })
    await teachSampleClass(school.call, classId)
    await house.outbox.drain(LIANDU)
    const queue = await clerk.call(listClaims, { query: { status: 'assembled' } })
    const claim = await clerk.call(getClaim, { params: { claimId: queue.items[0]!.id } })
    const refused = claim.people.filter((person) => person.standing === 'refused')
    expect(refused.map((person) => person.position)).toEqual([4, 6, 8, 10, 12, 16])
    const reasons = refused.flatMap((person) => person.reasons.map((reason) => [person.position, reason.id]))
    expect(reasons).toEqual(
      expect.arrayContaining([
        [4, 'A03'],
        [10, 'A06'],
        [16, 'A04'],
      ]),
    )
    const asked = claim.unavailable.map((check) => check.checkId)
    expect(asked.filter((id) => ['A03', 'A04', 'A06'].includes(id))).toEqual([])

    const walk = async (kind: string, id: string) => auditor.call(walkTrail, { params: { kind, id } })
    const params = { claimId: claim.id, decisionId: refused[0]!.decisionId }
    const { checks } = await auditor.call(explainPerson, { params })
    const steps = await Promise.all(checks.map((check) => walk('check-result', check.id)))
    const toHit = steps.flatMap((step) => step.restsOn).find((link) => link.kind === 'register-hit')!
    const hit = await walk('register-hit', toHit.id)
    expect(JSON.stringify(hit.says)).toContain('2021-03')
    const toAnswer = hit.restsOn[0]!
    const found = await walk(toAnswer.kind, toAnswer.id)
    expect(found.title.zh).toBe(`${OFFICE}的回函(数据截至 ${AS_OF})`)
    const toLetter = found.restsOn[0]!
    const asks = await walk(toLetter.kind, toLetter.id)
    expect(asks.title.zh).toBe('比对函 B-2022-0001')
    expect(asks.restsOn).toEqual([expect.objectContaining({ kind: 'class', id: classId })])
    expect((await refusal(school.call(walkTrail, { params: { kind: 'register-hit', id: toHit.id } }))).status).toBe(404)
  })
})

describe('a letter’s roster', () => {
  it('may come back filled in; a hit of text that would be a formula stays text', async () => {
    const { letters } = await clerk.call(makeLetters, {
      body: {
        letters: [{ register: 'government-payroll', office: '=区财政局' }],
        groupIds: [classId],
        purpose: '<b>复核',
      },
    })
    const letterId = letters[0]!.id
    const grid = await readGrid(await rosterBytes(letterId), { maxRows: 200 })
    const [title, ...lines] = grid.rows.slice(0, 5).map((row) => row.cells[0]!.text)
    const rows = grid.rows
      .slice(6)
      .map((row, at) => [0, 1, 2, 3].map((c) => (c === 3 && at === 2 ? '=1+1' : (row.cells[c]?.text ?? ''))))
    const bytes = await writeTable({
      title: title!,
      lines,
      columns: grid.rows[5]!.cells.map((cell) => cell.text),
      rows,
    })
    const given = { office: '=区财政局', asOf: AS_OF, fileName: '蓝凤英339901199501108687.xlsx' }
    const taken = await clerk.call(uploadAnswer, {
      params: { letterId },
      query: given,
      file: new Blob([Buffer.from(bytes)]),
    })
    expect(taken).toMatchObject({ hitCount: 1, strangerCount: 0, lineCount: 40 })
    const { items } = await clerk.call(peopleOfLetter, { params: { letterId }, query: { only: 'hit' } })
    expect(items.map(({ position, hits }) => [position, hits[0]!.says])).toEqual([[3, '=1+1']])
    const shown = await clerk.call(getLetter, { params: { letterId } })
    expect(shown.purpose).toBe('<b>复核')
    expect(shown.answers[0]!.fileName).toBe('蓝凤英***.xlsx')
  })

  it('is not made for nobody, under no name or with a character that cannot be kept', async () => {
    const make = (office: string, groupIds = [classId]) =>
      clerk.call(makeLetters, { body: { letters: [{ register: 'deaths', office }], groupIds, purpose: '核对' } })
    expect((await refusal(make('  '))).status).toBe(400)
    expect((await refusal(make('区\u0000民政局'))).status).toBe(400)
    expect((await refusal(make('区民政局', ['01920000-0000-7000-8000-000000000000']))).code).toBe('letter-groups')
  })

  it('is listed by what it asks, whether it is answered, and which class it is about, page by page', async () => {
    const all = await clerk.call(listLetters, { query: { limit: 2 } })
    expect(all.items).toHaveLength(2)
    const rest = await clerk.call(listLetters, { query: { limit: 2, after: all.next! } })
    expect(rest.items[0]!.number < all.items[1]!.number).toBe(true)
    const answered = await clerk.call(listLetters, { query: { state: 'answered', register: 'deaths', group: classId } })
    expect(answered.items.map((each) => each.number)).toEqual(['B-2022-0003'])
    expect((await clerk.call(listLetters, { query: { state: 'waiting' } })).items).toEqual([])
  })

  it('is no longer handed out once it has expired; an answer to it still counts', async () => {
    const { letters } = await clerk.call(makeLetters, {
      body: { letters: [{ register: 'deaths', office: '区民政局' }], groupIds: [classId], purpose: '核对' },
    })
    const letterId = letters[0]!.id
    const first = await rosterBytes(letterId)
    expect(first.length).toBeGreaterThan(0)
    await school.call(moveDemonstrationDate, { body: { businessDate: '2022-04-27' } })
    await rosterBytes(letterId)
    await school.call(moveDemonstrationDate, { body: { businessDate: '2022-04-28' } })
    const problem = await refusal(rosterBytes(letterId))
    expect([problem.status, problem.code]).toEqual([409, 'letter-expired'])
    expect(problem.detail).toContain('2022-04-27')
    expect((await clerk.call(listLetters, { query: { state: 'expired' } })).items.map((each) => each.id)).toEqual([
      letterId,
    ])
    await clerk.call(answerNoHits, { params: { letterId }, body: { office: '区民政局', asOf: '2022-04-20' } })
    expect(await clerk.call(getLetter, { params: { letterId } })).toMatchObject({ state: 'answered', isExpired: true })
  })
})
