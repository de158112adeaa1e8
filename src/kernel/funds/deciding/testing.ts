import { type Tx } from '../../../platform/db/public.ts'
import { integrityOf } from '../../integrity/public.ts'
import {
  type Facts,
  type FactSupplier,
  known,
  notApplicable,
  type PolicyFact,
  recordFacts,
} from '../../policy/public.ts'
import { newId } from '../../values/public.ts'
import { type SettlingNeeds } from '../claims/settle-group.ts'
import type { ClaimableGiven } from './claimable.ts'
import { type PolicyEngine, policyEngine } from './engine.ts'
import { factGatherer } from './gather-facts.ts'
import { FUND, type GivenPerson, testVault, givenPeople, givenOrganisation } from '../testing.ts'

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
  /** Who they are, where that matters; and what they learnt. */
  readonly persons?: readonly GivenPerson[]
  readonly occupationId?: string
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
  const persons =
    given.persons ??
    (await givenPeople(
      tx,
      trainees.length,
      testVault,
      trainees.map((trainee) => trainee.bankName),
    ))
  const facts = persons.map(({ personId, bankAccountId }, at): PolicyFact => {
    const about: ClaimableGiven = {
      fund,
      organisationId,
      groupKind: 'class',
      groupTitle: title,
      during: { from, to },
      position: at + 1,
      occupationId: given.occupationId ?? '2022/养老护理员',
      level: 'L5_JUNIOR',
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
    schemes: async (...asked) =>
      (await policyEngine.schemes(...asked))
        .filter(({ pack }) => pack.record === 'here')
        .map((scheme) => ({ ...scheme, pack: { ...scheme.pack, funds: [fund] } })),
  }
}
