import pg from 'pg'

/** One million claims of one district, made by the database itself; a tenth of a year's classes of a large province. */
export async function plantClaims(superuserUrl: string, district: number, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  const { rows } = await client.query<{ line_id: string; organisation_id: string }>(
    `select (select id from funds.budget_lines where district = $1 limit 1) as line_id, (select id from people.organisations where district = $1 order by name limit 1) as organisation_id`,
    [district],
  )
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into funds.claims (district, id, number, scheme, scheme_version, scheme_title, fund, line_id, organisation_id, organisation_name,
       fact_kind, group_kind, group_id, title, head_count, held_count, refused_count, amount_fen, check_run_id, checks_asked, checks_passed,
       unavailable, content_sha256, status, assembled_at)
     select $1, uuidv7(make_interval(secs => n - $2)), 'S-' || (2000 + n % 25) || '-' || n, 'liandu.training-subsidy', '2022-01',
            '{"zh":"职业培训补贴","en":"Training subsidy"}', 'EMPLOYMENT_SUBSIDY_FUND', $3, $4, '演示机构', 'training.completed', 'class',
            gen_random_uuid(), '2022年第' || n || '期', 40, 0, 3, 3700000 + (n % 50) * 10000, gen_random_uuid(), 400, 380, '[]', '\\x00',
            (array['assembled', 'first-passed', 'approved', 'batched', 'paid', 'paid', 'paid', 'paid'])[1 + n % 8],
            now() - make_interval(secs => $2 - n)
     from generate_series(1, $2::int) n`,
    [district, count, rows[0]!.line_id, rows[0]!.organisation_id],
  )
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze funds.claims')
  await client.end()
}
