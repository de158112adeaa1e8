import { Problem } from '../../../platform/contract/public.ts'
import { httpWords, type Route, route } from '../../../platform/http/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { type CivilDate, civilDateOf } from '../../../kernel/values/public.ts'
import { getProvider } from '../agreements/provider.ts'
import { listSitesOf } from '../agreements/store.ts'
import * as contract from './contract.ts'
import { askedFor, coverageBy, problemsOfDocument, stateOf } from './rules.ts'
import { type DocumentRow, findDocument, insertDocument, listDocumentsOf, withdraw } from './store.ts'
import { words } from './words.ts'

export function documentRoutes(): Route[] {
  return [
    route(contract.listDocuments, async ({ tx, actor, params, now }) => {
      const { id } = await getProvider(tx, actor, params.organisationId)
      const today = civilDateOf(now)
      const { kinds, remindDays } = parametersOn(tx.district, today).get('provider.documents').value
      const rows = await listDocumentsOf(tx, id)
      const sites = await listSitesOf(tx, id)

      const siteName = (siteId: string | null) => sites.find((site) => site.id === siteId)?.name ?? null
      const papers = rows.filter((row) => row.withdrawnReason === null)
      const asked = askedFor(
        kinds,
        sites.map((site) => site.id),
      )
      return {
        kinds: [...kinds],
        documents: rows.map((row) => shown(row, { kinds, remindDays, today, siteName })),
        missing: asked
          .filter((each) => coverageBy(each, papers, [today]).is !== 'covered')
          .map(({ kind, siteId }) => words.missing(kind.label, siteName(siteId))),
      }
    }),

    route(contract.fileDocument, async ({ tx, actor, params, body, now, newId }) => {
      const { id: organisationId } = await getProvider(tx, actor, params.organisationId)
      const { kinds } = parametersOn(tx.district, civilDateOf(now)).get('provider.documents').value
      const siteIds = new Set((await listSitesOf(tx, organisationId)).map((site) => site.id))

      const problems = problemsOfDocument(body, { kinds, siteIds })
      if (problems.length > 0) throw new Problem('not-acceptable', words.notFiled, { items: problems })

      const id = newId()
      const [validFrom, validTo] = [body.validFrom as CivilDate, body.validTo as CivilDate]
      await insertDocument(tx, { ...body, id, organisationId, validFrom, validTo }, { by: actor.accountId, at: now })
      await recordAct(tx, {
        id: newId(),
        act: 'provider-document.filed',
        subjectKind: 'organisation',
        subjectId: organisationId,
        actor,
        at: now,
        detail: { documentId: id, kind: body.kind, validFrom, validTo },
      })
      return { id }
    }),

    route(contract.withdrawDocument, async ({ tx, actor, params, body, now, newId }) => {
      const document = await findDocument(tx, params.documentId)
      if (!document) throw new Problem('not-found', httpWords.notFound)
      await getProvider(tx, actor, document.organisationId)

      if (!(await withdraw(tx, document.id, body.reason, now)))
        throw new Problem('conflict', words.alreadyWithdrawn, { code: 'document-withdrawn' })
      await recordAct(tx, {
        id: newId(),
        act: 'provider-document.withdrawn',
        subjectKind: 'organisation',
        subjectId: document.organisationId,
        actor,
        at: now,
        detail: { documentId: document.id, reason: body.reason },
      })
      return { id: document.id }
    }),
  ]
}

type Showing = {
  readonly kinds: readonly contract.DocumentKind[]
  readonly remindDays: number
  readonly today: CivilDate
  readonly siteName: (siteId: string | null) => string | null
}

function shown(row: DocumentRow, { kinds, remindDays, today, siteName }: Showing): contract.ProviderDocument {
  const { id, number, validFrom, validTo, siteId, withdrawnReason } = row
  const label = kinds.find((kind) => kind.code === row.kind)?.label ?? { zh: row.kind, en: row.kind }
  const state = stateOf({ validFrom, validTo, withdrawn: withdrawnReason !== null }, today, remindDays)
  const site = siteId === null ? null : { id: siteId, name: siteName(siteId) ?? '' }
  return { id, kind: { code: row.kind, label }, site, number, validFrom, validTo, state, withdrawnReason }
}
