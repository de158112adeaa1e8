import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveDemoClaim, assembledClaim } from '../../demo/claim-way.ts'
import { getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import { personOfClaim } from '../kernel/funds/room.ts'
import { answerCorrection, correctionReach, decideCorrectionRequest } from '../kernel/people/corrections/contract.ts'
import { makeCorrection } from '../kernel/people/corrections/making.ts'
import { listActs } from '../kernel/record/public.ts'
import { classChoices, draftClass } from '../mechanisms/training/classes/contract.ts'
import { rosterOfClass, uploadRoster } from '../mechanisms/training/rosters/contract.ts'
import { csvRoster } from '../mechanisms/training/rosters/testing.ts'
import { vaultOf } from '../platform/crypto/public.ts'
import { inDistrict, type Tx } from '../platform/db/public.ts'
import { givenHouse, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let owner: pg.Client
let school: Someone
let clerk: Someone
let reviewer: Someone
let claimId: string

beforeAll(async () => {
  house = await givenHouse()
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
  ;[school, clerk, reviewer] = [await house.as('school'), await house.as('clerk'), await house.as('reviewer')]
  await givenTaughtClass(house, school, clerk)
  claimId = await assembledClaim(clerk.call)
}, 120_000)
afterAll(async () => {
  await owner?.end()
  await house?.close()
})

const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(house.connection.db, LIANDU, work)
const rows = async <T extends pg.QueryResultRow>(text: string, ...values: unknown[]) =>
  (await owner.query<T>(text, values)).rows

let forms = 0

/** Somebody asks for their name to be put right, one person answers and another decides. */
async function corrected(personId: string, shouldBe: string, verdict: 'confirmed' | 'declined' = 'confirmed') {
  const asked = { personId, item: 'name' as const, shouldBe, phone: null, why: '登记有误', paper: null }
  const { id } = await within((tx) =>
    makeCorrection(tx, vaultOf(house.keys), { ...asked, formKey: `form-of-the-test-${(forms += 1)}` }),
  )
  const params = { correctionId: id }
  await clerk.call(answerCorrection, { params, body: { outcome: 'corrected', answer: '已核对本人户口簿' } })
  const reason = verdict === 'declined' ? '户口簿照片不清' : ''
  await reviewer.call(decideCorrectionRequest, { params, body: { verdict, reason } })
  await house.outbox.drain(LIANDU)
  return params
}

const reach = async (params: { correctionId: string }) =>
  (await clerk.call(correctionReach, { params })).places.map(({ title, isReached, why }) => ({
    title: title.zh,
    isReached,
    why: why.zh,
  }))

/** Somebody whom the claim pays. */
const paidAt = async (nth: number): Promise<string> => {
  const { people } = await clerk.call(getClaim, { params: { claimId } })
  const { decisionId } = people.filter(({ standing }) => standing === 'due')[nth]!
  return (await within((tx) => personOfClaim(tx, claimId, decisionId)))!
}

describe('a name that two people put right', () => {
  it('speaks on the roster of a class that is not completed; the sheet that was handed in stays as it was', async () => {
    const { sites, instructors, agreed } = await school.call(classChoices)
    const { id } = await school.call(draftClass, {
      body: {
        number: '2022年第9期',
        kind: 'EMPLOYMENT_SKILLS',
        occupationId: agreed[0]!.occupation.id,
        level: 'L5_JUNIOR',
        certificateKind: 'SKILL_LEVEL',
        siteId: sites[0]!.id,
        roomId: sites[0]!.rooms[0]!.id,
        instructorId: instructors[0]!.id,
        startsOn: '2022-04-11',
        endsOn: '2022-04-15',
        theoryHours: 8,
        practiceHours: 32,
        capacity: 40,
        payee: 'person',
        fund: 'EMPLOYMENT_SUBSIDY_FUND',
      },
    })
    const params = { classId: id }
    const file = new Blob([new Uint8Array(csvRoster(3))])
    await school.call(uploadRoster, { params, query: { fileName: '花名册.csv' }, file })
    const shown = async () =>
      (await school.call(rosterOfClass, { params, query: {} })).items.map((each) => each.maskedName)
    const before = await shown()
    const [first] = await rows<{ id: string; person_id: string; name: string }>(
      'select id, person_id, name from training.enrolments where class_id = $1 order by position limit 1',
      id,
    )
    await corrected(first!.person_id, '欧阳景行', 'declined')
    expect(await shown()).toEqual(before)

    const request = await corrected(first!.person_id, '欧阳行知')
    expect(await shown()).toEqual(['欧**知', ...before.slice(1)])
    expect(await rows('select name from training.enrolments where id = $1', first!.id)).toEqual([{ name: first!.name }])
    expect(await reach(request)).toEqual([
      { title: '班级 2022年第9期 的花名册', isReached: true, why: '班级未结业,已改用新姓名;上传的原表不变' },
    ])
    const acts = await within((tx) => listActs(tx, 'class', id))
    expect(acts.filter(({ act }) => act === 'enrolment.renamed')).toHaveLength(1)
  })

  it('makes a claim in review anew, with the new payee; a completed class keeps its roster', async () => {
    const personId = await paidAt(0)
    const before = await clerk.call(getClaim, { params: { claimId } })
    const request = await corrected(personId, '欧阳明远')
    const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
    const again = items.find(({ number }) => number === `${before.number}R2`)!
    expect((await clerk.call(getClaim, { params: { claimId } })).status).toBe('returned')
    const payees = (of: string) =>
      rows<{ payee_name: string }>(
        'select payee_name from funds.claim_lines where claim_id = $1 and person_id = $2',
        of,
        personId,
      )
    expect(await payees(again.id)).toEqual([{ payee_name: '欧阳明远' }])
    expect(await payees(claimId)).not.toEqual([{ payee_name: '欧阳明远' }])
    expect(again.amountFen).toBe(before.amountFen)
    const places = await reach(request)
    expect(places).toEqual([
      expect.objectContaining({ isReached: false, why: expect.stringContaining('班级已结业') }),
      { title: `申领单 ${before.number}R2`, isReached: true, why: '收款人用新姓名' },
    ])
    claimId = again.id
    expect(await rows('select 1 from training.enrolment_names where name = $1', '欧阳明远')).toEqual([])
    // Told again of anything else, it does not make the claim anew once more.
    await corrected(personId, '欧阳明远')
    expect((await clerk.call(getClaim, { params: { claimId } })).status).toBe('assembled')
  })

  it('touches nothing that was approved, and says why', async () => {
    const personId = await paidAt(1)
    const approver = (await house.as('deputy')).call
    await approveDemoClaim({ school: school.call, clerk: clerk.call, reviewer: reviewer.call, approver }, claimId)
    const lines = () =>
      rows(
        'select l.*, k.content_sha256 from funds.claim_lines l join funds.claims k on k.id = l.claim_id order by l.id',
      )
    const before = await lines()
    const request = await corrected(personId, '欧阳文修')
    expect(await lines()).toEqual(before)
    expect((await clerk.call(getClaim, { params: { claimId } })).status).toBe('approved')
    expect((await reach(request)).filter(({ title }) => title.startsWith('申领单'))).toEqual([
      expect.objectContaining({ isReached: false, why: expect.stringContaining('按审批和公示的姓名支付') }),
    ])
    await house.sealing.seal(LIANDU)
    expect((await house.sealing.verify(LIANDU)).differing).toBe(0)
  })

  it('is told of before nobody has agreed: no place', async () => {
    const personId = await paidAt(2)
    const asked = { personId, item: 'name' as const, shouldBe: '欧阳', phone: null, why: '登记有误', paper: null }
    const { id } = await within((tx) =>
      makeCorrection(tx, vaultOf(house.keys), { ...asked, formKey: 'form-that-waits' }),
    )
    expect(await reach({ correctionId: id })).toEqual([])
    await expect(school.call(correctionReach, { params: { correctionId: id } })).rejects.toMatchObject({
      problem: { status: 403 },
    })
  })
})
