import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { freezeBy } from './rules.ts'
import { type FreezingRow, holdGates, listFreezingCases } from './freeze-store.ts'
import { freezeWords } from './words.ts'

/** A group whose claims may be frozen, and who brings it. */
export type FreezeAsk = { readonly groupId: string; readonly organisationId: string }

export type Freeze = {
  readonly caseId: string
  readonly number: string
  readonly by: 'class' | 'provider'
  readonly sentence: Sentence
}

/** The freeze on a group, if there is one; a case about the group itself before one about another of its provider. */
export async function findFreeze(tx: Tx, ask: FreezeAsk): Promise<Freeze | undefined> {
  return (await freezesOn(tx, [ask]))(ask)
}

/** The same for many groups, in one question. */
export async function freezesOn(tx: Tx, asked: readonly FreezeAsk[]): Promise<(ask: FreezeAsk) => Freeze | undefined> {
  const rows = await listFreezingCases(
    tx,
    asked.map(({ organisationId }) => organisationId),
  )
  return (ask) => {
    const found = rows.flatMap((row) => freezeOf(row, ask) ?? [])
    return found.find(({ by }) => by === 'class') ?? found[0]
  }
}

/** A list never asks for more; a district with as many open cases has other worries. */
const MOST_CASES = 1000

/** Everything that is frozen now: groups, and organisations with all of theirs. */
export async function listFrozenNow(
  tx: Tx,
): Promise<{ readonly groupIds: readonly string[]; readonly organisationIds: readonly string[] }> {
  const rows = await listFreezingCases(tx, 'all', MOST_CASES)
  const elsewhere = (organisationId: string) => ({ groupId: '', organisationId })
  return {
    groupIds: [...new Set(rows.map(({ groupId }) => groupId))],
    organisationIds: [
      ...new Set(rows.flatMap((row) => (freezeBy(row, elsewhere(row.organisationId)) ? [row.organisationId] : []))),
    ],
  }
}

/**
 * Before money of these organisations is moved on: whoever opens a case about one of them waits until the mover has
 * committed, and whoever moves sees every case that was opened before. Taken before any claim is locked.
 */
export async function holdFreezes(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  await holdGates(tx, organisationIds)
}

function freezeOf(row: FreezingRow, ask: FreezeAsk): Freeze | undefined {
  const by = freezeBy(row, ask)
  return by && { caseId: row.id, number: row.number, by, sentence: freezeWords[by](row.number) }
}
