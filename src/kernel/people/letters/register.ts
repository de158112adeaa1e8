import type { ParametersInForce } from '../../record/public.ts'
import type { CivilDate } from '../../values/public.ts'
import type { Register, RegisterHit } from '../registers.ts'
import { LETTER_REGISTERS } from './columns.ts'
import { covers } from './rules.ts'
import { type HitRow, listHitsAbout } from './hit-store.ts'
import { listNewestAnswers } from './answer-store.ts'
import { trailWords } from './words.ts'

/** The county's parameters on a day; policy resolves them, above this room. */
export type ParametersOn = (district: number, on: CivilDate) => ParametersInForce

export function freshDaysOn(parametersOn: ParametersOn, district: number, today: CivilDate): number {
  return Number(parametersOn(district, today).get('letters.freshDays').value)
}

/**
 * What the answers to comparison letters know. Whoever is in an answered letter whose data cover the training has been
 * compared; a hit counts whatever its age.
 */
export function lettersRegister(needs: { parametersOn: ParametersOn }): Register[] {
  return LETTER_REGISTERS.map((name) => ({
    name,
    async ask(tx, { personIds, during, today }) {
      const need = { during, today, freshDays: freshDaysOn(needs.parametersOn, tx.district, today) }
      const newest = await listNewestAnswers(tx, name, personIds)
      const compared = newest.filter(({ asOf }) => covers(name, asOf, need))
      const hits = new Map<string, RegisterHit[]>()
      for (const hit of await listHitsAbout(tx, name, personIds))
        hits.set(hit.personId, [...(hits.get(hit.personId) ?? []), registerHit(hit)])
      return {
        compared: new Map(compared.map(({ personId, office, asOf }) => [personId, { source: office, asOf }])),
        hits,
      }
    },
  }))
}

/** A start the office did not say is taken for one before any training. */
function registerHit({ id, from, to, says, office, asOf }: HitRow): RegisterHit {
  const evidence = { label: trailWords.evidence, kind: 'register-hit', id }
  return { from: from ?? '', to, says, source: office, asOf, evidence }
}
