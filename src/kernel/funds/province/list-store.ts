import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type Assembled, assembledOf, assembledRow } from '../deciding/assembled.ts'
import type { Reason, Standing } from '../deciding/rules.ts'
import type { ListStatus } from './rules.ts'

/** Everybody of a group due under a scheme whose record the province holds. */
export type ProvinceList = Assembled & { readonly status: ListStatus }

/** One person of a list, as the file for the province and the reconciliation are made from. */
export type ListPerson = Standing & {
  readonly id: string
  readonly listId: string
  readonly scheme: string
  readonly decisionId: string
  readonly factId: string
  readonly subjectId: string
  readonly personId: string
  readonly position: number
  readonly reference: string
  readonly identityLookup: Buffer
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly level: string | null
  readonly certificateNo: string | null
  readonly bankAccountId: string
}

const lists = (tx: Tx) => tx.db.selectFrom('funds.province_lists').selectAll().where('district', '=', tx.district)

type ListRow = Awaited<ReturnType<ReturnType<typeof lists>['executeTakeFirstOrThrow']>>

const listOf = (row: ListRow): ProvinceList => ({ ...assembledOf(row), status: row.status as ListStatus })

export async function insertList(tx: Tx, list: ProvinceList, people: readonly ListPerson[]): Promise<void> {
  await tx.db
    .insertInto('funds.province_lists')
    .values({ ...assembledRow(list), district: tx.district, status: list.status })
    .execute()
  await tx.db
    .insertInto('funds.province_list_people')
    .values(
      people.map((person) => ({
        district: tx.district,
        id: person.id,
        list_id: list.id,
        scheme: list.scheme,
        decision_id: person.decisionId,
        fact_id: person.factId,
        subject_id: person.subjectId,
        person_id: person.personId,
        position: person.position,
        reference: person.reference,
        identity_lookup: person.identityLookup,
        masked_name: person.maskedName,
        masked_identity: person.maskedIdentity,
        level: person.level,
        certificate_no: person.certificateNo,
        bank_account_id: person.bankAccountId,
        standing: person.standing,
        amount_fen: person.amountFen,
        reasons: JSON.stringify(person.reasons),
      })),
    )
    .execute()
}

export async function findList(tx: Tx, id: string): Promise<ProvinceList | undefined> {
  const row = await lists(tx).where('id', '=', id).executeTakeFirst()
  return row && listOf(row)
}

export async function lockList(tx: Tx, id: string): Promise<ProvinceList | undefined> {
  const row = await lists(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && listOf(row)
}

/** The open list of a group under a scheme: whatever is not returned. */
export async function findOpenList(tx: Tx, groupId: string, scheme: string): Promise<ProvinceList | undefined> {
  const row = await lists(tx)
    .where('group_id', '=', groupId)
    .where('scheme', '=', scheme)
    .where('status', '<>', 'returned')
    .executeTakeFirst()
  return row && listOf(row)
}

export async function listOpenLists(tx: Tx, groupId: string): Promise<ProvinceList[]> {
  const rows = await lists(tx).where('group_id', '=', groupId).where('status', '<>', 'returned').orderBy('id').execute()
  return rows.map(listOf)
}

/** The groups with a list that is not with the province yet; of these people or this organisation where asked. */
export async function listGroupsListed(
  tx: Tx,
  of?: { readonly personIds: readonly string[]; readonly organisationId: string | null },
): Promise<string[]> {
  const narrowed = of
    ? sql`and (l.organisation_id = ${of.organisationId} or exists (
        select 1 from funds.province_list_people p
        where p.district = l.district and p.district = ${tx.district} and p.list_id = l.id
          and p.person_id = any(${[...of.personIds]}::uuid[])))`
    : sql``
  const { rows } = await sql<{ groupId: string }>`
    select distinct l.group_id as "groupId" from funds.province_lists l
    where l.district = ${tx.district} and l.status in ('assembled', 'first-passed', 'second-passed') ${narrowed}
    order by l.group_id`.execute(tx.db)
  return rows.map((row) => row.groupId)
}

export async function setListStatus(tx: Tx, id: string, status: ListStatus): Promise<void> {
  await tx.db
    .updateTable('funds.province_lists')
    .set({ status })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}

/** Lists by key, newest first. */
export async function listListsBy(
  tx: Tx,
  filter: { readonly status?: ListStatus | undefined; readonly scheme?: string | undefined },
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<ProvinceList[]> {
  let query = lists(tx)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.scheme !== undefined) query = query.where('scheme', '=', filter.scheme)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(listOf)
}

const people = (tx: Tx) =>
  tx.db.selectFrom('funds.province_list_people').selectAll().where('district', '=', tx.district)

type PersonRow = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

const personOf = (row: PersonRow): ListPerson => ({
  id: row.id,
  listId: row.list_id,
  scheme: row.scheme,
  decisionId: row.decision_id,
  factId: row.fact_id,
  subjectId: row.subject_id,
  personId: row.person_id,
  position: row.position,
  reference: row.reference,
  identityLookup: row.identity_lookup,
  maskedName: row.masked_name,
  maskedIdentity: row.masked_identity,
  level: row.level,
  certificateNo: row.certificate_no,
  bankAccountId: row.bank_account_id,
  standing: row.standing as Standing['standing'],
  amountFen: row.amount_fen,
  reasons: row.reasons as Reason[],
})

/** Everybody of a list, by their number on the roster. */
export async function listListPeople(tx: Tx, listId: string): Promise<ListPerson[]> {
  const rows = await people(tx).where('list_id', '=', listId).orderBy('position').orderBy('id').execute()
  return rows.map(personOf)
}

export async function findListPerson(tx: Tx, id: string): Promise<ListPerson | undefined> {
  const row = await people(tx).where('id', '=', id).executeTakeFirst()
  return row && personOf(row)
}

export type ListHand = {
  readonly personId: string
  readonly duty: 'beneficiary' | 'instruction' | 'initial-review' | 'second-review'
}

export async function insertListHands(tx: Tx, listId: string, hands: readonly ListHand[], at: Date): Promise<void> {
  await tx.db
    .insertInto('funds.province_list_hands')
    .values(
      hands.map(({ personId, duty }) => ({
        district: tx.district,
        list_id: listId,
        person_id: personId,
        duty,
        business_at: at,
      })),
    )
    .execute()
}

/** A review, by the primary key the only duty of its person on this list. */
export async function insertListReview(
  tx: Tx,
  listId: string,
  review: {
    readonly personId: string
    readonly accountId: string
    readonly duty: 'initial-review' | 'second-review'
    readonly outcome: 'passed' | 'returned'
    readonly reasons: readonly string[]
    readonly contentSha256: Buffer
    readonly at: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('funds.province_list_hands')
    .values({
      district: tx.district,
      list_id: listId,
      person_id: review.personId,
      duty: review.duty,
      outcome: review.outcome,
      reasons: JSON.stringify(review.reasons),
      content_sha256: review.contentSha256,
      account_id: review.accountId,
      business_at: review.at,
    })
    .execute()
}

export async function findListHand(tx: Tx, listId: string, personId: string): Promise<ListHand['duty'] | undefined> {
  const row = await tx.db
    .selectFrom('funds.province_list_hands')
    .select('duty')
    .where('district', '=', tx.district)
    .where('list_id', '=', listId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.duty as ListHand['duty'] | undefined
}

export type ListEvent = {
  readonly from: ListStatus | null
  readonly to: ListStatus
  readonly personId: string | null
  readonly note: string
  readonly at: Date
}

export async function insertListEvent(tx: Tx, id: string, listId: string, event: ListEvent): Promise<void> {
  await tx.db
    .insertInto('funds.province_list_events')
    .values({
      district: tx.district,
      id,
      list_id: listId,
      status_from: event.from,
      status_to: event.to,
      person_id: event.personId,
      note: event.note,
      business_at: event.at,
    })
    .execute()
}

export async function listListEvents(tx: Tx, listId: string): Promise<ListEvent[]> {
  const rows = await tx.db
    .selectFrom('funds.province_list_events')
    .selectAll()
    .where('district', '=', tx.district)
    .where('list_id', '=', listId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    from: row.status_from as ListStatus | null,
    to: row.status_to as ListStatus,
    personId: row.person_id,
    note: row.note,
    at: row.business_at,
  }))
}

/** The file a list became for the province. */
export type ProvinceExport = {
  readonly id: string
  readonly listId: string
  readonly fileId: string
  readonly name: string
  readonly sha256: Buffer
  readonly template: unknown
  readonly purpose: string
  readonly accountId: string
  readonly at: Date
}

export async function insertExport(tx: Tx, file: ProvinceExport): Promise<void> {
  await tx.db
    .insertInto('funds.province_exports')
    .values({
      district: tx.district,
      id: file.id,
      list_id: file.listId,
      file_id: file.fileId,
      name: file.name,
      sha256: file.sha256,
      template: JSON.stringify(file.template),
      purpose: file.purpose,
      account_id: file.accountId,
      business_at: file.at,
    })
    .execute()
}

export async function findExport(tx: Tx, listId: string): Promise<ProvinceExport | undefined> {
  const row = await tx.db
    .selectFrom('funds.province_exports')
    .selectAll()
    .where('district', '=', tx.district)
    .where('list_id', '=', listId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      listId: row.list_id,
      fileId: row.file_id,
      name: row.name,
      sha256: row.sha256,
      template: row.template,
      purpose: row.purpose,
      accountId: row.account_id,
      at: row.business_at,
    }
  )
}
