import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { leaveWork } from '../../../platform/outbox/public.ts'
import { contentHash, schemesOf } from '../../policy/public.ts'
import { civilDateOf, yearOf } from '../../values/public.ts'
import { askingOf } from './asking.ts'
import { draftToTry, readAsked } from './asked.ts'
import { casesShown, decideAlone } from './case-shown.ts'
import * as contract from './contract.ts'
import { exportedCases, exportedTrial } from './export.ts'
import { findCase, findCases } from './finding.ts'
import { isUnderWay, MOST_UNDER_WAY, SOURCES } from './rules.ts'
import { programsBeside, type RunningNeeds, sidesOf } from './running.ts'
import { hashOf, labelsOf, namedOf, trialShown, trialsShown } from './showing.ts'
import { countUnderWay, findTrial, insertTrial, listTrials, type TrialRow, TRIALS } from './store.ts'
import { words } from './words.ts'

async function getTrial(tx: Tx, id: string): Promise<TrialRow> {
  const trial = await findTrial(tx, id)
  if (!trial) throw new Problem('not-found', words.notFound)
  return trial
}

/** A trial that has cases to look at. */
async function withCases(tx: Tx, id: string) {
  const trial = await getTrial(tx, id)
  const { names, tally } = trial
  if (!names || !tally || !['running', 'done'].includes(trial.status))
    throw new Problem('conflict', words.noCases, { code: 'trial-without-cases' })
  return { ...trial, names, tally }
}

/** A scheme is tried on what happened before it is published. */
export function trialRoutes(needs: Pick<RunningNeeds, 'suppliers' | 'gather'>): Route[] {
  return [
    route(contract.listTrialChoices, async ({ tx, query, now }) => {
      const schemes = await schemesOf(tx)
      const year = yearOf(civilDateOf(now)) - 1
      return {
        draft: query.draft === undefined ? null : await draftToTry(tx, query.draft),
        schemes: schemes.titles().map(({ scheme, title }) => ({
          scheme,
          title,
          versions: schemes.versions
            .filter(({ pack }) => pack.scheme === scheme)
            .sort((a, b) => (a.pack.version < b.pack.version ? 1 : -1))
            .map(({ pack, document }) => ({
              sha256: contentHash(document),
              version: pack.version,
              title: pack.title,
              from: pack.inForce.from,
              to: pack.inForce.to ?? null,
            })),
        })),
        from: `${year}-01-01`,
        to: `${year}-12-31`,
      }
    }),

    route(contract.askForTrial, async ({ tx, actor, body, now, newId }) => {
      const asked = await readAsked(tx, body)
      if ((await countUnderWay(tx, actor.accountId)) >= MOST_UNDER_WAY)
        throw new Problem('conflict', words.manyUnderWay(MOST_UNDER_WAY), { code: 'trials-under-way' })

      const id = newId()
      await insertTrial(tx, {
        id,
        scheme: asked.pack.scheme,
        factKind: asked.pack.trigger,
        afterNamed: namedOf(asked.after),
        beforeNamed: asked.before === null ? null : namedOf(asked.before),
        afterDocument: asked.after,
        afterSha256: hashOf(asked.after),
        draftId: body.draftId ?? null,
        beforeDocument: asked.before,
        beforeSha256: asked.before === null ? null : hashOf(asked.before),
        valuesOn: asked.valuesOn,
        from: asked.from,
        to: asked.to,
        accountId: actor.accountId,
        personId: actor.personId,
        businessAt: now,
      })
      return { id }
    }),

    route(contract.listTrials, async ({ tx, actor, query }) => {
      const found = await listTrials(tx, { draftId: query.draft }, { after: query.after, limit: query.limit + 1 })
      const items = found.slice(0, query.limit)
      return {
        items: await trialsShown(tx, items, actor.accountId),
        next: found.length > query.limit ? items.at(-1)!.id : null,
      }
    }),

    route(contract.getTrial, async ({ tx, actor, params }) =>
      trialShown(tx, await getTrial(tx, params.trialId), actor.accountId),
    ),

    route(contract.cancelTrial, async ({ tx, actor, params }) => {
      const trial = await getTrial(tx, params.trialId)
      if (trial.accountId !== actor.accountId)
        throw new Problem('conflict', words.notYours, { code: 'trial-of-another' })
      if (!isUnderWay(trial.status) || !(await leaveWork(tx, TRIALS, trial.id, 'cancelled')))
        throw new Problem('conflict', words.over, { code: 'trial-is-over' })
      return {}
    }),

    route(contract.listTrialCases, async ({ tx, params, query }) => {
      const trial = await withCases(tx, params.trialId)
      const page = await findCases(tx, trial, query, query)
      const label = await labelsOf(tx, trial.tally.codes)
      return { items: await casesShown(tx, trial, page.items, label), next: page.next }
    }),

    route(contract.getTrialCase, async ({ tx, params }) => {
      const trial = await withCases(tx, params.trialId)
      const found = await findCase(tx, trial, params.factId)
      if (!found) throw new Problem('not-found', words.notFound)
      const [shown] = await casesShown(tx, trial, [found], await labelsOf(tx, trial.tally.codes))
      const sides = sidesOf(trial, await programsBeside(tx))
      const alone = await decideAlone(tx, trial, sides, {
        factId: found.factId,
        on: shown!.on,
        asking: (slots) => askingOf(needs, slots, trial.factKind),
      })
      if (!alone) throw new Problem('not-found', words.notFound)
      return {
        ...shown!,
        source: SOURCES[found.source]!,
        beforeExplained: alone.before,
        afterExplained: alone.after,
        facts: alone.told,
      }
    }),

    route(contract.exportTrial, async ({ tx, params, query, locale, now }) =>
      exportedTrial(tx, await getTrial(tx, params.trialId), query, { locale, now }),
    ),

    route(contract.exportTrialCases, async ({ tx, params, query, locale, now }) =>
      exportedCases(tx, await getTrial(tx, params.trialId), query, { locale, now }),
    ),
  ]
}
