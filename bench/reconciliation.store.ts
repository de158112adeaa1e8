import pg from 'pg'

/**
 * One county's lists and the province's file of the same people: of every hundred, one sum differs, one is returned, one is
 * not there and one is a stranger. Keyed hashes are as evenly spread as real ones.
 */
export async function plantBothSides(
  superuserUrl: string,
  { district, scheme, count }: { district: number; scheme: string; count: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into funds.province_lists (district, id, number, scheme, scheme_version, scheme_title, fund, organisation_id,
       organisation_name, fact_kind, group_kind, group_id, title, head_count, held_count, refused_count, amount_fen, check_run_id,
       checks_asked, checks_passed, unavailable, content_sha256, status, assembled_at)
     select $1, md5('list' || n)::uuid, 'YS-2022-' || n, $2, '2022-01', '{"zh":"补贴","en":"Subsidy"}', 'UI_FUND', gen_random_uuid(),
            '演示机构', 'training.completed', 'class', gen_random_uuid(), '第' || n || '期', 40, 0, 0, 4000000, gen_random_uuid(), 0, 0,
            '[]', '\\x00', 'exported', now()
     from generate_series(0, $3::int / 40) n`,
    [district, scheme, count],
  )
  await client.query(
    `insert into funds.province_list_people (district, id, list_id, scheme, decision_id, fact_id, subject_id, person_id, position,
       reference, identity_lookup, masked_name, masked_identity, level, certificate_no, bank_account_id, standing, amount_fen, reasons)
     select $1, gen_random_uuid(), md5('list' || n / 40)::uuid, $2, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
            gen_random_uuid(), n % 40 + 1, 'YS-2022-' || n / 40 || '-' || n % 40 + 1, sha256(n::text::bytea), '王*',
            '339901********0675', 'L5_JUNIOR', null, gen_random_uuid(), 'due', 100000, '[]'
     from generate_series(1, $3::int) n`,
    [district, scheme, count],
  )
  await client.query(
    `insert into funds.province_imports (district, id, scheme, as_of, whole, file_id, file_name, sha256, columns_read, row_count,
       paid_count, amount_fen, paid_fen, account_id, business_at)
     values ($1, md5('import')::uuid, $2, '2022-03-28', true, gen_random_uuid(), '省平台.csv', '\\x00', '[]', $3, 0, 0, 0, gen_random_uuid(), now())`,
    [district, scheme, count],
  )
  await client.query(
    `insert into funds.province_rows (district, id, import_id, scheme, sheet_row, reference, our_reference, identity_lookup,
       masked_name, masked_identity, level, certificate_no, amount_fen, state, reason, paid_on, paid_fen)
     select $1, gen_random_uuid(), md5('import')::uuid, $2, n + 1, 'ZJ-' || n,
            case when n % 100 = 3 then null else 'YS-2022-' || n / 40 || '-' || n % 40 + 1 end,
            sha256((case when n % 100 = 3 then 'stranger' || n else n::text end)::bytea), '王*', '339901********0675', 'L5_JUNIOR', null,
            case when n % 100 = 1 then 80000 else 100000 end,
            case when n % 100 = 2 then 'returned' when n % 2 = 0 then 'paid' else 'approved' end, '',
            case when n % 100 <> 2 and n % 2 = 0 then date '2022-03-20' end, case when n % 100 <> 2 and n % 2 = 0 then 100000 end
     from generate_series(1, $3::int) n`,
    [district, scheme, count],
  )
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze funds.province_lists, funds.province_list_people, funds.province_rows')
  await client.end()
}

/** The peer: the differences of one scheme by a full join on our reference alone, as somebody would write it by hand. */
export async function bareJoin(client: pg.Client, district: number, scheme: string): Promise<number> {
  const { rows } = await client.query<{ lines: number }>(
    `with ours as (
       select p.* from funds.province_list_people p join funds.province_lists l on l.district = p.district and l.id = p.list_id
       where p.district = $1 and p.scheme = $2 and l.status = 'exported' and p.standing = 'due'),
     theirs as (
       select distinct on (reference) * from funds.province_rows
       where district = $1 and scheme = $2 order by reference, import_id desc)
     select count(*) filter (where o.id is null or t.id is null or t.state = 'returned'
                                or coalesce(t.paid_fen, t.amount_fen) <> o.amount_fen)::int as lines
     from ours o full join theirs t on t.our_reference = o.reference`,
    [district, scheme],
  )
  return rows[0]!.lines
}

/** The physical limit: both sides only read, to this process. */
export async function onlyRead(client: pg.Client, district: number, scheme: string): Promise<void> {
  await client.query(
    `select id, list_id, reference, position, masked_name, masked_identity, level, certificate_no, amount_fen, standing,
            decision_id, person_id, identity_lookup from funds.province_list_people where district = $1 and scheme = $2`,
    [district, scheme],
  )
  await client.query(
    `select id, reference, our_reference, masked_name, masked_identity, level, certificate_no, amount_fen, state, reason, paid_on,
            paid_fen, identity_lookup from funds.province_rows where district = $1 and scheme = $2`,
    [district, scheme],
  )
}
