import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { type Actor, httpWords, type Route, route } from '../../../platform/http/public.ts'
import { type Integrity, tellingTo } from '../../../kernel/integrity/public.ts'
import { findOrganisation, findPersonIds, openIdentityNumbers } from '../../../kernel/people/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { findOccupation } from '../../../kernel/reference/public.ts'
import { type CivilDate, civilDateOf } from '../../../kernel/values/public.ts'
import { type ClassRow, getClassRow, lockClass } from '../classes/public-to-room.ts'
import { STATUS_WORDS, statusAfter } from '../classes/states.ts'
import {
  openMarkedRoster,
  rosterImports,
  rosterOfClass,
  type RosterOutcome,
  rosterTemplate,
  uploadRoster,
} from './contract.ts'
import { teachersOf } from '../timetable/material.ts'
import { enrolEverybody, keepImport } from './importing.ts'
import { isJudgedAlike, judgedByOf } from './judged-by.ts'
import { emptyRoster, readRosterFile } from './reading.ts'
import { knownNames } from './known-names.ts'
import {
  identityNumbersOn,
  type JudgedRoster,
  judgeRoster,
  type PersonGroup,
  readRoster,
  type RosterTerms,
} from './rules.ts'
import { postsOf, showEnrolments } from './showing.ts'
import { findImport, listImports, listRosterPage, type RosterImport } from './store.ts'
import { refusals, sheet } from './words.ts'

export type RosterNeeds = {
  readonly vault: Vault
  readonly integrity: Integrity
  /** The list of person groups, in its order. */
  readonly personGroups: (tx: Tx) => Promise<readonly PersonGroup[]>
  readonly isDemonstration: (district: number) => boolean
}

export function rosterRoutes(needs: RosterNeeds): Route[] {
  return [
    route(uploadRoster, async ({ tx, actor, params, query, file, now }) => {
      const asked = await getClassRow(tx, actor, params.classId)
      refuseUnlessOwn(asked, actor)
      const today = civilDateOf(now)
      const maxRows = parametersOn(tx.district, today).get('roster.maxRows').value
      const grid = await readRosterFile(file, query.fileName, maxRows)
      // Held from here: two people with the same file take turns, and nobody files the class meanwhile.
      const ofClass = await lockClass(tx, actor, asked.id)
      refuseUnlessOwn(ofClass, actor)

      const terms = await termsOf(tx, needs, ofClass, today)
      const read = readRoster(grid, terms)
      if ('unfit' in read) throw new Problem('not-acceptable', read.unfit, { code: 'roster-unfit' })
      const known = await knownNamesOn(tx, needs.vault, ofClass.id, identityNumbersOn(read))
      const judged = judgeRoster(read, terms, known)

      const [latest] = await listImports(tx, ofClass.id, { limit: 1 })
      if (latest && isSameUpload(latest, ofClass, sha256(file), judged)) {
        const post = await postsOf(tx, [latest.accountId])
        const alreadyBy = { post: post(latest.accountId), at: latest.businessAt.toISOString() }
        return outcomeOf(latest, judged, alreadyBy)
      }
      const upload = { ofClass, bytes: file, fileName: query.fileName, grid, judged, actor, now }
      const kept = await keepImport(tx, needs.vault, upload)
      if (kept.outcome === 'imported') await enrolEverybody(tx, needs, upload, kept)
      return outcomeOf(kept, judged, null)
    }),

    route(rosterOfClass, async ({ tx, actor, params, query }) => {
      const { id } = await getClassRow(tx, actor, params.classId)
      const found = await listRosterPage(tx, id, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      const tell = tellingTo(actor.organisationId, needs.integrity.checks)
      const items = await showEnrolments(tx, id, page, await needs.personGroups(tx), tell)
      return { items, next: found.length > page.length ? String(page.at(-1)?.seq) : null }
    }),

    route(rosterImports, async ({ tx, actor, params, query }) => {
      const { id, rosterImportId } = await getClassRow(tx, actor, params.classId)
      const found = await listImports(tx, id, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      const postOf = await postsOf(
        tx,
        page.map((each) => each.accountId),
      )
      const items = page.map((each) => ({
        importId: each.id,
        outcome: each.outcome,
        current: each.id === rosterImportId,
        fileName: each.fileName,
        rowCount: each.rowCount,
        errors: each.marks.filter((mark) => mark.kind === 'error').length,
        doubts: each.marks.filter((mark) => mark.kind === 'doubt').length,
        markedFileId: each.markedFileId,
        by: { post: postOf(each.accountId), at: each.businessAt.toISOString() },
      }))
      return { items, next: found.length > page.length ? (page.at(-1)?.id ?? null) : null }
    }),

    route(openMarkedRoster, async ({ tx, actor, params, now, newId }) => {
      const { id } = await getClassRow(tx, actor, params.classId)
      const kept = await findImport(tx, params.importId)
      if (kept?.classId !== id) throw notFound()
      const file = kept.markedFileId === null ? undefined : await findFile(tx, needs.vault, kept.markedFileId)
      if (!file) throw new Problem('not-found', refusals.noMarkedWorkbook, { code: 'no-marked-workbook' })
      await recordAct(tx, {
        id: newId(),
        act: 'roster.marked-workbook-opened',
        subjectKind: 'class',
        subjectId: id,
        actor,
        at: now,
        detail: { importId: kept.id, fileId: file.id },
      })
      return { fileName: file.name, bytes: file.bytes }
    }),

    route(rosterTemplate, async () => ({ fileName: sheet.templateFile, bytes: await emptyRoster() })),
  ]
}

const notFound = () => new Problem('not-found', httpWords.notFound)

/** A roster is changed by the class's own provider, while its plan may still change. */
function refuseUnlessOwn(ofClass: ClassRow, { organisationId }: Actor): void {
  if (ofClass.organisationId !== organisationId) throw notFound()
  if (statusAfter(ofClass.status, 'change') === undefined)
    throw new Problem('conflict', refusals.classClosed(STATUS_WORDS[ofClass.status]), { code: 'class-closed' })
}

async function termsOf(tx: Tx, needs: RosterNeeds, ofClass: ClassRow, today: CivilDate): Promise<RosterTerms> {
  const parameters = parametersOn(tx.district, today)
  const provider = await findOrganisation(tx, ofClass.organisationId)
  const occupation = await findOccupation(tx, ofClass.occupationId)
  return {
    providerName: provider?.name ?? '',
    occupationNames: [occupation?.nameZh ?? '', occupation?.tradeZh ?? ''].filter((name) => name !== ''),
    level: ofClass.level,
    startsOn: ofClass.startsOn,
    endsOn: ofClass.endsOn,
    today,
    minimumAge: parameters.get('roster.minimumAge').value,
    maxRows: parameters.get('roster.maxRows').value,
    groups: await needs.personGroups(tx),
    teachers: new Set((await openIdentityNumbers(tx, needs.vault, await teachersOf(tx, ofClass))).values()),
    demonstration: needs.isDemonstration(tx.district),
  }
}

/** What the district calls whom it knows of these identity numbers. */
async function knownNamesOn(tx: Tx, vault: Vault, classId: string, identityNumbers: readonly string[]) {
  const personIds = await findPersonIds(tx, vault, identityNumbers)
  const names = await knownNames(tx, classId, [...personIds.values()])
  return new Map(
    [...personIds].flatMap(([number, id]) => {
      const known = names.get(id)
      return known ? [[number, known.name] as const] : []
    }),
  )
}

/** Whether the newest upload was of these bytes and came to this; the class may have changed since, and then it is judged anew. */
function isSameUpload(latest: RosterImport, ofClass: ClassRow, hash: Buffer, judged: JudgedRoster): boolean {
  const outcome = judged.rows.length > 0 ? 'imported' : 'refused'
  const stands = outcome === 'refused' || latest.id === ofClass.rosterImportId
  const alike = isJudgedAlike(latest.judgedBy, judgedByOf(ofClass, judged.named))
  return (
    alike && latest.sha256.equals(hash) && latest.outcome === outcome && stands && textOf(latest) === textOf(judged)
  )
}

/** Marks as one text; the database keeps an object's keys in its own order. */
function textOf({ marks }: Pick<JudgedRoster, 'marks'>): string {
  return JSON.stringify(marks.map((mark) => [mark.seq, mark.sheetRow, mark.column, mark.kind, mark.sentence.zh]))
}

function outcomeOf(kept: RosterImport, judged: JudgedRoster, alreadyBy: RosterOutcome['alreadyBy']): RosterOutcome {
  return {
    importId: kept.id,
    outcome: kept.outcome,
    rowCount: kept.rowCount,
    marks: [...judged.marks],
    markedFileId: kept.markedFileId,
    notes: [...judged.notes],
    alreadyBy,
  }
}
