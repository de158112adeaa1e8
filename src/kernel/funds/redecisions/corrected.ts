import type { Tx } from '../../../platform/db/public.ts'
import { type KeptDecision, type KeptFacts, listHeadsOfVersions, schemesOf } from '../../policy/public.ts'
import { claimOf } from './deciding.ts'
import type { z } from 'zod'
import type { listCorrected } from './contract.ts'
import { MOST_AT_ONCE } from './rules.ts'

/** More than these are told once the first have been decided anew. */
const MOST_DECISIONS = 5_000

type Group = z.infer<typeof listCorrected.returns>['groups'][number]

/** Decisions by versions that a later one corrects, from the day it corrects them on, class by class. */
export async function groupsCorrected(tx: Tx): Promise<Group[]> {
  const groups: Group[] = []
  for (const { scheme, version, title, corrects, clauses } of (await schemesOf(tx)).corrections()) {
    const clause = clauses[corrects.cite]
    const heads = await listHeadsOfVersions(tx, scheme, corrects.versions, MOST_DECISIONS)
    const concerned = heads.filter(({ facts }) => ((facts as KeptFacts).on ?? '') >= corrects.from)
    for (const [groupId, decisions] of byGroup(concerned)) {
      const claim = await claimOf(tx, decisions.slice(0, 1))
      if (!claim) continue
      groups.push({
        groupId,
        title: claim.title,
        schemeTitle: title,
        was: decisions[0]?.schemeVersion ?? '',
        now: version,
        from: corrects.from,
        clause: {
          zh: `${clause?.doc ?? ''}${clause?.article ?? ''}`,
          en: `${clause?.doc ?? ''} ${clause?.article ?? ''}`,
        },
        decisionIds: decisions.slice(0, MOST_AT_ONCE).map(({ id }) => id),
      })
    }
  }
  return groups
}

function byGroup(decisions: readonly KeptDecision[]): Map<string, KeptDecision[]> {
  const groups = new Map<string, KeptDecision[]>()
  for (const decision of decisions) groups.set(decision.groupId, [...(groups.get(decision.groupId) ?? []), decision])
  return groups
}
