import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import type { ConstraintWords, Route } from '../../../platform/http/public.ts'
import { type Ask, route } from '../../../platform/http/public.ts'
import { columnLetters, csvOf } from '../../../platform/office/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { findPersonIdsByLookup } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDate, civilDateOf, fenFromText, formatYuan } from '../../values/public.ts'
import { listGroupsClaimedFor } from '../claims/store.ts'
import { settleGroup, type SettlingNeeds } from '../claims/settle-group.ts'
import { rememberColumns } from '../headings/remembering.ts'
import * as contract from './contract.ts'
import { countChangedOnList } from './changed-facts.ts'
import { exportList } from './export-list.ts'
import { importProvinceFile } from './importing.ts'
import { findImport, listImports, listNewlyPaid } from './import-store.ts'
import { findList, findOpenList, listGroupsListed, listListsBy, lockList } from './list-store.ts'
import { REQUIRED_COLUMNS } from './meanings.ts'
import { pageWords } from './page-words.ts'
import { PROVINCE_PAID } from './paid.ts'
import { findLine, insertSettlement, listLines } from './lines-store.ts'
import { findReconciliation } from './reconcile-store.ts'
import { reconcile } from './reconciling.ts'
import { type GivenListReview, reviewList, takeListBack } from './review-list.ts'
import { mayEndWith } from './rules.ts'
import {
  listedList,
  schemeOf,
  shownDifference,
  shownImports,
  shownLines,
  shownList,
  shownReconciliation,
} from './showing.ts'
import { schemesOf } from '../../policy/public.ts'
import { words } from './words.ts'

const MOST_EXPORTED = 20_000

export const provinceConstraintWords: ConstraintWords = {
  province_list_hands_pkey: words.oneDuty,
  each_review_once_on_a_list: words.reviewedAlready,
  one_open_list_a_group_and_scheme: words.openAlready,
}

export type ProvinceNeeds = SettlingNeeds & { readonly vault: Vault }

export function provinceRoutes(needs: ProvinceNeeds): Route[] {
  return [...listRoutes(needs), ...importRoutes(needs), ...reconciliationRoutes()]
}

function listRoutes(needs: ProvinceNeeds): Route[] {
  const review = async (ask: Ask<typeof contract.reviewListInitially>, duty: GivenListReview['duty']) => {
    const { tx, actor, params, body, now } = ask
    const given = { ...body, listId: params.listId, seenSha256: body.contentSha256, actor, now, duty }
    const status = await reviewList(tx, given)
    if (status === 'returned') await listAnewWhatChanged(tx, needs, params.listId, now)
    return { status }
  }
  return [
    route(contract.provinceSchemes, async ({ tx }) => ({ items: (await schemesOf(tx)).atTheProvince() })),

    route(contract.listProvinceLists, async ({ tx, query }) => {
      const found = await listListsBy(tx, query, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return { items: page.map(listedList), next: found.length > page.length ? (page.at(-1)?.id ?? null) : null }
    }),

    route(contract.getProvinceList, async ({ tx, actor, params, now }) => {
      const list = await findList(tx, params.listId)
      if (!list) throw new Problem('not-found', words.listMissing)
      return shownList(tx, list, actor, now)
    }),

    route(contract.reviewListInitially, (ask) => review(ask, 'initial-review')),
    route(contract.reviewListSecondly, (ask) => review(ask, 'second-review')),

    route(contract.takeListBack, async ({ tx, actor, params, body, now }) => {
      const given = { listId: params.listId, reasons: body.reasons, seenSha256: body.contentSha256, actor, now }
      const status = await takeListBack(tx, given)
      await listAnewWhatChanged(tx, needs, params.listId, now)
      return { status }
    }),

    route(contract.listAgain, async ({ tx, actor, params, now, newId }) => {
      const list = await lockList(tx, params.listId)
      if (!list) throw new Problem('not-found', words.listMissing)
      if (list.status !== 'returned') throw new Problem('conflict', words.notReturned(list.status))
      if (await findOpenList(tx, list.groupId, list.scheme)) throw new Problem('conflict', words.openAlready)

      await settleGroup(tx, needs, { kind: list.factKind, groupId: list.groupId, now, again: true })

      const made = await findOpenList(tx, list.groupId, list.scheme)
      if (!made) throw new Problem('conflict', words.nothingMade)
      await recordAct(tx, {
        id: newId(),
        act: 'province-list.listed-again',
        subjectKind: 'province-list',
        subjectId: made.id,
        actor,
        at: now,
        detail: { from: list.number, number: made.number },
      })
      return { id: made.id, number: made.number }
    }),

    route(contract.exportProvinceList, async ({ tx, actor, params, body, now }) => {
      const { list, fileName, bytes, first } = await exportList(tx, needs.vault, { ...params, ...body, actor, now })
      // Whom the province must know from now on.
      if (first) await reconcile(tx, list.scheme, now)
      return { fileName, bytes }
    }),
  ]
}

/** A list that was returned after its records had changed is made anew from them at once. */
async function listAnewWhatChanged(tx: Tx, needs: SettlingNeeds, listId: string, now: Date): Promise<void> {
  const list = await findList(tx, listId)
  if (!list || (await countChangedOnList(tx, list)) === 0) return
  await settleGroup(tx, needs, { kind: list.factKind, groupId: list.groupId, now, again: true })
}

function importRoutes({ vault }: ProvinceNeeds): Route[] {
  return [
    route(contract.listProvinceImports, async ({ tx, query }) => {
      const found = await listImports(tx, query.scheme, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return {
        items: await shownImports(tx, page),
        next: found.length > page.length ? (page.at(-1)?.id ?? null) : null,
      }
    }),

    route(contract.importProvinceFile, async ({ tx, actor, query, file, now, newId }) => {
      const { scheme } = query
      if (!(await schemeOf(tx, scheme))) throw new Problem('not-found', words.schemeMissing(scheme))

      const given = { bytes: file, fileName: query.fileName, scheme, asOf: civilDate(query.asOf), actor, now }
      const outcome = await importProvinceFile(tx, vault, { ...given, whole: query.whole === 'yes' })
      if (outcome.kind === 'columns') {
        const columns = outcome.columns.map(({ column, text, key, meaning, said, samples }) => {
          return { column: columnLetters(column), heading: text, key, meaning, said, samples: [...samples] }
        })
        return { outcome: 'columns' as const, headerRow: outcome.headerRow, columns, missing: [...outcome.missing] }
      }

      const [shown] = await shownImports(tx, [outcome.file])
      if (!outcome.before) {
        await reconcile(tx, scheme, now)
        const personIds = [...(await findPersonIdsByLookup(tx, await listNewlyPaid(tx, outcome.file.id))).values()]
        const about = { personIds, organisationId: null }
        const groupIds = [...(await listGroupsClaimedFor(tx, about)), ...(await listGroupsListed(tx, about))]
        const body = { groupIds: [...new Set(groupIds)] }
        await announce(tx, { id: newId(), kind: PROVINCE_PAID, subjectId: outcome.file.id, body })
      }
      return { outcome: 'imported' as const, file: shown!, before: outcome.before }
    }),

    route(contract.rememberProvinceColumns, ({ tx, actor, body, now, newId }) =>
      rememberColumns(tx, {
        table: 'funds.province_mappings',
        columns: body.columns,
        required: REQUIRED_COLUMNS,
        words,
        act: 'province-file.columns-remembered',
        subjectKind: 'province-mapping',
        actor,
        now,
        newId,
      }),
    ),

    route(contract.openProvinceFile, async ({ tx, actor, params, now, newId }) => {
      const kept = await findImport(tx, { id: params.importId })
      const file = kept && (await findFile(tx, vault, kept.fileId))
      if (!kept || !file) throw new Problem('not-found', words.importMissing)

      await recordAct(tx, {
        id: newId(),
        act: 'province-file.opened',
        subjectKind: 'province-import',
        subjectId: kept.id,
        actor,
        at: now,
        detail: { sha256: kept.sha256.toString('hex') },
      })
      return { fileName: kept.fileName, bytes: file.bytes }
    }),
  ]
}

function reconciliationRoutes(): Route[] {
  return [
    route(contract.getReconciliation, async ({ tx, query }) =>
      shownReconciliation(tx, await knownScheme(tx, query.scheme)),
    ),

    route(contract.reconcileNow, async ({ tx, body, now }) => {
      const scheme = await knownScheme(tx, body.scheme)
      await reconcile(tx, scheme.scheme, now)
      return shownReconciliation(tx, scheme)
    }),

    route(contract.listDifferences, async ({ tx, query }) => {
      const run = await findReconciliation(tx, (await knownScheme(tx, query.scheme)).scheme)
      const found = run ? await listLines(tx, run.id, query, { after: query.after, limit: query.limit + 1 }) : []
      const page = found.slice(0, query.limit)
      return { items: await shownLines(tx, page), next: found.length > page.length ? (page.at(-1)?.id ?? null) : null }
    }),

    route(contract.exportDifferences, async ({ tx, query, locale, now }) => {
      const run = await findReconciliation(tx, (await knownScheme(tx, query.scheme)).scheme)
      const found = run ? await listLines(tx, run.id, query, { limit: MOST_EXPORTED + 1 }) : []
      if (found.length > MOST_EXPORTED) throw new Problem('not-acceptable', words.tooManyToExport(MOST_EXPORTED))
      const { columns, kinds, states, standing, lineStates, outcomes, exportName } = pageWords
      const yuan = (fen: string | null | undefined) => (fen ? formatYuan(fenFromText(fen)).replaceAll(',', '') : '')
      const header = [
        columns.kind,
        columns.person,
        columns.identity,
        columns.reference,
        columns.here,
        columns.hereFen,
        columns.theirReference,
        columns.thereState,
        columns.thereFen,
        columns.paidOn,
        columns.other,
        columns.stands,
        columns.outcome,
        columns.reason,
        columns.document,
      ].map((title) => title[locale])
      const lines = found.map(({ kind, maskedName, maskedIdentity, here, there, other, state, settlement }) => [
        kinds[kind][locale],
        maskedName,
        maskedIdentity,
        here?.reference ?? '',
        here ? standing[here.standing][locale] : '',
        yuan(here?.amountFen),
        there?.reference ?? '',
        there ? states[there.state][locale] : '',
        yuan(there && (there.paidFen ?? there.amountFen)),
        there?.paidOn ?? '',
        other ? `${other.label[locale]} ${yuan(other.amountFen)}` : '',
        lineStates[state][locale],
        settlement ? outcomes[settlement.outcome][locale] : '',
        settlement?.reason ?? '',
        settlement ? [settlement.document, settlement.askedOn ?? ''].filter(Boolean).join(' ') : '',
      ])
      const bytes = new TextEncoder().encode(csvOf([header, ...lines]))
      return { fileName: `${exportName[locale]}-${civilDateOf(now)}.csv`, bytes }
    }),

    route(contract.getDifference, async ({ tx, params }) => {
      const line = await findLine(tx, params.lineId)
      if (!line) throw new Problem('not-found', words.lineMissing)
      return shownDifference(tx, line)
    }),

    route(contract.settleDifference, async ({ tx, actor, params, body, now, newId }) => {
      const { says, outcome, reason, document, askedOn } = body
      const line = await findLine(tx, params.lineId)
      if (!line) throw new Problem('not-found', words.lineMissing)
      if (line.says !== says) throw new Problem('conflict', words.saidOtherwise, { code: 'said-otherwise' })
      if (!mayEndWith(line.kind, outcome)) throw new Problem('not-acceptable', words.outcomeNotHere)
      if (outcome === 'asked' && (askedOn === null || document === ''))
        throw new Problem('not-acceptable', words.askedNeeds, { code: 'asked-needs' })

      const { accountId, personId } = actor
      const settlement = { id: newId(), outcome, reason, document, askedOn, personId, accountId, at: now }
      await insertSettlement(tx, line, settlement)
      await recordAct(tx, {
        id: newId(),
        act: 'reconciliation.settled',
        subjectKind: 'reconciliation-line',
        subjectId: line.id,
        actor,
        at: now,
        detail: { scheme: line.scheme, kind: line.kind, about: line.about, outcome, reason, document, askedOn },
      })
      return shownDifference(tx, (await findLine(tx, line.id))!)
    }),
  ]
}

async function knownScheme(tx: Tx, scheme: string) {
  const known = await schemeOf(tx, scheme)
  if (!known) throw new Problem('not-found', words.schemeMissing(scheme))
  return known
}
