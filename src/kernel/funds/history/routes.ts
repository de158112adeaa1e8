import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { httpWords, type Route, route } from '../../../platform/http/public.ts'
import { csvOf } from '../../../platform/office/public.ts'
import { listIdentityLookups, listOrganisationNames, listPersons } from '../../people/public.ts'
import { parametersOn, schemesOf } from '../../policy/public.ts'
import { type Group, type GroupMember, type GroupTeller, recordAct } from '../../record/public.ts'
import { listOccupationsById } from '../../reference/public.ts'
import { civilDate, civilDateOf, fenFromText, formatYuan, isSkillLevel, levelName } from '../../values/public.ts'
import { tellChanged } from './changed.ts'
import { sayKnown, sayReceipt } from './check-words.ts'
import { rememberColumns } from '../headings/remembering.ts'
import * as contract from './contract.ts'
import { coverageOf } from '../../policy/public.ts'
import { gatherPast } from './gather.ts'
import { importLedger } from './importing.ts'
import { readingKnowledge } from './knowing.ts'
import { keepLookup, keepLookupEvidence } from './lookups.ts'
import { REQUIRED_COLUMNS } from './meanings.ts'
import { insertWordings, listMappings, listWordings } from './remembered-store.ts'
import { windowOf } from './findings.ts'
import { coverageShown, familyShown, outcomeShown, postsOf, sourceShown, sourcesShown } from './showing.ts'
import { findSource, listSources, lockSource, type SourceFilter, withdrawSource } from './source-store.ts'
import { type HistoryTerms, historyTerms } from './terms.ts'
import { holdsLongNumber } from './wordings.ts'
import { pageWords } from './page-words.ts'
import { words } from './words.ts'

const MOST_EXPORTED = 5_000

export type HistoryNeeds = { readonly vault: Vault; readonly groups: readonly GroupTeller[] }

async function termsOn(tx: Tx, now: Date): Promise<HistoryTerms> {
  const on = civilDateOf(now)
  return historyTerms(parametersOn(tx.district, on), { schemes: await schemesOf(tx), on })
}

export function historyRoutes({ vault, groups }: HistoryNeeds): Route[] {
  const tellerOf = (kind: string) => {
    const teller = groups.find((each) => each.kind === kind)
    if (!teller) throw new Problem('not-found', httpWords.notFound)
    return teller
  }
  const groupOf = async (tx: Tx, { kind, groupId }: { kind: string; groupId: string }) => {
    const group = await tellerOf(kind).find(tx, groupId)
    if (!group) throw new Problem('not-found', httpWords.notFound)
    return group
  }

  return [
    route(contract.historyCoverage, async ({ tx, now }) => coverageShown(tx, await termsOn(tx, now), civilDateOf(now))),

    route(contract.listHistorySources, async ({ tx, query, now }) => {
      const found = await listSources(tx, filterOf(query), { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return {
        items: await sourcesShown(tx, await termsOn(tx, now), page),
        next: found.length > page.length ? (page.at(-1)?.id ?? null) : null,
      }
    }),

    route(contract.exportHistorySources, async ({ tx, query, locale, now }) => {
      const found = await listSources(tx, filterOf(query), { limit: MOST_EXPORTED + 1 })
      if (found.length > MOST_EXPORTED) throw new Problem('not-acceptable', words.tooManyToExport(MOST_EXPORTED))
      const lines = await sourcesShown(tx, await termsOn(tx, now), found)
      const { kind, source, families, coversFrom, coversTo, group, rows, amountYuan, state, by, importedOn } =
        pageWords.columns
      const header = [kind, source, families, coversFrom, coversTo, group, rows, amountYuan, state, by, importedOn]
      const bytes = csvOf([
        header.map((title) => title[locale]),
        ...lines.map((line) => [
          pageWords.kinds[line.kind][locale],
          line.source,
          line.families.map((each) => each.label[locale]).join('、'),
          line.coversFrom ?? '',
          line.coversTo,
          line.group?.title[locale] ?? '',
          line.rowCount,
          formatYuan(fenFromText(line.amountFen)).replaceAll(',', ''),
          (line.withdrawn ? pageWords.withdrawn : pageWords.counts)[locale],
          line.by.post[locale],
          civilDateOf(new Date(line.by.at)),
        ]),
      ])
      return { fileName: `${pageWords.exportName[locale]}.csv`, bytes: Buffer.from(bytes) }
    }),

    route(contract.getHistorySource, async ({ tx, params, now }) => {
      const source = await findSource(tx, params.sourceId)
      if (!source) throw new Problem('not-found', httpWords.notFound)
      return sourceShown(tx, await termsOn(tx, now), source)
    }),

    route(contract.importLedgerFile, async ({ tx, actor, query, file, now }) => {
      const terms = await termsOn(tx, now)
      const families = familiesOf(terms, query.families.split(','))
      const [coversFrom, coversTo] = [civilDate(query.coversFrom), civilDate(query.coversTo)]
      if (coversTo > civilDateOf(now)) throw new Problem('bad-input', words.coversLater)
      if (coversFrom > coversTo) throw new Problem('bad-input', words.coversReversed)

      const outcome = await importLedger(
        tx,
        { vault, knowledge: await readingKnowledge(tx, terms) },
        {
          kind: 'ledger',
          bytes: file,
          fileName: query.fileName,
          source: query.source,
          coversFrom,
          coversTo,
          families,
          asked: null,
          actor,
          now,
        },
      )
      return outcomeShown(tx, terms, outcome)
    }),

    route(contract.rememberColumns, ({ tx, actor, body, now, newId }) =>
      rememberColumns(tx, {
        table: 'funds.ledger_mappings',
        columns: body.columns,
        required: REQUIRED_COLUMNS,
        words,
        act: 'history.columns-remembered',
        subjectKind: 'ledger-mapping',
        actor,
        now,
        newId,
      }),
    ),

    route(contract.rememberWordings, async ({ tx, actor, body, now, newId }) => {
      const terms = await termsOn(tx, now)
      await refuseUnknownMeanings(tx, terms, body.wordings)

      const said = body.wordings.map((each) => ({ ...each, id: newId(), accountId: actor.accountId, businessAt: now }))
      await insertWordings(tx, said)
      await recordAct(tx, {
        id: newId(),
        act: 'history.wordings-remembered',
        subjectKind: 'ledger-wording',
        subjectId: said[0]!.id,
        actor,
        at: now,
        detail: { wordings: said.length },
      })
      return { saved: said.length }
    }),

    route(contract.listRemembered, async ({ tx, now }) => {
      const terms = await termsOn(tx, now)
      const mappings = await listMappings(tx)
      const wordings = await listWordings(tx)
      const postOf = await postsOf(
        tx,
        [...mappings, ...wordings].map((each) => each.accountId),
      )
      const by = (each: { accountId: string; businessAt: Date }) => {
        return { post: postOf(each.accountId), at: each.businessAt.toISOString() }
      }
      const labelOf = await labelsOf(tx, terms, wordings)
      return {
        families: terms.families.map(({ code, label }) => ({ code, label })),
        mappings: mappings.map((each) => ({ id: each.id, columns: [...each.columns], by: by(each) })),
        wordings: wordings.map((each) => ({
          id: each.id,
          kind: each.kind,
          wording: each.wording,
          means: each.means,
          label: labelOf(each),
          by: by(each),
        })),
      }
    }),

    route(contract.withdrawHistorySource, async ({ tx, actor, params, body, now, newId }) => {
      const source = await lockSource(tx, params.sourceId)
      if (!source) throw new Problem('not-found', httpWords.notFound)
      if (source.withdrawn) throw new Problem('conflict', words.alreadyWithdrawn, { code: 'already-withdrawn' })

      await withdrawSource(tx, { sourceId: source.id, reason: body.reason, accountId: actor.accountId, at: now })
      await recordAct(tx, {
        id: newId(),
        act: 'history.withdrawn',
        subjectKind: 'history-source',
        subjectId: source.id,
        actor,
        at: now,
        detail: { reason: body.reason },
      })
      await tellChanged(tx, source.id, source.group)
      return { id: source.id }
    }),

    route(contract.openHistoryFile, async ({ tx, actor, params, now, newId }) => {
      const source = await findSource(tx, params.sourceId)
      const file = source?.fileId ? await findFile(tx, vault, source.fileId) : undefined
      if (!source || !file) throw new Problem('not-found', httpWords.notFound)
      await recordAct(tx, {
        id: newId(),
        act: 'history.file-opened',
        subjectKind: 'history-source',
        subjectId: source.id,
        actor,
        at: now,
        detail: { fileId: file.id },
      })
      return { fileName: file.name, bytes: file.bytes }
    }),

    route(contract.listHistoryGroups, async ({ tx, params, query }) => {
      const { search, after, limit } = query
      const found = await tellerOf(params.kind).list(tx, { search, after, limit: limit + 1 })
      const page = found.slice(0, limit)
      return { items: await groupsShown(tx, page), next: found.length > page.length ? (page.at(-1)?.id ?? null) : null }
    }),

    route(contract.getHistoryGroup, async ({ tx, params, now }) => {
      const group = await groupOf(tx, params)
      const terms = await termsOn(tx, now)
      const [line] = await groupsShown(tx, [group])
      return {
        ...line!,
        families: terms.families.map(({ code, label }) => ({ code, label })),
        members: await membersShown(tx, terms, group, now),
      }
    }),

    route(contract.keepEvidence, async ({ tx, actor, query, file }) =>
      keepLookupEvidence(tx, vault, { bytes: file, fileName: query.fileName, actor }),
    ),

    route(contract.recordLookup, async ({ tx, actor, params, body, now }) => {
      const terms = await termsOn(tx, now)
      const group = await groupOf(tx, params)
      const given = body.people.map(({ personId, received }) => ({
        personId,
        received: received.map((each) => ({ ...each, amountFen: fenFromText(each.amountFen) })),
      }))
      familiesOf(
        terms,
        given.flatMap(({ received }) => received.map((each) => each.family)),
      )
      const kept = await keepLookup(tx, vault, {
        group,
        source: body.source,
        checkedOn: civilDate(body.checkedOn),
        families: familiesOf(terms, body.families),
        fileId: body.fileId,
        people: given,
        actor,
        now,
      })
      const [line] = await sourcesShown(tx, terms, [kept])
      return line!
    }),

    route(contract.importProvinceFile, async ({ tx, actor, params, query, file, now }) => {
      const terms = await termsOn(tx, now)
      const checkedOn = civilDate(query.checkedOn)
      if (checkedOn > civilDateOf(now)) throw new Problem('bad-input', words.checkedLater)
      const group = await groupOf(tx, params)
      const lookups = await listIdentityLookups(
        tx,
        group.members.map((member) => member.personId),
      )

      const outcome = await importLedger(
        tx,
        { vault, knowledge: await readingKnowledge(tx, terms) },
        {
          kind: 'province-file',
          bytes: file,
          fileName: query.fileName,
          source: query.source,
          coversFrom: null,
          coversTo: checkedOn,
          families: familiesOf(terms, query.families.split(',')),
          asked: {
            group: { kind: group.kind, id: group.id, title: group.title },
            people: new Map([...lookups].map(([personId, lookup]) => [lookup.toString('hex'), personId])),
          },
          actor,
          now,
        },
      )
      return outcomeShown(tx, terms, outcome)
    }),
  ]
}

function filterOf(query: {
  kind?: 'ledger' | 'province' | undefined
  withdrawn?: 'yes' | 'no' | undefined
  group?: string | undefined
}): SourceFilter {
  return {
    kind: query.kind,
    withdrawn: query.withdrawn === undefined ? undefined : query.withdrawn === 'yes',
    groupId: query.group,
  }
}

/** The families as they were asked for; one that the county does not have is refused. */
function familiesOf(terms: HistoryTerms, codes: readonly string[]): string[] {
  const wrong = codes.find((code) => !terms.families.some((family) => family.code === code))
  if (wrong !== undefined) throw new Problem('bad-input', words.familyNotKnown(wrong))
  return [...new Set(codes)]
}

type Said = {
  readonly kind: 'family' | 'occupation' | 'level'
  readonly wording: string
  readonly means: string | null
}

async function refuseUnknownMeanings(tx: Tx, terms: HistoryTerms, wordings: readonly Said[]): Promise<void> {
  const occupations = await occupationsOf(tx, wordings)
  const items = wordings.flatMap(({ kind, wording, means }, at) => {
    const place = `wordings.${at}`
    if (holdsLongNumber(wording)) return [{ at: place, sentence: words.headingWithNumber }]
    if (means === null) return kind === 'family' ? [{ at: place, sentence: words.familyMustBeSaid(wording) }] : []
    const exists =
      kind === 'family'
        ? terms.families.some((family) => family.code === means)
        : kind === 'level'
          ? isSkillLevel(means)
          : occupations.has(means)
    return exists ? [] : [{ at: place, sentence: words.meansNothing(wording) }]
  })
  if (items.length > 0) throw new Problem('not-acceptable', items[0]!.sentence, { items })
}

const occupationsOf = (tx: Tx, wordings: readonly Said[]) =>
  listOccupationsById(
    tx,
    wordings.flatMap(({ kind, means }) => (kind === 'occupation' && means !== null ? [means] : [])),
  )

/** What a remembered wording means, in words. */
async function labelsOf(tx: Tx, terms: HistoryTerms, wordings: readonly Said[]) {
  const occupations = await occupationsOf(tx, wordings)
  return ({ kind, means }: Said) => {
    if (means === null) return null
    if (kind === 'family') return familyShown(terms)(means).label
    if (kind === 'level') return isSkillLevel(means) ? levelName(means) : null
    const entry = occupations.get(means)
    if (!entry) return { zh: means, en: means }
    const trade = entry.tradeZh === '' ? '' : `(${entry.tradeZh})`
    return { zh: `${entry.nameZh}${trade}`, en: `${entry.nameEn}${trade}` }
  }
}

async function groupsShown(tx: Tx, groups: readonly Group[]): Promise<contract.GroupLine[]> {
  const names = await listOrganisationNames(
    tx,
    groups.map((group) => group.organisationId),
  )
  return groups.map(({ kind, id, title, organisationId, startsOn, endsOn, people }) => ({
    kind,
    id,
    title,
    organisation: names.get(organisationId) ?? '',
    startsOn,
    endsOn,
    people,
  }))
}

/** Everybody of the group with what is known of them, as the checks would see it today. */
async function membersShown(
  tx: Tx,
  terms: HistoryTerms,
  group: Group & { members: readonly GroupMember[] },
  now: Date,
): Promise<contract.HistoryMember[]> {
  const today = civilDateOf(now)
  const personIds = group.members.map((member) => member.personId)
  const persons = await listPersons(tx, personIds)
  const pastOf = await gatherPast(tx, { personIds, groupId: group.id, terms, today })
  const counted = terms.limits.filter((limit) => limit.families.some((family) => terms.own.has(family)))
  const families = [...new Set(counted.flatMap((limit) => limit.families))]
  const window = windowOf({ kind: 'lifetime' }, today, terms.since)
  return group.members.map(({ personId, position }) => {
    const past = pastOf(personId)
    const coverage = coverageOf(past.covers, families, window)
    const person = persons.get(personId)
    return {
      personId,
      position,
      maskedName: person?.maskedName ?? '',
      maskedIdentity: person?.maskedIdentity ?? '',
      known: coverage.kind,
      sentence: sayKnown(past.receipts.length, coverage),
      receipts: past.receipts.map(sayReceipt),
    }
  })
}
