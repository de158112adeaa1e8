import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import type { CivilDate } from '../../values/public.ts'
import type { WhoOf } from '../insured/routes.ts'
import { listOrganisationNames, listPersons } from '../store.ts'
import type { Restriction } from './contract.ts'
import { listReplies, type Reply } from './reply-store.ts'
import { countsFor, mayEnd, mayReply, refusalToHear, stateOf } from './rules.ts'
import type { RestrictionKept } from './store.ts'
import { HEARING_REFUSALS } from './words.ts'

/** Restrictions as the bureau reads them: persons masked, who proposed and who decided. */
export async function restrictionsShown(
  tx: Tx,
  whoOf: WhoOf,
  rows: readonly RestrictionKept[],
  reader: { actor: Actor; today: CivilDate },
): Promise<Restriction[]> {
  const persons = await listPersons(
    tx,
    rows.flatMap((row) => row.personId ?? []),
  )
  const organisations = await listOrganisationNames(
    tx,
    rows.flatMap((row) => row.organisationId ?? []),
  )
  const replies = await listReplies(
    tx,
    rows.map((row) => row.id),
  )
  const who = await whoOf(tx, [
    ...rows.flatMap((row) => row.proposals.flatMap((each) => [each.accountId, each.decision?.accountId ?? []].flat())),
    ...replies.flatMap((each) => [each.accountId, each.hearing?.accountId ?? []].flat()),
  ])
  const replyShown = (row: RestrictionKept, reply: Reply): Restriction['replies'][number] => {
    const { id, way, said, saidOn, accountId, businessAt, file, hearing, recordedBy } = reply
    const imposedBy = row.proposals.find(({ step }) => step === 'impose')?.proposedBy ?? ''
    const refusal = refusalToHear({ heard: hearing !== null, recordedBy, imposedBy }, reader.actor.personId)
    return {
      id,
      way,
      said,
      saidOn,
      by: who(accountId),
      at: businessAt.toISOString(),
      file: file && { name: file.name, mediaType: file.mediaType, sizeBytes: file.sizeBytes },
      hearing: hearing && {
        outcome: hearing.outcome,
        reason: hearing.reason,
        by: who(hearing.accountId),
        at: hearing.businessAt.toISOString(),
      },
      mayNotHear: refusal && refusal !== 'heard' ? HEARING_REFUSALS[refusal] : null,
    }
  }
  return rows.map((row) => {
    const person = persons.get(row.personId ?? '')
    return {
      id: row.id,
      kind: row.kind,
      subject: person
        ? { what: 'person', name: person.maskedName, maskedIdentity: person.maskedIdentity }
        : { what: 'organisation', name: organisations.get(row.organisationId ?? '') ?? '', maskedIdentity: null },
      reason: row.reason,
      document: row.document,
      clause: row.clause,
      from: row.from,
      to: row.to,
      state: stateOf(row, reader.today),
      counts: countsFor(row) ?? null,
      mayEnd: mayEnd(row, reader.today),
      mayReply: mayReply(row, reader.today),
      replies: replies.filter(({ restrictionId }) => restrictionId === row.id).map((reply) => replyShown(row, reply)),
      proposals: row.proposals.map((each) => ({
        id: each.id,
        step: each.step,
        endsOn: each.endsOn,
        reason: each.reason,
        by: who(each.accountId),
        at: each.businessAt.toISOString(),
        own: each.proposedBy === reader.actor.personId,
        decision:
          each.decision && each.outcome
            ? {
                outcome: each.outcome,
                reason: each.decision.reason,
                by: who(each.decision.accountId),
                at: each.decision.businessAt.toISOString(),
              }
            : null,
      })),
    }
  })
}
