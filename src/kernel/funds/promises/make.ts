import type { Tx } from '../../../platform/db/public.ts'
import { type AnswerDocument, readAnswer } from '../../policy/public.ts'
import { addDays, civilDate, newId } from '../../values/public.ts'
import type { DecidedScheme } from '../deciding/decide-group.ts'
import type { Entitlement } from '../deciding/store.ts'
import { insertStatusEvents } from '../status/store.ts'
import { insertInstalments, insertPromises, type Instalment, listPromisesOfGroup, type Promised } from './store.ts'

/**
 * The promises of a group's entitlements: of whoever is due the first of several instalments, the others, each with its day.
 * Made once for a person and scheme; those of one group that fall due together are one round.
 */
export async function makePromises(
  tx: Tx,
  { scheme, decided }: DecidedScheme,
  entitlements: ReadonlyMap<string, Entitlement>,
  now: Date,
): Promise<void> {
  if (!scheme.pack.instalments) return
  const promised: Promised[] = []
  const instalments: Omit<Instalment, 'status' | 'because'>[] = []
  const rounds = new Map<string, string>()
  const groupId = decided[0]?.fact.groupId ?? ''
  const known = new Set((await listPromisesOfGroup(tx, groupId, scheme.pack.scheme)).map(({ subjectId }) => subjectId))
  for (const { fact, body, decision } of decided) {
    const entitlement = entitlements.get(decision.id)
    const { instalment } = readAnswer(decision.trace as AnswerDocument).trace
    if (!entitlement || !instalment || instalment.number !== 1 || known.has(fact.subjectId)) continue
    const promise: Promised = {
      id: newId(),
      decisionId: decision.id,
      factId: fact.id,
      personId: fact.personId,
      groupId,
      subjectId: fact.subjectId,
      organisationId: body.organisationId,
      scheme: scheme.pack.scheme,
      schemeVersion: scheme.pack.version,
      schemeTitle: scheme.pack.title,
      fund: body.fund,
      title: body.groupTitle,
      amountFen: entitlement.amountFen,
      instalments: instalment.count,
      businessAt: now,
    }
    promised.push(promise)
    instalment.dues.slice(1).forEach((dueOn, at) => {
      const next = civilDate(instalment.dues[at + 2] ?? instalment.end)
      const round = `${at} ${dueOn}`
      if (!rounds.has(round)) rounds.set(round, newId())
      instalments.push({
        id: newId(),
        promiseId: promise.id,
        roundId: rounds.get(round)!,
        number: at + 2,
        dueOn,
        endsOn: addDays(next, -1),
        amountFen: entitlement.amountFen,
      })
    })
  }
  await insertPromises(tx, promised)
  await insertInstalments(tx, instalments)
  await insertStatusEvents(
    tx,
    instalments.map(({ id }) => ({
      id: newId(),
      subjectKind: 'instalment',
      subjectId: id,
      from: null,
      to: 'promised',
      personId: null,
      note: '',
      businessAt: now,
    })),
  )
}
