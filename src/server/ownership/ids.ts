import type pg from 'pg'
import type { Role } from '../../kernel/access/permissions.ts'
import { contentHash, shippedSchemes } from '../../kernel/policy/public.ts'
import { newId } from '../../kernel/values/public.ts'
import type { Endpoint } from '../../platform/contract/public.ts'
import { isOwned } from './played.ts'
import { givenRow } from './rows.ts'

/**
 * Where real ids come from: for the parameters of a path, the row that they name together. The first rule whose path is
 * the beginning of an endpoint's, and which knows all of its parameters, is the endpoint's. An endpoint without a rule
 * fails the test: say here what its ids are of.
 */
type Rule = {
  readonly path: string
  readonly from: string
  readonly params: Readonly<Record<string, string>>
  readonly where?: string
}

const RULES: readonly Rule[] = [
  { path: '/accounts/:accountId', from: 'access.accounts', params: { accountId: 'id' }, where: "name = 'school'" },
  {
    path: '/accounts/:accountId/roles',
    from: 'access.role_grants',
    params: { accountId: 'account_id', grantId: 'id' },
    where: "role = 'provider'",
  },
  {
    path: '/accounts/:accountId/scopes',
    from: 'access.scopes',
    params: { accountId: 'account_id', scopeId: 'id' },
  },
  { path: '/trials/:trialId', from: 'funds.trials', params: { trialId: 'id' } },
  {
    path: '/trials/:trialId/cases',
    from: 'funds.trials t join policy.facts f using (district)',
    params: { trialId: 't.id', factId: 'f.id' },
  },
  { path: '/batches/:batchId', from: 'funds.batches', params: { batchId: 'id' } },
  {
    path: '/batches/:batchId/return-files',
    from: 'funds.return_files',
    params: { batchId: 'batch_id', returnFileId: 'id' },
  },
  { path: '/budget/lines/:lineId', from: 'funds.budget_lines', params: { lineId: 'id' } },
  { path: '/cases/:caseId', from: 'integrity.cases', params: { caseId: 'id' } },
  {
    path: '/cases/:caseId/conclusions',
    from: 'integrity.case_conclusions',
    params: { caseId: 'case_id', conclusionId: 'id' },
  },
  {
    path: '/cases/:caseId/files',
    from: 'integrity.case_evidence',
    params: { caseId: 'case_id', evidenceId: 'id' },
    where: 'file_id is not null',
  },
  { path: '/certificates/look-ups/groups/:groupId', from: 'funds.claims', params: { groupId: 'group_id' } },
  { path: '/certificates/look-ups/screenshots', from: 'credentials.screenshots', params: { screenshotId: 'id' } },
  { path: '/claims/:claimId', from: 'funds.claims', params: { claimId: 'id' } },
  {
    path: '/claims/:claimId/people',
    from: 'funds.claim_people',
    params: { claimId: 'claim_id', decisionId: 'decision_id' },
  },
  { path: '/delegations', from: 'access.delegations', params: { delegationId: 'id' } },
  { path: '/emergencies/:emergencyId', from: 'access.emergencies', params: { emergencyId: 'id' } },
  {
    path: '/emergencies/:emergencyId/uses',
    from: 'access.emergency_uses',
    params: { emergencyId: 'emergency_id', useId: 'id' },
  },
  { path: '/findings/:findingId', from: 'integrity.findings', params: { findingId: 'id' } },
  {
    path: '/findings/:findingId/files',
    from: 'integrity.finding_files',
    params: { findingId: 'finding_id', fileId: 'id' },
  },
  { path: '/follow-ups', from: 'outbox.events', params: { followUpId: 'id' }, where: 'gave_up_at is not null' },
  { path: '/samples/:sampleId', from: 'integrity.samples', params: { sampleId: 'id' } },
  {
    path: '/samples/:sampleId/items',
    from: 'integrity.sample_items',
    params: { sampleId: 'sample_id', itemId: 'id' },
  },
  { path: '/funds/history/groups', from: 'funds.claims', params: { kind: "'class'", groupId: 'group_id' } },
  { path: '/funds/history/sources', from: 'funds.history_sources', params: { sourceId: 'id' } },
  { path: '/trail/:kind/:id/proof', from: 'funds.batch_lines', params: { kind: "'payment'", id: 'id' } },
  { path: '/overrides/:overrideId', from: 'integrity.overrides', params: { overrideId: 'id' } },
  {
    path: '/overrides/:overrideId/files',
    from: 'integrity.override_files',
    params: { overrideId: 'override_id', fileId: 'id' },
  },
  { path: '/papers/codes', from: 'record.papers', params: { code: 'code' } },
  {
    path: '/papers/of',
    from: 'record.papers',
    params: { kind: 'subject_kind', subjectId: 'subject_id', form: 'form' },
  },
  { path: '/papers/scans', from: 'record.scans', params: { scanId: 'id' } },
  { path: '/payees/:claimLineId', from: 'funds.claim_lines', params: { claimLineId: 'id' } },
  {
    path: '/payees/:claimLineId/corrections',
    from: 'funds.account_corrections',
    params: { claimLineId: 'claim_line_id', correctionId: 'id' },
  },
  { path: '/payments/:paymentId', from: 'funds.batch_lines', params: { paymentId: 'id' } },
  { path: '/people/corrections', from: 'people.correction_requests', params: { correctionId: 'id' } },
  { path: '/people/insured-lists', from: 'people.insured_imports', params: { importId: 'id' } },
  { path: '/people/letter-groups', from: 'funds.claims', params: { groupId: 'group_id' } },
  { path: '/people/letters', from: 'people.letters', params: { letterId: 'id' } },
  { path: '/people/restrictions/:restrictionId', from: 'people.restrictions', params: { restrictionId: 'id' } },
  {
    path: '/people/restrictions/:restrictionId/proposals',
    from: 'people.restriction_proposals',
    params: { restrictionId: 'restriction_id', proposalId: 'id' },
  },
  {
    path: '/people/restrictions/:restrictionId/replies',
    from: 'people.restriction_replies',
    params: { restrictionId: 'restriction_id', replyId: 'id' },
  },
  { path: '/province/imports', from: 'funds.province_imports', params: { importId: 'id' } },
  { path: '/province/lists', from: 'funds.province_lists', params: { listId: 'id' } },
  { path: '/province/reconciliation/lines', from: 'funds.reconciliation_lines', params: { lineId: 'id' } },
  { path: '/public-notices/preview', from: 'funds.claims', params: { claimId: 'id' } },
  { path: '/public-notices/:noticeId', from: 'funds.public_notices', params: { noticeId: 'id' } },
  {
    path: '/public-notices/:noticeId/objections',
    from: 'funds.objections',
    params: { noticeId: 'notice_id', objectionId: 'id' },
  },
  { path: '/policies/drafts/:draftId', from: 'policy.scheme_drafts', params: { draftId: 'id' } },
  { path: '/recoveries', from: 'funds.recoveries', params: { recoveryId: 'id' } },
  { path: '/redecisions/:redecisionId', from: 'funds.redecisions', params: { redecisionId: 'id' } },
  {
    path: '/redecisions/:redecisionId/files',
    from: 'funds.redecision_files',
    params: { redecisionId: 'redecision_id', fileId: 'id' },
  },
  { path: '/reports', from: 'funds.person_reports', params: { reportId: 'id' } },
  {
    path: '/sessions',
    from: 'access.sessions',
    params: { sessionId: 'id' },
    where: "ended_at is null and account_id in (select id from access.accounts where name = 'clerk')",
  },
  { path: '/sign-ins/accounts', from: 'access.accounts', params: { accountId: 'id' } },
  { path: '/timelines/employer', from: 'people.insured_employers', params: { uscc: 'uscc' } },
  { path: '/timelines/person', from: 'funds.claim_people', params: { claimId: 'claim_id', decisionId: 'decision_id' } },
  {
    path: '/timelines/matters',
    from: 'funds.claim_people',
    params: { claimId: 'claim_id', decisionId: 'decision_id' },
  },
  { path: '/timelines/provider', from: 'funds.claims', params: { organisationId: 'organisation_id' } },
  { path: '/training/agreements', from: 'training.agreements', params: { agreementId: 'id' } },
  {
    path: '/record/archives/person',
    from: 'funds.claim_people',
    params: { claimId: 'claim_id', decisionId: 'decision_id' },
  },
  { path: '/record/archives/provider', from: 'funds.claims', params: { organisationId: 'organisation_id' } },
  { path: '/record/archives/:archiveId', from: 'record.archives', params: { archiveId: 'id' } },
  {
    path: '/record/archives/class/:classId',
    from: 'training.classes',
    params: { classId: 'id' },
    where: "status <> 'draft'",
  },
  {
    path: '/training/classes/:classId',
    from: 'training.classes',
    params: { classId: 'id' },
    where: "status <> 'draft'",
  },
  {
    path: '/training/classes/:classId/attendance/uploads',
    from: 'training.sheet_uploads',
    params: { classId: 'class_id', uploadId: 'id' },
    where: "kind = 'attendance'",
  },
  {
    path: '/training/classes/:classId/marks/uploads',
    from: 'training.sheet_uploads',
    params: { classId: 'class_id', uploadId: 'id' },
    where: "kind = 'marks'",
  },
  {
    path: '/training/classes/:classId/roster/imports',
    from: 'training.roster_imports',
    params: { classId: 'class_id', importId: 'id' },
  },
  {
    path: '/training/classes/:classId/live',
    from: 'training.sessions',
    params: { classId: 'class_id', sessionId: 'id' },
  },
  {
    path: '/training/classes/:classId/live/photos',
    from: '(select p.district, p.id, s.class_id from training.class_photos p join training.live_sessions l on l.district = p.district and l.id = p.live_session_id join training.sessions s on s.district = l.district and s.id = l.session_id) as photos',
    params: { classId: 'class_id', photoId: 'id' },
  },
  {
    path: '/training/classes/:classId/inspections',
    from: 'training.inspections',
    params: { classId: 'class_id', inspectionId: 'id' },
  },
  {
    path: '/training/classes/:classId/inspections/:inspectionId/photos',
    from: 'training.inspections i join training.inspection_photos p using (district)',
    params: { classId: 'i.class_id', inspectionId: 'p.inspection_id', photoId: 'p.id' },
    where: 'p.inspection_id = i.id',
  },
  { path: '/training/amendments', from: 'training.amendments', params: { amendmentId: 'id' } },
  { path: '/training/documents', from: 'training.provider_documents', params: { documentId: 'id' } },
  { path: '/training/providers', from: 'funds.claims', params: { organisationId: 'organisation_id' } },
  { path: '/training/sites', from: 'training.sites', params: { siteId: 'id' } },
]

/** Two that take several kinds of record: of a trail every kind there is, of papers what can be printed. */
export const TRAIL = '/trail/:kind/:id'

/** Parameters that name no record of a district: what everybody may say. */
const NAMES_NOTHING: Readonly<Record<string, string>> = {
  day: '2022-05-02',
  list: 'education',
  revision: '1',
  sha256: contentHash(shippedSchemes(331102).versions[0]!.document),
}

/** What an id in a body or a query is the id of, by its name; by `path name` where the name alone means several things. */
const OF_FIELD: Readonly<Record<string, readonly [from: string, column: string]>> = {
  '/samples/:sampleId/items/:itemId/mark findingId': ['integrity.findings', 'id'],
  '/timelines/person aboutId': ['funds.claims', 'id'],
  '/findings subject': ['integrity.findings', 'subject_id'],
  '/findings/register subject': ['integrity.findings', 'subject_id'],
  '/public-notices/:noticeId/objections claimLineId': ['funds.public_notice_rows', 'claim_line_id'],
  account: ['access.accounts', 'id'],
  subjectId: ['training.classes', 'id'],
  '/who-did after': ['record.acts', 'id'],
  '/record/archives after': ['record.archives', 'id'],
  '/batches lineId': ['funds.budget_lines', 'id'],
  claimIds: ['funds.claims', 'id'],
  decisionIds: ['policy.decisions', 'id'],
  proposalId: ['policy.scheme_proposals', 'id'],
  '/redecisions id': ['funds.person_reports', 'id'],
  returnedIds: ['funds.batch_lines', 'id'],
  releasedIds: ['funds.claim_lines', 'id'],
  groupId: ['funds.claims', 'group_id'],
  groupIds: ['funds.claims', 'group_id'],
  group: ['funds.claims', 'group_id'],
  '/trials/choices draft': ['policy.scheme_drafts', 'id'],
  '/trials draft': ['policy.scheme_drafts', 'id'],
  '/trials draftId': ['policy.scheme_drafts', 'id'],
  accountId: ['access.accounts', 'id'],
  successorAccountId: ['access.accounts', 'id'],
  screenshotIds: ['credentials.screenshots', 'id'],
  certificateId: ['credentials.certificates', 'id'],
  organisation: ['funds.claims', 'organisation_id'],
  provider: ['funds.claims', 'organisation_id'],
  organisationId: ['funds.claims', 'organisation_id'],
  scanId: ['record.scans', 'id'],
  approverId: ['access.accounts', 'person_id'],
  person: ['funds.claim_lines', 'person_id'],
  people: ['funds.claim_lines', 'person_id'],
  personId: ['funds.claim_lines', 'person_id'],
  absentPersonId: ['access.accounts', 'person_id'],
  deputyPersonId: ['access.accounts', 'person_id'],
  answers: ['integrity.check_results', 'id'],
  seen: ['credentials.screenshots', 'id'],
  reading: ['record.acts', 'id'],
  fileId: ['files.files', 'id'],
  resultId: ['integrity.check_results', 'id'],
  claimLineId: ['funds.claim_lines', 'id'],
  claimId: ['funds.claims', 'id'],
  decisionId: ['funds.claim_people', 'decision_id'],
  siteId: ['training.sites', 'id'],
  roomId: ['training.rooms', 'id'],
  instructorId: ['training.instructors', 'id'],
  sessionId: ['training.sessions', 'id'],
  signId: ['training.attendance_signs', 'id'],
  evidenceId: ['training.amendment_evidence', 'id'],
  after: ['outbox.events', 'id'],
}

const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)

/** The ids of records in a path: what everybody may name is none. */
export const idsIn = (path: string): string[] =>
  parametersOf(path).filter((name) => !Object.hasOwn(NAMES_NOTHING, name) && !['kind', 'form'].includes(name))

export class NoIds extends Error {}

/** Real parameters of an endpoint's path in a district. */
export async function realParams(
  owner: pg.Client,
  { path }: Endpoint,
  district: number,
): Promise<Record<string, string>> {
  const names = parametersOf(path).filter((name) => !Object.hasOwn(NAMES_NOTHING, name))
  const fixed = Object.fromEntries(
    parametersOf(path)
      .filter((name) => Object.hasOwn(NAMES_NOTHING, name))
      .map((name) => [name, NAMES_NOTHING[name]!]),
  )
  if (idsIn(path).length === 0) return { ...fixed, ...(names.includes('kind') ? { kind: 'class' } : {}) }
  const rule = RULES.filter(
    (each) => path.startsWith(each.path) && names.every((name) => Object.hasOwn(each.params, name)),
  ).toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0]
  if (!rule) throw new NoIds(`What are the ids in ${path} of? Say it in server/ownership/ids.ts.`)
  const columns = names.map((name) => `${rule.params[name]} as "${name}"`).join(', ')
  const first = names.map((_, index) => index + 1).join(', ')
  const { rows } = await owner.query(
    `select ${columns} from ${rule.from} where district = ${district} and ${rule.where ?? 'true'} order by ${first} limit 1`,
  )
  if (!rows[0]) throw new NoIds(`${rule.from} has no row to ask ${path} with. Play one in server/ownership/played.ts.`)
  return { ...fixed, ...rows[0] }
}

/** What an id in a body or a query is the id of. */
export function sourceOf({ path }: Endpoint, name: string): readonly [from: string, column: string] {
  const of = OF_FIELD[`${path} ${name}`] ?? OF_FIELD[name]
  if (!of) throw new NoIds(`What is ${name} of ${path} the id of? Say it in server/ownership/ids.ts.`)
  return of
}

/** A real id for a field of a body or a query. */
export async function realField(owner: pg.Client, endpoint: Endpoint, name: string, district: number): Promise<string> {
  const { path } = endpoint
  const [from, column] = sourceOf(endpoint, name)
  const { rows } = await owner.query(
    `select ${column} as id from ${from} where district = ${district} and ${column} is not null order by 1 limit 1`,
  )
  if (!rows[0]) throw new NoIds(`${from} has no row for ${name} of ${path}. Play one in server/ownership/played.ts.`)
  return String(rows[0].id)
}

/** The same parameters, of a record that is nobody's. */
export function absentParams({ path }: Endpoint, real: Readonly<Record<string, string>>): Record<string, string> {
  const ids = idsIn(path)
  const absent = (name: string) => {
    if (name === 'code') return 'K99999999'
    return name === 'uscc' ? '91331102MA2A0D3H9X' : newId()
  }
  return Object.fromEntries(
    Object.entries(real).map(([name, value]) => [name, ids.includes(name) ? absent(name) : value]),
  )
}

type Source = readonly [from: string, column: string]

/** Where the ids in bodies and queries come from, each once. */
export function idSources(
  asked: readonly { readonly endpoint: Endpoint; readonly fields: readonly string[] }[],
): Source[] {
  const all = asked.flatMap(({ endpoint, fields }) => fields.map((field) => sourceOf(endpoint, field)))
  return [...new Map(all.map((source) => [source.join('.'), source])).values()]
}

/** Rows whose organisation their own columns do not say. */
const OWNER_OF: Readonly<Record<string, string>> = {
  'training.rooms':
    '(select s.organisation_id from training.sites s where s.district = t.district and s.id = t.site_id)',
}

/** Ids of the same kind that are another district's, made up where it has none, and for an organisation its neighbour's. */
export async function othersIds(
  owner: pg.Client,
  at: { sources: readonly Source[]; district: number; here: number; organisationId: string },
): Promise<(endpoint: Endpoint, field: string, role: Role) => { id: string; whose: 'district' | 'organisation' }[]> {
  const districts = new Map<string, string>()
  const organisations = new Map<string, string>()
  for (const [from, column] of at.sources) {
    const any = `select t.${column} as id from ${from} t where t.${column} is not null and t.district =`
    if ((await owner.query(`${any} ${at.district} limit 1`)).rowCount === 0) await givenRow(owner, from, at.district)
    districts.set(`${from}.${column}`, (await owner.query(`${any} ${at.district} limit 1`)).rows[0].id)
    const whose = OWNER_OF[from] ?? ((await isOwned(owner, from)) ? 't.organisation_id' : null)
    if (whose === null) continue
    const theirs = await owner.query(`${any} ${at.here} and ${whose} <> $1 limit 1`, [at.organisationId])
    if (theirs.rowCount) organisations.set(`${from}.${column}`, theirs.rows[0].id)
  }
  return (endpoint, field, role) => {
    const key = sourceOf(endpoint, field).join('.')
    const theirs = role === 'provider' ? organisations.get(key) : undefined
    return [
      { id: districts.get(key)!, whose: 'district' },
      ...(theirs === undefined ? [] : [{ id: theirs, whose: 'organisation' as const }]),
    ]
  }
}
