import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { httpWords, type Route, route } from '../../../platform/http/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDate, keptText } from '../../values/public.ts'
import * as contract from './contract.ts'
import { importInsuredList } from './importing.ts'
import { tellOf } from '../told.ts'
import { listEmployersNamed, listOwnPeopleOn } from './spells-store.ts'
import { findInsuredImportById, type InsuredImport, listInsuredImports, withdrawInsuredImport } from './store.ts'
import { words } from './words.ts'

export type WhoOf = (
  tx: Tx,
  accountIds: readonly string[],
) => Promise<(accountId: string) => { name: string; post: Sentence }>

/** `whoOf` tells who stands behind an account; access lies above people and hands it in. */
export function insuredRoutes(needs: { vault: Vault; whoOf: WhoOf }): Route[] {
  const shown = (tx: Tx, rows: readonly InsuredImport[]) => listsShown(tx, needs.whoOf, rows)
  return [
    route(contract.listInsuredLists, async ({ tx, query }) => {
      const found = await listInsuredImports(tx, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return { items: await shown(tx, page), next: found.length > page.length ? page.at(-1)!.id : null }
    }),

    route(contract.uploadInsuredList, async ({ tx, actor, query, file, now, newId }) => {
      const id = newId()
      const kept = await importInsuredList(tx, needs.vault, {
        id,
        bytes: file,
        fileName: query.fileName,
        asOf: civilDate(query.asOf),
        source: keptText(query.source),
        actor,
        now,
      })
      if (kept.id === id) await tellOfList(tx, id, words.listCame)
      return { list: (await shown(tx, [kept]))[0]!, already: kept.id !== id }
    }),

    route(contract.withdrawInsuredList, async ({ tx, actor, params, body, now, newId }) => {
      const list = await findInsuredImportById(tx, params.importId)
      if (!list) throw new Problem('not-found', httpWords.notFound)
      const withdrawn = { at: now, accountId: actor.accountId, reason: keptText(body.reason) }

      if (!(await withdrawInsuredImport(tx, list.id, withdrawn)))
        throw new Problem('conflict', words.withdrawnAlready, { code: 'insured-list-withdrawn' })

      await recordAct(tx, {
        id: newId(),
        act: 'insured-list.withdrawn',
        subjectKind: 'insured-list',
        subjectId: list.id,
        actor,
        at: now,
        detail: { reason: withdrawn.reason },
      })
      await tellOfList(tx, list.id, words.listWithdrawn)
      return (await shown(tx, [{ ...list, withdrawn }]))[0]!
    }),
  ]
}

/** Tells of everybody of ours whom the list names. */
async function tellOfList(tx: Tx, importId: string, because: Sentence): Promise<void> {
  await tellOf(tx, importId, { because, personIds: await listOwnPeopleOn(tx, importId), organisationId: null })
}

async function listsShown(tx: Tx, whoOf: WhoOf, rows: readonly InsuredImport[]): Promise<contract.InsuredList[]> {
  const employers = await listEmployersNamed(
    tx,
    rows.map((row) => row.id),
  )
  const who = await whoOf(
    tx,
    rows.flatMap((row) => [row.accountId, ...(row.withdrawn ? [row.withdrawn.accountId] : [])]),
  )
  return rows.map((row) => ({
    id: row.id,
    fileName: row.fileName,
    source: row.source,
    asOf: row.asOf,
    rowCount: row.rowCount,
    employers: employers.get(row.id) ?? { count: 0, firstName: '' },
    by: who(row.accountId),
    at: row.businessAt.toISOString(),
    withdrawn: row.withdrawn && {
      by: who(row.withdrawn.accountId),
      at: row.withdrawn.at.toISOString(),
      reason: row.withdrawn.reason,
    },
  }))
}
