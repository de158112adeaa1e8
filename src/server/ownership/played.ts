import pg from 'pg'
import { approveDemoClaim, publishDemoClaim } from '../../../demo/claim-way.ts'
import { lookUpSampleCertificates } from '../../../demo/sample-class.ts'
import { listAccounts } from '../../kernel/access/accounts/contract.ts'
import { giveScope } from '../../kernel/access/scopes/contract.ts'
import { giveDelegation, delegationChoices } from '../../kernel/access/delegations/contract.ts'
import { endEmergency, takeEmergency } from '../../kernel/access/emergencies/contract.ts'
import { givenPng } from '../../kernel/credentials/look-ups/testing.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  listPayableClaims,
  makeBatch,
  signBatch,
} from '../../kernel/funds/batches/contract.ts'
import { listClaims } from '../../kernel/funds/claims/contract.ts'
import { objectorPlace } from '../../kernel/funds/public-notices/object.ts'
import { openCase } from '../../kernel/integrity/cases/contract.ts'
import { drawSample, planSample } from '../../kernel/integrity/samples/contract.ts'
import { addFindingFile, writeFinding } from '../../kernel/integrity/findings/contract.ts'
import { askForClassArchive } from '../../kernel/record/archive/contract.ts'
import { attachScan, printPaper } from '../../kernel/record/paper/contract.ts'
import type { TrailPlace } from '../../kernel/record/public.ts'
import { addAmendmentEvidence, proposeAmendment } from '../../mechanisms/training/amendments/contract.ts'
import { musterOfClass } from '../../mechanisms/training/completion/contract.ts'
import {
  addInspectionPhoto,
  inspectionsOfClass,
  recordInspection,
} from '../../mechanisms/training/inspections/contract.ts'
import { newId } from '../../kernel/values/public.ts'
import { classQueue } from '../../mechanisms/training/filing/contract.ts'
import { vaultOf } from '../../platform/crypto/public.ts'
import { inDistrict } from '../../platform/db/public.ts'
import { givenHouse, givenLetters, givenTaughtClass, LIANDU, type Someone, type TestHouse } from '../testing.ts'
import { givenRow } from './rows.ts'

/** A county in which there is something of everything: one provider's class all the way to its payment and beyond. */
export type Played = {
  readonly house: TestHouse
  /** The superuser's connection. */
  readonly owner: pg.Client
  readonly organisationId: string
  /** One step of every kind that can be walked from the payment. */
  readonly steps: ReadonlyMap<string, string>
  close(): Promise<void>
}

export async function givenPlayedHouse(): Promise<Played> {
  const house = await givenHouse()
  const owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
  const as = (name: string) => house.as(name)
  const [school, clerk, reviewer, deputy, finance, approver, director] = await Promise.all(
    ['school', 'clerk', 'reviewer', 'deputy', 'finance', 'approver', 'director'].map(as),
  )
  const classId = await givenTaughtClass(house, school!, clerk!)
  await amendAndInspect(school!, clerk!, classId)
  await giveTeacherScope(await as('admin'), classId)
  const tell = await givenLetters(house, clerk!, classId, ['pension-payments', 'government-payroll'])
  await tell('pension-payments')
  const { items } = await clerk!.call(listClaims, { query: { status: 'assembled' } })
  const { id: claimId, organisationId } = items[0]!
  await approveDemoClaim(
    { school: school!.call, clerk: clerk!.call, reviewer: reviewer!.call, approver: deputy!.call },
    claimId,
  )
  await house.passTo(await publishDemoClaim(clerk!.call, claimId))
  await lookUpSampleCertificates(clerk!.call, classId)
  const payable = await finance!.call(listPayableClaims)
  const batch = await finance!.call(makeBatch, { body: { claimIds: [payable.lines[0]!.claims[0]!.id] } })
  const params = { batchId: batch.id }
  for (const leader of [approver!, director!])
    await leader.call(signBatch, { params, body: { contentSha256: batch.contentSha256 } })
  await finance!.call(exportBatch, { params })
  const file = (await finance!.call(demonstrationReturnFile, { params })) as Blob
  await finance!.call(applyReturnFile, { params, query: { fileName: '回盘.csv' }, file })

  const ofClass = { kind: 'class', subjectId: classId }
  await school!.call(printPaper, { params: { ...ofClass, form: 'class-application' }, body: {} })
  const scan = { query: { fileName: '盖章件.png', title: '盖章件' }, file: new Blob([new Uint8Array(givenPng(7))]) }
  await school!.call(attachScan, { params: ofClass, ...scan })
  await clerk!.call(openCase, { body: { groupId: classId, reason: '核对签到与影像' } })
  const auditor = await as('auditor')
  const { id: findingId } = await auditor.call(writeFinding, {
    body: {
      kind: 'class',
      subject: classId,
      found: '签到与影像不符',
      rule: '培训协议第五条',
      severity: 'minor',
      remedy: '核实',
      dueOn: '2022-12-31',
      forOrganisation: false,
    },
  })
  await auditor.call(addFindingFile, { params: { findingId }, query: { fileName: '影像.png' }, file: scan.file })
  const plan = { population: 'payment', purpose: '抽查支付', stratifiedBy: null, take: 3 }
  const { id: sampleId } = await auditor.call(planSample, { body: plan })
  await house.sealing.seal(LIANDU)
  await auditor.call(drawSample, { params: { sampleId } })
  const { absent, deputies } = await clerk!.call(delegationChoices)
  await clerk!.call(giveDelegation, {
    body: {
      absentPersonId: absent[0]!.personId,
      deputyPersonId: deputies.find(({ posts }) => posts.includes('finance'))!.personId,
      posts: ['clerk'],
      from: '2022-12-01',
      to: '2022-12-02',
      reason: '年休假',
    },
  })
  const taken = { role: 'clerk' as const, minutes: 5, reason: '经办出差,急需审核开班', ticket: 'GD-2022-1' }
  const { id: emergencyId } = await finance!.call(takeEmergency, { body: taken })
  await finance!.call(classQueue, { query: {} })
  await finance!.call(endEmergency, { params: { emergencyId } })
  await auditor.call(askForClassArchive, { params: { classId }, body: { reason: '移交审计组归档' } })
  await fillWhatIsEmpty(house, owner, organisationId)
  const steps = await stepsFrom(house, owner)
  return {
    house,
    owner,
    organisationId,
    steps,
    async close() {
      await owner.end()
      await house.close()
    },
  }
}

async function giveTeacherScope(admin: Someone, classId: string): Promise<void> {
  const { items } = await admin.call(listAccounts, { query: { role: 'instructor', limit: 1 } })
  const body = { kind: 'class' as const, subjectId: classId, from: '2026-01-01', to: null, reason: '只带这个班' }
  await admin.call(giveScope, { params: { accountId: items[0]!.id }, body })
}

/** An amendment of the class's attendance that waits for its answer, and an inspection with its photo that waits for its second inspector. */
async function amendAndInspect(school: Someone, clerk: Someone, classId: string): Promise<void> {
  const params = { classId }
  const photo = { query: { fileName: '照片.png' }, file: new Blob([new Uint8Array(givenPng(8))]) }
  const { people } = await school.call(musterOfClass, { params })
  const absent = people.flatMap(({ signs }) => signs).find((sign) => sign?.credit === 'absent')!
  const { evidenceId } = await school.call(addAmendmentEvidence, { params, ...photo })
  const signs = [{ signId: absent.id, becomes: 'present' as const }]
  await school.call(proposeAmendment, { params, body: { signs, reason: '教师点名册上有签字', evidenceId } })
  const { sessions } = await clerk.call(inspectionsOfClass, { params })
  const count = { sessionId: sessions[0]!.id, at: sessions[0]!.from, headCount: 38, note: '' }
  const { id: inspectionId } = await clerk.call(recordInspection, { params, body: count })
  await clerk.call(addInspectionPhoto, { params: { classId, inspectionId }, ...photo })
}

/** What nobody has played is made up, in an order in which it rests on each other. */
const MADE_UP = [
  'people.restrictions',
  'people.restriction_proposals',
  'people.restriction_replies',
  'people.restriction_reply_files',
  'people.correction_requests',
  'people.insured_imports',
  'people.insured_employers',
  'credentials.screenshots',
  'policy.scheme_drafts',
  'policy.draft_revisions',
  'policy.scheme_proposals',
  'integrity.case_conclusions',
  'integrity.case_evidence',
  'integrity.overrides',
  'integrity.override_files',
  'funds.account_corrections',
  'funds.recoveries',
  'funds.redecisions',
  'funds.redecision_files',
  'funds.trials',
  'funds.history_sources',
  'funds.province_lists',
  'funds.province_imports',
  'funds.reconciliations',
  'funds.reconciliation_lines',
  'funds.person_reports',
  'training.live_sessions',
  'training.class_photos',
]

/** Their file is any that is kept. */
const WITH_A_FILE = [
  'people.correction_requests',
  'integrity.case_evidence',
  'integrity.override_files',
  'funds.redecision_files',
  'funds.history_sources',
  'funds.province_imports',
  'credentials.screenshots',
  'people.restriction_reply_files',
  'training.class_photos',
]

async function fillWhatIsEmpty({ keys }: TestHouse, owner: pg.Client, organisationId: string): Promise<void> {
  for (const table of MADE_UP) {
    const { rowCount } = await owner.query(`select 1 from ${table} where district = ${LIANDU} limit 1`)
    if (!rowCount)
      await givenRow(owner, table, LIANDU, (await isOwned(owner, table)) ? { organisation_id: organisationId } : {})
  }
  const files = `select id from files.files where district = ${LIANDU} limit 1`
  for (const table of WITH_A_FILE)
    await owner.query(`update ${table} set file_id = (${files}) where district = ${LIANDU}`)
  for (const table of ['training.sheet_uploads', 'training.roster_imports'])
    await owner.query(`update ${table} set marked_file_id = file_id where district = ${LIANDU}`)
  const id = newId()
  const sealed = vaultOf(keys).seal(objectorPlace(LIANDU, id), '某某')
  await givenRow(owner, 'funds.objections', LIANDU, { id, objector_sealed: sealed })
  await givenRow(owner, 'outbox.events', LIANDU, { gave_up_at: new Date() })
}

/** Whether the rows of a table say whose they are. */
export async function isOwned(owner: pg.Client, table: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    "select 1 from pg_attribute where attrelid = $1::regclass and attname = 'organisation_id'",
    [table],
  )
  return Boolean(rowCount)
}

async function stepsFrom(house: TestHouse, owner: pg.Client): Promise<Map<string, string>> {
  const { rows } = await owner.query(`select id from funds.batch_lines where district = ${LIANDU} order by id limit 1`)
  const steps = new Map<string, string>()
  const waiting: TrailPlace[] = [{ kind: 'payment', id: rows[0].id }]
  await inDistrict(house.connection.db, LIANDU, async (tx) => {
    for (let place = waiting.shift(); place; place = waiting.shift()) {
      if (steps.has(place.kind)) continue
      const step = await house.walking.step(tx, place, null)
      if (!step) continue
      steps.set(place.kind, place.id)
      waiting.push(...step.restsOn, ...step.leadsTo)
    }
  })
  return steps
}
