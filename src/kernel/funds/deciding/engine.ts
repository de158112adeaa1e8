import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import {
  type DecidingDates,
  type Facts,
  type PolicyFact,
  parametersOn,
  type Scheme,
  schemesOf,
} from '../../policy/public.ts'
import type { Claimable } from './claimable.ts'

/** What funds asks of policy: the schemes of a district that answer to a trigger for these dates, ready to decide. */
export type PolicyEngine = {
  schemes(tx: Tx, trigger: string, dates: DecidingDates): Promise<readonly ReadyScheme[]>
}

export type ReadyScheme = Pick<Scheme, 'pack' | 'sha256' | 'program' | 'onUnavailable'>

/**
 * The packs that come with the platform and those the county has published. Parameters are those of the day the version
 * is chosen by.
 */
export const policyEngine: PolicyEngine = {
  schemes: async (tx, trigger, dates) =>
    (await schemesOf(tx)).answering(trigger, dates, parametersOn(tx.district, decidingDay(dates))),
}

function decidingDay(dates: DecidingDates): CivilDate {
  const day = dates.training ?? dates.certificate ?? dates.enrolment ?? dates.claim
  if (day === undefined) throw new RangeError('a fact needs a date to be decided by')
  return day
}

/** The dates a recorded fact is decided by, on the day it is claimed. */
export function decidingDates(fact: PolicyFact, body: Claimable, today: CivilDate): DecidingDates {
  const { enrolment, certificate = fact.occurredOn } = body.dates ?? {}
  return {
    training: civilDate(body.during.from),
    certificate: civilDate(certificate),
    claim: today,
    ...(enrolment ? { enrolment: civilDate(enrolment) } : {}),
  }
}

/** The facts a scheme reads, and nothing else: what a decision is kept with. */
export function readBy(scheme: ReadyScheme, facts: Facts): Facts {
  return Object.fromEntries(scheme.program.slots.flatMap(({ key }) => (facts[key] ? [[key, facts[key]]] : [])))
}
