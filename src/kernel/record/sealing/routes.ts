import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { httpWords, type Route, route } from '../../../platform/http/public.ts'
import { recordAct } from '../store.ts'
import type { Checkpoint } from './checkpoint.ts'
import { readCheckpoint } from './checkpoint.ts'
import { askForVerification, getSeals, lastSeal, proofOfStep, type SealShape } from './contract.ts'
import { proofWords } from './proof-words.ts'
import { proveRow } from './proving.ts'
import type { Sealing } from './sealing.ts'
import { findLeaf } from './leaf-store.ts'
import { findLastSeal, findSeal } from './store.ts'
import { insertVerification, listVerifications } from './verification-store.ts'
import type { TrailPlace } from '../trails.ts'
import type { Walking } from '../walking.ts'
import { pageWords } from './page-words.ts'

export type SealingRouteNeeds = {
  readonly sealing: Sealing
  readonly walking: Walking
  readonly whoOf: (
    tx: Tx,
    accountIds: readonly string[],
  ) => Promise<(accountId: string) => { name: string; post: Sentence }>
}

const SHOWN_VERIFICATIONS = 10

/** The sealed table whose rows are such steps themselves. */
export const tableOf = ({ sealed }: Pick<Sealing, 'sealed'>, kind: string) =>
  sealed.find(({ trail }) => trail !== null && 'kind' in trail && trail.kind === kind && trail.by === 'id')

/** Under which seal the row of a step is; null where such steps are no sealed rows of their own. */
export async function sealOfStep(
  tx: Tx,
  sealing: Pick<Sealing, 'sealed'>,
  { kind, id }: TrailPlace,
): Promise<{ seal: SealShape | null } | null> {
  const source = tableOf(sealing, kind)
  if (!source) return null
  const leaf = await findLeaf(tx, source.table, id)
  const seal = leaf && (await findSeal(tx, leaf.seal))
  return { seal: seal ? shown(seal) : null }
}

export function sealingRoutes({ sealing, walking, whoOf }: SealingRouteNeeds): Route[] {
  return [
    route(lastSeal, async ({ tx }) => {
      const seal = await findLastSeal(tx)
      return { seal: seal ? shown(seal) : null }
    }),

    route(proofOfStep, async ({ tx, actor, params }) => {
      const source = tableOf(sealing, params.kind)
      const step = actor.organisationId === null ? await walking.step(tx, params, null) : undefined
      if (!source || !step) throw new Problem('not-found', httpWords.notFound)
      const proof = await proveRow(tx, sealing, source.table, params.id)
      if (!proof) throw new Problem('conflict', proofWords.notSealed, { code: 'not-sealed-yet' })
      const bytes = Buffer.from(`${JSON.stringify(proof, null, 2)}\n`)
      return { fileName: `封存证明-${params.kind}-${params.id}.json`, bytes }
    }),

    route(getSeals, async ({ tx }) => {
      const seal = await findLastSeal(tx)
      const line = await sealing.outside.last(tx.district).catch(() => undefined)
      const verifications = await listVerifications(tx, SHOWN_VERIFICATIONS)
      const who = await whoOf(
        tx,
        verifications.map(({ accountId }) => accountId),
      )
      const last = verifications.find(({ result }) => result !== null)
      return {
        seal: seal ? shown(seal) : null,
        outside: line === undefined ? null : (readCheckpoint(line)?.number ?? null),
        verifications: verifications.map(({ id, accountId, status, askedAt, endedAt, progress, result }) => ({
          id,
          by: who(accountId),
          status,
          askedAt: askedAt.toISOString(),
          endedAt: endedAt?.toISOString() ?? null,
          progress,
          rows: result?.rows ?? null,
          differing: result?.differing ?? null,
        })),
        last:
          last?.result && last.endedAt
            ? {
                id: last.id,
                endedAt: last.endedAt.toISOString(),
                by: who(last.accountId),
                rows: last.result.rows,
                differing: last.result.differing,
                waiting: last.result.waiting,
                comparisons: [...last.result.comparisons],
                differences: [...last.result.differences],
              }
            : null,
      }
    }),

    route(askForVerification, async ({ tx, actor, now, newId }) => {
      const [newest] = await listVerifications(tx, 1)
      if (newest?.status === 'asked' || newest?.status === 'running')
        throw new Problem('conflict', pageWords.underWay, { code: 'verification-under-way' })

      const id = newId()
      await insertVerification(tx, { id, accountId: actor.accountId, personId: actor.personId })
      await recordAct(tx, {
        id: newId(),
        act: 'record.verified',
        subjectKind: 'verification',
        subjectId: id,
        actor,
        at: now,
      })
      return { id }
    }),
  ]
}

function shown({ number, size, root, sealedAt, keyId }: Checkpoint): SealShape {
  return { number, size, root: root.toString('hex'), sealedAt: sealedAt.toISOString(), keyId }
}
