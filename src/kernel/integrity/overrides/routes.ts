import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, httpWords, type Route, route } from '../../../platform/http/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { whoOf } from '../../access/public.ts'
import { listOrganisationNames } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { addDays, type CivilDate, civilDate, civilDateOf, keptText, newId } from '../../values/public.ts'
import { decide, maxDaysOn, propose, reminderDaysOn } from './acts.ts'
import * as contract from './contract.ts'
import { addPaper, openPaper } from '../papers/beside.ts'
import { mayWithdraw, stateOf } from './rules.ts'
import { overridesShown, type ShowingNeeds } from './shown.ts'
import {
  countOverrides,
  countEnding,
  countWaiting,
  findOverride,
  insertWithdrawal,
  listOverrides,
  type Override,
  OVERRIDE_PAPERS,
} from './store.ts'
import { words } from './words.ts'

/** What is told when what counts of a group's overrides has changed. An expiry is announced ahead, on the page. */
export const OVERRIDE_CHANGED = 'override.changed'
export type OverrideChanged = { readonly groupIds: readonly string[] }

const MOST_COUNTED = 100

const by = ({ personId, accountId }: Actor) => ({ personId, accountId })

export function overrideRoutes(needs: ShowingNeeds & { readonly vault: Vault }): Route[] {
  const { checks, vault } = needs

  async function shown(tx: Tx, id: string, actor: Actor, today: CivilDate): Promise<contract.Override> {
    return (await overridesShown(tx, needs, [await getOverride(tx, id)], { actor, today }))[0]!
  }

  const tell = (tx: Tx, override: Pick<Override, 'id' | 'groupId'>, id: string) => {
    const body: OverrideChanged = { groupIds: [override.groupId] }
    return announce(tx, { id, kind: OVERRIDE_CHANGED, subjectId: override.groupId, body })
  }

  return [
    route(contract.listOverrides, async ({ tx, actor, query, now }) => {
      const today = civilDateOf(now)
      const filter = {
        state: query.state,
        checkId: query.check,
        organisationId: query.organisation,
        endsBy: query.ending ? addDays(today, reminderDaysOn(tx, today)) : undefined,
        today,
      }
      const found = await listOverrides(tx, filter, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return {
        items: await overridesShown(tx, needs, page, { actor, today }),
        next: found.length > page.length ? page.at(-1)!.id : null,
      }
    }),

    route(contract.countOverrides, async ({ tx, actor, now }) => {
      const today = civilDateOf(now)
      const counted = await countOverrides(tx)
      const names = await listOrganisationNames(
        tx,
        counted.byOrganisation.map(({ key }) => key),
      )
      const who = await whoOf(
        tx,
        counted.byAccount.map(({ key }) => key),
      )
      const waits = actor.permissions.has(contract.decideOverride.may)
      const titleOf = (checkId: string) => checks.find(({ id }) => id === checkId)?.title ?? { zh: '', en: '' }
      return {
        waiting: waits ? await countWaiting(tx, today, actor.personId, MOST_COUNTED) : 0,
        ending: await countEnding(tx, today, reminderDaysOn(tx, today), actor.personId, MOST_COUNTED),
        byCheck: counted.byCheck.map(({ key, ...n }) => ({ id: key, title: titleOf(key), ...n })),
        byOrganisation: counted.byOrganisation.map(({ key, ...n }) => ({ id: key, name: names.get(key) ?? '', ...n })),
        byPerson: counted.byAccount.map(({ key, ...n }) => ({ ...who(key), ...n })),
      }
    }),

    route(contract.overrideDefaults, async ({ tx, now }) => {
      const today = civilDateOf(now)
      const maxDays = maxDaysOn(tx, today)
      return { latest: addDays(today, maxDays), maxDays }
    }),

    route(contract.proposeOverride, async ({ tx, actor, body, now }) => {
      const today = civilDateOf(now)
      const said = {
        document: keptText(body.document),
        reason: keptText(body.reason),
        evidence: keptText(body.evidence),
        expiresOn: civilDate(body.expiresOn),
      }

      const made = await propose(tx, needs, { ...said, id: newId(), resultId: body.resultId, ...by(actor), now })

      const { id, checkId, subjectKind, subjectId, expiresOn } = made
      const detail = { check: checkId, subjectKind, subjectId, expiresOn }
      const act = { act: 'override.proposed', subjectKind: 'override', subjectId: id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail })
      return shown(tx, id, actor, today)
    }),

    route(contract.decideOverride, async ({ tx, actor, params, body, now }) => {
      const override = await getOverride(tx, params.overrideId)
      const today = civilDateOf(now)

      await decide(tx, needs, override, { outcome: body.outcome, reason: keptText(body.reason), ...by(actor), now })

      const act = { act: `override.${body.outcome}`, subjectKind: 'override', subjectId: override.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now })
      if (body.outcome === 'confirmed') await tell(tx, override, newId())
      return shown(tx, override.id, actor, today)
    }),

    route(contract.addOverrideFile, async ({ tx, actor, params, query, file, now, newId }) => {
      const override = await getOverride(tx, params.overrideId)
      if (!['waiting', 'in-force'].includes(stateOf(override, civilDateOf(now))))
        throw new Problem('conflict', words.settled, { code: 'settled' })
      const by = { papers: OVERRIDE_PAPERS, vault, of: { kind: 'override', id: override.id }, actor, now, newId }
      const given = { bytes: file, fileName: query.fileName, refused: words.fileRefused }
      return addPaper(tx, { ...by, act: 'override.file-added' }, given)
    }),

    route(contract.openOverrideFile, async ({ tx, actor, params, now, newId }) => {
      const of = { kind: 'override', id: params.overrideId }
      const by = { papers: OVERRIDE_PAPERS, vault, of, act: 'override.file-opened', actor, now, newId }
      return openPaper(tx, by, { id: params.fileId, missing: words.noSuchFile })
    }),

    route(contract.withdrawOverride, async ({ tx, actor, params, body, now }) => {
      const override = await getOverride(tx, params.overrideId)
      const today = civilDateOf(now)

      if (!mayWithdraw(override, actor.personId, today))
        throw new Problem('conflict', words.notWithdrawable, { code: 'not-withdrawable' })

      await insertWithdrawal(tx, override, { ...by(actor), businessAt: now, reason: keptText(body.reason) })
      const act = { act: 'override.withdrawn', subjectKind: 'override', subjectId: override.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now })
      if (override.outcome === 'confirmed') await tell(tx, override, newId())
      return shown(tx, override.id, actor, today)
    }),
  ]
}

async function getOverride(tx: Tx, id: string): Promise<Override> {
  const override = await findOverride(tx, id)
  if (!override) throw new Problem('not-found', httpWords.notFound)
  return override
}
