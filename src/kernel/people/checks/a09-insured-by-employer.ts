import {
  type Check,
  type CheckSubject,
  defineCheck,
  failed,
  type Finding,
  notApplicable,
  passed,
  unavailable,
} from '../../record/public.ts'
import { type CivilDate, monthsOfPeriod, type Period, type YearMonth, yearMonthOf } from '../../values/public.ts'
import { type EmployerList, listNewestListOf } from '../insured/spells-store.ts'
import type { RegisterAnswer, RegisterHit, Registers } from '../registers.ts'
import { findOrganisation } from '../store.ts'
import { a09Words as words } from './a09-words.ts'
import { knownUntil } from './register-rules.ts'
import { groupUnknown } from './words.ts'

/** The group of persons that is trained because an enterprise employs them. */
const ENTERPRISE_STAFF = 'ENTERPRISE_STAFF'

export type Employer = { readonly name: string; readonly uscc: string }

/** What is known about who insures the people asked, and whose staff they are said to be. */
export type InsuredKnown = {
  readonly months: readonly YearMonth[]
  readonly answer: RegisterAnswer
  /** The enterprise that brings the class; undefined when a training provider does. */
  readonly employer: Employer | undefined
  /** The newest list that names that enterprise. */
  readonly list: EmployerList | undefined
}

/**
 * The months that matter on a day: those of the training that have begun, and before the training the month of that day.
 * "Insured both at enrolment filing and at claim" [RA-PROC] is this, asked at both.
 */
export function monthsAsked(during: Period, today: CivilDate): YearMonth[] {
  const now = yearMonthOf(today)
  const last = during.to ?? (today < during.from ? during.from : today)
  const begun = monthsOfPeriod({ from: during.from, to: last }).filter((month) => month <= now)
  return begun.length > 0 ? begun : [now]
}

const coversAll = (hits: readonly RegisterHit[], months: readonly YearMonth[]) =>
  months.every((month) => hits.some((hit) => hit.from.slice(0, 7) <= month && knownUntil(hit) >= month))

/** What A09 finds about one enterprise trainee. */
export function insuredFinding(subject: CheckSubject, known: InsuredKnown): Finding {
  const { months, answer, employer, list } = known
  const lastMonth = months.at(-1)!
  const hits = answer.hits.get(subject.personId ?? '') ?? []
  const compared = answer.compared.get(subject.personId ?? '')
  const wholeRegister = compared && compared.asOf.slice(0, 7) >= lastMonth ? compared : undefined
  const evidence = hits.flatMap(({ evidence: where }) => where ?? [])

  if (!employer) {
    const insurer = byEmployer(hits).find((of) => coversAll(of, months))
    if (insurer) return passed(subject.id, words.insuredBy(insurer.at(-1)!))
    if (wholeRegister) return failed(subject.id, words.insuredByNobody(lastMonth, wholeRegister), evidence)
    return unavailable(subject.id, answer.partly ?? words.noRegister)
  }

  const here = hits.filter((hit) => isOf(hit, employer))
  if (coversAll(here, months)) return passed(subject.id, words.insuredBy(here.at(-1)!))
  const speaks = list && list.asOf.slice(0, 7) >= lastMonth ? list : wholeRegister
  if (!speaks)
    return unavailable(
      subject.id,
      list ? words.listTooOld(employer, list, lastMonth) : words.noList(employer, lastMonth),
    )
  const elsewhere = hits.find((hit) => !isOf(hit, employer) && coversAll([hit], [lastMonth]))
  return failed(subject.id, words.notInsuredBy(employer, months, here.at(-1), speaks, elsewhere), evidence)
}

const isOf = (hit: RegisterHit, employer: Employer) =>
  hit.uscc === undefined ? hit.says === employer.name : hit.uscc === employer.uscc

function byEmployer(hits: readonly RegisterHit[]): RegisterHit[][] {
  const groups = new Map<string, RegisterHit[]>()
  for (const hit of hits) groups.set(hit.uscc ?? hit.says, [...(groups.get(hit.uscc ?? hit.says) ?? []), hit])
  return [...groups.values()]
}

/** A09: an enterprise trainee is insured by that enterprise in the months of the training, or by some enterprise where the class names none. */
export function insuredByEmployerCheck(registers: Registers): Check {
  return defineCheck({
    id: 'A09',
    title: { zh: '企业职工由所在企业参保', en: 'Enterprise staff are insured by their enterprise' },
    subject: 'enrolment',
    moments: ['enrolment', 'filing', 'claim', 'payment'],
    action: 'hold',
    onUnavailable: 'note',
    basis: {
      zh: '参照《2023年温州瑞安市职业培训鉴定补贴对象及申领程序》(报名备案时及申领时均须参保)',
      en: 'After Rui’an’s procedure for training subsidies (2023): insured when filed and when claimed',
    },
    confidential: true,
    async run({ tx, subjects, today }) {
      const staff = subjects.filter((subject) => subject.groupCode === ENTERPRISE_STAFF)
      const others = subjects.flatMap(({ id, groupCode }) => {
        if (groupCode === ENTERPRISE_STAFF) return []
        return groupCode === undefined ? unavailable(id, groupUnknown) : notApplicable(id, words.otherGroup)
      })
      const first = staff[0]
      if (!first) return others
      const personIds = staff.map((subject) => subject.personId ?? '')
      const answer = await registers.ask(tx, 'insured-staff', { personIds, during: first.during, today })
      // A class is brought by one organisation.
      const organisation = first.organisationId ? await findOrganisation(tx, first.organisationId) : undefined
      const employer =
        organisation?.kind === 'employer' && organisation.uscc
          ? { name: organisation.name, uscc: organisation.uscc }
          : undefined
      const list = employer && (await listNewestListOf(tx, [employer.uscc])).get(employer.uscc)
      const found = staff.map((subject) =>
        insuredFinding(subject, { months: monthsAsked(subject.during, today), answer, employer, list }),
      )
      return [...others, ...found]
    },
  })
}
