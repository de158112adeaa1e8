import { randomBytes } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { loadReference } from '../reference/public.ts'
import { call, type Endpoint, type Locale } from '../../platform/contract/public.ts'
import { setBusinessNow } from '../../platform/clock/public.ts'
import { type KeyRing, keyRingAt, newKeyRing, type Vault, vaultOf } from '../../platform/crypto/public.ts'
import { type Connection, connect, inDistrict, type Tx } from '../../platform/db/public.ts'
import { type Actor, answerProblems, bindRoutes, type ConstraintWords, type Route } from '../../platform/http/public.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { permissionsOf, type Role } from '../access/public.ts'
import { integrityOf } from '../integrity/public.ts'
import { bankAccountKey, saveBankAccounts, saveOrganisation, savePersons } from '../people/public.ts'
import {
  type Facts,
  type FactSupplier,
  known,
  loadPolicies,
  notApplicable,
  type PolicyFact,
  recordFacts,
} from '../policy/public.ts'
import { identityCheckDigit, luhnDigit, newId } from '../values/public.ts'
import { moveMoney } from './budget/ledger.ts'
import { insertLine } from './budget/store.ts'
import { listClaimLines, listClaimPeople } from './claims/people/store.ts'
import { type SettlingNeeds, settleGroup } from './claims/settle-group.ts'
import { type Claim, findClaim, findOpenClaim } from './claims/store.ts'
import type { ClaimableGiven } from './deciding/claimable.ts'
import { type PolicyEngine, policyEngine } from './deciding/engine.ts'
import { factGatherer } from './deciding/gather-facts.ts'
import { endNotices } from './public-notices/ending.ts'
import { publishNotice } from './public-notices/publish.ts'
import type { NoticeRow } from './public-notices/store.ts'
import { giveConfirmation } from './review/confirm.ts'
import { insertDraw, listDraws } from './review/draws/store.ts'
import { giveReview } from './review/give-review.ts'
import { reviewAwaited } from './review/rules.ts'

export const LIANDU = 331102
export const QINGTIAN = 331121
export const FUND = 'EMPLOYMENT_SUBSIDY_FUND'

/** A Monday in the year of the samples, after marks and certificates. */
export const NOW = new Date('2022-03-28T01:00:00Z')

/** A second process of a test is given the keys of the first. */
export const testKeys: KeyRing = process.env.SHANJIANG_TEST_KEYS
  ? keyRingAt(process.env.SHANJIANG_TEST_KEYS)
  : newKeyRing()
export const testVault: Vault = vaultOf(testKeys)

/** A database with reference data and packs, on the day NOW, as the application sees it. */
export type FundsDatabase = {
  readonly database: TestDatabase
  readonly connection: Connection
  within<T>(work: (tx: Tx) => Promise<T>, district?: number): Promise<T>
  close(): Promise<void>
}

export async function givenFundsDatabase(): Promise<FundsDatabase> {
  const database = await freshDatabase()
  const connection = connect(database.appUrl, { max: 6 })
  await loadReference(connection.db)
  await loadPolicies(connection.db)
  for (const district of [LIANDU, QINGTIAN]) await inDistrict(connection.db, district, (tx) => setBusinessNow(tx, NOW))
  return {
    database,
    connection,
    within: (work, district = LIANDU) => inDistrict(connection.db, district, work),
    async close() {
      await connection.close()
      await database.drop()
    },
  }
}

let people = 0

/** Somebody nobody is: an identity number that begins with 339901, and a card. */
function nobody(): { name: string; identityNumber: string; accountNumber: string } {
  people += 1
  const first17 = `339901${1960 + (people % 40)}0${1 + (people % 9)}1${people % 9}${String(people % 1000).padStart(3, '0')}`
  const account = `621700${String(people).padStart(12, '0')}`
  return {
    name: `王静${'甲乙丙丁戊己庚辛'[people % 8]}`,
    identityNumber: first17 + identityCheckDigit(first17),
    accountNumber: account + luhnDigit(account),
  }
}

/** A card nobody has, whose check digit is right. */
export const givenAccountNumber = (): string => nobody().accountNumber

export type GivenPerson = { readonly personId: string; readonly bankAccountId: string; readonly name: string }

export async function givenPeople(
  tx: Tx,
  count: number,
  vault: Vault = testVault,
  banks: readonly (string | undefined)[] = [],
): Promise<GivenPerson[]> {
  const given = Array.from({ length: count }, () => ({ ...nobody(), id: newId() }))
  const rows = given.map(({ id, name, identityNumber }) => {
    return { id, name, identityNumber, sex: 'F' as const, birthDate: '1980-01-01', phone: null }
  })
  const ids = await savePersons(tx, vault, rows)
  const accounts = given.map(({ name, identityNumber, accountNumber }, at) => {
    return {
      id: newId(),
      personId: ids.get(identityNumber)!,
      holderName: name,
      accountNumber,
      bankName: banks[at] ?? '浙江农商银行',
    }
  })
  const saved = await saveBankAccounts(tx, vault, accounts)
  return accounts.map((account) => {
    return { personId: account.personId, bankAccountId: saved.get(bankAccountKey(account))!, name: account.holderName }
  })
}

export async function givenOrganisation(
  tx: Tx,
  name = `演示职业培训学校${randomBytes(4).toString('hex')}`,
): Promise<string> {
  const id = newId()
  await saveOrganisation(tx, { id, kind: 'provider', name, uscc: null })
  return id
}

/** A budget line with so much appropriated to it. */
export async function givenBudgetLine(
  tx: Tx,
  given: { appropriatedFen?: bigint; fund?: string; name?: string; year?: number; now?: Date } = {},
): Promise<string> {
  const {
    appropriatedFen = 100_000_000n,
    fund = FUND,
    name = `职业培训补贴${randomBytes(3).toString('hex')}`,
    year = 2022,
    now = NOW,
  } = given
  const id = newId()
  await insertLine(tx, { id, fund, name, year, document: '丽财社〔2022〕1号(示例)' })
  if (appropriatedFen > 0n) {
    const subject = { kind: 'appropriation', id: newId() }
    await moveMoney(tx, {
      lineId: id,
      from: 'treasury',
      to: 'available',
      amountFen: appropriatedFen,
      reason: 'appropriated',
      subject,
      actor: null,
      at: now,
    })
  }
  return id
}

/** One trainee as the sheets have them; what is left out went well. */
export type GivenTrainee = {
  readonly attended?: number
  readonly theory?: number
  readonly practice?: number | 'absent'
  readonly certified?: boolean
  readonly group?: string
  /** What the class was; the subsidy's scope is employment skills. */
  readonly training?: string
  /** As the roster names the trainee's bank. */
  readonly bankName?: string
}

export type GivenClass = {
  readonly trainees: readonly GivenTrainee[]
  readonly organisationId?: string
  readonly title?: string
  readonly fund?: string
  readonly from?: string
  readonly to?: string
  readonly occurredOn?: string
  readonly kind?: string
  readonly payee?: 'person' | 'provider'
  /** Who taught, submitted or filed the class. */
  readonly hands?: ClaimableGiven['hands']
}

const HALF_DAYS = 20

/** The class of the sample sheets: three fell short, each in another way; thirty-seven went well. */
export const SAMPLE_CLASS: readonly GivenTrainee[] = Array.from({ length: 40 }, (_, at): GivenTrainee => {
  if (at + 1 === 6) return { attended: 9 }
  if (at + 1 === 8) return { theory: 58, certified: false }
  if (at + 1 === 12) return { practice: 'absent', certified: false }
  return {}
})

/** The completion of a class, recorded: facts that say of themselves what the test supplier reads. */
export async function givenCompletedClass(
  tx: Tx,
  given: GivenClass,
): Promise<{ groupId: string; facts: PolicyFact[]; organisationId: string }> {
  const {
    trainees,
    fund = FUND,
    title = '2022年第3期 养老护理员(五级)',
    from = '2022-03-07',
    to = '2022-03-18',
  } = given
  const organisationId = given.organisationId ?? (await givenOrganisation(tx))
  const groupId = newId()
  const persons = await givenPeople(
    tx,
    trainees.length,
    testVault,
    trainees.map((trainee) => trainee.bankName),
  )
  const facts = persons.map(({ personId, bankAccountId }, at): PolicyFact => {
    const about: ClaimableGiven = {
      fund,
      organisationId,
      groupKind: 'class',
      groupTitle: title,
      during: { from, to },
      position: at + 1,
      bankAccountId,
      ...(given.payee ? { payee: given.payee } : {}),
      ...(given.hands ? { hands: given.hands } : {}),
    }
    return {
      id: newId(),
      kind: given.kind ?? 'training.completed',
      subjectId: newId(),
      version: 1,
      personId,
      groupId,
      occurredOn: given.occurredOn ?? '2022-03-25',
      body: { ...about, ...trainees[at] },
      source: { kind: 'muster', id: newId() },
    }
  })
  await recordFacts(tx, facts)
  return { groupId, facts, organisationId }
}

/** The same person's next version of a fact. */
export function corrected(fact: PolicyFact, over: GivenTrainee): PolicyFact {
  return { ...fact, id: newId(), version: fact.version + 1, body: { ...fact.body, ...over } }
}

/** A small stand-in for training: reads the sheets' figures from the recorded fact itself. */
export const sheetSupplier: FactSupplier = {
  name: 'sheets of the test',
  keys: [
    'training.kind',
    'class.level',
    'person.group',
    'training.attendedRatio',
    'marks.theory',
    'marks.practice',
    'certificate.number',
    'certificate.level',
  ],
  triggers: ['training.completed'],
  supply: async (_tx, facts) => new Map(facts.map((fact) => [fact.id, factsOnSheets(fact)])),
}

function factsOnSheets({ body }: PolicyFact): Facts {
  const {
    attended = HALF_DAYS,
    theory = 80,
    practice = 80,
    certified = true,
    group = 'RURAL_TRANSFER',
    training = 'EMPLOYMENT_SKILLS',
  } = body as GivenTrainee
  const roster = { source: '01-花名册-规范.xlsx', asOf: '2022-03-07' }
  const sheet = { source: '05-考勤表.xlsx', asOf: '2022-03-18' }
  const marks = { source: '06-成绩登记表.xlsx', asOf: '2022-03-25' }
  return {
    'training.kind': known(training, roster),
    'class.level': known('L5_JUNIOR', roster),
    'person.group@training': known(group, roster),
    'training.attendedRatio': known({ numerator: attended, denominator: HALF_DAYS }, sheet),
    'marks.theory': known(theory, marks),
    'marks.practice':
      practice === 'absent' ? notApplicable(marks, { zh: '缺考', en: 'absent' }) : known(practice, marks),
    'certificate.number': certified ? known('S000033000001225000001', marks) : notApplicable(marks),
    'certificate.level': certified ? known('L5_JUNIOR', marks) : notApplicable(marks),
  }
}

/** What claims need, with the real evaluator, the shipped packs and no checks but those given. */
export function settlingNeeds(over: Partial<SettlingNeeds> = {}): SettlingNeeds {
  return { engine: policyEngine, gather: factGatherer([sheetSupplier]), integrity: integrityOf([]), ...over }
}

/** The shipped packs of money that is paid here, as if another fund paid them. */
export function paidFrom(fund: string): PolicyEngine {
  return {
    schemes: (...asked) =>
      policyEngine
        .schemes(...asked)
        .filter(({ pack }) => pack.record === 'here')
        .map((scheme) => ({ ...scheme, pack: { ...scheme.pack, funds: [fund] } })),
  }
}

export type GivenClaim = Omit<GivenClass, 'trainees'> & { readonly people?: number; readonly now?: Date }

/** A claim assembled from a completed class of people who are all due. A line of the fund must have the money. */
export async function givenClaim(
  tx: Tx,
  given: GivenClaim = {},
  needs: SettlingNeeds = settlingNeeds(),
): Promise<Claim> {
  const { people: count = 2, now = NOW, ...ofClass } = given
  const { groupId, facts } = await givenCompletedClass(tx, {
    ...ofClass,
    trainees: Array.from({ length: count }, () => ({})),
  })
  await settleGroup(tx, needs, { kind: facts[0]!.kind, groupId, now, again: false })
  const claim = await findOpenClaim(tx, groupId, TRAINING_SUBSIDY)
  if (!claim) throw new Error('no claim was assembled: is there a budget line with enough money?')
  return claim
}

/** The states a claim goes through before it is paid, in their order. */
export const ON_THE_WAY = ['assembled', 'confirmed', 'first-passed', 'second-passed', 'approved'] as const

/** Takes a claim on as far as `to` (approved unless told), each step by a person of its own. Returns it as it is then. */
export async function carryOn(
  tx: Tx,
  claim: Pick<Claim, 'id'>,
  { to = 'approved', now = NOW }: { to?: (typeof ON_THE_WAY)[number]; now?: Date } = {},
): Promise<Claim> {
  for (;;) {
    const { id: claimId, status, contentSha256, organisationId } = (await findClaim(tx, claim.id))!
    if (ON_THE_WAY.indexOf(status as 'assembled') >= ON_THE_WAY.indexOf(to) || status === 'returned') break
    const [person] = await givenPeople(tx, 1)
    const actor = { accountId: newId(), personId: person!.personId }
    const given = { claimId, reasons: [], seenSha256: contentSha256.toString('hex'), now }
    const duty = reviewAwaited(status)
    if (duty === 'second-review') await givenDrawn(tx, claimId, actor.personId)
    const roles = ['director']
    const minutesNumber = '局长办公会纪要〔2022〕1号'
    if (duty) await giveReview(tx, { ...given, duty, outcome: 'passed', actor: { ...actor, roles }, minutesNumber })
    else await giveConfirmation(tx, { ...given, outcome: 'confirmed', actor: { ...actor, organisationId } })
  }
  return (await findClaim(tx, claim.id))!
}

/** Somebody of the test is the one who gives a claim its second review, as if a head had named them. */
export async function givenDrawn(tx: Tx, claimId: string, personId: string): Promise<void> {
  const [newest] = await listDraws(tx, claimId)
  const by = { personId: newId(), accountId: newId() }
  await insertDraw(tx, {
    id: newId(),
    claimId,
    nth: (newest?.nth ?? 0) + 1,
    way: 'named',
    chosen: { personId, accountId: newId() },
    seed: '',
    candidates: [],
    excluded: [],
    reason: '测试指定',
    by,
    businessAt: NOW,
  })
}

/** A claim that its provider has confirmed: it awaits the initial review. */
export async function givenConfirmedClaim(
  tx: Tx,
  given: GivenClaim = {},
  needs: SettlingNeeds = settlingNeeds(),
): Promise<Claim> {
  return carryOn(tx, await givenClaim(tx, given, needs), { to: 'confirmed', now: given.now ?? NOW })
}

/** A claim that is confirmed, passed twice and approved, by different people: its money is committed. */
export async function givenApprovedClaim(tx: Tx, given: GivenClaim = {}): Promise<Claim> {
  return carryOn(tx, await givenClaim(tx, given), { now: given.now ?? NOW })
}

/** An approved claim whose public notice went out two weeks ago and has ended since: it can be paid. */
export async function givenPayableClaim(tx: Tx, given: GivenClaim = {}): Promise<Claim> {
  const claim = await givenApprovedClaim(tx, given)
  await givenPublished(tx, claim, new Date((given.now ?? NOW).getTime() - 14 * 86_400_000))
  await endNotices(tx)
  return (await findClaim(tx, claim.id))!
}

/** The public notice of an approved claim, put out by somebody at that time. */
export async function givenPublished(tx: Tx, claim: Claim, now = NOW): Promise<NoticeRow> {
  const [publisher] = await givenPeople(tx, 1)
  return publishNotice(tx, testVault, {
    claimId: claim.id,
    seenSha256: claim.contentSha256.toString('hex'),
    actor: { accountId: newId(), personId: publisher!.personId },
    now,
  })
}

/** Runs what an outbox event would, at NOW; `again` as when the budget arrives. */
export function settle(funds: FundsDatabase, groupId: string, needs = settlingNeeds(), again = false): Promise<void> {
  return funds.within((tx) => settleGroup(tx, needs, { kind: 'training.completed', groupId, now: NOW, again }))
}

export const TRAINING_SUBSIDY = 'liandu.training-subsidy'

/** The open claim of a group under the training subsidy with everybody on it; empty where there is none. */
export function claimOfGroup(funds: FundsDatabase, groupId: string) {
  return funds.within(async (tx) => {
    const claim = await findOpenClaim(tx, groupId, TRAINING_SUBSIDY)
    const people = claim ? await listClaimPeople(tx, claim.id) : []
    const lines = claim ? await listClaimLines(tx, claim.id) : []
    return { claim, people, lines }
  })
}

/** A class completed, decided, checked and claimed. */
export async function settledClass(
  funds: FundsDatabase,
  given: GivenClass | readonly GivenTrainee[],
  needs = settlingNeeds(),
) {
  const ofClass = 'trainees' in given ? given : { trainees: given }
  const { groupId, facts } = await funds.within((tx) => givenCompletedClass(tx, ofClass))
  await settle(funds, groupId, needs)
  return { groupId, facts, ...(await claimOfGroup(funds, groupId)) }
}

/** Somebody at a desk of the county, calling operations as their browser would. */
export type Someone = {
  readonly actor: Actor
  call<E extends Endpoint>(endpoint: E, input?: Parameters<typeof call<E>>[2]): ReturnType<typeof call<E>>
}

export type Desks = {
  readonly app: FastifyInstance
  /** A natural person with these roles; `organisationId` makes it a provider's account. */
  someone(
    roles: readonly Role[],
    options?: { organisationId?: string; personId?: string; district?: number; locale?: Locale },
  ): Promise<Someone>
}

/** Routes served as the house serves them, to people who need not sign in. */
export async function givenDesks(
  funds: FundsDatabase,
  routes: readonly Route[],
  constraintWords: ConstraintWords,
): Promise<Desks> {
  const actors = new Map<string, Actor>()
  const app = fastify({ logger: false })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  answerProblems(app, constraintWords, 1024 * 1024)
  bindRoutes(app, routes, {
    db: funds.connection.db,
    knowsDistrict: (district) => district === LIANDU || district === QINGTIAN,
    authenticate: async (_tx, request) => actors.get(String(request.headers['x-account'])),
    newId,
    maxUploadBytes: 1024 * 1024,
  })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    app,
    async someone(roles, { organisationId, personId, district = LIANDU, locale = 'zh' } = {}) {
      const person = personId ?? (await funds.within((tx) => givenPeople(tx, 1), district))[0]!.personId
      const accountId = newId()
      const actor: Actor = {
        accountId,
        personId: person,
        organisationId: organisationId ?? null,
        roles,
        permissions: permissionsOf(roles),
      }
      actors.set(accountId, actor)
      const fetchWith: typeof fetch = (input, init) =>
        fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), 'x-account': accountId } })
      return { actor, call: (endpoint, input) => call({ district, locale, origin, fetchWith }, endpoint, input) }
    },
  }
}
