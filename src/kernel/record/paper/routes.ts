import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import { sha256 } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { documentKindOf, type DocumentType, findFile, keepFile } from '../../../platform/files/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { civilDateOf, keptFileName, keptText } from '../../values/public.ts'
import { recordAct } from '../store.ts'
import { attachScan, openScan, paperByCode, papersOf, printPaper, type ScanShown, strikeScan } from './contract.ts'
import { findSubject, formsFor, type Papers, scansRestedOn } from './gather.ts'
import { findForm, isCurrent, type PaperNeeds, startPrinting } from './printing.ts'
import { MOST_SCAN_BYTES, readCode } from './rules.ts'
import {
  findPaperByCode,
  findScan,
  insertScan,
  insertStrike,
  type KeptScan,
  listLastPrints,
  listPapersById,
  listScans,
} from './store.ts'
import { maySeeScan, scanTitle } from './whole-file.ts'
import { refusals } from './words.ts'

/** Forms to print and the scans of their sealed copies. */
export function paperRoutes(needs: PaperNeeds): Route[] {
  const { papers, vault } = needs
  return [
    route(papersOf, async ({ tx, actor, params, now }) => {
      await findSubject(tx, papers, actor, params.kind, params.subjectId)
      const prints = await listLastPrints(tx, params.subjectId)
      const scans = (await listScans(tx, [{ kind: params.kind, id: params.subjectId }])).filter((scan) =>
        maySeeScan(papers, actor, scan),
      )
      return {
        forms: formsFor(papers, actor, params.kind).map((form) => ({
          form: form.id,
          title: form.title,
          full: form.fullMay !== undefined && actor.permissions.has(form.fullMay),
          lastPrintedAt: prints.get(form.id)?.toISOString() ?? null,
          scans: scans.filter((scan) => scan.form === form.id && !scan.struck).length,
        })),
        scans: await showScans(
          tx,
          needs,
          scans,
          await scansRestedOn(tx, papers, params.kind, params.subjectId),
          actor,
          now,
        ),
      }
    }),

    route(printPaper, async ({ tx, actor, params, body, now }) => {
      const { kind, subjectId, form: formId } = params
      const reason = keptText(body.reason)
      const { paper, printId } = await startPrinting(tx, needs, {
        ...body,
        reason,
        kind,
        subjectId,
        formId,
        actor,
        now,
      })
      const query = new URLSearchParams({ print: printId, ...(body.part ? { part: body.part } : {}) })
      return {
        address: `/${tx.district}/paper/${formId}/${subjectId}?${query.toString()}`,
        code: paper.code,
        pages: paper.pages,
      }
    }),

    route(attachScan, async ({ tx, actor, params, query, file, now, newId }) => {
      const subject = { kind: params.kind, id: params.subjectId }
      await findSubject(tx, papers, actor, subject.kind, subject.id)
      const mediaType = readScan(file)
      const title = keptText(query.title ?? '')
      const form = query.form ?? null
      if (form !== null && !formsFor(papers, actor, subject.kind).some((each) => each.id === form))
        throw new Problem('bad-input', refusals.unknownForm)
      if (form === null && [...title].length < 2) throw new Problem('bad-input', refusals.nameNeeded)
      const paperId = query.code ? await paperNamed(tx, query.code, form, subject.id) : null
      const hash = sha256(file)
      const known = await listScans(tx, [subject])
      if (known.some((scan) => !scan.struck && scan.sha256.equals(hash)))
        throw new Problem('conflict', refusals.already)

      const fileId = newId()
      const fileName = keptFileName(query.fileName, 'scan')
      await keepFile(tx, vault, { id: fileId, name: fileName, mediaType, bytes: file, createdBy: actor.accountId })
      const id = newId()
      await insertScan(tx, {
        id,
        subjectKind: subject.kind,
        subjectId: subject.id,
        form,
        paperId,
        title,
        fileId,
        fileName,
        mediaType,
        sizeBytes: file.length,
        sha256: hash,
        organisationId: actor.organisationId,
        accountId: actor.accountId,
        personId: actor.personId,
        businessAt: now,
      })
      await act(tx, 'scan.attached', { scanId: id, subject, actor, now, newId, sha256: hash, form })
      return { scanId: id }
    }),

    route(openScan, async ({ tx, actor, params, now, newId }) => {
      const scan = await getScan(tx, papers, params.scanId, actor)
      const file = await findFile(tx, vault, scan.fileId)
      if (!file) throw new Problem('not-found', refusals.missing)
      const subject = { kind: scan.subjectKind, id: scan.subjectId }
      await act(tx, 'scan.opened', {
        scanId: scan.id,
        subject,
        actor,
        now,
        newId,
        sha256: scan.sha256,
        form: scan.form,
      })
      return { fileName: scan.fileName, bytes: file.bytes }
    }),

    route(strikeScan, async ({ tx, actor, params, body, now, newId }) => {
      const scan = await getScan(tx, papers, params.scanId, actor)
      if (scan.struck) throw new Problem('conflict', refusals.struckAlready)
      if (!mayStrike(scan, actor)) throw new Problem('forbidden', refusals.notYours)
      const rests = (await scansRestedOn(tx, papers, scan.subjectKind, scan.subjectId)).get(scan.id)
      if (rests) throw new Problem('conflict', refusals.restedOn(rests), { code: 'scan-rested-on' })

      const { accountId, personId } = actor
      await insertStrike(tx, { scanId: scan.id, reason: keptText(body.reason), accountId, personId, businessAt: now })
      const subject = { kind: scan.subjectKind, id: scan.subjectId }
      await act(tx, 'scan.struck', {
        scanId: scan.id,
        subject,
        actor,
        now,
        newId,
        sha256: scan.sha256,
        form: scan.form,
      })
      return { scanId: scan.id }
    }),

    route(paperByCode, async ({ tx, actor, params, now }) => {
      const code = readCode(params.code)
      const paper = code === undefined ? undefined : await findPaperByCode(tx, code)
      if (!paper) throw new Problem('not-found', refusals.missing)
      const form = findForm(needs, actor, paper.form)
      const subject = await findSubject(tx, papers, actor, paper.subjectKind, paper.subjectId)
      return {
        code: paper.code,
        title: form.title,
        subject: subject.title,
        page: subject.page,
        firstPrintedOn: civilDateOf(paper.businessAt),
        current: await isCurrent(tx, needs, paper, actor, now),
      }
    }),
  ]
}

/** What a scan is by its own bytes. */
function readScan(bytes: Uint8Array): DocumentType {
  const refuse = (sentence: Sentence): never => {
    throw new Problem('not-acceptable', sentence, { code: 'scan' })
  }
  if (bytes.length === 0) return refuse(refusals.empty)
  if (bytes.length > MOST_SCAN_BYTES) return refuse(refusals.tooLarge(MOST_SCAN_BYTES / 1024 / 1024))
  const known = documentKindOf(bytes)
  if (!known) return refuse(refusals.notAScan)
  return known.whole ? known.type : refuse(refusals.cut(known.name))
}

/** The paper whose code stands on a scanned form. */
async function paperNamed(tx: Tx, typed: string, form: string | null, subjectId: string): Promise<string> {
  const code = readCode(typed)
  if (code === undefined) throw new Problem('bad-input', refusals.notACode(keptText(typed)))
  const paper = await findPaperByCode(tx, code)
  if (!paper || paper.form !== form || paper.subjectId !== subjectId)
    throw new Problem('not-acceptable', refusals.codeOfAnother(code), { code: 'code-of-another-paper' })
  return paper.id
}

async function getScan(tx: Tx, papers: Papers, id: string, actor: Actor): Promise<KeptScan> {
  const scan = await findScan(tx, id)
  if (!scan) throw new Problem('not-found', refusals.missing)
  await findSubject(tx, papers, actor, scan.subjectKind, scan.subjectId)
  if (!maySeeScan(papers, actor, scan)) throw new Problem('not-found', refusals.missing)
  return scan
}

const mayStrike = (scan: KeptScan, actor: Actor) =>
  actor.permissions.has(strikeScan.may) &&
  (actor.organisationId === null || scan.organisationId === actor.organisationId)

async function showScans(
  tx: Tx,
  needs: PaperNeeds,
  scans: readonly KeptScan[],
  rests: ReadonlyMap<string, Sentence>,
  actor: Actor,
  now: Date,
): Promise<ScanShown[]> {
  const known = await listPapersById(
    tx,
    scans.flatMap((scan) => scan.paperId ?? []),
  )
  const currency = new Map<string, boolean>()
  for (const paper of known.values()) currency.set(paper.id, await isCurrent(tx, needs, paper, actor, now))
  return scans.toReversed().map((scan) => {
    const paper = scan.paperId === null ? undefined : known.get(scan.paperId)
    const form = needs.papers.forms.find((each) => each.id === scan.form)
    const title = scanTitle(needs.papers, scan)
    return {
      id: scan.id,
      form: scan.form,
      title: scan.title || !form ? { zh: title, en: title } : form.title,
      fileName: scan.fileName,
      mediaType: scan.mediaType,
      sizeBytes: scan.sizeBytes,
      sha256: scan.sha256.toString('hex'),
      paper: paper ? { code: paper.code, current: currency.get(paper.id) ?? false } : null,
      byBureau: scan.organisationId === null,
      at: scan.businessAt.toISOString(),
      struck: scan.struck ? { reason: scan.struck.reason, at: scan.struck.at.toISOString() } : null,
      restsOn: rests.get(scan.id) ?? null,
      mayStrike: !scan.struck && !rests.has(scan.id) && mayStrike(scan, actor),
    }
  })
}

type Done = {
  readonly scanId: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly actor: Actor
  readonly now: Date
  readonly newId: () => string
  readonly sha256: Buffer
  readonly form: string | null
}

function act(tx: Tx, name: string, { scanId, subject, actor, now, newId, sha256, form }: Done): Promise<void> {
  const detail = { scan: scanId, form, sha256: sha256.toString('hex') }
  return recordAct(tx, {
    id: newId(),
    act: name,
    subjectKind: subject.kind,
    subjectId: subject.id,
    actor,
    at: now,
    detail,
  })
}
