-- Written from the catalogue by `npm run snapshots`; not to be edited.

-- Functions

CREATE OR REPLACE FUNCTION public.app_distribute(tbl text, col text DEFAULT NULL::text, colo text DEFAULT 'default'::text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select 1 from pg_extension where extname = 'citus') then return 'plain'; end if;
  if exists (select 1 from pg_dist_partition where logicalrelid = tbl::regclass and partmethod in ('h', 'n')
             and (col is null or partkey is not null) and (col is not null or repmodel = 't')) then return 'already'; end if;
  perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
  if col is null then execute format('select create_reference_table(%L)', tbl); return 'reference'; end if;
  execute format('select create_distributed_table(%L, %L, colocate_with => %L)', tbl, col, colo);
  return 'distributed';
end $function$
;
CREATE OR REPLACE FUNCTION public.app_empty_batch(emptying uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update funds.batch_lines p set payee_name = '*', account_sealed = ''::bytea, account_tail = '****', bank_name = '*'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'funds.batches'
    and p.district = here and p.batch_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_empty_claim(emptying uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update funds.public_notice_rows r set masked_name = '*', masked_identity = '*'
  from record.emptyings e, funds.claim_lines l
  where e.district = here and e.id = emptying and e.source = 'funds.claims'
    and l.district = here and l.claim_id = e.row_id and r.district = here and r.claim_line_id = l.id;
  update funds.claim_lines l set payee_name = '*'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'funds.claims'
    and l.district = here and l.claim_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_empty_class(emptying uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update training.enrolment_names v set name = '*'
  from record.emptyings e, training.enrolments n
  where e.district = here and e.id = emptying and e.source = 'training.classes'
    and n.district = here and n.class_id = e.row_id and v.district = here and v.enrolment_id = n.id;
  update training.enrolments n set name = '*', phone_sealed = null, phone_masked = null, address_sealed = null,
    education = '', doubts = '[]'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'training.classes'
    and n.district = here and n.class_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_empty_files(emptying uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update files.files f set sealed_bytes = ''::bytea
  from record.emptyings e
  where e.district = here and e.id = emptying and f.district = here and f.id = any(e.file_ids)
    and octet_length(f.sealed_bytes) > 0;
  get diagnostics emptied = row_count;
  return emptied;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_empty_insured_list(emptying uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update people.insured_staff s
  set identity_lookup = decode(repeat('00', 16) || replace(s.id::text, '-', ''), 'hex')
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'people.insured_imports'
    and s.district = here and s.import_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_empty_letter(emptying uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update people.letter_answers a set file_name = '*'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'people.letters'
    and a.district = here and a.letter_id = e.row_id and a.file_name is not null;
  update people.letter_people p set name = '*'
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'people.letters'
    and p.district = here and p.letter_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_empty_person(emptying uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  whom uuid;
begin
  select e.row_id into whom from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'people.persons';
  if whom is null then return 0; end if;
  update people.register_hits h set says = '*', from_text = null, to_text = null, uscc = null, other_name = null
  where h.district = here and h.person_id = whom;
  update people.correction_decisions d set reason = case when d.verdict = 'declined' then '**' else '' end
  from people.correction_requests r
  where r.district = here and r.person_id = whom and d.district = here and d.request_id = r.id;
  update people.correction_answers a set answer = '**'
  from people.correction_requests r
  where r.district = here and r.person_id = whom and a.district = here and a.request_id = r.id;
  update people.correction_requests r set should_be = '*', why = '**',
    phone_sealed = case when r.phone_sealed is null then null else ''::bytea end,
    phone_masked = case when r.phone_masked is null then null else '*' end
  where r.district = here and r.person_id = whom;
  update people.corrected_values v set name = case when v.name is null then null else '*' end,
    phone_sealed = case when v.phone_sealed is null then null else ''::bytea end,
    phone_masked = case when v.phone_masked is null then null else '*' end,
    phone_lookup = case when v.phone_lookup is null then null
      else decode(repeat('00', 16) || replace(v.id::text, '-', ''), 'hex') end
  where v.district = here and v.person_id = whom;
  update people.bank_accounts a set holder_name = '*', account_sealed = ''::bytea, account_tail = '****', bank_name = '*',
    account_lookup = decode(repeat('00', 16) || replace(a.id::text, '-', ''), 'hex')
  where a.district = here and a.person_id = whom;
  update people.persons p set name = '*', identity_sealed = ''::bytea, identity_masked = '*',
    identity_lookup = decode(repeat('00', 16) || replace(p.id::text, '-', ''), 'hex'), birth_date = date '1900-01-01',
    phone_sealed = null, phone_masked = null, phone_lookup = null
  where p.district = here and p.id = whom;
  return 1;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_empty_roster(emptying uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  emptied int;
begin
  update training.enrolments n set phone_sealed = null, address_sealed = null
  from record.emptyings e
  where e.district = here and e.id = emptying and e.source = 'training.roster_imports'
    and n.district = here and n.roster_import_id = e.row_id;
  get diagnostics emptied = row_count;
  return emptied;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_protect(tbl text, verbs text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy anyone_within on %s as permissive for all to public using (true) with check (true)', tbl);
  execute format('create policy own_district on %s as restrictive for all to public using (district = nullif(current_setting(''app.district'', true), '''')::int) with check (district = nullif(current_setting(''app.district'', true), '''')::int)', tbl);
  execute format('grant %s on %s to shanjiang_app', verbs, tbl);
  execute format('grant select on %s to shanjiang_reader', tbl);
end $function$
;
CREATE OR REPLACE FUNCTION public.app_reseal(tbl text, col text, ids uuid[], olds bytea[], news bytea[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  here int := nullif(current_setting('app.district', true), '')::int;
  written int;
begin
  if col !~ '(^sealed_bytes|_sealed)$' then
    raise exception 'column % holds no sealed values', col using errcode = 'insufficient_privilege';
  end if;
  for nth in 1 .. coalesce(array_length(news, 1), 0) loop
    if get_byte(news[nth], 0) <> get_byte(olds[nth], 0)
      or substring(news[nth] from 2 for 1 + get_byte(news[nth], 1)) = substring(olds[nth] from 2 for 1 + get_byte(olds[nth], 1))
      or length(news[nth]) - get_byte(news[nth], 1) <> length(olds[nth]) - get_byte(olds[nth], 1) then
      raise exception 'not the same value under another key' using errcode = 'insufficient_privilege';
    end if;
  end loop;
  execute format(
    'update %s as kept set %I = fresh.new from unnest($1, $2, $3) as fresh(id, old, new)
     where kept.district = $4 and kept.id = fresh.id and kept.%I = fresh.old', tbl::regclass, col, col)
    using ids, olds, news, here;
  get diagnostics written = row_count;
  return written;
end $function$
;
CREATE OR REPLACE FUNCTION public.app_seal(tbl text, told_in text DEFAULT 'recorded_at'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s add column if not exists %I timestamptz not null default now()', tbl, told_in);
  execute format('create index on %s using brin (%I) with (pages_per_range = 32, autosummarize = on)', tbl, told_in);
end $function$
;

-- Tables

create table access.accounts (
  district integer not null
  id uuid not null
  name text not null
  person_id uuid not null
  organisation_id uuid
  roles text[] not null
  password_hash text
  active_from date not null
  active_to date
  recorded_at timestamp with time zone not null default now()
);
create table access.delegation_ends (
  district integer not null
  delegation_id uuid not null
  last_day date not null
  reason text not null
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table access.delegations (
  district integer not null
  id uuid not null
  absent_person_id uuid not null
  deputy_person_id uuid not null
  roles text[] not null
  from_day date not null
  to_day date not null
  reason text not null
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table access.emergencies (
  district integer not null
  id uuid not null
  account_id uuid not null
  person_id uuid not null
  role text not null
  reason text not null
  ticket text not null
  began_at timestamp with time zone not null
  until_at timestamp with time zone not null
  review_by timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table access.emergency_ends (
  district integer not null
  emergency_id uuid not null
  ended_at timestamp with time zone not null
  person_id uuid not null
  account_id uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table access.emergency_reviews (
  district integer not null
  use_id uuid not null
  user_person_id uuid not null
  reviewer_person_id uuid not null
  account_id uuid not null
  justified boolean not null
  word text not null
  recorded_at timestamp with time zone not null default now()
);
create table access.emergency_uses (
  district integer not null
  id uuid not null
  emergency_id uuid not null
  person_id uuid not null
  until_at timestamp with time zone not null
  method text not null
  path text not null
  permission text not null
  subject text not null
  reads boolean not null
  used_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table access.hand_overs (
  district integer not null
  id uuid not null
  account_id uuid not null
  successor_account_id uuid
  leaves boolean not null
  reason text not null
  work jsonb not null
  person_id uuid not null
  handed_account_id uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table access.invitations (
  district integer not null
  id uuid not null
  account_id uuid not null
  token_sha256 bytea not null
  expires_at timestamp with time zone not null
  invited_by uuid not null
  invited_account_id uuid not null
  recorded_at timestamp with time zone not null default now()
  used_at timestamp with time zone
  withdrawn_at timestamp with time zone
);
create table access.passwords (
  district integer not null
  id uuid not null
  account_id uuid not null
  password_hash text not null
  set_at timestamp with time zone not null default clock_timestamp()
  recorded_at timestamp with time zone not null default now()
);
create table access.recovery_codes (
  district integer not null
  account_id uuid not null
  code_lookup bytea not null
  made_at timestamp with time zone not null default clock_timestamp()
  used_at timestamp with time zone
  ended_at timestamp with time zone
);
create table access.resident_codes (
  district integer not null
  token_sha256 bytea not null
  phone_lookup bytea not null
  code_lookup bytea not null
  asked_at timestamp with time zone not null default clock_timestamp()
  expires_at timestamp with time zone not null
  tries integer not null default 0
  passed_at timestamp with time zone
  used_at timestamp with time zone
);
create table access.resident_sessions (
  district integer not null
  token_sha256 bytea not null
  person_id uuid not null
  started_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
);
create table access.role_ends (
  district integer not null
  grant_id uuid not null
  last_day date not null
  reason text not null
  person_id uuid not null
  account_id uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table access.role_grants (
  district integer not null
  id uuid not null
  account_id uuid not null
  person_id uuid not null
  of_organisation boolean not null
  role text not null
  from_day date not null
  to_day date
  reason text not null
  granted_by uuid
  granted_account_id uuid
  recorded_at timestamp with time zone not null default now()
);
create table access.scope_ends (
  district integer not null
  scope_id uuid not null
  last_day date not null
  reason text not null
  person_id uuid not null
  account_id uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table access.scopes (
  district integer not null
  id uuid not null
  account_id uuid not null
  person_id uuid not null
  kind text not null
  subject_id uuid not null
  from_day date not null
  to_day date
  reason text not null
  granted_by uuid not null
  granted_account_id uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table access.second_factors (
  district integer not null
  id uuid not null
  account_id uuid not null
  secret_sealed bytea not null
  begun_at timestamp with time zone not null default clock_timestamp()
  confirmed_at timestamp with time zone
  ended_at timestamp with time zone
  last_step bigint
);
create table access.sessions (
  district integer not null
  token_sha256 bytea not null
  account_id uuid not null
  started_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  id uuid not null
  device text not null default 'unknown'::text
  seen_at timestamp with time zone not null default now()
  second_factor_at timestamp with time zone
  wrong_before integer not null default 0
  wrong_last_at timestamp with time zone
);
create table access.sign_ins (
  district integer not null
  token_sha256 bytea not null
  account_id uuid not null
  step text not null
  device text not null
  started_at timestamp with time zone not null default clock_timestamp()
  expires_at timestamp with time zone not null
  tries integer not null default 0
  ended_at timestamp with time zone
);
create table access.tries (
  district integer not null
  what text not null
  of_whom bytea not null
  hour timestamp with time zone not null
  count integer not null
);
create table access.wrong_tries (
  district integer not null
  account_id uuid not null
  count integer not null
  last_at timestamp with time zone not null
);
create table clock.offsets (
  district integer not null
  offset_seconds bigint not null
  moved_at timestamp with time zone not null default now()
);
create table credentials.certificates (
  district integer not null
  id uuid not null
  person_id uuid not null
  certificate_no text not null
  kind text not null
  occupation_id text not null
  level text not null
  issued_on date not null
  told_by_kind text not null
  told_by_id uuid not null
  recorded_at timestamp with time zone not null default now()
  superseded_by uuid
  told_at timestamp with time zone
);
create table credentials.look_up_lines (
  district integer not null
  id uuid not null
  look_up_id uuid not null
  certificate_id uuid not null
  outcome text not null
  differing text[] not null
  recorded_at timestamp with time zone not null default now()
);
create table credentials.look_up_screenshots (
  district integer not null
  look_up_id uuid not null
  screenshot_id uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table credentials.look_ups (
  district integer not null
  id uuid not null
  group_id uuid not null
  site text not null
  looked_on date not null
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table credentials.screenshots (
  district integer not null
  id uuid not null
  group_id uuid not null
  file_id uuid not null
  file_name text not null
  media_type text not null
  size_bytes integer not null
  sha256 bytea not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table files.files (
  district integer not null
  id uuid not null
  sha256 bytea not null
  name text not null
  media_type text not null
  size_bytes integer not null
  sealed_bytes bytea not null
  created_at timestamp with time zone not null default now()
  created_by uuid
);
create table funds.account_correction_decisions (
  district integer not null
  correction_id uuid not null
  proposed_by uuid not null
  decided_by uuid not null
  decided_account_id uuid not null
  outcome text not null
  reason text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.account_corrections (
  district integer not null
  id uuid not null
  claim_line_id uuid not null
  payment_id uuid
  nth integer not null
  former_account_id uuid not null
  bank_account_id uuid not null
  reason text not null
  evidence text not null
  proposed_by uuid not null
  proposed_account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.bank_files (
  district integer not null
  id uuid not null
  batch_id uuid not null
  file_id uuid not null
  name text not null
  sha256 bytea not null
  exported_at timestamp with time zone not null
  exported_by uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.batch_checks (
  district integer not null
  batch_id uuid not null
  claim_id uuid not null
  run_id uuid not null
  checks_asked integer not null
  checks_passed integer not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.batch_claims (
  district integer not null
  batch_id uuid not null
  claim_id uuid not null
  again boolean not null default false
  nth integer not null default 1
  recorded_at timestamp with time zone not null default now()
);
create table funds.batch_keepers (
  district integer not null
  batch_id uuid not null
  nth integer not null
  person_id uuid not null
  given_by uuid not null
  reason text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.batch_lines (
  district integer not null
  id uuid not null
  batch_id uuid not null
  claim_line_id uuid not null
  position integer not null
  reference text not null
  payee_name text not null
  account_sealed bytea not null
  account_tail text not null
  bank_name text not null
  amount_fen bigint not null
  purpose text not null
  status text not null
  replaces_id uuid
  recorded_at timestamp with time zone not null default now()
);
create table funds.batch_signatures (
  district integer not null
  id uuid not null
  batch_id uuid not null
  person_id uuid not null
  account_id uuid not null
  content_sha256 bytea not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  nth integer not null default 1
);
create table funds.batch_withdrawals (
  district integer not null
  id uuid not null
  batch_id uuid not null
  reason text not null
  withdrawn_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.batches (
  district integer not null
  id uuid not null
  number text not null
  fund text not null
  line_id uuid not null
  claim_count integer not null
  line_count integer not null
  amount_fen bigint not null
  bank_template jsonb not null
  content_sha256 bytea not null
  status text not null
  made_by uuid not null
  frozen_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.budget_balances (
  district integer not null
  line_id uuid not null
  appropriated_fen bigint not null default 0
  available_fen bigint not null default 0
  reserved_fen bigint not null default 0
  committed_fen bigint not null default 0
  paid_fen bigint not null default 0
  returned_fen bigint not null default 0
  recovered_fen bigint not null default 0
);
create table funds.budget_lines (
  district integer not null
  id uuid not null
  fund text not null
  name text not null
  year integer not null
  document text not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.claim_confirmations (
  district integer not null
  id uuid not null
  claim_id uuid not null
  outcome text not null
  way text not null
  reasons jsonb not null default '[]'::jsonb
  scan_id uuid
  paper_reason text
  person_id uuid not null
  account_id uuid not null
  content_sha256 bytea not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.claim_hands (
  district integer not null
  claim_id uuid not null
  person_id uuid not null
  duty text not null
  taken_at timestamp with time zone not null default now()
);
create table funds.claim_lines (
  district integer not null
  id uuid not null
  claim_id uuid not null
  entitlement_id uuid not null
  person_id uuid not null
  position integer not null
  payee_name text not null
  bank_account_id uuid not null
  amount_fen bigint not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.claim_people (
  district integer not null
  claim_id uuid not null
  decision_id uuid not null
  fact_id uuid not null
  subject_id uuid not null
  person_id uuid not null
  position integer not null
  standing text not null
  amount_fen bigint not null
  reasons jsonb not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.claim_reviews (
  district integer not null
  id uuid not null
  claim_id uuid not null
  duty text not null
  outcome text not null
  reasons jsonb not null default '[]'::jsonb
  person_id uuid not null
  account_id uuid not null
  content_sha256 bytea not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  draw_id uuid
  delegation_id uuid
  given_as text
  minutes_number text
  paper_id uuid
);
create table funds.claims (
  district integer not null
  id uuid not null
  number text not null
  scheme text not null
  scheme_version text not null
  scheme_title jsonb not null
  fund text not null
  line_id uuid not null
  organisation_id uuid not null
  organisation_name text not null
  fact_kind text not null
  group_kind text not null
  group_id uuid not null
  title text not null
  head_count integer not null
  held_count integer not null
  refused_count integer not null
  amount_fen bigint not null
  check_run_id uuid not null
  checks_asked integer not null
  checks_passed integer not null
  unavailable jsonb not null
  content_sha256 bytea not null
  status text not null
  assembled_at timestamp with time zone not null
  replaces_id uuid
  replaces_because jsonb
  recorded_at timestamp with time zone not null default now()
  supplement integer not null default 0
  supplement_because jsonb
);
create table funds.entitlements (
  district integer not null
  id uuid not null
  decision_id uuid not null
  person_id uuid not null
  group_id uuid not null
  scheme text not null
  fund text not null
  amount_fen bigint not null
  status text not null
  created_at timestamp with time zone not null default now()
  recorded_at timestamp with time zone not null default now()
);
create table funds.history_people (
  district integer not null
  source_id uuid not null
  person_id uuid not null
  answer text not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.history_sources (
  district integer not null
  id uuid not null
  kind text not null
  source text not null
  about text not null
  covers_from date
  covers_to date not null
  families text[] not null
  file_id uuid
  file_name text not null
  sha256 bytea not null
  group_kind text
  group_id uuid
  group_title jsonb
  columns_read jsonb not null default '[]'::jsonb
  row_count integer
  amount_fen bigint
  doubts jsonb not null default '[]'::jsonb
  withdrawn boolean not null default false
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.history_withdrawals (
  district integer not null
  source_id uuid not null
  reason text not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.instalments (
  district integer not null
  id uuid not null
  promise_id uuid not null
  round_id uuid not null
  number integer not null
  due_on date not null
  ends_on date not null
  amount_fen bigint not null
  status text not null default 'promised'::text
  because jsonb
  looked_on date
  recorded_at timestamp with time zone not null default now()
);
create table funds.ledger_mappings (
  district integer not null
  id uuid not null
  headings_sha256 bytea not null
  columns jsonb not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.ledger_wordings (
  district integer not null
  id uuid not null
  kind text not null
  wording text not null
  means text
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.line_holds (
  district integer not null
  id uuid not null
  claim_id uuid not null
  claim_line_id uuid not null
  case_id uuid not null
  amount_fen bigint not null
  status text not null
  held_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.line_months (
  district integer not null
  line_id uuid not null
  month date not null
  account text not null
  in_fen bigint not null default 0
  out_fen bigint not null default 0
);
create table funds.objections (
  district integer not null
  id uuid not null
  notice_id uuid not null
  claim_line_id uuid not null
  hold_id uuid not null
  received_on date not null
  channel text not null
  said text not null
  objector_sealed bytea
  recorded_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.old_list_mappings (
  district integer not null
  id uuid not null
  headings_sha256 bytea not null
  columns jsonb not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.old_list_settlements (
  district integer not null
  id uuid not null
  difference_key bytea not null
  kind text not null
  reason text not null
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.paper_approval_decisions (
  district integer not null
  paper_id uuid not null
  claim_id uuid not null
  recorded_by uuid not null
  approver_id uuid not null
  verdict text not null
  reason text not null
  decided_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.paper_approvals (
  district integer not null
  id uuid not null
  claim_id uuid not null
  nth integer not null
  approver_id uuid not null
  approver_account uuid not null
  given_as text not null
  signed_on date not null
  minutes_number text
  scan_id uuid not null
  content_sha256 bytea not null
  recorded_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.past_payments (
  district integer not null
  id uuid not null
  source_id uuid not null
  sheet_row integer not null
  identity_lookup bytea not null
  family text not null
  occupation_id text
  occupation_text text not null
  level text
  certificate_no text
  amount_fen bigint not null
  paid_from date not null
  paid_to date not null
  payee text not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.person_reports (
  district integer not null
  id uuid not null
  number text not null
  person_id uuid not null
  claim_id uuid not null
  decision_id uuid not null
  kind text not null
  said text not null
  form_key text not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.promises (
  district integer not null
  id uuid not null
  decision_id uuid not null
  fact_id uuid not null
  person_id uuid not null
  group_id uuid not null
  subject_id uuid not null
  organisation_id uuid not null
  scheme text not null
  scheme_version text not null
  scheme_title jsonb not null
  fund text not null
  title text not null
  amount_fen bigint not null
  instalments integer not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.province_exports (
  district integer not null
  id uuid not null
  list_id uuid not null
  file_id uuid not null
  name text not null
  sha256 bytea not null
  template jsonb not null
  purpose text not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.province_imports (
  district integer not null
  id uuid not null
  scheme text not null
  as_of date not null
  whole boolean not null
  file_id uuid not null
  file_name text not null
  sha256 bytea not null
  columns_read jsonb not null
  row_count integer
  paid_count integer
  amount_fen bigint
  paid_fen bigint
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.province_list_events (
  district integer not null
  id uuid not null
  list_id uuid not null
  status_from text
  status_to text not null
  person_id uuid
  note text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.province_list_hands (
  district integer not null
  list_id uuid not null
  person_id uuid not null
  duty text not null
  outcome text
  reasons jsonb not null default '[]'::jsonb
  content_sha256 bytea
  account_id uuid
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.province_list_people (
  district integer not null
  id uuid not null
  list_id uuid not null
  scheme text not null
  decision_id uuid not null
  fact_id uuid not null
  subject_id uuid not null
  person_id uuid not null
  position integer not null
  reference text not null
  identity_lookup bytea not null
  masked_name text not null
  masked_identity text not null
  level text
  certificate_no text
  bank_account_id uuid not null
  standing text not null
  amount_fen bigint not null
  reasons jsonb not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.province_lists (
  district integer not null
  id uuid not null
  number text not null
  scheme text not null
  scheme_version text not null
  scheme_title jsonb not null
  fund text not null
  organisation_id uuid not null
  organisation_name text not null
  fact_kind text not null
  group_kind text not null
  group_id uuid not null
  title text not null
  head_count integer not null
  held_count integer not null
  refused_count integer not null
  amount_fen bigint not null
  check_run_id uuid not null
  checks_asked integer not null
  checks_passed integer not null
  unavailable jsonb not null
  content_sha256 bytea not null
  status text not null
  assembled_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.province_mappings (
  district integer not null
  id uuid not null
  headings_sha256 bytea not null
  columns jsonb not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.province_rows (
  district integer not null
  id uuid not null
  import_id uuid not null
  scheme text not null
  sheet_row integer not null
  reference text not null
  our_reference text
  identity_lookup bytea not null
  masked_name text not null
  masked_identity text not null
  level text
  certificate_no text
  amount_fen bigint not null
  state text not null
  reason text not null default ''::text
  paid_on date
  paid_fen bigint
);
create table funds.public_notice_rows (
  district integer not null
  notice_id uuid not null
  claim_line_id uuid not null
  position integer not null
  masked_name text not null
  masked_identity text not null
  amount_fen bigint not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.public_notices (
  district integer not null
  id uuid not null
  number text not null
  claim_id uuid not null
  head_count integer not null
  amount_fen bigint not null
  published_on date not null
  ends_on date not null
  working_days integer not null
  counting text not null
  list_sha256 bytea not null
  status text not null
  published_by uuid not null
  account_id uuid not null
  published_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.reconciliation_lines (
  district integer not null
  id uuid not null
  reconciliation_id uuid not null
  scheme text not null
  kind text not null
  about text not null
  says text not null
  list_person_id uuid
  province_row_id uuid
  masked_name text not null
  masked_identity text not null
  here jsonb not null
  there jsonb not null
  other jsonb
);
create table funds.reconciliation_settlements (
  district integer not null
  id uuid not null
  scheme text not null
  kind text not null
  about text not null
  says text not null
  outcome text not null
  reason text not null
  document text not null default ''::text
  asked_on date
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.reconciliations (
  district integer not null
  id uuid not null
  scheme text not null
  import_id uuid
  here_count integer not null
  here_fen bigint not null
  there_count integer not null
  there_fen bigint not null
  paid_count integer not null
  paid_fen bigint not null
  agree_count integer not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.recoveries (
  district integer not null
  id uuid not null
  payment_id uuid not null
  payment_fen bigint not null
  amount_fen bigint not null
  reason text not null
  document text not null
  status text not null default 'proposed'::text
  received_fen bigint not null default 0
  proposed_by uuid not null
  proposed_account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  decision_id uuid
  before_fen bigint not null default 0
);
create table funds.recovery_decisions (
  district integer not null
  recovery_id uuid not null
  proposed_by uuid not null
  decided_by uuid not null
  decided_account_id uuid not null
  outcome text not null
  reason text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.recovery_receipts (
  district integer not null
  id uuid not null
  recovery_id uuid not null
  amount_fen bigint not null
  voucher text not null
  received_on date not null
  entered_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.redecision_answers (
  district integer not null
  redecision_id uuid not null
  proposed_by uuid not null
  answered_by uuid not null
  answered_account_id uuid not null
  outcome text not null
  reason text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.redecision_files (
  district integer not null
  id uuid not null
  redecision_id uuid not null
  file_id uuid not null
  file_name text not null
  media_type text not null
  size_bytes integer not null
  file_sha256 bytea not null
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.redecision_items (
  district integer not null
  redecision_id uuid not null
  decision_id uuid not null
  claim_id uuid not null
  subject_id uuid not null
  person_id uuid not null
  nth integer not null
  was_fen bigint not null
  answer text not null
  effective_fen bigint not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.redecision_made (
  district integer not null
  redecision_id uuid not null
  decision_id uuid not null
  made_id uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.redecisions (
  district integer not null
  id uuid not null
  group_id uuid not null
  scheme text not null
  scheme_title jsonb not null
  cause text not null
  reason text not null
  document text not null
  manual jsonb
  about_kind text
  about_id uuid
  difference_fen bigint not null
  seen_sha256 bytea not null
  proposed_by uuid not null
  proposed_account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.report_answers (
  district integer not null
  report_id uuid not null
  answer text not null
  answered_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.return_files (
  district integer not null
  id uuid not null
  batch_id uuid not null
  file_id uuid not null
  name text not null
  sha256 bytea not null
  paid_count integer not null
  paid_fen bigint not null
  returned_count integer not null
  returned_fen bigint not null
  applied_at timestamp with time zone not null
  applied_by uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.review_draws (
  district integer not null
  id uuid not null
  claim_id uuid not null
  nth integer not null
  way text not null
  person_id uuid
  account_id uuid
  seed text not null
  candidates jsonb not null
  excluded jsonb not null
  reason text not null
  by_person uuid
  by_account uuid
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.status_events (
  district integer not null
  id uuid not null
  subject_kind text not null
  subject_id uuid not null
  status_from text
  status_to text not null
  person_id uuid
  note text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.transfers (
  district integer not null
  id uuid not null
  line_id uuid not null
  debit text not null
  credit text not null
  amount_fen bigint not null
  reason text not null
  note text not null default ''::text
  subject_kind text not null
  subject_id uuid not null
  person_id uuid
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.trial_blocks (
  district integer not null
  id uuid not null
  trial_id uuid not null
  nth integer not null
  cases integer not null
  ids bytea not null
  keys bytea not null
  amounts bytea not null
  marks bytea not null
);
create table funds.trials (
  district integer not null
  id uuid not null
  scheme text not null
  fact_kind text not null
  after_named jsonb not null
  after_document jsonb not null
  after_sha256 bytea not null
  draft_id uuid
  before_named jsonb
  before_document jsonb
  before_sha256 bytea
  values_on date
  from_on date not null
  to_on date not null
  account_id uuid not null
  person_id uuid not null
  status text not null
  begun integer not null default 0
  cases_done integer not null default 0
  cases_of integer
  last_on date
  last_fact_id uuid
  names jsonb
  tally jsonb
  lines jsonb
  asked_at timestamp with time zone not null default now()
  business_at timestamp with time zone not null
  beat_at timestamp with time zone
  ended_at timestamp with time zone
  expires_at timestamp with time zone
);
create table funds.vouchers (
  district integer not null
  return_file_id uuid not null
  number text not null
  issued_on date not null
  entered_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table funds.waiting_claims (
  district integer not null
  id uuid not null
  scheme text not null
  scheme_title jsonb not null
  fund text not null
  year integer not null
  organisation_id uuid not null
  fact_kind text not null
  group_kind text not null
  group_id uuid not null
  title text not null
  head_count integer not null
  held_count integer not null
  refused_count integer not null
  amount_fen bigint not null
  reason text not null
  waits_since timestamp with time zone not null
  settled_at timestamp with time zone
  because jsonb not null default '[]'::jsonb
);
create table http.idempotency_keys (
  district integer not null
  account_id uuid not null
  key text not null
  request_sha256 bytea not null
  status integer
  answer jsonb
  created_at timestamp with time zone not null default now()
);
create table integrity.case_conclusions (
  district integer not null
  id uuid not null
  case_id uuid not null
  nth integer not null
  outcome text not null
  keeps_provider_frozen boolean not null default false
  reasons text not null
  proposed_by uuid not null
  proposed_account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  is_answer boolean not null default false
  answered_by text
  answer_document text
  answered_on date
);
create table integrity.case_decisions (
  district integer not null
  conclusion_id uuid not null
  case_id uuid not null
  proposed_by uuid not null
  decided_by uuid not null
  decided_account_id uuid not null
  verdict text not null
  reason text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  is_answer boolean not null default false
  proposer_duty text
  decider_duty text
);
create table integrity.case_events (
  district integer not null
  id uuid not null
  case_id uuid not null
  what text not null
  said text not null default ''::text
  person_id uuid
  account_id uuid
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.case_evidence (
  district integer not null
  id uuid not null
  case_id uuid not null
  kind text not null
  trail_kind text
  trail_id uuid
  label jsonb
  note text
  file_id uuid
  file_name text
  media_type text
  size_bytes integer
  file_sha256 bytea
  person_id uuid
  account_id uuid
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.case_owners (
  district integer not null
  case_id uuid not null
  nth integer not null
  person_id uuid not null
  account_id uuid not null
  given_by uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.case_subjects (
  district integer not null
  case_id uuid not null
  subject_kind text not null
  subject_id uuid not null
  person_id uuid
  check_id text not null
  result_id uuid not null
  answer_sha256 bytea not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.cases (
  district integer not null
  id uuid not null
  number text not null
  group_kind text not null
  group_id uuid not null
  organisation_id uuid not null
  check_id text
  reason text
  opened_by uuid
  opened_account_id uuid
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  freezes text not null default 'provider'::text
);
create table integrity.check_results (
  district integer not null
  id uuid not null
  run_id uuid not null
  check_id text not null
  moment text not null
  subject_kind text not null
  subject_id uuid not null
  group_id uuid not null
  outcome text not null
  action text not null
  sentence jsonb not null
  evidence jsonb not null default '[]'::jsonb
  ran_at timestamp with time zone not null default now()
  business_at timestamp with time zone not null
);
create table integrity.finding_cases (
  district integer not null
  finding_id uuid not null
  case_id uuid not null
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.finding_files (
  district integer not null
  id uuid not null
  finding_id uuid not null
  nth integer not null
  file_id uuid not null
  file_name text not null
  media_type text not null
  size_bytes integer not null
  file_sha256 bytea not null
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.finding_steps (
  district integer not null
  id uuid not null
  finding_id uuid not null
  nth integer not null
  what text not null
  said text not null
  due_on date
  person_id uuid not null
  account_id uuid not null
  before_nth integer
  before_what text
  before_person uuid
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.findings (
  district integer not null
  id uuid not null
  number text not null
  subject_kind text not null
  subject_id uuid not null
  subject_title jsonb not null
  organisation_id uuid
  person_id uuid
  for_organisation boolean not null
  found text not null
  rule text not null
  severity text not null
  remedy text not null
  written_on date not null
  recorded_at timestamp with time zone not null default now()
  asks_case boolean not null default false
);
create table integrity.freeze_gates (
  district integer not null
  organisation_id uuid not null
  passed integer not null default 0
);
create table integrity.hands (
  district integer not null
  act_id uuid not null
  person_id uuid not null
  duty text not null
  taken_at timestamp with time zone not null default now()
);
create table integrity.override_decisions (
  district integer not null
  override_id uuid not null
  proposed_by uuid not null
  decided_by uuid not null
  decided_account_id uuid not null
  outcome text not null
  reason text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  proposer_duty text
  decider_duty text
);
create table integrity.override_files (
  district integer not null
  id uuid not null
  override_id uuid not null
  file_id uuid not null
  file_name text not null
  media_type text not null
  size_bytes integer not null
  file_sha256 bytea not null
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.override_withdrawals (
  district integer not null
  override_id uuid not null
  proposed_by uuid not null
  decided_by uuid
  withdrawn_by uuid not null
  withdrawn_account_id uuid not null
  reason text not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.overrides (
  district integer not null
  id uuid not null
  check_id text not null
  subject_kind text not null
  subject_id uuid not null
  group_id uuid not null
  organisation_id uuid not null
  result_id uuid not null
  nth integer not null
  document text not null
  reason text not null
  evidence text not null default ''::text
  expires_on date not null
  proposed_by uuid not null
  proposed_account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.result_evidence (
  district integer not null
  kind text not null
  place_id uuid not null
  result_id uuid not null
);
create table integrity.sample_draws (
  district integer not null
  sample_id uuid not null
  seed text not null
  seal_number integer not null
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.sample_items (
  district integer not null
  id uuid not null
  sample_id uuid not null
  nth integer not null
  stratum text not null
  subject_kind text not null
  subject_id uuid not null
  subject_title jsonb not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.sample_marks (
  district integer not null
  id uuid not null
  sample_id uuid not null
  item_id uuid not null
  nth integer not null
  verdict text not null
  note text not null default ''::text
  finding_id uuid
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table integrity.samples (
  district integer not null
  id uuid not null
  number text not null
  purpose text not null
  population text not null
  filter jsonb not null
  stratified_by text
  take integer not null
  candidates integer not null
  population_sha256 bytea not null
  file_id uuid not null
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table marking.mark_sheets (
  district integer not null
  id uuid not null
  assessment_kind text not null
  assessment_id uuid not null
  version integer not null
  file_id uuid not null
  file_name text not null
  issued_on date not null
  imported_by uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table marking.marks (
  district integer not null
  id uuid not null
  sheet_id uuid not null
  candidate_id uuid not null
  aspect text not null
  present boolean not null
  points integer
  sheet_row integer not null
  recorded_at timestamp with time zone not null default now()
);
create table numbering.series (
  district integer not null
  kind text not null
  year integer not null
  last integer not null default 0
);
create table outbox.events (
  district integer not null
  id uuid not null
  kind text not null
  subject_id uuid not null
  body jsonb not null
  created_at timestamp with time zone not null default now()
  done_at timestamp with time zone
  attempts integer not null default 0
  next_try_at timestamp with time zone not null default now()
  gave_up_at timestamp with time zone
  failed_at timestamp with time zone
  failed_in text
  failed_as jsonb
  failure_id uuid
);
create table people.bank_accounts (
  district integer not null
  id uuid not null
  person_id uuid not null
  holder_name text not null
  account_sealed bytea not null
  account_lookup bytea not null
  account_tail text not null
  bank_name text not null
  created_at timestamp with time zone not null default now()
);
create table people.corrected_values (
  district integer not null
  id uuid not null
  person_id uuid not null
  request_id uuid not null
  name text
  phone_sealed bytea
  phone_masked text
  phone_lookup bytea
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.correction_answers (
  district integer not null
  request_id uuid not null
  nth integer not null
  outcome text not null
  answer text not null
  needs_second boolean not null
  answered_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.correction_decisions (
  district integer not null
  request_id uuid not null
  nth integer not null
  answered_by uuid not null
  decided_by uuid not null
  account_id uuid not null
  verdict text not null
  reason text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.correction_requests (
  district integer not null
  id uuid not null
  number text not null
  person_id uuid not null
  item text not null
  should_be text not null
  why text not null
  phone_sealed bytea
  phone_masked text
  file_id uuid
  file_name text
  media_type text
  size_bytes integer
  form_key text not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.insured_employers (
  district integer not null
  import_id uuid not null
  uscc text not null
  employer_name text not null
  row_count integer not null
);
create table people.insured_imports (
  district integer not null
  id uuid not null
  file_id uuid not null
  file_name text not null
  sha256 bytea not null
  source text not null
  as_of date not null
  row_count integer
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  withdrawal_reason text
);
create table people.insured_staff (
  district integer not null
  id uuid not null
  import_id uuid not null
  uscc text not null
  employer_name text not null
  identity_lookup bytea not null
  from_month text not null
  to_month text
);
create table people.letter_answers (
  district integer not null
  id uuid not null
  letter_id uuid not null
  kind text not null
  office text not null
  as_of date not null
  file_name text
  sha256 bytea
  fingerprint bytea not null
  line_count integer not null
  hit_count integer not null
  stranger_count integer not null
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.letter_groups (
  district integer not null
  letter_id uuid not null
  group_id uuid not null
  kind text not null
  recorded_at timestamp with time zone not null default now()
);
create table people.letter_people (
  district integer not null
  letter_id uuid not null
  position integer not null
  person_id uuid not null
  name text not null
  recorded_at timestamp with time zone not null default now()
);
create table people.letters (
  district integer not null
  id uuid not null
  number text not null
  register text not null
  office text not null
  purpose text not null
  from_date date not null
  to_date date not null
  made_on date not null
  expires_on date not null
  person_count integer not null
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.organisations (
  district integer not null
  id uuid not null
  kind text not null
  name text not null
  uscc text
  created_at timestamp with time zone not null default now()
);
create table people.persons (
  district integer not null
  id uuid not null
  name text not null
  identity_sealed bytea not null
  identity_lookup bytea not null
  identity_masked text not null
  sex text not null
  birth_date date not null
  phone_sealed bytea
  phone_masked text
  created_at timestamp with time zone not null default now()
  told_by uuid
  phone_lookup bytea
);
create table people.register_hits (
  district integer not null
  id uuid not null
  answer_id uuid not null
  letter_id uuid not null
  person_id uuid not null
  sheet_row integer not null
  from_text text
  to_text text
  says text not null
  uscc text
  other_name text
  recorded_at timestamp with time zone not null default now()
);
create table people.restriction_decisions (
  district integer not null
  proposal_id uuid not null
  proposed_by uuid not null
  decided_by uuid not null
  decided_account_id uuid not null
  outcome text not null
  reason text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.restriction_hearings (
  district integer not null
  reply_id uuid not null
  restriction_id uuid not null
  recorded_by uuid not null
  proposal_id uuid not null
  proposed_by uuid not null
  outcome text not null
  reason text not null
  heard_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.restriction_proposals (
  district integer not null
  id uuid not null
  restriction_id uuid not null
  step text not null
  nth integer not null
  ends_on date
  reason text not null
  proposed_by uuid not null
  proposed_account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.restriction_replies (
  district integer not null
  id uuid not null
  restriction_id uuid not null
  way text not null
  said text not null
  said_on date not null
  recorded_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.restriction_reply_files (
  district integer not null
  reply_id uuid not null
  file_id uuid not null
  file_name text not null
  media_type text not null
  size_bytes integer not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table people.restrictions (
  district integer not null
  id uuid not null
  kind text not null
  person_id uuid
  organisation_id uuid
  reason text not null
  document text not null
  from_date date not null
  to_date date
  recorded_at timestamp with time zone not null default now()
  clause text not null default ''::text
);
create table policy.benefit_events (
  district integer not null
  id uuid not null
  benefit_id uuid not null
  status_from text
  status_to text not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table policy.benefit_parties (
  district integer not null
  id uuid not null
  benefit_id uuid not null
  kind text not null
  party_key bytea not null
  recorded_at timestamp with time zone not null default now()
);
create table policy.benefits (
  district integer not null
  id uuid not null
  person_id uuid not null
  person_lookup bytea not null
  decision_id uuid not null
  group_id uuid not null
  scheme text not null
  scheme_version text not null
  family text
  occupation_id text
  level text
  counts_on date not null
  amount_fen bigint not null
  holder_kind text not null
  holder_id uuid not null
  reference text not null
  status text not null default 'reserved'::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  more boolean not null default false
  returned_fen bigint not null default 0
);
create table policy.decisions (
  district integer not null
  id uuid not null
  fact_id uuid not null
  person_id uuid not null
  group_id uuid not null
  scheme text not null
  scheme_version text not null
  pack_sha256 bytea not null
  cause text not null
  facts jsonb not null
  answer text not null
  value_fen bigint not null
  subtracted_fen bigint not null
  effective_fen bigint not null
  trace jsonb not null
  content_sha256 bytea not null
  decided_at timestamp with time zone not null default now()
  business_at timestamp with time zone not null
  follows_id uuid
);
create table policy.documents (
  sha256 bytea not null
  kind text not null
  region text not null
  name text not null
  version text not null
  document jsonb not null
  loaded_at timestamp with time zone not null default now()
);
create table policy.draft_events (
  district integer not null
  id uuid not null
  draft_id uuid not null
  status_from text not null
  status_to text not null
  reason text not null default ''::text
  person_id uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table policy.draft_revisions (
  district integer not null
  draft_id uuid not null
  revision integer not null
  document jsonb not null
  note text not null default ''::text
  saved_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table policy.facts (
  district integer not null
  id uuid not null
  kind text not null
  subject_id uuid not null
  version integer not null
  person_id uuid not null
  group_id uuid not null
  occurred_on date not null
  body jsonb not null
  source_kind text not null
  source_id uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table policy.person_turns (
  person_key bytea not null
  turns bigint not null default 1
);
create table policy.person_uses (
  person_key bytea not null
  id uuid not null
  family text
  occupation_id text
  level text
  counts_on date not null
  amount_fen bigint not null
  lives boolean not null default true
  more boolean not null default false
  returned_fen bigint not null default 0
);
create table policy.published_versions (
  district integer not null
  id uuid not null
  number integer not null
  scheme text not null
  version text not null
  pack_sha256 bytea not null
  proposal_id uuid not null
  proposed_by uuid not null
  published_by uuid not null
  account_id uuid not null
  document_number text not null
  notice jsonb not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table policy.scheme_drafts (
  district integer not null
  id uuid not null
  scheme text not null
  begun_from text not null
  begun_sha256 bytea not null
  note text not null default ''::text
  revision integer not null default 1
  status text not null default 'open'::text
  begun_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table policy.scheme_proposal_answers (
  district integer not null
  proposal_id uuid not null
  proposed_by uuid not null
  answered_by uuid not null
  account_id uuid not null
  outcome text not null
  reason text not null default ''::text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table policy.scheme_proposals (
  district integer not null
  id uuid not null
  draft_id uuid not null
  nth integer not null
  revision integer not null
  scheme text not null
  version text not null
  sha256 bytea not null
  document_number text not null
  reason text not null
  proposed_by uuid not null
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table record.acts (
  district integer not null
  id uuid not null
  act text not null
  subject_kind text not null
  subject_id uuid not null
  account_id uuid
  person_id uuid
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  detail jsonb not null default '{}'::jsonb
);
create table record.archive_parts (
  district integer not null
  id uuid not null
  archive_id uuid not null
  nth integer not null
  sealed_bytes bytea not null
);
create table record.archives (
  district integer not null
  id uuid not null
  about_kind text not null
  about_id uuid not null
  title jsonb not null
  reason text not null
  in_full boolean not null default false
  account_id uuid not null
  person_id uuid not null
  status text not null
  progress jsonb not null default '{}'::jsonb
  asked_at timestamp with time zone not null default now()
  beat_at timestamp with time zone
  ended_at timestamp with time zone
  expires_at timestamp with time zone
  steps integer
  parts integer
  size_bytes bigint
  sha256 bytea
  manifest_sha256 bytea
  begun integer not null default 0
);
create table record.emptied_rows (
  district integer not null
  source text not null
  row_key text not null
  emptying_id uuid not null
  leaf_before bytea not null
  leaf_after bytea not null
  recorded_at timestamp with time zone not null default now()
);
create table record.emptyings (
  district integer not null
  id uuid not null
  rule text not null
  source text not null
  row_id uuid not null
  title jsonb not null
  subject_kind text not null
  subject_id uuid not null
  file_ids uuid[] not null
  file_hashes bytea[] not null
  since_on date not null
  years integer not null
  emptied_on date not null
  recorded_at timestamp with time zone not null default now()
);
create table record.leaves (
  district integer not null
  position bigint not null
  seal integer not null
  source text not null
  row_key text not null
  form integer not null
  leaf_hash bytea not null
);
create table record.paper_prints (
  district integer not null
  id uuid not null
  paper_id uuid not null
  in_full boolean not null
  reason text not null default ''::text
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table record.papers (
  district integer not null
  id uuid not null
  code text not null
  form text not null
  subject_kind text not null
  subject_id uuid not null
  part text not null default ''::text
  content_sha256 bytea not null
  pages integer not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table record.resealings (
  district integer not null
  source text not null
  key_id text not null
  after_id uuid
  walks integer not null default 0
  resealed integer not null default 0
  ended_at timestamp with time zone
);
create table record.reveals (
  district integer not null
  act_id uuid not null
  person_id uuid not null
  account_id uuid not null
  by_person uuid not null
  about_kind text
  about_id uuid
  is_open boolean not null
  town text
  village bytea
  kin text
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table record.scan_strikes (
  district integer not null
  scan_id uuid not null
  reason text not null
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table record.scans (
  district integer not null
  id uuid not null
  subject_kind text not null
  subject_id uuid not null
  form text
  paper_id uuid
  title text not null default ''::text
  file_id uuid not null
  file_name text not null
  media_type text not null
  size_bytes integer not null
  sha256 bytea not null
  organisation_id uuid
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table record.seal_heads (
  district integer not null
  number integer not null default 0
  size bigint not null default 0
  root bytea not null
  frontier bytea not null default '\x'::bytea
  settled jsonb not null default '{}'::jsonb
);
create table record.sealed_forms (
  district integer not null
  source text not null
  form integer not null
  columns text[] not null
);
create table record.seals (
  district integer not null
  number integer not null
  size bigint not null
  root bytea not null
  previous_root bytea not null
  sealed_at timestamp with time zone not null
  key_id text not null
  signature bytea not null
);
create table record.subtrees (
  district integer not null
  level integer not null
  nth bigint not null
  hash bytea not null
);
create table record.verifications (
  district integer not null
  id uuid not null
  account_id uuid not null
  person_id uuid not null
  status text not null
  progress jsonb not null default '{}'::jsonb
  result jsonb
  asked_at timestamp with time zone not null default now()
  beat_at timestamp with time zone
  ended_at timestamp with time zone
);
create table reference.calendar_changes (
  district integer not null
  id uuid not null
  day date not null
  kind text
  reason text not null
  changed_at timestamp with time zone not null default now()
  changed_by uuid not null
);
create table reference.calendar_days (
  day date not null
  kind text not null
  name_zh text not null
  source text not null
);
create table reference.code_lists (
  list text not null
  code text not null
  position integer not null
  name_zh text not null
  name_en text not null
  synonyms text[] not null default '{}'::text[]
);
create table reference.districts (
  district integer not null
  division_code text not null
  demonstration boolean not null default false
  bureau_zh text not null
  bureau_en text not null
  filing_number text not null
  supervision_phone text not null
  consultation_phone text not null
);
create table reference.divisions (
  code text not null
  name_zh text not null
  name_en text not null
  kind text not null
  parent_code text
);
create table reference.occupations (
  id text not null
  edition integer not null
  code text
  name_zh text not null
  name_en text not null
  trade_zh text not null default ''::text
  verified boolean not null default false
);
create table reference.skill_levels (
  code text not null
  rank integer not null
  name_zh text not null
  name_en text not null
  certificate_digit text
);
create table reference.towns (
  division_code text not null
  name_zh text not null
  name_en text not null
  kind text not null
  code text
);
create table training.agreement_items (
  district integer not null
  id uuid not null
  agreement_id uuid not null
  occupation_id text not null
  highest_level text not null
  site_id uuid not null
  recorded_at timestamp with time zone not null default now()
);
create table training.agreements (
  district integer not null
  id uuid not null
  organisation_id uuid not null
  number text not null
  from_date date not null
  to_date date not null
  document text not null default ''::text
  made_at timestamp with time zone not null default now()
  recorded_at timestamp with time zone not null default now()
);
create table training.amendment_answers (
  district integer not null
  id uuid not null
  amendment_id uuid not null
  proposer_person_id uuid not null
  outcome text not null
  side text not null
  reason text not null default ''::text
  sheet_id uuid
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.amendment_evidence (
  district integer not null
  id uuid not null
  class_id uuid not null
  file_id uuid not null
  file_name text not null
  media_type text not null
  size_bytes integer not null
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.amendment_lines (
  district integer not null
  id uuid not null
  amendment_id uuid not null
  sign_id uuid not null
  enrolment_id uuid not null
  session_id uuid not null
  credit_from text not null
  credit_to text not null
  recorded_at timestamp with time zone not null default now()
);
create table training.amendments (
  district integer not null
  id uuid not null
  class_id uuid not null
  sheet_id uuid not null
  evidence_id uuid not null
  reason text not null
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.attendance_sheets (
  district integer not null
  id uuid not null
  class_id uuid not null
  version integer not null
  method text not null
  file_id uuid not null
  imported_by uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  amends_sheet_id uuid
);
create table training.attendance_signs (
  district integer not null
  id uuid not null
  sheet_id uuid not null
  enrolment_id uuid not null
  session_id uuid not null
  written text not null
  credit text not null
  sheet_row integer not null
  sheet_column integer not null
  live_sign_id uuid
  live_out_id uuid
  recorded_at timestamp with time zone not null default now()
  same_as_id uuid
  amendment_line_id uuid
);
create table training.class_events (
  district integer not null
  id uuid not null
  class_id uuid not null
  status_from text
  status_to text not null
  reasons jsonb not null default '[]'::jsonb
  checks jsonb
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  submission_id uuid
  duty text
);
create table training.class_hands (
  district integer not null
  submission_id uuid not null
  person_id uuid not null
  duty text not null
  taken_at timestamp with time zone not null default now()
);
create table training.class_passes (
  district integer not null
  token_sha256 bytea not null
  class_id uuid not null
  person_id uuid not null
  device bytea not null
  made_at timestamp with time zone not null default clock_timestamp()
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
);
create table training.class_photos (
  district integer not null
  id uuid not null
  live_session_id uuid not null
  file_id uuid not null
  account_id uuid not null
  person_id uuid not null
  device bytea not null
  taken_at timestamp with time zone not null default clock_timestamp()
  business_at timestamp with time zone not null
  device_at timestamp with time zone
  recorded_at timestamp with time zone not null default now()
);
create table training.classes (
  district integer not null
  id uuid not null
  organisation_id uuid not null
  number text not null
  filing_number text
  kind text not null
  occupation_id text not null
  level text not null
  certificate_kind text not null
  site_id uuid not null
  room_id uuid not null
  instructor_id uuid not null
  starts_on date not null
  ends_on date not null
  theory_hours integer not null
  practice_hours integer not null
  capacity integer not null
  payee text not null
  fund text not null
  status text not null
  roster_import_id uuid
  submitted_at timestamp with time zone
  created_at timestamp with time zone not null default now()
);
create table training.enrolment_names (
  district integer not null
  id uuid not null
  enrolment_id uuid not null
  request_id uuid not null
  name text not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.enrolments (
  district integer not null
  id uuid not null
  class_id uuid not null
  roster_import_id uuid not null
  person_id uuid not null
  position integer not null
  sheet_row integer not null
  group_code text not null
  education text not null default ''::text
  address_sealed bytea
  bank_account_id uuid not null
  doubts jsonb not null default '[]'::jsonb
  name text not null
  phone_sealed bytea
  phone_masked text
  recorded_at timestamp with time zone not null default now()
);
create table training.inspection_confirmations (
  district integer not null
  id uuid not null
  inspection_id uuid not null
  inspector_person_id uuid not null
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.inspection_photos (
  district integer not null
  id uuid not null
  inspection_id uuid not null
  file_id uuid not null
  file_name text not null
  media_type text not null
  size_bytes integer not null
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.inspections (
  district integer not null
  id uuid not null
  class_id uuid not null
  session_id uuid not null
  minute integer not null
  head_count integer not null
  note text not null default ''::text
  account_id uuid not null
  person_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.instructors (
  district integer not null
  id uuid not null
  organisation_id uuid not null
  person_id uuid not null
  title text not null default ''::text
  recorded_at timestamp with time zone not null default now()
);
create table training.live_events (
  district integer not null
  id uuid not null
  live_session_id uuid not null
  phase text not null
  account_id uuid
  person_id uuid
  device bytea
  happened_at timestamp with time zone not null default clock_timestamp()
  business_at timestamp with time zone not null
  device_at timestamp with time zone
  recorded_at timestamp with time zone not null default now()
);
create table training.live_refusals (
  district integer not null
  id uuid not null
  live_session_id uuid not null
  enrolment_id uuid
  kind text not null
  method text not null
  why text not null
  device bytea not null
  other_enrolment_id uuid
  happened_at timestamp with time zone not null default clock_timestamp()
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.live_sessions (
  district integer not null
  id uuid not null
  class_id uuid not null
  session_id uuid not null
  phase text not null
  account_id uuid not null
  person_id uuid not null
  device bytea not null
  opened_at timestamp with time zone not null default clock_timestamp()
  business_at timestamp with time zone not null
  device_at timestamp with time zone
  recorded_at timestamp with time zone not null default now()
);
create table training.live_signs (
  district integer not null
  id uuid not null
  live_session_id uuid not null
  enrolment_id uuid not null
  kind text not null
  method text not null
  nth integer not null default 1
  device bytea not null
  seen_at timestamp with time zone not null
  signed_at timestamp with time zone not null
  business_at timestamp with time zone not null
  device_at timestamp with time zone
  account_id uuid
  person_id uuid
  minutes_late integer not null default 0
  minutes_early integer not null default 0
  quality text not null
  reason text not null default ''::text
  recorded_at timestamp with time zone not null default now()
);
create table training.live_strikes (
  district integer not null
  id uuid not null
  sign_id uuid not null
  reason text not null
  account_id uuid not null
  person_id uuid not null
  device bytea not null
  struck_at timestamp with time zone not null default clock_timestamp()
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.live_tries (
  district integer not null
  what text not null
  of_whom bytea not null
  hour timestamp with time zone not null
  count integer not null
);
create table training.musters (
  district integer not null
  id uuid not null
  class_id uuid not null
  enrolment_id uuid not null
  sheet_id uuid not null
  planned_sessions integer not null
  attended_sessions integer not null
  planned_minutes integer not null
  attended_minutes integer not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.provider_documents (
  district integer not null
  id uuid not null
  organisation_id uuid not null
  site_id uuid
  kind text not null
  number text not null
  valid_from date not null
  valid_to date not null
  filed_by uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  withdrawn_reason text
);
create table training.rooms (
  district integer not null
  id uuid not null
  site_id uuid not null
  name text not null
  seats integer not null
  recorded_at timestamp with time zone not null default now()
);
create table training.roster_imports (
  district integer not null
  id uuid not null
  class_id uuid not null
  file_id uuid not null
  file_name text not null
  sha256 bytea not null
  outcome text not null
  row_count integer not null
  marks jsonb not null default '[]'::jsonb
  marked_file_id uuid
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  judged_by jsonb
);
create table training.sessions (
  district integer not null
  id uuid not null
  class_id uuid not null
  day date not null
  start_minute integer not null
  end_minute integer not null
  class_hours integer not null
  kind text not null
  room_id uuid not null
  instructor_id uuid not null
  reason text not null default ''::text
);
create table training.sheet_uploads (
  district integer not null
  id uuid not null
  class_id uuid not null
  kind text not null
  file_id uuid not null
  file_name text not null
  sha256 bytea not null
  issued_on date
  outcome text not null
  version integer
  row_count integer not null
  marks jsonb not null default '[]'::jsonb
  marked_file_id uuid
  account_id uuid not null
  business_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
);
create table training.sites (
  district integer not null
  id uuid not null
  organisation_id uuid not null
  name text not null
  town_zh text not null
  address text not null
  recorded_at timestamp with time zone not null default now()
);
create table training.slots (
  district integer not null
  resource_kind text not null
  resource_id uuid not null
  day date not null
  half_hour integer not null
  class_id uuid not null
  session_id uuid not null
);

-- Constraints

alter table access.accounts add constraint account_of_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table access.accounts add constraint account_of_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table access.accounts add constraint accounts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 64)));
alter table access.accounts add constraint accounts_pkey PRIMARY KEY (district, id);
alter table access.accounts add constraint bureau_and_organisation_never_meet CHECK ((((organisation_id IS NULL) AND (NOT (roles && ARRAY['provider'::text, 'instructor'::text]))) OR ((organisation_id IS NOT NULL) AND (roles <@ ARRAY['provider'::text, 'instructor'::text])))) NOT VALID;
alter table access.accounts add constraint one_account_per_name UNIQUE (district, name);
alter table access.delegation_ends add constraint a_delegation_ends_once PRIMARY KEY (district, delegation_id);
alter table access.delegation_ends add constraint end_of_a_delegation FOREIGN KEY (district, delegation_id) REFERENCES access.delegations(district, id);
alter table access.delegations add constraint a_delegation_ends_after_it_begins CHECK ((from_day <= to_day));
alter table access.delegations add constraint absent_is_a_natural_person FOREIGN KEY (district, absent_person_id) REFERENCES people.persons(district, id);
alter table access.delegations add constraint delegations_pkey PRIMARY KEY (district, id);
alter table access.delegations add constraint deputy_is_a_natural_person FOREIGN KEY (district, deputy_person_id) REFERENCES people.persons(district, id);
alter table access.delegations add constraint nobody_stands_in_for_themself CHECK ((absent_person_id <> deputy_person_id));
alter table access.delegations add constraint posts_that_nobody_stands_in_for CHECK ((NOT (roles && ARRAY['auditor'::text, 'administrator'::text, 'provider'::text])));
alter table access.delegations add constraint some_post_is_stood_in_for CHECK ((cardinality(roles) > 0));
alter table access.emergencies add constraint an_emergency_begins_when_it_is_taken CHECK (((began_at >= (recorded_at - '1 day'::interval)) AND (began_at <= (recorded_at + '1 day'::interval))));
alter table access.emergencies add constraint an_emergency_lasts_an_hour_at_most CHECK (((until_at > began_at) AND (until_at <= (began_at + '01:00:00'::interval))));
alter table access.emergencies add constraint emergencies_pkey PRIMARY KEY (district, id);
alter table access.emergencies add constraint emergencies_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 300)));
alter table access.emergencies add constraint emergencies_ticket_check CHECK (((length(ticket) >= 2) AND (length(ticket) <= 60)));
alter table access.emergencies add constraint emergency_of_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table access.emergencies add constraint emergency_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.emergencies add constraint emergency_of_one_person UNIQUE (district, id, person_id, until_at);
alter table access.emergencies add constraint roles_that_no_emergency_gives CHECK ((role <> ALL (ARRAY['auditor'::text, 'provider'::text, 'instructor'::text])));
alter table access.emergency_ends add constraint an_emergency_ends_once PRIMARY KEY (district, emergency_id);
alter table access.emergency_ends add constraint end_of_an_emergency FOREIGN KEY (district, emergency_id) REFERENCES access.emergencies(district, id);
alter table access.emergency_reviews add constraint a_use_is_answered_once PRIMARY KEY (district, use_id);
alter table access.emergency_reviews add constraint emergency_reviews_word_check CHECK (((length(word) >= 2) AND (length(word) <= 300)));
alter table access.emergency_reviews add constraint nobody_reviews_their_own_emergency CHECK ((reviewer_person_id <> user_person_id));
alter table access.emergency_reviews add constraint review_of_a_use FOREIGN KEY (district, use_id, user_person_id) REFERENCES access.emergency_uses(district, id, person_id);
alter table access.emergency_uses add constraint emergency_uses_pkey PRIMARY KEY (district, id);
alter table access.emergency_uses add constraint nothing_is_used_after_its_time CHECK ((used_at < until_at));
alter table access.emergency_uses add constraint use_of_an_emergency FOREIGN KEY (district, emergency_id, person_id, until_at) REFERENCES access.emergencies(district, id, person_id, until_at);
alter table access.emergency_uses add constraint use_of_one_person UNIQUE (district, id, person_id);
alter table access.hand_overs add constraint hand_over_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.hand_overs add constraint hand_over_to_an_account FOREIGN KEY (district, successor_account_id) REFERENCES access.accounts(district, id);
alter table access.hand_overs add constraint hand_overs_pkey PRIMARY KEY (district, id);
alter table access.hand_overs add constraint hand_overs_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 200)));
alter table access.hand_overs add constraint nobody_hands_over_for_themself CHECK ((handed_account_id <> account_id));
alter table access.hand_overs add constraint work_goes_to_another_account CHECK ((successor_account_id <> account_id));
alter table access.invitations add constraint an_invitation_is_used_or_withdrawn CHECK (((used_at IS NULL) OR (withdrawn_at IS NULL)));
alter table access.invitations add constraint invitation_to_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.invitations add constraint invitations_pkey PRIMARY KEY (district, id);
alter table access.invitations add constraint one_invitation_per_link UNIQUE (district, token_sha256);
alter table access.passwords add constraint password_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.passwords add constraint passwords_pkey PRIMARY KEY (district, id);
alter table access.recovery_codes add constraint a_recovery_code_is_one_accounts PRIMARY KEY (district, account_id, code_lookup);
alter table access.recovery_codes add constraint recovery_code_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.resident_codes add constraint resident_codes_pkey PRIMARY KEY (district, token_sha256);
alter table access.resident_codes add constraint resident_codes_tries_check CHECK (((tries >= 0) AND (tries <= 5)));
alter table access.resident_sessions add constraint resident_sessions_pkey PRIMARY KEY (district, token_sha256);
alter table access.resident_sessions add constraint session_of_a_resident FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table access.role_ends add constraint a_role_ends_once PRIMARY KEY (district, grant_id);
alter table access.role_ends add constraint end_of_a_role FOREIGN KEY (district, grant_id) REFERENCES access.role_grants(district, id);
alter table access.role_ends add constraint role_ends_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 200)));
alter table access.role_grants add constraint a_role_ends_after_it_begins CHECK ((from_day <= to_day));
alter table access.role_grants add constraint a_role_of_its_own_side CHECK ((of_organisation = (role = ANY (ARRAY['provider'::text, 'instructor'::text]))));
alter table access.role_grants add constraint nobody_gives_themself_a_role CHECK ((granted_by <> person_id));
alter table access.role_grants add constraint role_grants_pkey PRIMARY KEY (district, id);
alter table access.role_grants add constraint role_grants_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 200)));
alter table access.role_grants add constraint role_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.scope_ends add constraint a_scope_ends_once PRIMARY KEY (district, scope_id);
alter table access.scope_ends add constraint end_of_a_scope FOREIGN KEY (district, scope_id) REFERENCES access.scopes(district, id);
alter table access.scope_ends add constraint scope_ends_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 200)));
alter table access.scopes add constraint a_scope_ends_after_it_begins CHECK ((from_day <= to_day));
alter table access.scopes add constraint nobody_widens_their_own_scope CHECK ((granted_by <> person_id));
alter table access.scopes add constraint scope_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.scopes add constraint scopes_kind_check CHECK ((kind = ANY (ARRAY['class'::text, 'organisation'::text])));
alter table access.scopes add constraint scopes_pkey PRIMARY KEY (district, id);
alter table access.scopes add constraint scopes_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 200)));
alter table access.second_factors add constraint second_factor_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.second_factors add constraint second_factors_pkey PRIMARY KEY (district, id);
alter table access.sessions add constraint one_session_per_name UNIQUE (district, id);
alter table access.sessions add constraint session_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.sessions add constraint sessions_pkey PRIMARY KEY (district, token_sha256);
alter table access.sessions add constraint sessions_wrong_before_check CHECK ((wrong_before >= 0));
alter table access.sign_ins add constraint a_way_in_is_tried_five_times CHECK (((tries >= 0) AND (tries <= 5)));
alter table access.sign_ins add constraint sign_ins_pkey PRIMARY KEY (district, token_sha256);
alter table access.sign_ins add constraint sign_ins_step_check CHECK ((step = ANY (ARRAY['code'::text, 'enrol'::text])));
alter table access.sign_ins add constraint way_in_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.tries add constraint tries_count_check CHECK ((count > 0));
alter table access.tries add constraint tries_pkey PRIMARY KEY (district, what, of_whom, hour);
alter table access.tries add constraint what_is_counted_has_a_name CHECK ((what ~ '^[a-z]+(-[a-z]+)*$'::text));
alter table access.wrong_tries add constraint wrong_tries_count_check CHECK ((count > 0));
alter table access.wrong_tries add constraint wrong_tries_of_an_account FOREIGN KEY (district, account_id) REFERENCES access.accounts(district, id);
alter table access.wrong_tries add constraint wrong_tries_pkey PRIMARY KEY (district, account_id);
alter table clock.offsets add constraint offsets_pkey PRIMARY KEY (district);
alter table credentials.certificates add constraint certificate_of_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table credentials.certificates add constraint certificates_certificate_no_check CHECK (((length(certificate_no) >= 4) AND (length(certificate_no) <= 40)));
alter table credentials.certificates add constraint certificates_kind_check CHECK ((kind = ANY (ARRAY['SKILL_LEVEL'::text, 'QUALIFICATION'::text, 'SPECIFIC_ABILITY'::text, 'COMPLETION'::text])));
alter table credentials.certificates add constraint certificates_level_fkey FOREIGN KEY (level) REFERENCES reference.skill_levels(code);
alter table credentials.certificates add constraint certificates_occupation_id_fkey FOREIGN KEY (occupation_id) REFERENCES reference.occupations(id);
alter table credentials.certificates add constraint certificates_pkey PRIMARY KEY (district, id);
alter table credentials.look_up_lines add constraint a_certificate_looked_up FOREIGN KEY (district, certificate_id) REFERENCES credentials.certificates(district, id);
alter table credentials.look_up_lines add constraint a_certificate_once_a_look_up UNIQUE (district, look_up_id, certificate_id);
alter table credentials.look_up_lines add constraint a_line_of_a_look_up FOREIGN KEY (district, look_up_id) REFERENCES credentials.look_ups(district, id);
alter table credentials.look_up_lines add constraint look_up_lines_differing_check CHECK ((differing <@ ARRAY['name'::text, 'level'::text, 'occupation'::text, 'date'::text]));
alter table credentials.look_up_lines add constraint look_up_lines_outcome_check CHECK ((outcome = ANY (ARRAY['agrees'::text, 'differs'::text, 'not-found'::text])));
alter table credentials.look_up_lines add constraint look_up_lines_pkey PRIMARY KEY (district, id);
alter table credentials.look_up_lines add constraint what_differs_is_said CHECK (((outcome = 'differs'::text) = (cardinality(differing) > 0)));
alter table credentials.look_up_screenshots add constraint a_look_up_with_a_screenshot FOREIGN KEY (district, look_up_id) REFERENCES credentials.look_ups(district, id);
alter table credentials.look_up_screenshots add constraint a_screenshot_of_a_look_up FOREIGN KEY (district, screenshot_id) REFERENCES credentials.screenshots(district, id);
alter table credentials.look_up_screenshots add constraint look_up_screenshots_pkey PRIMARY KEY (district, look_up_id, screenshot_id);
alter table credentials.look_ups add constraint look_ups_pkey PRIMARY KEY (district, id);
alter table credentials.look_ups add constraint look_ups_site_check CHECK ((site <> ''::text));
alter table credentials.screenshots add constraint a_screenshot_has_its_bytes FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table credentials.screenshots add constraint a_screenshot_is_kept_once_a_group UNIQUE (district, group_id, sha256);
alter table credentials.screenshots add constraint screenshots_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)));
alter table credentials.screenshots add constraint screenshots_media_type_check CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'application/pdf'::text])));
alter table credentials.screenshots add constraint screenshots_pkey PRIMARY KEY (district, id);
alter table credentials.screenshots add constraint screenshots_sha256_check CHECK ((length(sha256) = 32));
alter table credentials.screenshots add constraint screenshots_size_bytes_check CHECK ((size_bytes > 0));
alter table files.files add constraint files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300)));
alter table files.files add constraint files_pkey PRIMARY KEY (district, id);
alter table files.files add constraint files_size_bytes_check CHECK ((size_bytes >= 0));
alter table funds.account_correction_decisions add constraint account_correction_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'declined'::text])));
alter table funds.account_correction_decisions add constraint account_correction_decisions_pkey PRIMARY KEY (district, correction_id);
alter table funds.account_correction_decisions add constraint account_correction_decisions_reason_check CHECK ((length(reason) <= 500));
alter table funds.account_correction_decisions add constraint decision_on_a_correction FOREIGN KEY (district, correction_id, proposed_by) REFERENCES funds.account_corrections(district, id, proposed_by);
alter table funds.account_correction_decisions add constraint declined_correction_has_a_reason CHECK (((outcome = 'confirmed'::text) OR (length(reason) >= 2)));
alter table funds.account_correction_decisions add constraint two_people_correct_an_account CHECK ((decided_by <> proposed_by));
alter table funds.account_corrections add constraint a_correction_and_its_proposer UNIQUE (district, id, proposed_by);
alter table funds.account_corrections add constraint account_corrections_evidence_check CHECK (((length(evidence) >= 2) AND (length(evidence) <= 500)));
alter table funds.account_corrections add constraint account_corrections_nth_check CHECK ((nth > 0));
alter table funds.account_corrections add constraint account_corrections_pkey PRIMARY KEY (district, id);
alter table funds.account_corrections add constraint account_corrections_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table funds.account_corrections add constraint corrected_from_an_account FOREIGN KEY (district, former_account_id) REFERENCES people.bank_accounts(district, id);
alter table funds.account_corrections add constraint corrected_to_an_account FOREIGN KEY (district, bank_account_id) REFERENCES people.bank_accounts(district, id);
alter table funds.account_corrections add constraint correction_after_a_payment FOREIGN KEY (district, payment_id, claim_line_id) REFERENCES funds.batch_lines(district, id, claim_line_id);
alter table funds.account_corrections add constraint correction_for_a_claim_line FOREIGN KEY (district, claim_line_id) REFERENCES funds.claim_lines(district, id);
alter table funds.account_corrections add constraint one_correction_at_a_time UNIQUE (district, claim_line_id, nth);
alter table funds.bank_files add constraint bank_file_of_a_batch FOREIGN KEY (district, batch_id) REFERENCES funds.batches(district, id);
alter table funds.bank_files add constraint bank_files_pkey PRIMARY KEY (district, id);
alter table funds.bank_files add constraint one_bank_file_a_batch UNIQUE (district, batch_id);
alter table funds.batch_checks add constraint batch_checks_check CHECK (((checks_passed >= 0) AND (checks_passed <= checks_asked)));
alter table funds.batch_checks add constraint batch_checks_checks_asked_check CHECK ((checks_asked >= 0));
alter table funds.batch_checks add constraint batch_checks_pkey PRIMARY KEY (district, batch_id, claim_id);
alter table funds.batch_checks add constraint checks_of_a_claim_in_a_batch FOREIGN KEY (district, batch_id, claim_id) REFERENCES funds.batch_claims(district, batch_id, claim_id);
alter table funds.batch_claims add constraint batch_claims_nth_check CHECK ((nth > 0));
alter table funds.batch_claims add constraint batch_claims_pkey PRIMARY KEY (district, batch_id, claim_id);
alter table funds.batch_claims add constraint batch_of_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.batch_claims add constraint claims_of_a_batch FOREIGN KEY (district, batch_id) REFERENCES funds.batches(district, id);
alter table funds.batch_keepers add constraint batch_keepers_nth_check CHECK ((nth >= 0));
alter table funds.batch_keepers add constraint batch_keepers_pkey PRIMARY KEY (district, batch_id, nth);
alter table funds.batch_keepers add constraint batch_keepers_reason_check CHECK ((length(reason) <= 200));
alter table funds.batch_keepers add constraint each_keeper_once UNIQUE (district, batch_id, person_id);
alter table funds.batch_keepers add constraint keeper_of_a_batch FOREIGN KEY (district, batch_id) REFERENCES funds.batches(district, id);
alter table funds.batch_lines add constraint a_payment_and_its_amount UNIQUE (district, id, amount_fen);
alter table funds.batch_lines add constraint a_payment_and_its_claim_line UNIQUE (district, id, claim_line_id);
alter table funds.batch_lines add constraint batch_lines_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.batch_lines add constraint batch_lines_pkey PRIMARY KEY (district, id);
alter table funds.batch_lines add constraint one_payment_reference UNIQUE (district, reference);
alter table funds.batch_lines add constraint paid_again_for_the_same_line FOREIGN KEY (district, replaces_id, claim_line_id) REFERENCES funds.batch_lines(district, id, claim_line_id);
alter table funds.batch_lines add constraint payment_in_a_batch FOREIGN KEY (district, batch_id) REFERENCES funds.batches(district, id);
alter table funds.batch_lines add constraint payment_of_a_claim_line FOREIGN KEY (district, claim_line_id) REFERENCES funds.claim_lines(district, id);
alter table funds.batch_lines add constraint status_of_a_payment CHECK ((status = ANY (ARRAY['frozen'::text, 'sent'::text, 'paid'::text, 'returned'::text, 'withdrawn'::text])));
alter table funds.batch_signatures add constraint batch_signatures_pkey PRIMARY KEY (district, id);
alter table funds.batch_signatures add constraint each_signature_once UNIQUE (district, batch_id, nth);
alter table funds.batch_signatures add constraint first_or_second_signature CHECK ((nth = ANY (ARRAY[1, 2])));
alter table funds.batch_signatures add constraint signature_under_a_batch FOREIGN KEY (district, batch_id) REFERENCES funds.batches(district, id);
alter table funds.batch_signatures add constraint two_people_sign_a_batch UNIQUE (district, batch_id, person_id);
alter table funds.batch_withdrawals add constraint a_batch_is_withdrawn_once UNIQUE (district, batch_id);
alter table funds.batch_withdrawals add constraint batch_withdrawals_pkey PRIMARY KEY (district, id);
alter table funds.batch_withdrawals add constraint batch_withdrawals_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table funds.batch_withdrawals add constraint withdrawn_by_a_keeper FOREIGN KEY (district, batch_id, withdrawn_by) REFERENCES funds.batch_keepers(district, batch_id, person_id);
alter table funds.batches add constraint a_batch_and_its_maker UNIQUE (district, id, made_by);
alter table funds.batches add constraint batch_on_a_line FOREIGN KEY (district, line_id) REFERENCES funds.budget_lines(district, id);
alter table funds.batches add constraint batches_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.batches add constraint batches_claim_count_check CHECK ((claim_count > 0));
alter table funds.batches add constraint batches_line_count_check CHECK ((line_count > 0));
alter table funds.batches add constraint batches_pkey PRIMARY KEY (district, id);
alter table funds.batches add constraint one_batch_number UNIQUE (district, number);
alter table funds.batches add constraint status_of_a_batch CHECK ((status = ANY (ARRAY['frozen'::text, 'half-signed'::text, 'signed'::text, 'exported'::text, 'settled'::text, 'withdrawn'::text])));
alter table funds.budget_balances add constraint balance_of_a_line FOREIGN KEY (district, line_id) REFERENCES funds.budget_lines(district, id);
alter table funds.budget_balances add constraint budget_balances_appropriated_fen_check CHECK ((appropriated_fen >= 0));
alter table funds.budget_balances add constraint budget_balances_committed_fen_check CHECK ((committed_fen >= 0));
alter table funds.budget_balances add constraint budget_balances_paid_fen_check CHECK ((paid_fen >= 0));
alter table funds.budget_balances add constraint budget_balances_pkey PRIMARY KEY (district, line_id);
alter table funds.budget_balances add constraint budget_balances_reserved_fen_check CHECK ((reserved_fen >= 0));
alter table funds.budget_balances add constraint recovered_is_not_less_than_nothing CHECK ((recovered_fen >= 0));
alter table funds.budget_balances add constraint returned_is_not_less_than_nothing CHECK ((returned_fen >= 0));
alter table funds.budget_balances add constraint the_balance_adds_up CHECK ((appropriated_fen = (((((available_fen + reserved_fen) + committed_fen) + paid_fen) + returned_fen) + recovered_fen)));
alter table funds.budget_balances add constraint the_budget_is_not_overspent CHECK ((available_fen >= 0));
alter table funds.budget_lines add constraint budget_lines_pkey PRIMARY KEY (district, id);
alter table funds.budget_lines add constraint budget_lines_year_check CHECK (((year >= 2000) AND (year <= 2100)));
alter table funds.budget_lines add constraint one_line_a_fund_purpose_and_year UNIQUE (district, fund, name, year);
alter table funds.claim_confirmations add constraint claim_confirmations_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'declined'::text])));
alter table funds.claim_confirmations add constraint claim_confirmations_pkey PRIMARY KEY (district, id);
alter table funds.claim_confirmations add constraint claim_confirmations_way_check CHECK ((way = ANY (ARRAY['here'::text, 'paper'::text])));
alter table funds.claim_confirmations add constraint confirmation_of_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.claim_confirmations add constraint confirmed_on_a_scan FOREIGN KEY (district, scan_id) REFERENCES record.scans(district, id);
alter table funds.claim_confirmations add constraint declining_has_its_reasons CHECK (((outcome = 'declined'::text) = (jsonb_array_length(reasons) > 0)));
alter table funds.claim_confirmations add constraint one_confirmation_a_claim UNIQUE (district, claim_id);
alter table funds.claim_confirmations add constraint paper_comes_with_its_scan_and_why CHECK ((((way = 'paper'::text) = (scan_id IS NOT NULL)) AND ((way = 'paper'::text) = (paper_reason IS NOT NULL))));
alter table funds.claim_confirmations add constraint paper_only_confirms CHECK (((way = 'here'::text) OR (outcome = 'confirmed'::text)));
alter table funds.claim_hands add constraint duty_of_a_hand UNIQUE (district, claim_id, person_id, duty);
alter table funds.claim_hands add constraint duty_on_a_claim CHECK ((duty = ANY (ARRAY['beneficiary'::text, 'instruction'::text, 'confirmation'::text, 'initial-review'::text, 'second-review'::text, 'approval'::text, 'sending-back'::text, 'batch-making'::text, 'batch-signing'::text])));
alter table funds.claim_hands add constraint each_hand_once PRIMARY KEY (district, claim_id, person_id, duty);
alter table funds.claim_hands add constraint hand_on_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.claim_lines add constraint claim_lines_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.claim_lines add constraint claim_lines_pkey PRIMARY KEY (district, id);
alter table funds.claim_lines add constraint line_for_an_entitlement FOREIGN KEY (district, entitlement_id) REFERENCES funds.entitlements(district, id);
alter table funds.claim_lines add constraint line_of_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.claim_lines add constraint line_to_an_account FOREIGN KEY (district, bank_account_id) REFERENCES people.bank_accounts(district, id);
alter table funds.claim_lines add constraint one_line_an_entitlement UNIQUE (district, claim_id, entitlement_id);
alter table funds.claim_people add constraint claim_people_amount_fen_check CHECK ((amount_fen >= 0));
alter table funds.claim_people add constraint claim_people_pkey PRIMARY KEY (district, claim_id, decision_id);
alter table funds.claim_people add constraint claim_people_standing_check CHECK ((standing = ANY (ARRAY['due'::text, 'held'::text, 'refused'::text])));
alter table funds.claim_people add constraint person_of_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.claim_people add constraint standing_by_a_decision FOREIGN KEY (district, decision_id) REFERENCES policy.decisions(district, id);
alter table funds.claim_reviews add constraint a_reviewer_keeps_one_duty FOREIGN KEY (district, claim_id, person_id, duty) REFERENCES funds.claim_hands(district, claim_id, person_id, duty);
alter table funds.claim_reviews add constraint approved_on_a_confirmed_paper FOREIGN KEY (district, paper_id) REFERENCES funds.paper_approval_decisions(district, paper_id);
alter table funds.claim_reviews add constraint claim_reviews_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'returned'::text])));
alter table funds.claim_reviews add constraint claim_reviews_pkey PRIMARY KEY (district, id);
alter table funds.claim_reviews add constraint duty_of_a_review CHECK ((duty = ANY (ARRAY['initial-review'::text, 'second-review'::text, 'approval'::text, 'sending-back'::text])));
alter table funds.claim_reviews add constraint each_duty_once_on_a_claim UNIQUE (district, claim_id, duty);
alter table funds.claim_reviews add constraint minutes_of_an_approval CHECK (((minutes_number IS NULL) OR (duty = 'approval'::text)));
alter table funds.claim_reviews add constraint reviewed_by_the_drawn_person FOREIGN KEY (district, draw_id, claim_id, person_id) REFERENCES funds.review_draws(district, id, claim_id, person_id);
alter table funds.claim_reviews add constraint reviewed_standing_in FOREIGN KEY (district, delegation_id) REFERENCES access.delegations(district, id);
alter table funds.claim_reviews add constraint second_review_by_whom_was_drawn CHECK (((duty <> 'second-review'::text) OR (draw_id IS NOT NULL))) NOT VALID;
alter table funds.claim_reviews add constraint sending_back_is_a_return CHECK (((duty <> 'sending-back'::text) OR (outcome = 'returned'::text)));
alter table funds.claims add constraint a_supplement_says_why CHECK (((supplement > 0) = (supplement_because IS NOT NULL)));
alter table funds.claims add constraint claim_by_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table funds.claims add constraint claim_in_place_of_a_claim FOREIGN KEY (district, replaces_id) REFERENCES funds.claims(district, id);
alter table funds.claims add constraint claim_on_a_line FOREIGN KEY (district, line_id) REFERENCES funds.budget_lines(district, id);
alter table funds.claims add constraint claims_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.claims add constraint claims_check CHECK (((checks_passed >= 0) AND (checks_passed <= checks_asked)));
alter table funds.claims add constraint claims_checks_asked_check CHECK ((checks_asked >= 0));
alter table funds.claims add constraint claims_head_count_check CHECK ((head_count > 0));
alter table funds.claims add constraint claims_held_count_check CHECK ((held_count >= 0));
alter table funds.claims add constraint claims_pkey PRIMARY KEY (district, id);
alter table funds.claims add constraint claims_refused_count_check CHECK ((refused_count >= 0));
alter table funds.claims add constraint one_claim_number UNIQUE (district, number);
alter table funds.claims add constraint replaced_for_a_reason CHECK (((replaces_id IS NULL) = (replaces_because IS NULL)));
alter table funds.claims add constraint status_of_a_claim CHECK ((status = ANY (ARRAY['assembled'::text, 'confirmed'::text, 'first-passed'::text, 'second-passed'::text, 'approved'::text, 'published'::text, 'payable'::text, 'batched'::text, 'paid'::text, 'returned'::text])));
alter table funds.claims add constraint supplements_are_counted CHECK ((supplement >= 0));
alter table funds.entitlements add constraint entitled_by_a_decision FOREIGN KEY (district, decision_id) REFERENCES policy.decisions(district, id);
alter table funds.entitlements add constraint entitlements_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.entitlements add constraint entitlements_pkey PRIMARY KEY (district, id);
alter table funds.entitlements add constraint entitlements_status_check CHECK ((status = ANY (ARRAY['due'::text, 'held'::text])));
alter table funds.entitlements add constraint one_entitlement_a_decision UNIQUE (district, decision_id);
alter table funds.history_people add constraint asked_about_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table funds.history_people add constraint asked_in_a_source FOREIGN KEY (district, source_id) REFERENCES funds.history_sources(district, id);
alter table funds.history_people add constraint history_people_answer_check CHECK ((answer = ANY (ARRAY['nothing'::text, 'received'::text])));
alter table funds.history_people add constraint history_people_pkey PRIMARY KEY (district, source_id, person_id);
alter table funds.history_sources add constraint a_ledger_covers_from_a_day CHECK (((kind <> 'ledger'::text) OR (covers_from IS NOT NULL)));
alter table funds.history_sources add constraint history_covers_in_order CHECK ((covers_from <= covers_to));
alter table funds.history_sources add constraint history_from_a_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table funds.history_sources add constraint history_sources_families_check CHECK ((cardinality(families) > 0));
alter table funds.history_sources add constraint history_sources_kind_check CHECK ((kind = ANY (ARRAY['ledger'::text, 'province-lookup'::text, 'province-file'::text])));
alter table funds.history_sources add constraint history_sources_pkey PRIMARY KEY (district, id);
alter table funds.history_sources add constraint history_sources_source_check CHECK (((length(source) >= 1) AND (length(source) <= 100)));
alter table funds.history_sources add constraint the_province_answers_about_a_group CHECK (((kind = 'ledger'::text) = (group_id IS NULL)));
alter table funds.history_withdrawals add constraint history_withdrawals_pkey PRIMARY KEY (district, source_id);
alter table funds.history_withdrawals add constraint history_withdrawals_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table funds.history_withdrawals add constraint withdrawal_of_a_history_source FOREIGN KEY (district, source_id) REFERENCES funds.history_sources(district, id);
alter table funds.instalments add constraint an_instalment_has_its_time CHECK ((ends_on >= due_on));
alter table funds.instalments add constraint each_instalment_once UNIQUE (district, promise_id, number);
alter table funds.instalments add constraint instalment_of_a_promise FOREIGN KEY (district, promise_id) REFERENCES funds.promises(district, id);
alter table funds.instalments add constraint instalments_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.instalments add constraint instalments_number_check CHECK ((number >= 2));
alter table funds.instalments add constraint instalments_pkey PRIMARY KEY (district, id);
alter table funds.instalments add constraint instalments_status_check CHECK ((status = ANY (ARRAY['promised'::text, 'due'::text, 'paused'::text, 'over'::text])));
alter table funds.ledger_mappings add constraint ledger_mappings_pkey PRIMARY KEY (district, id);
alter table funds.ledger_wordings add constraint ledger_wordings_kind_check CHECK ((kind = ANY (ARRAY['family'::text, 'occupation'::text, 'level'::text])));
alter table funds.ledger_wordings add constraint ledger_wordings_pkey PRIMARY KEY (district, id);
alter table funds.ledger_wordings add constraint ledger_wordings_wording_check CHECK (((length(wording) >= 1) AND (length(wording) <= 60)));
alter table funds.line_holds add constraint hold_by_a_case FOREIGN KEY (district, case_id) REFERENCES integrity.cases(district, id);
alter table funds.line_holds add constraint hold_on_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.line_holds add constraint hold_on_a_claim_line FOREIGN KEY (district, claim_line_id) REFERENCES funds.claim_lines(district, id);
alter table funds.line_holds add constraint line_holds_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.line_holds add constraint line_holds_pkey PRIMARY KEY (district, id);
alter table funds.line_holds add constraint line_holds_status_check CHECK ((status = ANY (ARRAY['held'::text, 'released'::text, 'dropped'::text])));
alter table funds.line_months add constraint line_months_account_check CHECK ((account = ANY (ARRAY['treasury'::text, 'available'::text, 'reserved'::text, 'committed'::text, 'paid'::text, 'returned'::text, 'recovered'::text])));
alter table funds.line_months add constraint line_months_in_fen_check CHECK ((in_fen >= 0));
alter table funds.line_months add constraint line_months_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric));
alter table funds.line_months add constraint line_months_out_fen_check CHECK ((out_fen >= 0));
alter table funds.line_months add constraint line_months_pkey PRIMARY KEY (district, line_id, month, account);
alter table funds.line_months add constraint month_of_a_line FOREIGN KEY (district, line_id) REFERENCES funds.budget_lines(district, id);
alter table funds.objections add constraint objection_about_a_row FOREIGN KEY (district, notice_id, claim_line_id) REFERENCES funds.public_notice_rows(district, notice_id, claim_line_id);
alter table funds.objections add constraint objection_holds_a_line FOREIGN KEY (district, hold_id) REFERENCES funds.line_holds(district, id);
alter table funds.objections add constraint objection_to_a_notice FOREIGN KEY (district, notice_id) REFERENCES funds.public_notices(district, id);
alter table funds.objections add constraint objections_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'letter'::text, 'visit'::text, 'online'::text])));
alter table funds.objections add constraint objections_pkey PRIMARY KEY (district, id);
alter table funds.objections add constraint objections_said_check CHECK (((length(said) >= 2) AND (length(said) <= 1000)));
alter table funds.old_list_mappings add constraint old_list_mappings_pkey PRIMARY KEY (district, id);
alter table funds.old_list_settlements add constraint old_list_settlements_difference_key_check CHECK ((length(difference_key) = 32));
alter table funds.old_list_settlements add constraint old_list_settlements_kind_check CHECK ((kind = ANY (ARRAY['only-old'::text, 'only-here'::text, 'amount'::text, 'state'::text])));
alter table funds.old_list_settlements add constraint old_list_settlements_pkey PRIMARY KEY (district, id);
alter table funds.old_list_settlements add constraint old_list_settlements_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 200)));
alter table funds.paper_approval_decisions add constraint a_paper_is_decided_once PRIMARY KEY (district, paper_id);
alter table funds.paper_approval_decisions add constraint decision_on_a_paper FOREIGN KEY (district, paper_id, claim_id, recorded_by, approver_id) REFERENCES funds.paper_approvals(district, id, claim_id, recorded_by, approver_id);
alter table funds.paper_approval_decisions add constraint declining_a_paper_has_a_reason CHECK (((verdict = 'confirmed'::text) OR (reason <> ''::text)));
alter table funds.paper_approval_decisions add constraint nobody_confirms_their_own_signature CHECK ((decided_by <> approver_id));
alter table funds.paper_approval_decisions add constraint paper_approval_decisions_verdict_check CHECK ((verdict = ANY (ARRAY['confirmed'::text, 'declined'::text])));
alter table funds.paper_approval_decisions add constraint two_people_read_a_paper CHECK ((decided_by <> recorded_by));
alter table funds.paper_approvals add constraint approved_on_a_scan FOREIGN KEY (district, scan_id) REFERENCES record.scans(district, id);
alter table funds.paper_approvals add constraint nobody_records_their_own_signature CHECK ((recorded_by <> approver_id));
alter table funds.paper_approvals add constraint one_paper_after_another UNIQUE (district, claim_id, nth);
alter table funds.paper_approvals add constraint paper_approval_of_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.paper_approvals add constraint paper_approvals_nth_check CHECK ((nth > 0));
alter table funds.paper_approvals add constraint paper_approvals_pkey PRIMARY KEY (district, id);
alter table funds.paper_approvals add constraint paper_by_its_recorder UNIQUE (district, id, claim_id, recorded_by, approver_id);
alter table funds.past_payments add constraint paid_within_a_time CHECK ((paid_from <= paid_to));
alter table funds.past_payments add constraint past_payment_of_a_source FOREIGN KEY (district, source_id) REFERENCES funds.history_sources(district, id);
alter table funds.past_payments add constraint past_payments_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.past_payments add constraint past_payments_level_fkey FOREIGN KEY (level) REFERENCES reference.skill_levels(code);
alter table funds.past_payments add constraint past_payments_occupation_id_fkey FOREIGN KEY (occupation_id) REFERENCES reference.occupations(id);
alter table funds.past_payments add constraint past_payments_payee_check CHECK ((payee = ANY (ARRAY['person'::text, 'organisation'::text, 'unknown'::text])));
alter table funds.past_payments add constraint past_payments_pkey PRIMARY KEY (district, id);
alter table funds.person_reports add constraint a_form_sent_twice_is_one_report UNIQUE (district, person_id, form_key);
alter table funds.person_reports add constraint one_report_per_number UNIQUE (district, number);
alter table funds.person_reports add constraint person_reports_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 100)));
alter table funds.person_reports add constraint person_reports_kind_check CHECK ((kind = ANY (ARRAY['identity'::text, 'account'::text, 'attendance'::text, 'marks'::text, 'amount'::text, 'other'::text])));
alter table funds.person_reports add constraint person_reports_pkey PRIMARY KEY (district, id);
alter table funds.person_reports add constraint person_reports_said_check CHECK (((length(said) >= 2) AND (length(said) <= 500)));
alter table funds.person_reports add constraint report_about_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.person_reports add constraint report_of_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table funds.promises add constraint one_promise_a_subject_and_scheme UNIQUE (district, group_id, subject_id, scheme);
alter table funds.promises add constraint promise_by_a_decision FOREIGN KEY (district, decision_id) REFERENCES policy.decisions(district, id);
alter table funds.promises add constraint promise_to_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table funds.promises add constraint promises_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.promises add constraint promises_instalments_check CHECK ((instalments >= 2));
alter table funds.promises add constraint promises_pkey PRIMARY KEY (district, id);
alter table funds.province_exports add constraint one_province_file_a_list UNIQUE (district, list_id);
alter table funds.province_exports add constraint province_exports_pkey PRIMARY KEY (district, id);
alter table funds.province_exports add constraint province_exports_purpose_check CHECK (((length(purpose) >= 2) AND (length(purpose) <= 500)));
alter table funds.province_exports add constraint province_file_is_kept FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table funds.province_exports add constraint province_file_of_a_list FOREIGN KEY (district, list_id) REFERENCES funds.province_lists(district, id);
alter table funds.province_imports add constraint a_province_file_is_imported_once UNIQUE (district, scheme, sha256);
alter table funds.province_imports add constraint import_of_a_kept_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table funds.province_imports add constraint province_imports_pkey PRIMARY KEY (district, id);
alter table funds.province_list_events add constraint events_of_a_pre_checked_list FOREIGN KEY (district, list_id) REFERENCES funds.province_lists(district, id);
alter table funds.province_list_events add constraint province_list_events_pkey PRIMARY KEY (district, id);
alter table funds.province_list_hands add constraint a_review_of_a_list_has_an_outcome CHECK (((duty = ANY (ARRAY['initial-review'::text, 'second-review'::text])) = ((outcome IS NOT NULL) AND (content_sha256 IS NOT NULL) AND (account_id IS NOT NULL))));
alter table funds.province_list_hands add constraint hands_on_a_pre_checked_list FOREIGN KEY (district, list_id) REFERENCES funds.province_lists(district, id);
alter table funds.province_list_hands add constraint province_list_hands_duty_check CHECK ((duty = ANY (ARRAY['beneficiary'::text, 'instruction'::text, 'initial-review'::text, 'second-review'::text])));
alter table funds.province_list_hands add constraint province_list_hands_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'returned'::text])));
alter table funds.province_list_hands add constraint province_list_hands_pkey PRIMARY KEY (district, list_id, person_id);
alter table funds.province_list_people add constraint one_place_a_decision_on_a_list UNIQUE (district, list_id, decision_id);
alter table funds.province_list_people add constraint one_reference_a_person_of_a_list UNIQUE (district, list_id, reference);
alter table funds.province_list_people add constraint people_of_a_pre_checked_list FOREIGN KEY (district, list_id) REFERENCES funds.province_lists(district, id);
alter table funds.province_list_people add constraint pre_checked_by_a_decision FOREIGN KEY (district, decision_id) REFERENCES policy.decisions(district, id);
alter table funds.province_list_people add constraint province_list_people_amount_fen_check CHECK ((amount_fen >= 0));
alter table funds.province_list_people add constraint province_list_people_pkey PRIMARY KEY (district, id);
alter table funds.province_list_people add constraint province_list_people_standing_check CHECK ((standing = ANY (ARRAY['due'::text, 'held'::text, 'refused'::text])));
alter table funds.province_lists add constraint one_pre_checked_list_number UNIQUE (district, number);
alter table funds.province_lists add constraint pre_checked_list_by_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table funds.province_lists add constraint province_lists_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.province_lists add constraint province_lists_check CHECK (((checks_passed >= 0) AND (checks_passed <= checks_asked)));
alter table funds.province_lists add constraint province_lists_checks_asked_check CHECK ((checks_asked >= 0));
alter table funds.province_lists add constraint province_lists_head_count_check CHECK ((head_count > 0));
alter table funds.province_lists add constraint province_lists_held_count_check CHECK ((held_count >= 0));
alter table funds.province_lists add constraint province_lists_pkey PRIMARY KEY (district, id);
alter table funds.province_lists add constraint province_lists_refused_count_check CHECK ((refused_count >= 0));
alter table funds.province_lists add constraint province_lists_status_check CHECK ((status = ANY (ARRAY['assembled'::text, 'first-passed'::text, 'second-passed'::text, 'exported'::text, 'returned'::text])));
alter table funds.province_mappings add constraint province_mappings_pkey PRIMARY KEY (district, id);
alter table funds.province_rows add constraint line_of_a_province_import FOREIGN KEY (district, import_id) REFERENCES funds.province_imports(district, id);
alter table funds.province_rows add constraint one_line_a_reference_and_import UNIQUE (district, import_id, reference);
alter table funds.province_rows add constraint province_rows_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.province_rows add constraint province_rows_paid_fen_check CHECK ((paid_fen > 0));
alter table funds.province_rows add constraint province_rows_pkey PRIMARY KEY (district, id);
alter table funds.province_rows add constraint province_rows_state_check CHECK ((state = ANY (ARRAY['received'::text, 'returned'::text, 'approved'::text, 'paid'::text])));
alter table funds.province_rows add constraint what_is_paid_has_a_day_and_a_sum CHECK (((state = 'paid'::text) = ((paid_on IS NOT NULL) AND (paid_fen IS NOT NULL))));
alter table funds.public_notice_rows add constraint public_notice_rows_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.public_notice_rows add constraint public_notice_rows_pkey PRIMARY KEY (district, notice_id, claim_line_id);
alter table funds.public_notice_rows add constraint row_for_a_claim_line FOREIGN KEY (district, claim_line_id) REFERENCES funds.claim_lines(district, id);
alter table funds.public_notice_rows add constraint row_of_a_notice FOREIGN KEY (district, notice_id) REFERENCES funds.public_notices(district, id);
alter table funds.public_notices add constraint a_notice_ends_after_it_begins CHECK ((ends_on >= published_on));
alter table funds.public_notices add constraint notice_of_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.public_notices add constraint one_notice_a_claim UNIQUE (district, claim_id);
alter table funds.public_notices add constraint one_notice_number UNIQUE (district, number);
alter table funds.public_notices add constraint public_notices_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.public_notices add constraint public_notices_counting_check CHECK ((counting = ANY (ARRAY['after-start'::text, 'including-start'::text])));
alter table funds.public_notices add constraint public_notices_head_count_check CHECK ((head_count > 0));
alter table funds.public_notices add constraint public_notices_pkey PRIMARY KEY (district, id);
alter table funds.public_notices add constraint public_notices_status_check CHECK ((status = ANY (ARRAY['open'::text, 'ended'::text, 'withdrawn'::text])));
alter table funds.public_notices add constraint public_notices_working_days_check CHECK ((working_days > 0));
alter table funds.reconciliation_lines add constraint line_of_a_reconciliation FOREIGN KEY (district, reconciliation_id) REFERENCES funds.reconciliations(district, id);
alter table funds.reconciliation_lines add constraint reconciliation_lines_kind_check CHECK ((kind = ANY (ARRAY['here-not-there'::text, 'there-not-here'::text, 'sum-differs'::text, 'state-differs'::text, 'paid-twice'::text])));
alter table funds.reconciliation_lines add constraint reconciliation_lines_pkey PRIMARY KEY (district, id);
alter table funds.reconciliation_settlements add constraint asking_has_a_day_and_a_document CHECK (((outcome <> 'asked'::text) OR ((asked_on IS NOT NULL) AND (document <> ''::text))));
alter table funds.reconciliation_settlements add constraint reconciliation_settlements_outcome_check CHECK ((outcome = ANY (ARRAY['theirs'::text, 'ours'::text, 'asked'::text, 'correct-here'::text, 'same-payment'::text])));
alter table funds.reconciliation_settlements add constraint reconciliation_settlements_pkey PRIMARY KEY (district, id);
alter table funds.reconciliation_settlements add constraint reconciliation_settlements_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table funds.reconciliations add constraint reconciliations_pkey PRIMARY KEY (district, id);
alter table funds.recoveries add constraint a_recovery_and_its_proposer UNIQUE (district, id, proposed_by);
alter table funds.recoveries add constraint comes_back_once_ordered CHECK (((received_fen = 0) OR (status = ANY (ARRAY['ordered'::text, 'recovered'::text]))));
alter table funds.recoveries add constraint no_more_comes_back_than_was_ordered CHECK (((received_fen >= 0) AND (received_fen <= amount_fen)));
alter table funds.recoveries add constraint not_more_than_was_paid CHECK (((before_fen + amount_fen) <= payment_fen));
alter table funds.recoveries add constraint nothing_less_was_ordered_before CHECK ((before_fen >= 0));
alter table funds.recoveries add constraint recovered_when_all_is_back CHECK (((status = 'recovered'::text) = (received_fen = amount_fen)));
alter table funds.recoveries add constraint recoveries_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.recoveries add constraint recoveries_document_check CHECK (((length(document) >= 2) AND (length(document) <= 200)));
alter table funds.recoveries add constraint recoveries_pkey PRIMARY KEY (district, id);
alter table funds.recoveries add constraint recoveries_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table funds.recoveries add constraint recoveries_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'declined'::text, 'ordered'::text, 'recovered'::text])));
alter table funds.recoveries add constraint recovery_by_a_decision FOREIGN KEY (district, decision_id) REFERENCES policy.decisions(district, id);
alter table funds.recoveries add constraint recovery_of_a_payment FOREIGN KEY (district, payment_id, payment_fen) REFERENCES funds.batch_lines(district, id, amount_fen);
alter table funds.recovery_decisions add constraint decision_on_a_recovery FOREIGN KEY (district, recovery_id, proposed_by) REFERENCES funds.recoveries(district, id, proposed_by);
alter table funds.recovery_decisions add constraint declined_recovery_has_a_reason CHECK (((outcome = 'confirmed'::text) OR (length(reason) >= 2)));
alter table funds.recovery_decisions add constraint recovery_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'declined'::text])));
alter table funds.recovery_decisions add constraint recovery_decisions_pkey PRIMARY KEY (district, recovery_id);
alter table funds.recovery_decisions add constraint recovery_decisions_reason_check CHECK ((length(reason) <= 500));
alter table funds.recovery_decisions add constraint two_people_order_a_recovery CHECK ((decided_by <> proposed_by));
alter table funds.recovery_receipts add constraint a_receipt_is_entered_once UNIQUE (district, voucher);
alter table funds.recovery_receipts add constraint receipt_for_a_recovery FOREIGN KEY (district, recovery_id) REFERENCES funds.recoveries(district, id);
alter table funds.recovery_receipts add constraint recovery_receipts_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.recovery_receipts add constraint recovery_receipts_pkey PRIMARY KEY (district, id);
alter table funds.recovery_receipts add constraint recovery_receipts_voucher_check CHECK (((length(voucher) >= 1) AND (length(voucher) <= 60)));
alter table funds.redecision_answers add constraint answer_to_a_redecision FOREIGN KEY (district, redecision_id, proposed_by) REFERENCES funds.redecisions(district, id, proposed_by);
alter table funds.redecision_answers add constraint answered_by_a_natural_person FOREIGN KEY (district, answered_by) REFERENCES people.persons(district, id);
alter table funds.redecision_answers add constraint declined_for_a_reason CHECK (((outcome = 'confirmed'::text) OR (length(reason) >= 2)));
alter table funds.redecision_answers add constraint redecision_answers_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'declined'::text, 'withdrawn'::text])));
alter table funds.redecision_answers add constraint redecision_answers_pkey PRIMARY KEY (district, redecision_id);
alter table funds.redecision_answers add constraint redecision_answers_reason_check CHECK ((length(reason) <= 500));
alter table funds.redecision_answers add constraint two_people_decide_anew CHECK (((outcome = 'withdrawn'::text) = (answered_by = proposed_by)));
alter table funds.redecision_files add constraint a_paper_of_a_redecision_is_kept_once UNIQUE (district, redecision_id, file_sha256);
alter table funds.redecision_files add constraint paper_kept_sealed FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table funds.redecision_files add constraint paper_of_a_redecision FOREIGN KEY (district, redecision_id) REFERENCES funds.redecisions(district, id);
alter table funds.redecision_files add constraint redecision_files_pkey PRIMARY KEY (district, id);
alter table funds.redecision_items add constraint item_follows_a_decision FOREIGN KEY (district, decision_id) REFERENCES policy.decisions(district, id);
alter table funds.redecision_items add constraint item_of_a_redecision FOREIGN KEY (district, redecision_id) REFERENCES funds.redecisions(district, id);
alter table funds.redecision_items add constraint one_redecision_at_a_time UNIQUE (district, decision_id, nth);
alter table funds.redecision_items add constraint redecision_items_answer_check CHECK ((answer = ANY (ARRAY['eligible'::text, 'not-eligible'::text, 'not-known'::text, 'not-applicable'::text])));
alter table funds.redecision_items add constraint redecision_items_effective_fen_check CHECK ((effective_fen >= 0));
alter table funds.redecision_items add constraint redecision_items_nth_check CHECK ((nth > 0));
alter table funds.redecision_items add constraint redecision_items_pkey PRIMARY KEY (district, redecision_id, decision_id);
alter table funds.redecision_items add constraint redecision_items_was_fen_check CHECK ((was_fen >= 0));
alter table funds.redecision_made add constraint made_a_decision FOREIGN KEY (district, made_id) REFERENCES policy.decisions(district, id);
alter table funds.redecision_made add constraint made_of_an_item FOREIGN KEY (district, redecision_id, decision_id) REFERENCES funds.redecision_items(district, redecision_id, decision_id);
alter table funds.redecision_made add constraint one_redecision_a_decision UNIQUE (district, made_id);
alter table funds.redecision_made add constraint redecision_made_pkey PRIMARY KEY (district, redecision_id, decision_id);
alter table funds.redecisions add constraint a_redecision_and_its_proposer UNIQUE (district, id, proposed_by);
alter table funds.redecisions add constraint about_something_by_kind_and_id CHECK (((about_kind IS NULL) = (about_id IS NULL)));
alter table funds.redecisions add constraint manual_says_what_people_decide CHECK (((cause = 'manual'::text) = (manual IS NOT NULL)));
alter table funds.redecisions add constraint redecision_by_a_natural_person FOREIGN KEY (district, proposed_by) REFERENCES people.persons(district, id);
alter table funds.redecisions add constraint redecisions_about_kind_check CHECK ((about_kind = ANY (ARRAY['person-report'::text, 'objection'::text, 'decision'::text])));
alter table funds.redecisions add constraint redecisions_cause_check CHECK ((cause = ANY (ARRAY['changed-fact'::text, 'appeal'::text, 'related-decision'::text, 'rule-correction'::text, 'manual'::text])));
alter table funds.redecisions add constraint redecisions_document_check CHECK (((length(document) >= 2) AND (length(document) <= 200)));
alter table funds.redecisions add constraint redecisions_pkey PRIMARY KEY (district, id);
alter table funds.redecisions add constraint redecisions_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table funds.report_answers add constraint a_report_is_answered_once PRIMARY KEY (district, report_id);
alter table funds.report_answers add constraint answer_to_a_report FOREIGN KEY (district, report_id) REFERENCES funds.person_reports(district, id);
alter table funds.report_answers add constraint report_answers_answer_check CHECK (((length(answer) >= 2) AND (length(answer) <= 500)));
alter table funds.return_files add constraint a_return_file_is_applied_once UNIQUE (district, sha256);
alter table funds.return_files add constraint return_file_of_a_batch FOREIGN KEY (district, batch_id) REFERENCES funds.batches(district, id);
alter table funds.return_files add constraint return_files_pkey PRIMARY KEY (district, id);
alter table funds.review_draws add constraint a_head_names_with_a_reason CHECK ((((way = 'named'::text) = (by_person IS NOT NULL)) AND ((by_person IS NULL) = (by_account IS NULL)) AND ((way <> 'named'::text) OR (reason <> ''::text))));
alter table funds.review_draws add constraint draw_for_a_claim FOREIGN KEY (district, claim_id) REFERENCES funds.claims(district, id);
alter table funds.review_draws add constraint draw_of_a_person UNIQUE (district, id, claim_id, person_id);
alter table funds.review_draws add constraint nobody_only_where_none_can_be_drawn CHECK ((((way = 'none'::text) = (person_id IS NULL)) AND ((person_id IS NULL) = (account_id IS NULL))));
alter table funds.review_draws add constraint one_draw_after_another UNIQUE (district, claim_id, nth);
alter table funds.review_draws add constraint review_draws_nth_check CHECK ((nth > 0));
alter table funds.review_draws add constraint review_draws_pkey PRIMARY KEY (district, id);
alter table funds.review_draws add constraint review_draws_way_check CHECK ((way = ANY (ARRAY['drawn'::text, 'named'::text, 'none'::text])));
alter table funds.status_events add constraint status_events_pkey PRIMARY KEY (district, id);
alter table funds.status_events add constraint status_events_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['claim'::text, 'batch'::text, 'payment'::text, 'entitlement'::text, 'public-notice'::text, 'line-hold'::text, 'recovery'::text, 'instalment'::text])));
alter table funds.transfers add constraint between_two_accounts CHECK ((debit <> credit));
alter table funds.transfers add constraint enters_an_account CHECK ((credit = ANY (ARRAY['treasury'::text, 'available'::text, 'reserved'::text, 'committed'::text, 'paid'::text, 'returned'::text, 'recovered'::text])));
alter table funds.transfers add constraint leaves_an_account CHECK ((debit = ANY (ARRAY['treasury'::text, 'available'::text, 'reserved'::text, 'committed'::text, 'paid'::text, 'returned'::text, 'recovered'::text])));
alter table funds.transfers add constraint one_transfer_a_reason UNIQUE (district, subject_id, reason);
alter table funds.transfers add constraint transfer_on_a_line FOREIGN KEY (district, line_id) REFERENCES funds.budget_lines(district, id);
alter table funds.transfers add constraint transfers_amount_fen_check CHECK ((amount_fen > 0));
alter table funds.transfers add constraint transfers_pkey PRIMARY KEY (district, id);
alter table funds.trial_blocks add constraint a_block_has_its_place UNIQUE (district, trial_id, nth);
alter table funds.trial_blocks add constraint block_of_a_trial FOREIGN KEY (district, trial_id) REFERENCES funds.trials(district, id);
alter table funds.trial_blocks add constraint trial_blocks_cases_check CHECK ((cases > 0));
alter table funds.trial_blocks add constraint trial_blocks_nth_check CHECK ((nth > 0));
alter table funds.trial_blocks add constraint trial_blocks_pkey PRIMARY KEY (district, id);
alter table funds.trials add constraint a_finished_trial_has_its_sums CHECK (((status <> ALL (ARRAY['done'::text, 'swept'::text])) OR ((tally IS NOT NULL) AND (lines IS NOT NULL) AND (names IS NOT NULL) AND (expires_at IS NOT NULL))));
alter table funds.trials add constraint a_place_is_a_day_and_a_fact CHECK (((last_on IS NULL) = (last_fact_id IS NULL)));
alter table funds.trials add constraint a_trial_ends_after_it_begins CHECK ((to_on >= from_on));
alter table funds.trials add constraint trial_by_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table funds.trials add constraint trials_after_sha256_check CHECK ((length(after_sha256) = 32));
alter table funds.trials add constraint trials_before_sha256_check CHECK ((length(before_sha256) = 32));
alter table funds.trials add constraint trials_begun_check CHECK ((begun >= 0));
alter table funds.trials add constraint trials_cases_done_check CHECK ((cases_done >= 0));
alter table funds.trials add constraint trials_cases_of_check CHECK ((cases_of >= 0));
alter table funds.trials add constraint trials_pkey PRIMARY KEY (district, id);
alter table funds.trials add constraint trials_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text, 'swept'::text])));
alter table funds.trials add constraint what_it_is_compared_with_is_named CHECK ((((before_document IS NULL) = (before_sha256 IS NULL)) AND ((before_document IS NULL) = (before_named IS NULL))));
alter table funds.vouchers add constraint a_voucher_is_entered_once UNIQUE (district, number);
alter table funds.vouchers add constraint one_voucher_an_answer PRIMARY KEY (district, return_file_id);
alter table funds.vouchers add constraint voucher_for_a_return_file FOREIGN KEY (district, return_file_id) REFERENCES funds.return_files(district, id);
alter table funds.vouchers add constraint vouchers_number_check CHECK (((length(number) >= 1) AND (length(number) <= 60)));
alter table funds.waiting_claims add constraint reason_of_a_wait CHECK ((reason = ANY (ARRAY['no-budget-line'::text, 'not-enough-budget'::text, 'nobody-due'::text, 'no-scheme'::text, 'another-payee'::text, 'out-of-scope'::text, 'returned'::text])));
alter table funds.waiting_claims add constraint waiting_claims_amount_fen_check CHECK ((amount_fen >= 0));
alter table funds.waiting_claims add constraint waiting_claims_head_count_check CHECK ((head_count >= 0));
alter table funds.waiting_claims add constraint waiting_claims_held_count_check CHECK ((held_count >= 0));
alter table funds.waiting_claims add constraint waiting_claims_pkey PRIMARY KEY (district, id);
alter table funds.waiting_claims add constraint waiting_claims_refused_count_check CHECK ((refused_count >= 0));
alter table http.idempotency_keys add constraint idempotency_keys_key_check CHECK (((length(key) >= 8) AND (length(key) <= 200)));
alter table http.idempotency_keys add constraint idempotency_keys_pkey PRIMARY KEY (district, account_id, key);
alter table integrity.case_conclusions add constraint a_conclusion_and_whether_it_answers UNIQUE (district, id, is_answer);
alter table integrity.case_conclusions add constraint a_conclusion_as_proposed UNIQUE (district, id, case_id, proposed_by);
alter table integrity.case_conclusions add constraint an_answer_ends_a_referral CHECK (((NOT is_answer) OR (outcome <> 'referred'::text)));
alter table integrity.case_conclusions add constraint an_answer_is_named_in_full CHECK ((num_nonnulls(answered_by, answer_document, answered_on) =
CASE
    WHEN is_answer THEN 3
    ELSE 0
END));
alter table integrity.case_conclusions add constraint case_conclusions_answer_document_check CHECK (((length(answer_document) >= 2) AND (length(answer_document) <= 200)));
alter table integrity.case_conclusions add constraint case_conclusions_answered_by_check CHECK (((length(answered_by) >= 2) AND (length(answered_by) <= 100)));
alter table integrity.case_conclusions add constraint case_conclusions_nth_check CHECK ((nth > 0));
alter table integrity.case_conclusions add constraint case_conclusions_outcome_check CHECK ((outcome = ANY (ARRAY['excluded'::text, 'cleared'::text, 'referred'::text])));
alter table integrity.case_conclusions add constraint case_conclusions_pkey PRIMARY KEY (district, id);
alter table integrity.case_conclusions add constraint case_conclusions_reasons_check CHECK (((length(reasons) >= 10) AND (length(reasons) <= 2000)));
alter table integrity.case_conclusions add constraint concluded_by_a_natural_person FOREIGN KEY (district, proposed_by) REFERENCES people.persons(district, id);
alter table integrity.case_conclusions add constraint conclusion_of_a_case FOREIGN KEY (district, case_id) REFERENCES integrity.cases(district, id);
alter table integrity.case_conclusions add constraint one_conclusion_at_a_time UNIQUE (district, case_id, nth);
alter table integrity.case_conclusions add constraint only_a_referral_keeps_frozen CHECK (((outcome = 'referred'::text) OR (NOT keeps_provider_frozen)));
alter table integrity.case_decisions add constraint a_conclusion_has_its_two_hands CHECK (((proposer_duty IS NOT NULL) AND (proposer_duty = 'propose'::text) AND (decider_duty IS NOT NULL) AND (decider_duty = 'decide'::text))) NOT VALID;
alter table integrity.case_decisions add constraint a_conclusion_is_decided_in_that_duty FOREIGN KEY (district, conclusion_id, decided_by, decider_duty) REFERENCES integrity.hands(district, act_id, person_id, duty);
alter table integrity.case_decisions add constraint a_conclusion_is_proposed_in_that_duty FOREIGN KEY (district, conclusion_id, proposed_by, proposer_duty) REFERENCES integrity.hands(district, act_id, person_id, duty);
alter table integrity.case_decisions add constraint case_decisions_pkey PRIMARY KEY (district, conclusion_id);
alter table integrity.case_decisions add constraint case_decisions_reason_check CHECK ((length(reason) <= 500));
alter table integrity.case_decisions add constraint case_decisions_verdict_check CHECK ((verdict = ANY (ARRAY['confirmed'::text, 'declined'::text])));
alter table integrity.case_decisions add constraint conclusion_decided_by_a_person FOREIGN KEY (district, decided_by) REFERENCES people.persons(district, id);
alter table integrity.case_decisions add constraint conclusion_declined_for_a_reason CHECK (((verdict = 'confirmed'::text) OR (length(reason) >= 2)));
alter table integrity.case_decisions add constraint decision_knows_whether_it_answers FOREIGN KEY (district, conclusion_id, is_answer) REFERENCES integrity.case_conclusions(district, id, is_answer);
alter table integrity.case_decisions add constraint decision_on_a_conclusion FOREIGN KEY (district, conclusion_id, case_id, proposed_by) REFERENCES integrity.case_conclusions(district, id, case_id, proposed_by);
alter table integrity.case_decisions add constraint two_people_conclude_a_case CHECK ((decided_by <> proposed_by));
alter table integrity.case_events add constraint case_events_pkey PRIMARY KEY (district, id);
alter table integrity.case_events add constraint case_events_said_check CHECK ((length(said) <= 2000));
alter table integrity.case_events add constraint case_events_what_check CHECK ((what = ANY (ARRAY['opened'::text, 'subjects-added'::text, 'taken'::text, 'handed-over'::text, 'note'::text, 'file'::text, 'reply'::text, 'proposed'::text, 'declined'::text, 'confirmed'::text])));
alter table integrity.case_events add constraint event_of_a_case FOREIGN KEY (district, case_id) REFERENCES integrity.cases(district, id);
alter table integrity.case_evidence add constraint a_file_is_kept_once UNIQUE (district, case_id, file_sha256);
alter table integrity.case_evidence add constraint a_thing_is_linked_once UNIQUE (district, case_id, trail_kind, trail_id);
alter table integrity.case_evidence add constraint case_evidence_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'note'::text, 'file'::text])));
alter table integrity.case_evidence add constraint case_evidence_note_check CHECK (((length(note) >= 2) AND (length(note) <= 2000)));
alter table integrity.case_evidence add constraint case_evidence_pkey PRIMARY KEY (district, id);
alter table integrity.case_evidence add constraint evidence_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table integrity.case_evidence add constraint evidence_is_what_it_says CHECK ((((kind = 'link'::text) = (num_nonnulls(trail_kind, trail_id, label) = 3)) AND ((kind = 'note'::text) = (note IS NOT NULL)) AND ((kind = 'file'::text) = (num_nonnulls(file_id, file_name, media_type, size_bytes, file_sha256) = 5))));
alter table integrity.case_evidence add constraint evidence_of_a_case FOREIGN KEY (district, case_id) REFERENCES integrity.cases(district, id);
alter table integrity.case_owners add constraint case_owners_nth_check CHECK ((nth > 0));
alter table integrity.case_owners add constraint case_owners_pkey PRIMARY KEY (district, case_id, nth);
alter table integrity.case_owners add constraint owner_is_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table integrity.case_owners add constraint owner_of_a_case FOREIGN KEY (district, case_id) REFERENCES integrity.cases(district, id);
alter table integrity.case_subjects add constraint case_subjects_pkey PRIMARY KEY (district, case_id, subject_id, answer_sha256);
alter table integrity.case_subjects add constraint subject_by_an_answer FOREIGN KEY (district, result_id) REFERENCES integrity.check_results(district, id);
alter table integrity.case_subjects add constraint subject_of_a_case FOREIGN KEY (district, case_id) REFERENCES integrity.cases(district, id);
alter table integrity.cases add constraint a_check_or_a_person_opens_a_case CHECK ((num_nonnulls(check_id, reason) = 1));
alter table integrity.cases add constraint a_hand_opened_case_names_who CHECK ((((reason IS NULL) = (opened_by IS NULL)) AND ((opened_by IS NULL) = (opened_account_id IS NULL))));
alter table integrity.cases add constraint case_about_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table integrity.cases add constraint case_opened_by_a_natural_person FOREIGN KEY (district, opened_by) REFERENCES people.persons(district, id);
alter table integrity.cases add constraint cases_pkey PRIMARY KEY (district, id);
alter table integrity.cases add constraint cases_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table integrity.cases add constraint one_case_per_number UNIQUE (district, number);
alter table integrity.cases add constraint what_a_case_freezes CHECK ((freezes = ANY (ARRAY['provider'::text, 'person'::text])));
alter table integrity.check_results add constraint check_results_action_check CHECK ((action = ANY (ARRAY['block'::text, 'hold'::text, 'flag'::text])));
alter table integrity.check_results add constraint check_results_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'failed'::text, 'unavailable'::text, 'not-applicable'::text])));
alter table integrity.check_results add constraint check_results_pkey PRIMARY KEY (district, id);
alter table integrity.check_results add constraint one_answer_a_run UNIQUE (district, run_id, check_id, subject_id);
alter table integrity.finding_cases add constraint a_finding_opens_one_case PRIMARY KEY (district, finding_id);
alter table integrity.finding_cases add constraint case_of_a_finding FOREIGN KEY (district, finding_id) REFERENCES integrity.findings(district, id);
alter table integrity.finding_cases add constraint opened_case FOREIGN KEY (district, case_id) REFERENCES integrity.cases(district, id);
alter table integrity.finding_files add constraint a_paper_of_a_finding_is_kept_once UNIQUE (district, finding_id, file_sha256);
alter table integrity.finding_files add constraint finding_files_pkey PRIMARY KEY (district, id);
alter table integrity.finding_files add constraint paper_of_a_finding_by_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table integrity.finding_files add constraint paper_of_a_finding_kept_sealed FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table integrity.finding_files add constraint paper_of_a_step_of_a_finding FOREIGN KEY (district, finding_id, nth) REFERENCES integrity.finding_steps(district, finding_id, nth);
alter table integrity.finding_steps add constraint a_closed_finding_stays_closed CHECK (COALESCE((before_what <> 'closed'::text), true));
alter table integrity.finding_steps add constraint a_finding_begins_with_what_was_written CHECK (((nth = 0) = (what = 'written'::text)));
alter table integrity.finding_steps add constraint a_remedy_is_asked_by_a_day CHECK (((due_on IS NOT NULL) = (what = ANY (ARRAY['written'::text, 'asked-again'::text]))));
alter table integrity.finding_steps add constraint a_step_follows_the_one_before CHECK ((((nth = 0) = (before_nth IS NULL)) AND ((nth = 0) = (before_what IS NULL)) AND ((nth = 0) = (before_person IS NULL)) AND COALESCE((before_nth = (nth - 1)), true)));
alter table integrity.finding_steps add constraint a_step_of_a_finding_and_who_took_it UNIQUE (district, finding_id, nth, what, person_id);
alter table integrity.finding_steps add constraint an_answer_follows_a_question CHECK ((((nth % 2) = 1) = (what = 'answered'::text)));
alter table integrity.finding_steps add constraint finding_steps_nth_check CHECK ((nth >= 0));
alter table integrity.finding_steps add constraint finding_steps_pkey PRIMARY KEY (district, id);
alter table integrity.finding_steps add constraint finding_steps_said_check CHECK (((length(said) >= 2) AND (length(said) <= 2000)));
alter table integrity.finding_steps add constraint finding_steps_what_check CHECK ((what = ANY (ARRAY['written'::text, 'answered'::text, 'asked-again'::text, 'closed'::text])));
alter table integrity.finding_steps add constraint nobody_judges_their_own_answer CHECK (COALESCE((before_person <> person_id), true));
alter table integrity.finding_steps add constraint one_step_at_a_time_on_a_finding UNIQUE (district, finding_id, nth);
alter table integrity.finding_steps add constraint step_after_another FOREIGN KEY (district, finding_id, before_nth, before_what, before_person) REFERENCES integrity.finding_steps(district, finding_id, nth, what, person_id);
alter table integrity.finding_steps add constraint step_of_a_finding FOREIGN KEY (district, finding_id) REFERENCES integrity.findings(district, id);
alter table integrity.finding_steps add constraint step_of_a_finding_by_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table integrity.findings add constraint finding_about_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table integrity.findings add constraint finding_about_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table integrity.findings add constraint findings_found_check CHECK (((length(found) >= 4) AND (length(found) <= 2000)));
alter table integrity.findings add constraint findings_pkey PRIMARY KEY (district, id);
alter table integrity.findings add constraint findings_remedy_check CHECK (((length(remedy) >= 2) AND (length(remedy) <= 1000)));
alter table integrity.findings add constraint findings_rule_check CHECK (((length(rule) >= 2) AND (length(rule) <= 300)));
alter table integrity.findings add constraint findings_severity_check CHECK ((severity = ANY (ARRAY['minor'::text, 'serious'::text, 'grave'::text])));
alter table integrity.findings add constraint findings_subject_kind_check CHECK ((subject_kind ~ '^[a-z-]{2,40}$'::text));
alter table integrity.findings add constraint one_finding_number UNIQUE (district, number);
alter table integrity.findings add constraint told_to_an_organisation_that_it_is_about CHECK (((organisation_id IS NOT NULL) OR (NOT for_organisation)));
alter table integrity.freeze_gates add constraint freeze_gates_pkey PRIMARY KEY (district, organisation_id);
alter table integrity.freeze_gates add constraint gate_of_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table integrity.hands add constraint duty_of_a_hand_on_a_doubt UNIQUE (district, act_id, person_id, duty);
alter table integrity.hands add constraint hand_of_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table integrity.hands add constraint hands_duty_check CHECK ((duty = ANY (ARRAY['trainee'::text, 'instructor'::text, 'propose'::text, 'decide'::text])));
alter table integrity.hands add constraint nobody_judges_a_class_of_their_own PRIMARY KEY (district, act_id, person_id);
alter table integrity.override_decisions add constraint an_override_and_its_decider UNIQUE (district, override_id, decided_by);
alter table integrity.override_decisions add constraint an_override_has_its_two_hands CHECK (((proposer_duty IS NOT NULL) AND (proposer_duty = 'propose'::text) AND (decider_duty IS NOT NULL) AND (decider_duty = 'decide'::text))) NOT VALID;
alter table integrity.override_decisions add constraint an_override_is_decided_in_that_duty FOREIGN KEY (district, override_id, decided_by, decider_duty) REFERENCES integrity.hands(district, act_id, person_id, duty);
alter table integrity.override_decisions add constraint an_override_is_proposed_in_that_duty FOREIGN KEY (district, override_id, proposed_by, proposer_duty) REFERENCES integrity.hands(district, act_id, person_id, duty);
alter table integrity.override_decisions add constraint decision_on_an_override FOREIGN KEY (district, override_id, proposed_by) REFERENCES integrity.overrides(district, id, proposed_by);
alter table integrity.override_decisions add constraint override_decided_by_a_natural_person FOREIGN KEY (district, decided_by) REFERENCES people.persons(district, id);
alter table integrity.override_decisions add constraint override_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'declined'::text])));
alter table integrity.override_decisions add constraint override_decisions_pkey PRIMARY KEY (district, override_id);
alter table integrity.override_decisions add constraint override_decisions_reason_check CHECK ((length(reason) <= 500));
alter table integrity.override_decisions add constraint override_declined_for_a_reason CHECK (((outcome = 'confirmed'::text) OR (length(reason) >= 2)));
alter table integrity.override_decisions add constraint two_people_lift_an_answer CHECK ((decided_by <> proposed_by));
alter table integrity.override_files add constraint a_paper_of_an_override_is_kept_once UNIQUE (district, override_id, file_sha256);
alter table integrity.override_files add constraint override_files_pkey PRIMARY KEY (district, id);
alter table integrity.override_files add constraint paper_added_by_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table integrity.override_files add constraint paper_kept_sealed FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table integrity.override_files add constraint paper_of_an_override FOREIGN KEY (district, override_id) REFERENCES integrity.overrides(district, id);
alter table integrity.override_withdrawals add constraint override_withdrawals_pkey PRIMARY KEY (district, override_id);
alter table integrity.override_withdrawals add constraint override_withdrawals_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table integrity.override_withdrawals add constraint withdrawal_names_who_decided FOREIGN KEY (district, override_id, decided_by) REFERENCES integrity.override_decisions(district, override_id, decided_by);
alter table integrity.override_withdrawals add constraint withdrawal_of_an_override FOREIGN KEY (district, override_id, proposed_by) REFERENCES integrity.overrides(district, id, proposed_by);
alter table integrity.override_withdrawals add constraint withdrawn_by_one_of_its_two_people CHECK (((withdrawn_by = proposed_by) OR COALESCE((withdrawn_by = decided_by), false)));
alter table integrity.overrides add constraint an_override_and_its_proposer UNIQUE (district, id, proposed_by);
alter table integrity.overrides add constraint one_override_at_a_time UNIQUE (district, check_id, subject_id, nth);
alter table integrity.overrides add constraint override_of_an_answer FOREIGN KEY (district, result_id) REFERENCES integrity.check_results(district, id);
alter table integrity.overrides add constraint override_of_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table integrity.overrides add constraint override_proposed_by_a_natural_person FOREIGN KEY (district, proposed_by) REFERENCES people.persons(district, id);
alter table integrity.overrides add constraint overrides_document_check CHECK (((length(document) >= 2) AND (length(document) <= 200)));
alter table integrity.overrides add constraint overrides_evidence_check CHECK ((length(evidence) <= 300));
alter table integrity.overrides add constraint overrides_nth_check CHECK ((nth > 0));
alter table integrity.overrides add constraint overrides_pkey PRIMARY KEY (district, id);
alter table integrity.overrides add constraint overrides_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table integrity.overrides add constraint overrides_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['enrolment'::text, 'class'::text])));
alter table integrity.result_evidence add constraint evidence_of_an_answer FOREIGN KEY (district, result_id) REFERENCES integrity.check_results(district, id);
alter table integrity.result_evidence add constraint result_evidence_pkey PRIMARY KEY (district, kind, place_id, result_id);
alter table integrity.sample_draws add constraint draw_of_a_sample FOREIGN KEY (district, sample_id) REFERENCES integrity.samples(district, id);
alter table integrity.sample_draws add constraint sample_drawn_by_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table integrity.sample_draws add constraint sample_draws_pkey PRIMARY KEY (district, sample_id);
alter table integrity.sample_draws add constraint sample_draws_seed_check CHECK ((seed ~ '^[0-9a-f]{64}$'::text));
alter table integrity.sample_items add constraint an_item_of_its_sample UNIQUE (district, sample_id, id);
alter table integrity.sample_items add constraint drawn_once_in_a_sample UNIQUE (district, sample_id, subject_id);
alter table integrity.sample_items add constraint item_of_a_draw FOREIGN KEY (district, sample_id) REFERENCES integrity.sample_draws(district, sample_id);
alter table integrity.sample_items add constraint one_place_in_a_sample UNIQUE (district, sample_id, nth);
alter table integrity.sample_items add constraint sample_items_nth_check CHECK ((nth > 0));
alter table integrity.sample_items add constraint sample_items_pkey PRIMARY KEY (district, id);
alter table integrity.sample_marks add constraint a_finding_names_itself CHECK (((verdict = 'finding'::text) = (finding_id IS NOT NULL)));
alter table integrity.sample_marks add constraint item_marked_by_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table integrity.sample_marks add constraint mark_by_a_finding FOREIGN KEY (district, finding_id) REFERENCES integrity.findings(district, id);
alter table integrity.sample_marks add constraint mark_of_an_item FOREIGN KEY (district, sample_id, item_id) REFERENCES integrity.sample_items(district, sample_id, id);
alter table integrity.sample_marks add constraint one_mark_at_a_time UNIQUE (district, item_id, nth);
alter table integrity.sample_marks add constraint sample_marks_note_check CHECK ((length(note) <= 500));
alter table integrity.sample_marks add constraint sample_marks_nth_check CHECK ((nth > 0));
alter table integrity.sample_marks add constraint sample_marks_pkey PRIMARY KEY (district, id);
alter table integrity.sample_marks add constraint sample_marks_verdict_check CHECK ((verdict = ANY (ARRAY['fine'::text, 'finding'::text])));
alter table integrity.samples add constraint one_sample_number UNIQUE (district, number);
alter table integrity.samples add constraint population_kept_sealed FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table integrity.samples add constraint sample_planned_by_a_natural_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table integrity.samples add constraint samples_candidates_check CHECK ((candidates > 0));
alter table integrity.samples add constraint samples_pkey PRIMARY KEY (district, id);
alter table integrity.samples add constraint samples_population_sha256_check CHECK ((length(population_sha256) = 32));
alter table integrity.samples add constraint samples_purpose_check CHECK (((length(purpose) >= 2) AND (length(purpose) <= 300)));
alter table integrity.samples add constraint samples_stratified_by_check CHECK ((stratified_by = ANY (ARRAY['organisation'::text, 'scheme'::text, 'state'::text])));
alter table integrity.samples add constraint samples_take_check CHECK (((take >= 1) AND (take <= 500)));
alter table marking.mark_sheets add constraint mark_sheet_from_a_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table marking.mark_sheets add constraint mark_sheets_pkey PRIMARY KEY (district, id);
alter table marking.mark_sheets add constraint mark_sheets_version_check CHECK ((version >= 1));
alter table marking.mark_sheets add constraint one_mark_sheet_a_version UNIQUE (district, assessment_id, version);
alter table marking.marks add constraint a_mark_only_when_present CHECK ((present = (points IS NOT NULL)));
alter table marking.marks add constraint mark_on_a_sheet FOREIGN KEY (district, sheet_id) REFERENCES marking.mark_sheets(district, id);
alter table marking.marks add constraint marks_aspect_check CHECK ((aspect = ANY (ARRAY['theory'::text, 'practice'::text])));
alter table marking.marks add constraint marks_pkey PRIMARY KEY (district, id);
alter table marking.marks add constraint marks_points_check CHECK (((points >= 0) AND (points <= 100)));
alter table marking.marks add constraint one_mark_an_aspect UNIQUE (district, sheet_id, candidate_id, aspect);
alter table numbering.series add constraint series_pkey PRIMARY KEY (district, kind, year);
alter table outbox.events add constraint events_pkey PRIMARY KEY (district, id);
alter table people.bank_accounts add constraint account_of_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table people.bank_accounts add constraint bank_accounts_account_tail_check CHECK ((length(account_tail) = 4));
alter table people.bank_accounts add constraint bank_accounts_pkey PRIMARY KEY (district, id);
alter table people.bank_accounts add constraint one_row_per_account_as_given UNIQUE (district, person_id, account_lookup, holder_name, bank_name);
alter table people.corrected_values add constraint a_name_or_a_phone CHECK (((num_nonnulls(name, phone_sealed) = 1) AND (num_nulls(phone_sealed, phone_masked, phone_lookup) = ANY (ARRAY[0, 3]))));
alter table people.corrected_values add constraint corrected_by_a_request FOREIGN KEY (district, request_id) REFERENCES people.correction_requests(district, id);
alter table people.corrected_values add constraint corrected_once_a_request UNIQUE (district, request_id);
alter table people.corrected_values add constraint corrected_value_of_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table people.corrected_values add constraint corrected_values_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
alter table people.corrected_values add constraint corrected_values_pkey PRIMARY KEY (district, id);
alter table people.correction_answers add constraint answer_by_whom UNIQUE (district, request_id, nth, answered_by);
alter table people.correction_answers add constraint answer_to_a_correction FOREIGN KEY (district, request_id) REFERENCES people.correction_requests(district, id);
alter table people.correction_answers add constraint correction_answers_answer_check CHECK (((length(answer) >= 2) AND (length(answer) <= 500)));
alter table people.correction_answers add constraint correction_answers_nth_check CHECK (((nth >= 1) AND (nth <= 20)));
alter table people.correction_answers add constraint correction_answers_outcome_check CHECK ((outcome = ANY (ARRAY['corrected'::text, 'declined'::text])));
alter table people.correction_answers add constraint correction_answers_pkey PRIMARY KEY (district, request_id, nth);
alter table people.correction_decisions add constraint a_correction_is_declined_for_a_reason CHECK (((verdict = 'confirmed'::text) OR (length(reason) >= 2)));
alter table people.correction_decisions add constraint correction_decisions_pkey PRIMARY KEY (district, request_id, nth);
alter table people.correction_decisions add constraint correction_decisions_reason_check CHECK ((length(reason) <= 500));
alter table people.correction_decisions add constraint correction_decisions_verdict_check CHECK ((verdict = ANY (ARRAY['confirmed'::text, 'declined'::text])));
alter table people.correction_decisions add constraint decision_on_an_answer FOREIGN KEY (district, request_id, nth, answered_by) REFERENCES people.correction_answers(district, request_id, nth, answered_by);
alter table people.correction_decisions add constraint two_people_correct_a_person CHECK ((decided_by <> answered_by));
alter table people.correction_requests add constraint a_phone_asks_for_a_phone CHECK ((((item = 'phone'::text) = (phone_sealed IS NOT NULL)) AND ((phone_sealed IS NULL) = (phone_masked IS NULL))));
alter table people.correction_requests add constraint a_request_file_is_whole CHECK ((((file_id IS NULL) = (file_name IS NULL)) AND ((file_id IS NULL) = (media_type IS NULL)) AND ((file_id IS NULL) = (size_bytes IS NULL))));
alter table people.correction_requests add constraint a_request_sent_twice_is_one UNIQUE (district, person_id, form_key);
alter table people.correction_requests add constraint correction_of_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table people.correction_requests add constraint correction_paper_kept_sealed FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table people.correction_requests add constraint correction_requests_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 300)));
alter table people.correction_requests add constraint correction_requests_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 100)));
alter table people.correction_requests add constraint correction_requests_item_check CHECK ((item = ANY (ARRAY['name'::text, 'phone'::text, 'identity'::text, 'account'::text, 'address'::text, 'education'::text, 'attendance'::text, 'marks'::text, 'other'::text])));
alter table people.correction_requests add constraint correction_requests_pkey PRIMARY KEY (district, id);
alter table people.correction_requests add constraint correction_requests_should_be_check CHECK (((length(should_be) >= 1) AND (length(should_be) <= 200)));
alter table people.correction_requests add constraint correction_requests_why_check CHECK (((length(why) >= 2) AND (length(why) <= 500)));
alter table people.correction_requests add constraint one_correction_request_per_number UNIQUE (district, number);
alter table people.insured_employers add constraint employers_of_an_insured_list FOREIGN KEY (district, import_id) REFERENCES people.insured_imports(district, id);
alter table people.insured_employers add constraint insured_employers_pkey PRIMARY KEY (district, import_id, uscc);
alter table people.insured_employers add constraint insured_employers_row_count_check CHECK ((row_count > 0));
alter table people.insured_imports add constraint insured_imports_pkey PRIMARY KEY (district, id);
alter table people.insured_imports add constraint insured_imports_row_count_check CHECK ((row_count > 0));
alter table people.insured_imports add constraint insured_imports_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)));
alter table people.insured_imports add constraint insured_imports_withdrawal_reason_check CHECK (((length(withdrawal_reason) >= 1) AND (length(withdrawal_reason) <= 200)));
alter table people.insured_imports add constraint insured_list_from_a_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table people.insured_imports add constraint withdrawn_by_somebody_for_a_reason CHECK ((num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) = ANY (ARRAY[0, 3])));
alter table people.insured_staff add constraint insurance_ends_after_it_begins CHECK ((to_month >= from_month));
alter table people.insured_staff add constraint insured_staff_from_month_check CHECK ((from_month ~~ '____-__'::text));
alter table people.insured_staff add constraint insured_staff_pkey PRIMARY KEY (district, id);
alter table people.insured_staff add constraint insured_staff_to_month_check CHECK ((to_month ~~ '____-__'::text));
alter table people.insured_staff add constraint staff_of_an_insured_list FOREIGN KEY (district, import_id) REFERENCES people.insured_imports(district, id);
alter table people.letter_answers add constraint a_file_has_its_hash CHECK (((kind = 'file'::text) = ((sha256 IS NOT NULL) AND (file_name IS NOT NULL))));
alter table people.letter_answers add constraint an_answer_is_taken_once UNIQUE (district, letter_id, fingerprint);
alter table people.letter_answers add constraint answer_to_a_letter FOREIGN KEY (district, letter_id) REFERENCES people.letters(district, id);
alter table people.letter_answers add constraint letter_answers_hit_count_check CHECK ((hit_count >= 0));
alter table people.letter_answers add constraint letter_answers_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'no-hits'::text])));
alter table people.letter_answers add constraint letter_answers_line_count_check CHECK ((line_count >= 0));
alter table people.letter_answers add constraint letter_answers_office_check CHECK (((length(office) >= 1) AND (length(office) <= 100)));
alter table people.letter_answers add constraint letter_answers_pkey PRIMARY KEY (district, id);
alter table people.letter_answers add constraint letter_answers_stranger_count_check CHECK ((stranger_count >= 0));
alter table people.letter_answers add constraint no_hits_has_no_lines CHECK (((kind = 'file'::text) OR ((line_count = 0) AND (hit_count = 0) AND (stranger_count = 0))));
alter table people.letter_groups add constraint group_of_a_letter FOREIGN KEY (district, letter_id) REFERENCES people.letters(district, id);
alter table people.letter_groups add constraint letter_groups_pkey PRIMARY KEY (district, letter_id, group_id);
alter table people.letter_people add constraint letter_about_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table people.letter_people add constraint letter_people_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
alter table people.letter_people add constraint letter_people_pkey PRIMARY KEY (district, letter_id, "position");
alter table people.letter_people add constraint letter_people_position_check CHECK (("position" > 0));
alter table people.letter_people add constraint once_on_a_letter UNIQUE (district, letter_id, person_id);
alter table people.letter_people add constraint person_of_a_letter FOREIGN KEY (district, letter_id) REFERENCES people.letters(district, id);
alter table people.letters add constraint a_letter_asks_of_a_period CHECK ((to_date >= from_date));
alter table people.letters add constraint a_letter_expires_after_it_is_made CHECK ((expires_on >= made_on));
alter table people.letters add constraint letters_office_check CHECK (((length(office) >= 1) AND (length(office) <= 100)));
alter table people.letters add constraint letters_person_count_check CHECK ((person_count > 0));
alter table people.letters add constraint letters_pkey PRIMARY KEY (district, id);
alter table people.letters add constraint letters_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 200)));
alter table people.letters add constraint letters_register_check CHECK ((register = ANY (ARRAY['pension-payments'::text, 'government-payroll'::text, 'deaths'::text, 'insured-staff'::text, 'province-subsidies'::text])));
alter table people.letters add constraint one_letter_per_number UNIQUE (district, number);
alter table people.organisations add constraint one_organisation_per_name UNIQUE (district, name);
alter table people.organisations add constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['provider'::text, 'employer'::text, 'department'::text])));
alter table people.organisations add constraint organisations_pkey PRIMARY KEY (district, id);
alter table people.persons add constraint one_person_per_identity_number UNIQUE (district, identity_lookup);
alter table people.persons add constraint persons_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
alter table people.persons add constraint persons_pkey PRIMARY KEY (district, id);
alter table people.persons add constraint persons_sex_check CHECK ((sex = ANY (ARRAY['M'::text, 'F'::text])));
alter table people.register_hits add constraint a_hit_ends_after_it_begins CHECK ((to_text >= from_text));
alter table people.register_hits add constraint hit_about_a_person_of_the_letter FOREIGN KEY (district, letter_id, person_id) REFERENCES people.letter_people(district, letter_id, person_id);
alter table people.register_hits add constraint hit_of_an_answer FOREIGN KEY (district, answer_id) REFERENCES people.letter_answers(district, id);
alter table people.register_hits add constraint one_hit_a_line UNIQUE (district, answer_id, sheet_row);
alter table people.register_hits add constraint register_hits_from_text_check CHECK (((from_text ~~ '____-__'::text) OR (from_text ~~ '____-__-__'::text)));
alter table people.register_hits add constraint register_hits_pkey PRIMARY KEY (district, id);
alter table people.register_hits add constraint register_hits_says_check CHECK ((length(says) <= 200));
alter table people.register_hits add constraint register_hits_sheet_row_check CHECK ((sheet_row > 0));
alter table people.register_hits add constraint register_hits_to_text_check CHECK (((to_text ~~ '____-__'::text) OR (to_text ~~ '____-__-__'::text)));
alter table people.restriction_decisions add constraint decided_by_a_natural_person FOREIGN KEY (district, decided_by) REFERENCES people.persons(district, id);
alter table people.restriction_decisions add constraint decision_on_a_proposal FOREIGN KEY (district, proposal_id, proposed_by) REFERENCES people.restriction_proposals(district, id, proposed_by);
alter table people.restriction_decisions add constraint declined_for_a_reason CHECK (((outcome = 'confirmed'::text) OR (length(reason) >= 2)));
alter table people.restriction_decisions add constraint restriction_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'declined'::text])));
alter table people.restriction_decisions add constraint restriction_decisions_pkey PRIMARY KEY (district, proposal_id);
alter table people.restriction_decisions add constraint restriction_decisions_reason_check CHECK ((length(reason) <= 500));
alter table people.restriction_decisions add constraint two_people_decide_a_restriction CHECK ((decided_by <> proposed_by));
alter table people.restriction_hearings add constraint a_reply_is_heard_once PRIMARY KEY (district, reply_id);
alter table people.restriction_hearings add constraint another_person_hears_a_reply CHECK (((heard_by <> recorded_by) AND (heard_by <> proposed_by)));
alter table people.restriction_hearings add constraint heard_by_a_natural_person FOREIGN KEY (district, heard_by) REFERENCES people.persons(district, id);
alter table people.restriction_hearings add constraint hearing_knows_who_proposed FOREIGN KEY (district, proposal_id, restriction_id, proposed_by) REFERENCES people.restriction_proposals(district, id, restriction_id, proposed_by);
alter table people.restriction_hearings add constraint hearing_of_a_reply FOREIGN KEY (district, reply_id, restriction_id, recorded_by) REFERENCES people.restriction_replies(district, id, restriction_id, recorded_by);
alter table people.restriction_hearings add constraint restriction_hearings_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'shortened'::text, 'ended'::text])));
alter table people.restriction_hearings add constraint restriction_hearings_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table people.restriction_proposals add constraint a_proposal_and_its_proposer UNIQUE (district, id, proposed_by);
alter table people.restriction_proposals add constraint a_proposal_of_a_restriction UNIQUE (district, id, restriction_id, proposed_by);
alter table people.restriction_proposals add constraint one_proposal_at_a_time UNIQUE (district, restriction_id, nth);
alter table people.restriction_proposals add constraint only_an_end_has_a_day CHECK (((step = 'end'::text) OR (ends_on IS NULL)));
alter table people.restriction_proposals add constraint proposal_about_a_restriction FOREIGN KEY (district, restriction_id) REFERENCES people.restrictions(district, id);
alter table people.restriction_proposals add constraint proposed_by_a_natural_person FOREIGN KEY (district, proposed_by) REFERENCES people.persons(district, id);
alter table people.restriction_proposals add constraint restriction_proposals_nth_check CHECK ((nth > 0));
alter table people.restriction_proposals add constraint restriction_proposals_pkey PRIMARY KEY (district, id);
alter table people.restriction_proposals add constraint restriction_proposals_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table people.restriction_proposals add constraint restriction_proposals_step_check CHECK ((step = ANY (ARRAY['impose'::text, 'end'::text])));
alter table people.restriction_replies add constraint a_reply_and_who_recorded_it UNIQUE (district, id, restriction_id, recorded_by);
alter table people.restriction_replies add constraint reply_recorded_by_a_natural_person FOREIGN KEY (district, recorded_by) REFERENCES people.persons(district, id);
alter table people.restriction_replies add constraint reply_to_a_restriction FOREIGN KEY (district, restriction_id) REFERENCES people.restrictions(district, id);
alter table people.restriction_replies add constraint restriction_replies_pkey PRIMARY KEY (district, id);
alter table people.restriction_replies add constraint restriction_replies_said_check CHECK (((length(said) >= 2) AND (length(said) <= 2000)));
alter table people.restriction_replies add constraint restriction_replies_way_check CHECK ((way = ANY (ARRAY['console'::text, 'paper'::text, 'phone'::text, 'visit'::text])));
alter table people.restriction_reply_files add constraint one_paper_a_reply PRIMARY KEY (district, reply_id);
alter table people.restriction_reply_files add constraint paper_of_a_reply FOREIGN KEY (district, reply_id) REFERENCES people.restriction_replies(district, id);
alter table people.restriction_reply_files add constraint reply_paper_kept_sealed FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table people.restrictions add constraint restriction_ends_after_it_begins CHECK ((to_date >= from_date));
alter table people.restrictions add constraint restriction_of_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table people.restrictions add constraint restriction_of_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table people.restrictions add constraint restrictions_clause_check CHECK ((length(clause) <= 200));
alter table people.restrictions add constraint restrictions_document_check CHECK (((length(document) >= 2) AND (length(document) <= 200)));
alter table people.restrictions add constraint restrictions_kind_check CHECK ((kind = ANY (ARRAY['restricted'::text, 'recovery'::text])));
alter table people.restrictions add constraint restrictions_pkey PRIMARY KEY (district, id);
alter table people.restrictions add constraint restrictions_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table people.restrictions add constraint restricts_a_person_or_an_organisation CHECK ((num_nonnulls(person_id, organisation_id) = 1));
alter table policy.benefit_events add constraint benefit_events_pkey PRIMARY KEY (district, id);
alter table policy.benefit_events add constraint benefit_events_status_to_check CHECK ((status_to = ANY (ARRAY['reserved'::text, 'committed'::text, 'paid'::text, 'released'::text, 'recovered'::text])));
alter table policy.benefit_events add constraint event_of_a_benefit FOREIGN KEY (district, benefit_id) REFERENCES policy.benefits(district, id);
alter table policy.benefit_parties add constraint benefit_parties_kind_check CHECK ((kind = ANY (ARRAY['employer'::text, 'provider'::text, 'studio'::text, 'certificate'::text])));
alter table policy.benefit_parties add constraint benefit_parties_party_key_check CHECK ((length(party_key) = 32));
alter table policy.benefit_parties add constraint benefit_parties_pkey PRIMARY KEY (district, id);
alter table policy.benefit_parties add constraint one_party_of_a_kind_a_benefit UNIQUE (district, benefit_id, kind);
alter table policy.benefit_parties add constraint party_of_a_benefit FOREIGN KEY (district, benefit_id) REFERENCES policy.benefits(district, id);
alter table policy.benefits add constraint benefit_by_a_decision FOREIGN KEY (district, decision_id) REFERENCES policy.decisions(district, id);
alter table policy.benefits add constraint benefit_of_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table policy.benefits add constraint benefits_amount_fen_check CHECK ((amount_fen > 0));
alter table policy.benefits add constraint benefits_check CHECK (((returned_fen >= 0) AND (returned_fen <= amount_fen)));
alter table policy.benefits add constraint benefits_holder_kind_check CHECK ((holder_kind = ANY (ARRAY['claim'::text, 'province-list'::text])));
alter table policy.benefits add constraint benefits_pkey PRIMARY KEY (district, id);
alter table policy.benefits add constraint benefits_status_check CHECK ((status = ANY (ARRAY['reserved'::text, 'committed'::text, 'paid'::text, 'released'::text, 'recovered'::text])));
alter table policy.benefits add constraint one_benefit_a_decision_in_a_holder UNIQUE (district, holder_id, decision_id);
alter table policy.decisions add constraint decision_follows_a_decision FOREIGN KEY (district, follows_id) REFERENCES policy.decisions(district, id);
alter table policy.decisions add constraint decision_is_not_its_own_follower CHECK ((follows_id <> id));
alter table policy.decisions add constraint decision_on_a_fact FOREIGN KEY (district, fact_id) REFERENCES policy.facts(district, id);
alter table policy.decisions add constraint decisions_answer_check CHECK ((answer = ANY (ARRAY['eligible'::text, 'not-eligible'::text, 'not-known'::text, 'not-applicable'::text])));
alter table policy.decisions add constraint decisions_cause_check CHECK ((cause = ANY (ARRAY['original'::text, 'changed-fact'::text, 'appeal'::text, 'related-decision'::text, 'rule-correction'::text, 'manual'::text])));
alter table policy.decisions add constraint decisions_effective_fen_check CHECK ((effective_fen >= 0));
alter table policy.decisions add constraint decisions_pack_sha256_fkey FOREIGN KEY (pack_sha256) REFERENCES policy.documents(sha256);
alter table policy.decisions add constraint decisions_pkey PRIMARY KEY (district, id);
alter table policy.decisions add constraint decisions_subtracted_fen_check CHECK ((subtracted_fen >= 0));
alter table policy.decisions add constraint decisions_value_fen_check CHECK ((value_fen >= 0));
alter table policy.decisions add constraint effective_is_value_less_subtracted CHECK ((effective_fen = (value_fen - subtracted_fen)));
alter table policy.decisions add constraint first_decisions_are_of_the_machine CHECK (((cause = ANY (ARRAY['original'::text, 'changed-fact'::text])) OR (follows_id IS NOT NULL)));
alter table policy.decisions add constraint only_the_eligible_have_a_value CHECK (((answer = 'eligible'::text) OR (value_fen = 0)));
alter table policy.documents add constraint documents_kind_check CHECK ((kind = ANY (ARRAY['pack'::text, 'parameters'::text])));
alter table policy.documents add constraint documents_pkey PRIMARY KEY (sha256);
alter table policy.draft_events add constraint draft_events_pkey PRIMARY KEY (district, id);
alter table policy.draft_events add constraint draft_events_reason_check CHECK ((length(reason) <= 500));
alter table policy.draft_events add constraint draft_events_status_from_check CHECK ((status_from = ANY (ARRAY['open'::text, 'discarded'::text, 'published'::text])));
alter table policy.draft_events add constraint draft_events_status_to_check CHECK ((status_to = ANY (ARRAY['open'::text, 'discarded'::text, 'published'::text])));
alter table policy.draft_events add constraint event_of_a_draft FOREIGN KEY (district, draft_id) REFERENCES policy.scheme_drafts(district, id);
alter table policy.draft_revisions add constraint draft_revisions_note_check CHECK ((length(note) <= 500));
alter table policy.draft_revisions add constraint draft_revisions_revision_check CHECK ((revision >= 1));
alter table policy.draft_revisions add constraint one_save_a_revision PRIMARY KEY (district, draft_id, revision);
alter table policy.draft_revisions add constraint revision_of_a_draft FOREIGN KEY (district, draft_id) REFERENCES policy.scheme_drafts(district, id);
alter table policy.facts add constraint fact_about_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table policy.facts add constraint facts_pkey PRIMARY KEY (district, id);
alter table policy.facts add constraint facts_version_check CHECK ((version >= 1));
alter table policy.facts add constraint one_fact_a_version UNIQUE (district, kind, subject_id, version);
alter table policy.person_turns add constraint person_turns_person_key_check CHECK ((length(person_key) = 32));
alter table policy.person_turns add constraint person_turns_pkey PRIMARY KEY (person_key);
alter table policy.person_uses add constraint person_uses_amount_fen_check CHECK ((amount_fen > 0));
alter table policy.person_uses add constraint person_uses_check CHECK (((returned_fen >= 0) AND (returned_fen <= amount_fen)));
alter table policy.person_uses add constraint person_uses_pkey PRIMARY KEY (person_key, id);
alter table policy.published_versions add constraint a_proposal_is_published_once UNIQUE (district, proposal_id);
alter table policy.published_versions add constraint a_version_is_published_once UNIQUE (district, scheme, version);
alter table policy.published_versions add constraint published_as_proposed FOREIGN KEY (district, proposal_id, proposed_by, pack_sha256) REFERENCES policy.scheme_proposals(district, id, proposed_by, sha256);
alter table policy.published_versions add constraint published_by_a_natural_person FOREIGN KEY (district, published_by) REFERENCES people.persons(district, id);
alter table policy.published_versions add constraint published_versions_number_check CHECK ((number >= 1));
alter table policy.published_versions add constraint published_versions_pack_sha256_fkey FOREIGN KEY (pack_sha256) REFERENCES policy.documents(sha256);
alter table policy.published_versions add constraint published_versions_pkey PRIMARY KEY (district, id);
alter table policy.published_versions add constraint two_people_publish CHECK ((published_by <> proposed_by));
alter table policy.published_versions add constraint versions_are_published_in_turn UNIQUE (district, number);
alter table policy.scheme_drafts add constraint draft_by_a_natural_person FOREIGN KEY (district, begun_by) REFERENCES people.persons(district, id);
alter table policy.scheme_drafts add constraint scheme_drafts_note_check CHECK ((length(note) <= 500));
alter table policy.scheme_drafts add constraint scheme_drafts_pkey PRIMARY KEY (district, id);
alter table policy.scheme_drafts add constraint scheme_drafts_revision_check CHECK ((revision >= 1));
alter table policy.scheme_drafts add constraint scheme_drafts_status_check CHECK ((status = ANY (ARRAY['open'::text, 'discarded'::text, 'published'::text])));
alter table policy.scheme_proposal_answers add constraint a_proposal_is_answered_once PRIMARY KEY (district, proposal_id);
alter table policy.scheme_proposal_answers add constraint answer_to_a_proposal FOREIGN KEY (district, proposal_id, proposed_by) REFERENCES policy.scheme_proposals(district, id, proposed_by);
alter table policy.scheme_proposal_answers add constraint proposal_answered_by_a_natural_person FOREIGN KEY (district, answered_by) REFERENCES people.persons(district, id);
alter table policy.scheme_proposal_answers add constraint scheme_proposal_answers_outcome_check CHECK ((outcome = ANY (ARRAY['published'::text, 'sent-back'::text, 'withdrawn'::text])));
alter table policy.scheme_proposal_answers add constraint scheme_proposal_answers_reason_check CHECK ((length(reason) <= 500));
alter table policy.scheme_proposal_answers add constraint sent_back_for_a_reason CHECK (((outcome <> 'sent-back'::text) OR (length(reason) >= 2)));
alter table policy.scheme_proposal_answers add constraint two_people_answer_a_proposal CHECK (((outcome = 'withdrawn'::text) = (answered_by = proposed_by)));
alter table policy.scheme_proposals add constraint a_proposal_and_its_proposer UNIQUE (district, id, proposed_by);
alter table policy.scheme_proposals add constraint a_proposal_and_what_it_proposes UNIQUE (district, id, proposed_by, sha256);
alter table policy.scheme_proposals add constraint one_proposal_of_a_draft_at_a_time UNIQUE (district, draft_id, nth);
alter table policy.scheme_proposals add constraint proposal_by_a_natural_person FOREIGN KEY (district, proposed_by) REFERENCES people.persons(district, id);
alter table policy.scheme_proposals add constraint proposal_of_a_revision FOREIGN KEY (district, draft_id, revision) REFERENCES policy.draft_revisions(district, draft_id, revision);
alter table policy.scheme_proposals add constraint scheme_proposals_document_number_check CHECK (((length(document_number) >= 2) AND (length(document_number) <= 120)));
alter table policy.scheme_proposals add constraint scheme_proposals_nth_check CHECK ((nth >= 1));
alter table policy.scheme_proposals add constraint scheme_proposals_pkey PRIMARY KEY (district, id);
alter table policy.scheme_proposals add constraint scheme_proposals_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table policy.scheme_proposals add constraint scheme_proposals_sha256_check CHECK ((length(sha256) = 32));
alter table record.acts add constraint acts_pkey PRIMARY KEY (district, id);
alter table record.archive_parts add constraint a_part_has_its_place UNIQUE (district, archive_id, nth);
alter table record.archive_parts add constraint archive_parts_nth_check CHECK ((nth > 0));
alter table record.archive_parts add constraint archive_parts_pkey PRIMARY KEY (district, id);
alter table record.archive_parts add constraint part_of_an_archive FOREIGN KEY (district, archive_id) REFERENCES record.archives(district, id);
alter table record.archives add constraint archives_about_kind_check CHECK ((about_kind = ANY (ARRAY['class'::text, 'person'::text, 'provider'::text])));
alter table record.archives add constraint archives_begun_check CHECK ((begun >= 0));
alter table record.archives add constraint archives_manifest_sha256_check CHECK ((length(manifest_sha256) = 32));
alter table record.archives add constraint archives_parts_check CHECK ((parts > 0));
alter table record.archives add constraint archives_pkey PRIMARY KEY (district, id);
alter table record.archives add constraint archives_reason_check CHECK (((length(reason) >= 4) AND (length(reason) <= 200)));
alter table record.archives add constraint archives_sha256_check CHECK ((length(sha256) = 32));
alter table record.archives add constraint archives_size_bytes_check CHECK ((size_bytes > 0));
alter table record.archives add constraint archives_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text, 'swept'::text])));
alter table record.archives add constraint archives_steps_check CHECK ((steps > 0));
alter table record.archives add constraint what_is_made_is_known CHECK (((status <> ALL (ARRAY['done'::text, 'swept'::text])) OR ((expires_at IS NOT NULL) AND (steps IS NOT NULL) AND (parts IS NOT NULL) AND (size_bytes IS NOT NULL) AND (sha256 IS NOT NULL) AND (manifest_sha256 IS NOT NULL))));
alter table record.emptied_rows add constraint a_row_of_an_emptying FOREIGN KEY (district, emptying_id) REFERENCES record.emptyings(district, id);
alter table record.emptied_rows add constraint emptied_rows_leaf_after_check CHECK ((length(leaf_after) = 32));
alter table record.emptied_rows add constraint emptied_rows_leaf_before_check CHECK ((length(leaf_before) = 32));
alter table record.emptied_rows add constraint emptied_rows_pkey PRIMARY KEY (district, source, row_key);
alter table record.emptyings add constraint a_hash_for_each_file CHECK ((cardinality(file_ids) = cardinality(file_hashes)));
alter table record.emptyings add constraint a_row_is_emptied_once UNIQUE (district, source, row_id);
alter table record.emptyings add constraint emptyings_pkey PRIMARY KEY (district, id);
alter table record.emptyings add constraint emptyings_rule_check CHECK (((length(rule) >= 2) AND (length(rule) <= 40)));
alter table record.emptyings add constraint emptyings_years_check CHECK (((years >= 1) AND (years <= 100)));
alter table record.emptyings add constraint nothing_is_emptied_before_its_years CHECK ((emptied_on >= (since_on + make_interval(years => years))));
alter table record.leaves add constraint a_row_is_sealed_once UNIQUE (district, source, row_key);
alter table record.leaves add constraint leaves_leaf_hash_check CHECK ((length(leaf_hash) = 32));
alter table record.leaves add constraint leaves_pkey PRIMARY KEY (district, "position");
alter table record.leaves add constraint leaves_position_check CHECK (("position" >= 0));
alter table record.paper_prints add constraint numbers_in_full_have_a_reason CHECK (((NOT in_full) OR (length(reason) >= 4)));
alter table record.paper_prints add constraint paper_prints_pkey PRIMARY KEY (district, id);
alter table record.paper_prints add constraint paper_prints_reason_check CHECK ((length(reason) <= 500));
alter table record.paper_prints add constraint print_of_a_paper FOREIGN KEY (district, paper_id) REFERENCES record.papers(district, id);
alter table record.papers add constraint a_code_names_one_paper UNIQUE (district, code);
alter table record.papers add constraint a_content_has_one_code UNIQUE (district, subject_id, form, part, content_sha256);
alter table record.papers add constraint papers_code_check CHECK ((code ~ '^[0-9A-Z]{5}-[0-9A-Z]{5}$'::text));
alter table record.papers add constraint papers_content_sha256_check CHECK ((length(content_sha256) = 32));
alter table record.papers add constraint papers_form_check CHECK ((form ~ '^[a-z-]{2,40}$'::text));
alter table record.papers add constraint papers_pages_check CHECK ((pages > 0));
alter table record.papers add constraint papers_part_check CHECK ((length(part) <= 40));
alter table record.papers add constraint papers_pkey PRIMARY KEY (district, id);
alter table record.resealings add constraint resealings_pkey PRIMARY KEY (district, source, key_id);
alter table record.resealings add constraint resealings_resealed_check CHECK ((resealed >= 0));
alter table record.resealings add constraint resealings_walks_check CHECK (((walks >= 0) AND (walks <= 2)));
alter table record.reveals add constraint a_matter_has_its_id CHECK (((about_kind IS NULL) = (about_id IS NULL)));
alter table record.reveals add constraint a_reveal_is_an_act FOREIGN KEY (district, act_id) REFERENCES record.acts(district, id);
alter table record.reveals add constraint reveals_kin_check CHECK ((kin = ANY (ARRAY['self'::text, 'household'::text, 'town'::text])));
alter table record.reveals add constraint reveals_pkey PRIMARY KEY (district, act_id);
alter table record.reveals add constraint without_a_matter_none_is_open CHECK (((about_id IS NOT NULL) OR (NOT is_open)));
alter table record.scan_strikes add constraint a_scan_is_struck_once PRIMARY KEY (district, scan_id);
alter table record.scan_strikes add constraint scan_strikes_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)));
alter table record.scan_strikes add constraint strike_of_a_scan FOREIGN KEY (district, scan_id) REFERENCES record.scans(district, id);
alter table record.scans add constraint a_scan_has_its_bytes FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table record.scans add constraint a_scan_says_of_what CHECK (((form IS NOT NULL) OR (length(title) >= 2)));
alter table record.scans add constraint scan_of_a_paper FOREIGN KEY (district, paper_id) REFERENCES record.papers(district, id);
alter table record.scans add constraint scans_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)));
alter table record.scans add constraint scans_form_check CHECK ((form ~ '^[a-z-]{2,40}$'::text));
alter table record.scans add constraint scans_media_type_check CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'application/pdf'::text])));
alter table record.scans add constraint scans_pkey PRIMARY KEY (district, id);
alter table record.scans add constraint scans_sha256_check CHECK ((length(sha256) = 32));
alter table record.scans add constraint scans_size_bytes_check CHECK ((size_bytes > 0));
alter table record.scans add constraint scans_title_check CHECK ((length(title) <= 100));
alter table record.seal_heads add constraint seal_heads_frontier_check CHECK (((length(frontier) % 32) = 0));
alter table record.seal_heads add constraint seal_heads_number_check CHECK ((number >= 0));
alter table record.seal_heads add constraint seal_heads_pkey PRIMARY KEY (district);
alter table record.seal_heads add constraint seal_heads_root_check CHECK ((length(root) = 32));
alter table record.seal_heads add constraint seal_heads_size_check CHECK ((size >= 0));
alter table record.sealed_forms add constraint sealed_forms_form_check CHECK ((form > 0));
alter table record.sealed_forms add constraint sealed_forms_pkey PRIMARY KEY (district, source, form);
alter table record.seals add constraint a_seal_has_a_size_of_its_own UNIQUE (district, size);
alter table record.seals add constraint seals_number_check CHECK ((number > 0));
alter table record.seals add constraint seals_pkey PRIMARY KEY (district, number);
alter table record.seals add constraint seals_previous_root_check CHECK ((length(previous_root) = 32));
alter table record.seals add constraint seals_root_check CHECK ((length(root) = 32));
alter table record.seals add constraint seals_size_check CHECK ((size > 0));
alter table record.subtrees add constraint subtrees_hash_check CHECK ((length(hash) = 32));
alter table record.subtrees add constraint subtrees_level_check CHECK (((level % 8) = 0));
alter table record.subtrees add constraint subtrees_nth_check CHECK ((nth >= 0));
alter table record.subtrees add constraint subtrees_pkey PRIMARY KEY (district, level, nth);
alter table record.verifications add constraint verifications_pkey PRIMARY KEY (district, id);
alter table record.verifications add constraint verifications_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'running'::text, 'done'::text, 'failed'::text])));
alter table reference.calendar_changes add constraint calendar_changes_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])));
alter table reference.calendar_changes add constraint calendar_changes_pkey PRIMARY KEY (district, id);
alter table reference.calendar_changes add constraint calendar_changes_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 200)));
alter table reference.calendar_days add constraint calendar_days_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])));
alter table reference.calendar_days add constraint calendar_days_pkey PRIMARY KEY (day);
alter table reference.code_lists add constraint code_lists_pkey PRIMARY KEY (list, code);
alter table reference.districts add constraint districts_district_check CHECK (((district >= 100000) AND (district <= 999999)));
alter table reference.districts add constraint districts_division_code_fkey FOREIGN KEY (division_code) REFERENCES reference.divisions(code);
alter table reference.districts add constraint districts_pkey PRIMARY KEY (district);
alter table reference.divisions add constraint divisions_code_check CHECK ((code ~ '^\d{6}$'::text));
alter table reference.divisions add constraint divisions_kind_check CHECK ((kind = ANY (ARRAY['province'::text, 'city'::text, 'county'::text])));
alter table reference.divisions add constraint divisions_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES reference.divisions(code);
alter table reference.divisions add constraint divisions_pkey PRIMARY KEY (code);
alter table reference.occupations add constraint occupations_pkey PRIMARY KEY (id);
alter table reference.skill_levels add constraint skill_levels_pkey PRIMARY KEY (code);
alter table reference.skill_levels add constraint skill_levels_rank_key UNIQUE (rank);
alter table reference.towns add constraint towns_division_code_fkey FOREIGN KEY (division_code) REFERENCES reference.divisions(code);
alter table reference.towns add constraint towns_kind_check CHECK ((kind = ANY (ARRAY['street'::text, 'town'::text, 'township'::text])));
alter table reference.towns add constraint towns_pkey PRIMARY KEY (division_code, name_zh);
alter table training.agreement_items add constraint agreement_items_highest_level_fkey FOREIGN KEY (highest_level) REFERENCES reference.skill_levels(code);
alter table training.agreement_items add constraint agreement_items_occupation_id_fkey FOREIGN KEY (occupation_id) REFERENCES reference.occupations(id);
alter table training.agreement_items add constraint agreement_items_pkey PRIMARY KEY (district, id);
alter table training.agreement_items add constraint item_at_a_site FOREIGN KEY (district, site_id) REFERENCES training.sites(district, id);
alter table training.agreement_items add constraint item_of_an_agreement FOREIGN KEY (district, agreement_id) REFERENCES training.agreements(district, id);
alter table training.agreement_items add constraint one_item_per_occupation_and_site UNIQUE (district, agreement_id, occupation_id, site_id);
alter table training.agreements add constraint agreement_ends_after_it_begins CHECK ((to_date >= from_date));
alter table training.agreements add constraint agreement_with_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table training.agreements add constraint agreements_pkey PRIMARY KEY (district, id);
alter table training.agreements add constraint one_agreement_number UNIQUE (district, number);
alter table training.amendment_answers add constraint a_confirmed_amendment_is_a_version CHECK (((outcome = 'confirmed'::text) = (sheet_id IS NOT NULL)));
alter table training.amendment_answers add constraint a_declined_amendment_says_why CHECK (((outcome = 'confirmed'::text) OR (reason <> ''::text)));
alter table training.amendment_answers add constraint amendment_answers_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'declined'::text])));
alter table training.amendment_answers add constraint amendment_answers_pkey PRIMARY KEY (district, id);
alter table training.amendment_answers add constraint amendment_answers_side_check CHECK ((side = ANY (ARRAY['instructor'::text, 'bureau'::text])));
alter table training.amendment_answers add constraint an_amendment_is_answered_once UNIQUE (district, amendment_id);
alter table training.amendment_answers add constraint answer_made_a_sheet FOREIGN KEY (district, sheet_id) REFERENCES training.attendance_sheets(district, id);
alter table training.amendment_answers add constraint answer_to_an_amendment FOREIGN KEY (district, amendment_id, proposer_person_id) REFERENCES training.amendments(district, id, person_id);
alter table training.amendment_answers add constraint nobody_answers_their_own_amendment CHECK ((person_id <> proposer_person_id));
alter table training.amendment_evidence add constraint amendment_evidence_in_a_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table training.amendment_evidence add constraint amendment_evidence_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.amendment_evidence add constraint amendment_evidence_pkey PRIMARY KEY (district, id);
alter table training.amendment_lines add constraint a_sign_is_amended_once_an_amendment UNIQUE (district, amendment_id, sign_id);
alter table training.amendment_lines add constraint amendment_lines_credit_from_check CHECK ((credit_from = ANY (ARRAY['present'::text, 'late'::text, 'leave'::text, 'absent'::text])));
alter table training.amendment_lines add constraint amendment_lines_credit_to_check CHECK ((credit_to = ANY (ARRAY['present'::text, 'late'::text, 'leave'::text, 'absent'::text])));
alter table training.amendment_lines add constraint amendment_lines_pkey PRIMARY KEY (district, id);
alter table training.amendment_lines add constraint an_amendment_changes_something CHECK ((credit_from <> credit_to));
alter table training.amendment_lines add constraint line_amends_a_sign FOREIGN KEY (district, sign_id) REFERENCES training.attendance_signs(district, id);
alter table training.amendment_lines add constraint line_for_a_session FOREIGN KEY (district, session_id) REFERENCES training.sessions(district, id);
alter table training.amendment_lines add constraint line_of_an_amendment FOREIGN KEY (district, amendment_id) REFERENCES training.amendments(district, id);
alter table training.amendment_lines add constraint line_of_an_enrolment FOREIGN KEY (district, enrolment_id) REFERENCES training.enrolments(district, id);
alter table training.amendments add constraint amendment_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.amendments add constraint amendment_of_a_sheet FOREIGN KEY (district, sheet_id) REFERENCES training.attendance_sheets(district, id);
alter table training.amendments add constraint amendment_with_evidence FOREIGN KEY (district, evidence_id) REFERENCES training.amendment_evidence(district, id);
alter table training.amendments add constraint amendments_pkey PRIMARY KEY (district, id);
alter table training.amendments add constraint amendments_reason_check CHECK ((reason <> ''::text));
alter table training.amendments add constraint proposer_of_an_amendment UNIQUE (district, id, person_id);
alter table training.attendance_sheets add constraint an_amended_sheet_names_the_former CHECK (((method = 'amended'::text) = (amends_sheet_id IS NOT NULL)));
alter table training.attendance_sheets add constraint attendance_from_a_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table training.attendance_sheets add constraint attendance_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.attendance_sheets add constraint attendance_on_paper_live_or_amended CHECK ((method = ANY (ARRAY['paper'::text, 'live'::text, 'amended'::text])));
alter table training.attendance_sheets add constraint attendance_sheets_pkey PRIMARY KEY (district, id);
alter table training.attendance_sheets add constraint attendance_sheets_version_check CHECK ((version >= 1));
alter table training.attendance_sheets add constraint one_attendance_sheet_a_version UNIQUE (district, class_id, version);
alter table training.attendance_sheets add constraint sheet_amends_a_sheet FOREIGN KEY (district, amends_sheet_id) REFERENCES training.attendance_sheets(district, id);
alter table training.attendance_signs add constraint a_sign_repeats_or_is_amended CHECK (((same_as_id IS NULL) OR (amendment_line_id IS NULL)));
alter table training.attendance_signs add constraint attendance_signs_credit_check CHECK ((credit = ANY (ARRAY['present'::text, 'late'::text, 'leave'::text, 'absent'::text])));
alter table training.attendance_signs add constraint attendance_signs_pkey PRIMARY KEY (district, id);
alter table training.attendance_signs add constraint one_sign_a_session UNIQUE (district, sheet_id, enrolment_id, session_id);
alter table training.attendance_signs add constraint sign_amended_by_a_line FOREIGN KEY (district, amendment_line_id) REFERENCES training.amendment_lines(district, id);
alter table training.attendance_signs add constraint sign_for_a_session FOREIGN KEY (district, session_id) REFERENCES training.sessions(district, id);
alter table training.attendance_signs add constraint sign_of_an_enrolment FOREIGN KEY (district, enrolment_id) REFERENCES training.enrolments(district, id);
alter table training.attendance_signs add constraint sign_on_a_sheet FOREIGN KEY (district, sheet_id) REFERENCES training.attendance_sheets(district, id);
alter table training.attendance_signs add constraint sign_repeats_a_sign FOREIGN KEY (district, same_as_id) REFERENCES training.attendance_signs(district, id);
alter table training.attendance_signs add constraint sign_rests_on_a_live_sign FOREIGN KEY (district, live_sign_id) REFERENCES training.live_signs(district, id);
alter table training.attendance_signs add constraint sign_rests_on_a_live_sign_out FOREIGN KEY (district, live_out_id) REFERENCES training.live_signs(district, id);
alter table training.class_events add constraint a_class_is_reviewed_in_that_duty FOREIGN KEY (district, submission_id, person_id, duty) REFERENCES training.class_hands(district, submission_id, person_id, duty);
alter table training.class_events add constraint a_review_of_a_class_has_its_hand CHECK ((((status_to <> ALL (ARRAY['filed'::text, 'returned'::text])) AND (submission_id IS NULL) AND (duty IS NULL)) OR ((status_to = ANY (ARRAY['filed'::text, 'returned'::text])) AND (submission_id IS NOT NULL) AND (duty IS NOT NULL) AND (duty = 'review'::text)))) NOT VALID;
alter table training.class_events add constraint class_events_pkey PRIMARY KEY (district, id);
alter table training.class_events add constraint event_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.class_hands add constraint class_hand_on_a_submission FOREIGN KEY (district, submission_id) REFERENCES training.class_events(district, id);
alter table training.class_hands add constraint class_hands_duty_check CHECK ((duty = ANY (ARRAY['trainee'::text, 'instructor'::text, 'review'::text])));
alter table training.class_hands add constraint duty_of_a_class_hand UNIQUE (district, submission_id, person_id, duty);
alter table training.class_hands add constraint nobody_reviews_a_class_of_their_own PRIMARY KEY (district, submission_id, person_id);
alter table training.class_passes add constraint class_passes_device_check CHECK ((length(device) = 32));
alter table training.class_passes add constraint class_passes_pkey PRIMARY KEY (district, token_sha256);
alter table training.class_passes add constraint pass_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.class_passes add constraint pass_of_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table training.class_photos add constraint class_photos_device_check CHECK ((length(device) = 32));
alter table training.class_photos add constraint class_photos_pkey PRIMARY KEY (district, id);
alter table training.class_photos add constraint photo_in_a_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table training.class_photos add constraint photo_of_a_live_session FOREIGN KEY (district, live_session_id) REFERENCES training.live_sessions(district, id);
alter table training.classes add constraint class_at_a_site FOREIGN KEY (district, site_id) REFERENCES training.sites(district, id);
alter table training.classes add constraint class_by_an_instructor FOREIGN KEY (district, instructor_id) REFERENCES training.instructors(district, id);
alter table training.classes add constraint class_ends_after_it_begins CHECK ((ends_on >= starts_on));
alter table training.classes add constraint class_in_a_room FOREIGN KEY (district, room_id) REFERENCES training.rooms(district, id);
alter table training.classes add constraint class_of_a_provider FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table training.classes add constraint classes_capacity_check CHECK ((capacity > 0));
alter table training.classes add constraint classes_level_fkey FOREIGN KEY (level) REFERENCES reference.skill_levels(code);
alter table training.classes add constraint classes_occupation_id_fkey FOREIGN KEY (occupation_id) REFERENCES reference.occupations(id);
alter table training.classes add constraint classes_payee_check CHECK ((payee = ANY (ARRAY['person'::text, 'provider'::text])));
alter table training.classes add constraint classes_pkey PRIMARY KEY (district, id);
alter table training.classes add constraint classes_practice_hours_check CHECK ((practice_hours >= 0));
alter table training.classes add constraint classes_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'filed'::text, 'completed'::text])));
alter table training.classes add constraint classes_theory_hours_check CHECK ((theory_hours >= 0));
alter table training.classes add constraint one_class_number_a_provider UNIQUE (district, organisation_id, number);
alter table training.enrolment_names add constraint an_enrolment_is_renamed_once_a_request UNIQUE (district, enrolment_id, request_id);
alter table training.enrolment_names add constraint enrolment_names_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
alter table training.enrolment_names add constraint enrolment_names_pkey PRIMARY KEY (district, id);
alter table training.enrolment_names add constraint name_of_an_enrolment FOREIGN KEY (district, enrolment_id) REFERENCES training.enrolments(district, id);
alter table training.enrolment_names add constraint renamed_by_a_correction FOREIGN KEY (district, request_id) REFERENCES people.correction_requests(district, id);
alter table training.enrolments add constraint enrolment_from_a_roster FOREIGN KEY (district, roster_import_id) REFERENCES training.roster_imports(district, id);
alter table training.enrolments add constraint enrolment_in_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.enrolments add constraint enrolment_of_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table training.enrolments add constraint enrolment_paid_to_an_account FOREIGN KEY (district, bank_account_id) REFERENCES people.bank_accounts(district, id);
alter table training.enrolments add constraint enrolments_pkey PRIMARY KEY (district, id);
alter table training.enrolments add constraint name_as_on_the_roster CHECK (((length(name) >= 1) AND (length(name) <= 100)));
alter table training.enrolments add constraint once_on_a_roster UNIQUE (district, roster_import_id, person_id);
alter table training.inspection_confirmations add constraint an_inspection_is_confirmed_once UNIQUE (district, inspection_id);
alter table training.inspection_confirmations add constraint confirmation_of_an_inspection FOREIGN KEY (district, inspection_id, inspector_person_id) REFERENCES training.inspections(district, id, person_id);
alter table training.inspection_confirmations add constraint inspection_confirmations_pkey PRIMARY KEY (district, id);
alter table training.inspection_confirmations add constraint two_inspectors_are_two_people CHECK ((person_id <> inspector_person_id));
alter table training.inspection_photos add constraint inspection_photo_in_a_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table training.inspection_photos add constraint inspection_photos_pkey PRIMARY KEY (district, id);
alter table training.inspection_photos add constraint photo_of_an_inspection FOREIGN KEY (district, inspection_id) REFERENCES training.inspections(district, id);
alter table training.inspections add constraint inspection_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.inspections add constraint inspection_of_a_session FOREIGN KEY (district, session_id) REFERENCES training.sessions(district, id);
alter table training.inspections add constraint inspections_head_count_check CHECK ((head_count >= 0));
alter table training.inspections add constraint inspections_minute_check CHECK (((minute >= 0) AND (minute <= 1440)));
alter table training.inspections add constraint inspections_pkey PRIMARY KEY (district, id);
alter table training.inspections add constraint inspector_of_an_inspection UNIQUE (district, id, person_id);
alter table training.instructors add constraint instructor_is_a_person FOREIGN KEY (district, person_id) REFERENCES people.persons(district, id);
alter table training.instructors add constraint instructor_of_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table training.instructors add constraint instructors_pkey PRIMARY KEY (district, id);
alter table training.instructors add constraint one_filing_an_instructor UNIQUE (district, organisation_id, person_id);
alter table training.live_events add constraint event_of_a_live_session FOREIGN KEY (district, live_session_id) REFERENCES training.live_sessions(district, id);
alter table training.live_events add constraint live_events_device_check CHECK ((length(device) = 32));
alter table training.live_events add constraint live_events_phase_check CHECK ((phase = ANY (ARRAY['in'::text, 'out'::text, 'closed'::text])));
alter table training.live_events add constraint live_events_pkey PRIMARY KEY (district, id);
alter table training.live_refusals add constraint live_refusals_device_check CHECK ((length(device) = 32));
alter table training.live_refusals add constraint live_refusals_kind_check CHECK ((kind = ANY (ARRAY['in'::text, 'out'::text])));
alter table training.live_refusals add constraint live_refusals_method_check CHECK ((method = ANY (ARRAY['qr'::text, 'code'::text, 'card'::text])));
alter table training.live_refusals add constraint live_refusals_pkey PRIMARY KEY (district, id);
alter table training.live_refusals add constraint live_refusals_why_check CHECK ((why = ANY (ARRAY['expired'::text, 'early'::text, 'late'::text, 'closed'::text, 'not-on-roster'::text, 'phone-of-another'::text])));
alter table training.live_refusals add constraint refusal_at_a_live_session FOREIGN KEY (district, live_session_id) REFERENCES training.live_sessions(district, id);
alter table training.live_refusals add constraint refusal_of_an_enrolment FOREIGN KEY (district, enrolment_id) REFERENCES training.enrolments(district, id);
alter table training.live_refusals add constraint refusal_on_the_phone_of_an_enrolment FOREIGN KEY (district, other_enrolment_id) REFERENCES training.enrolments(district, id);
alter table training.live_refusals add constraint whose_phone_it_was CHECK (((why = 'phone-of-another'::text) = (other_enrolment_id IS NOT NULL)));
alter table training.live_sessions add constraint a_session_is_opened_once UNIQUE (district, session_id);
alter table training.live_sessions add constraint live_session_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.live_sessions add constraint live_session_on_the_timetable FOREIGN KEY (district, session_id) REFERENCES training.sessions(district, id);
alter table training.live_sessions add constraint live_sessions_device_check CHECK ((length(device) = 32));
alter table training.live_sessions add constraint live_sessions_phase_check CHECK ((phase = ANY (ARRAY['in'::text, 'out'::text, 'closed'::text])));
alter table training.live_sessions add constraint live_sessions_pkey PRIMARY KEY (district, id);
alter table training.live_signs add constraint assisted_signs_and_leave_have_a_reason CHECK ((((method <> 'assisted'::text) AND (kind <> 'leave'::text)) OR (reason <> ''::text)));
alter table training.live_signs add constraint live_sign_at_a_live_session FOREIGN KEY (district, live_session_id) REFERENCES training.live_sessions(district, id);
alter table training.live_signs add constraint live_sign_of_an_enrolment FOREIGN KEY (district, enrolment_id) REFERENCES training.enrolments(district, id);
alter table training.live_signs add constraint live_signs_device_check CHECK ((length(device) = 32));
alter table training.live_signs add constraint live_signs_kind_check CHECK ((kind = ANY (ARRAY['in'::text, 'out'::text, 'leave'::text])));
alter table training.live_signs add constraint live_signs_method_check CHECK ((method = ANY (ARRAY['qr'::text, 'code'::text, 'roll-call'::text, 'card'::text, 'assisted'::text])));
alter table training.live_signs add constraint live_signs_minutes_early_check CHECK ((minutes_early >= 0));
alter table training.live_signs add constraint live_signs_minutes_late_check CHECK ((minutes_late >= 0));
alter table training.live_signs add constraint live_signs_nth_check CHECK ((nth >= 1));
alter table training.live_signs add constraint live_signs_pkey PRIMARY KEY (district, id);
alter table training.live_signs add constraint live_signs_quality_check CHECK ((quality = ANY (ARRAY['strong'::text, 'fair'::text, 'weak'::text])));
alter table training.live_signs add constraint once_signed_live UNIQUE (district, live_session_id, enrolment_id, kind, nth);
alter table training.live_signs add constraint only_who_comes_is_late CHECK ((((kind = 'in'::text) OR (minutes_late = 0)) AND ((kind = 'out'::text) OR (minutes_early = 0))));
alter table training.live_signs add constraint themself_or_by_an_operator CHECK ((((method = ANY (ARRAY['qr'::text, 'code'::text])) = (account_id IS NULL)) AND ((account_id IS NULL) = (person_id IS NULL))));
alter table training.live_strikes add constraint a_sign_is_struck_once UNIQUE (district, sign_id);
alter table training.live_strikes add constraint live_strikes_device_check CHECK ((length(device) = 32));
alter table training.live_strikes add constraint live_strikes_pkey PRIMARY KEY (district, id);
alter table training.live_strikes add constraint live_strikes_reason_check CHECK ((reason <> ''::text));
alter table training.live_strikes add constraint strike_of_a_live_sign FOREIGN KEY (district, sign_id) REFERENCES training.live_signs(district, id);
alter table training.live_tries add constraint live_tries_count_check CHECK ((count > 0));
alter table training.live_tries add constraint live_tries_pkey PRIMARY KEY (district, what, of_whom, hour);
alter table training.live_tries add constraint live_tries_what_check CHECK ((what = ANY (ARRAY['code-by-device'::text, 'code-by-address'::text, 'card-by-session'::text])));
alter table training.musters add constraint muster_from_a_sheet FOREIGN KEY (district, sheet_id) REFERENCES training.attendance_sheets(district, id);
alter table training.musters add constraint muster_of_an_enrolment FOREIGN KEY (district, enrolment_id) REFERENCES training.enrolments(district, id);
alter table training.musters add constraint musters_attended_minutes_check CHECK ((attended_minutes >= 0));
alter table training.musters add constraint musters_pkey PRIMARY KEY (district, id);
alter table training.musters add constraint musters_planned_minutes_check CHECK ((planned_minutes > 0));
alter table training.musters add constraint musters_planned_sessions_check CHECK ((planned_sessions > 0));
alter table training.musters add constraint not_more_than_planned CHECK (((attended_minutes <= planned_minutes) AND (attended_sessions <= planned_sessions)));
alter table training.musters add constraint one_muster_a_sheet UNIQUE (district, enrolment_id, sheet_id);
alter table training.provider_documents add constraint document_ends_after_it_begins CHECK ((valid_to >= valid_from));
alter table training.provider_documents add constraint document_of_a_site FOREIGN KEY (district, site_id) REFERENCES training.sites(district, id);
alter table training.provider_documents add constraint document_of_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table training.provider_documents add constraint provider_documents_number_check CHECK (((length(number) >= 1) AND (length(number) <= 100)));
alter table training.provider_documents add constraint provider_documents_pkey PRIMARY KEY (district, id);
alter table training.provider_documents add constraint withdrawn_with_a_reason CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)));
alter table training.rooms add constraint one_room_per_name UNIQUE (district, site_id, name);
alter table training.rooms add constraint room_at_a_site FOREIGN KEY (district, site_id) REFERENCES training.sites(district, id);
alter table training.rooms add constraint rooms_pkey PRIMARY KEY (district, id);
alter table training.rooms add constraint rooms_seats_check CHECK ((seats > 0));
alter table training.roster_imports add constraint roster_from_a_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table training.roster_imports add constraint roster_imports_outcome_check CHECK ((outcome = ANY (ARRAY['imported'::text, 'refused'::text])));
alter table training.roster_imports add constraint roster_imports_pkey PRIMARY KEY (district, id);
alter table training.roster_imports add constraint roster_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.sessions add constraint one_session_a_moment UNIQUE (district, class_id, day, start_minute);
alter table training.sessions add constraint session_by_an_instructor FOREIGN KEY (district, instructor_id) REFERENCES training.instructors(district, id);
alter table training.sessions add constraint session_ends_after_it_begins CHECK ((end_minute > start_minute));
alter table training.sessions add constraint session_in_a_room FOREIGN KEY (district, room_id) REFERENCES training.rooms(district, id);
alter table training.sessions add constraint session_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id) ON DELETE CASCADE;
alter table training.sessions add constraint sessions_class_hours_check CHECK ((class_hours > 0));
alter table training.sessions add constraint sessions_end_minute_check CHECK ((((end_minute >= 30) AND (end_minute <= 1440)) AND ((end_minute % 30) = 0)));
alter table training.sessions add constraint sessions_kind_check CHECK ((kind = ANY (ARRAY['safety'::text, 'theory'::text, 'practice'::text])));
alter table training.sessions add constraint sessions_pkey PRIMARY KEY (district, id);
alter table training.sessions add constraint sessions_start_minute_check CHECK ((((start_minute >= 0) AND (start_minute <= 1410)) AND ((start_minute % 30) = 0)));
alter table training.sheet_uploads add constraint only_an_imported_sheet_has_a_version CHECK (((outcome = 'imported'::text) = (version IS NOT NULL)));
alter table training.sheet_uploads add constraint only_marks_have_a_date_of_issue CHECK (((kind = 'marks'::text) = (issued_on IS NOT NULL)));
alter table training.sheet_uploads add constraint sheet_from_a_file FOREIGN KEY (district, file_id) REFERENCES files.files(district, id);
alter table training.sheet_uploads add constraint sheet_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.sheet_uploads add constraint sheet_uploads_kind_check CHECK ((kind = ANY (ARRAY['attendance'::text, 'marks'::text])));
alter table training.sheet_uploads add constraint sheet_uploads_outcome_check CHECK ((outcome = ANY (ARRAY['imported'::text, 'refused'::text])));
alter table training.sheet_uploads add constraint sheet_uploads_pkey PRIMARY KEY (district, id);
alter table training.sites add constraint one_site_per_name UNIQUE (district, organisation_id, name);
alter table training.sites add constraint site_of_an_organisation FOREIGN KEY (district, organisation_id) REFERENCES people.organisations(district, id);
alter table training.sites add constraint sites_pkey PRIMARY KEY (district, id);
alter table training.slots add constraint nobody_in_two_places PRIMARY KEY (district, resource_kind, resource_id, day, half_hour);
alter table training.slots add constraint slot_of_a_class FOREIGN KEY (district, class_id) REFERENCES training.classes(district, id);
alter table training.slots add constraint slots_half_hour_check CHECK (((half_hour >= 0) AND (half_hour <= 47)));
alter table training.slots add constraint slots_resource_kind_check CHECK ((resource_kind = ANY (ARRAY['room'::text, 'instructor'::text, 'trainee'::text, 'class'::text])));

-- Indexes

CREATE INDEX account_correction_decisions_recorded_at_idx ON funds.account_correction_decisions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX account_corrections_recorded_at_idx ON funds.account_corrections USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX accounts_by_number ON people.bank_accounts USING btree (district, account_lookup);
CREATE INDEX accounts_recorded_at_idx ON access.accounts USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX acts_by_name ON record.acts USING btree (district, act, id);
CREATE INDEX acts_of_a_subject ON record.acts USING btree (district, subject_kind, subject_id, id);
CREATE INDEX acts_of_an_account ON record.acts USING btree (district, account_id, id);
CREATE INDEX acts_recorded_at_idx ON record.acts USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX agreement_items_recorded_at_idx ON training.agreement_items USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX agreements_of_a_provider ON training.agreements USING btree (district, organisation_id, from_date);
CREATE INDEX agreements_recorded_at_idx ON training.agreements USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX amendment_answers_recorded_at_idx ON training.amendment_answers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX amendment_evidence_recorded_at_idx ON training.amendment_evidence USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX amendment_lines_recorded_at_idx ON training.amendment_lines USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX amendments_of_a_class ON training.amendments USING btree (district, class_id, id);
CREATE INDEX amendments_of_a_sheet ON training.amendments USING btree (district, sheet_id);
CREATE INDEX amendments_of_a_sign ON training.amendment_lines USING btree (district, sign_id);
CREATE INDEX amendments_recorded_at_idx ON training.amendments USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX answers_by_sheet ON training.amendment_answers USING btree (district, sheet_id) WHERE (sheet_id IS NOT NULL);
CREATE INDEX attendance_sheets_recorded_at_idx ON training.attendance_sheets USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX attendance_signs_recorded_at_idx ON training.attendance_signs USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX bank_accounts_created_at_idx ON people.bank_accounts USING brin (created_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX bank_files_recorded_at_idx ON funds.bank_files USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX batch_checks_recorded_at_idx ON funds.batch_checks USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX batch_claims_recorded_at_idx ON funds.batch_claims USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX batch_keepers_recorded_at_idx ON funds.batch_keepers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX batch_lines_recorded_at_idx ON funds.batch_lines USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX batch_signatures_recorded_at_idx ON funds.batch_signatures USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX batch_withdrawals_recorded_at_idx ON funds.batch_withdrawals USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX batches_by_status ON funds.batches USING btree (district, status, id);
CREATE INDEX batches_of_a_claim ON funds.batch_claims USING btree (district, claim_id);
CREATE INDEX batches_on_a_line ON funds.batches USING btree (district, line_id, id);
CREATE INDEX batches_recorded_at_idx ON funds.batches USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX benefit_events_recorded_at_idx ON policy.benefit_events USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX benefit_parties_recorded_at_idx ON policy.benefit_parties USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX benefits_of_a_person ON policy.benefits USING btree (district, person_id);
CREATE INDEX benefits_recorded_at_idx ON policy.benefits USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX budget_lines_recorded_at_idx ON funds.budget_lines USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX case_conclusions_recorded_at_idx ON integrity.case_conclusions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX case_decisions_recorded_at_idx ON integrity.case_decisions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX case_events_recorded_at_idx ON integrity.case_events USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX case_evidence_by_place ON integrity.case_evidence USING btree (district, trail_kind, trail_id);
CREATE INDEX case_evidence_recorded_at_idx ON integrity.case_evidence USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX case_owners_recorded_at_idx ON integrity.case_owners USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX case_subjects_by_answer ON integrity.case_subjects USING btree (district, result_id);
CREATE INDEX case_subjects_by_person ON integrity.case_subjects USING btree (district, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX case_subjects_recorded_at_idx ON integrity.case_subjects USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX cases_of_a_group ON integrity.cases USING btree (district, group_id, check_id);
CREATE INDEX cases_of_a_subject ON integrity.case_subjects USING btree (district, subject_id, check_id);
CREATE INDEX cases_of_an_organisation ON integrity.cases USING btree (district, organisation_id, id);
CREATE INDEX cases_recorded_at_idx ON integrity.cases USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX certificates_of_a_number ON credentials.certificates USING btree (district, certificate_no);
CREATE INDEX certificates_of_a_person ON credentials.certificates USING btree (district, person_id);
CREATE INDEX certificates_recorded_at_idx ON credentials.certificates USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX certificates_told_by ON credentials.certificates USING btree (district, told_by_id);
CREATE INDEX check_results_ran_at_idx ON integrity.check_results USING brin (ran_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX claim_confirmations_recorded_at_idx ON funds.claim_confirmations USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX claim_hands_taken_at_idx ON funds.claim_hands USING brin (taken_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX claim_lines_recorded_at_idx ON funds.claim_lines USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX claim_people_by_person ON funds.claim_people USING btree (district, person_id);
CREATE INDEX claim_people_recorded_at_idx ON funds.claim_people USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX claim_reviews_recorded_at_idx ON funds.claim_reviews USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX claims_by_amount ON funds.claims USING btree (district, amount_fen, id);
CREATE INDEX claims_by_check_run ON funds.claims USING btree (district, check_run_id);
CREATE INDEX claims_by_scheme ON funds.claims USING btree (district, scheme, id);
CREATE INDEX claims_by_status ON funds.claims USING btree (district, status, id);
CREATE INDEX claims_of_an_organisation ON funds.claims USING btree (district, organisation_id, id);
CREATE INDEX claims_recorded_at_idx ON funds.claims USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX claims_with_a_decision ON funds.claim_people USING btree (district, decision_id);
CREATE INDEX claims_with_a_fact ON funds.claim_people USING btree (district, fact_id);
CREATE INDEX class_events_recorded_at_idx ON training.class_events USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX class_hands_taken_at_idx ON training.class_hands USING brin (taken_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX class_photos_recorded_at_idx ON training.class_photos USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX classes_by_status ON training.classes USING btree (district, status, id);
CREATE INDEX classes_in_the_queue ON training.classes USING btree (district, submitted_at, id) WHERE (status = 'submitted'::text);
CREATE INDEX classes_of_a_provider ON training.classes USING btree (district, organisation_id, id);
CREATE INDEX codes_by_end ON access.resident_codes USING btree (district, expires_at);
CREATE INDEX codes_of_a_phone ON access.resident_codes USING btree (district, phone_lookup, asked_at);
CREATE INDEX corrected_phones ON people.corrected_values USING btree (district, phone_lookup);
CREATE INDEX corrected_values_of_a_person ON people.corrected_values USING btree (district, person_id, id);
CREATE INDEX corrected_values_recorded_at_idx ON people.corrected_values USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX correction_answers_recorded_at_idx ON people.correction_answers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX correction_decisions_recorded_at_idx ON people.correction_decisions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX correction_requests_of_a_person ON people.correction_requests USING btree (district, person_id, id);
CREATE INDEX correction_requests_recorded_at_idx ON people.correction_requests USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX decisions_by_people ON policy.decisions USING btree (district, id) WHERE (cause = 'manual'::text);
CREATE INDEX decisions_by_version ON policy.decisions USING btree (district, scheme, scheme_version, id);
CREATE INDEX decisions_decided_at_idx ON policy.decisions USING brin (decided_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX decisions_of_a_group ON policy.decisions USING btree (district, group_id, scheme);
CREATE INDEX decisions_on_a_fact ON policy.decisions USING btree (district, fact_id, id);
CREATE INDEX delegation_ends_recorded_at_idx ON access.delegation_ends USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX delegations_of_a_deputy ON access.delegations USING btree (district, deputy_person_id, to_day);
CREATE INDEX delegations_of_the_absent ON access.delegations USING btree (district, absent_person_id, to_day);
CREATE INDEX delegations_recorded_at_idx ON access.delegations USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX differences_naming_a_payment ON funds.reconciliation_lines USING btree (district, ((other ->> 'id'::text))) WHERE (other IS NOT NULL);
CREATE INDEX differences_of_a_list ON funds.reconciliation_lines USING btree (district, ((here ->> 'listId'::text))) WHERE ((here ->> 'listId'::text) IS NOT NULL);
CREATE INDEX differences_of_a_province_line ON funds.reconciliation_lines USING btree (district, province_row_id) WHERE (province_row_id IS NOT NULL);
CREATE INDEX documents_of_a_provider ON training.provider_documents USING btree (district, organisation_id, id);
CREATE INDEX draft_events_recorded_at_idx ON policy.draft_events USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX draft_revisions_recorded_at_idx ON policy.draft_revisions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX emergencies_of_an_account ON access.emergencies USING btree (district, account_id, until_at);
CREATE INDEX emergencies_recorded_at_idx ON access.emergencies USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX emergency_ends_recorded_at_idx ON access.emergency_ends USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX emergency_reviews_recorded_at_idx ON access.emergency_reviews USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX emergency_uses_recorded_at_idx ON access.emergency_uses USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX emptied_rows_recorded_at_idx ON record.emptied_rows USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX emptyings_recorded_at_idx ON record.emptyings USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX enrolment_names_recorded_at_idx ON training.enrolment_names USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX enrolments_of_a_person ON training.enrolments USING btree (district, person_id);
CREATE INDEX enrolments_on_a_roster ON training.enrolments USING btree (district, roster_import_id, "position");
CREATE INDEX enrolments_recorded_at_idx ON training.enrolments USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX entitlements_of_a_group ON funds.entitlements USING btree (district, group_id);
CREATE INDEX entitlements_of_a_person ON funds.entitlements USING btree (district, person_id);
CREATE INDEX entitlements_recorded_at_idx ON funds.entitlements USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX events_done ON outbox.events USING btree (district, done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX events_of_a_benefit ON policy.benefit_events USING btree (district, benefit_id, id);
CREATE INDEX events_of_a_case ON integrity.case_events USING btree (district, case_id, id);
CREATE INDEX events_of_a_class ON training.class_events USING btree (district, class_id, id);
CREATE INDEX events_of_a_live_session ON training.live_events USING btree (district, live_session_id, id);
CREATE INDEX events_of_a_pre_checked_list ON funds.province_list_events USING btree (district, list_id, id);
CREATE INDEX events_of_a_subject ON funds.status_events USING btree (district, subject_id, id);
CREATE INDEX events_of_a_subject ON outbox.events USING btree (district, subject_id, id) WHERE (done_at IS NULL);
CREATE INDEX events_stuck ON outbox.events USING btree (district, id) WHERE ((done_at IS NULL) AND (failed_at IS NOT NULL));
CREATE INDEX events_waiting ON outbox.events USING btree (district, id) WHERE (done_at IS NULL);
CREATE INDEX facts_by_day ON policy.facts USING btree (district, kind, occurred_on, id);
CREATE INDEX facts_by_source ON policy.facts USING btree (district, source_id);
CREATE INDEX facts_of_a_group ON policy.facts USING btree (district, group_id, kind);
CREATE INDEX facts_recorded_at_idx ON policy.facts USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX finding_cases_recorded_at_idx ON integrity.finding_cases USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX finding_files_recorded_at_idx ON integrity.finding_files USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX finding_steps_recorded_at_idx ON integrity.finding_steps USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX findings_of_a_person ON integrity.findings USING btree (district, person_id);
CREATE INDEX findings_of_a_subject ON integrity.findings USING btree (district, subject_kind, subject_id);
CREATE INDEX findings_of_an_organisation ON integrity.findings USING btree (district, organisation_id);
CREATE INDEX findings_recorded_at_idx ON integrity.findings USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX hand_overs_of_an_account ON access.hand_overs USING btree (district, account_id);
CREATE INDEX hand_overs_recorded_at_idx ON access.hand_overs USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX hands_taken_at_idx ON integrity.hands USING brin (taken_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX history_about_a_person ON funds.history_people USING btree (district, person_id);
CREATE INDEX history_people_recorded_at_idx ON funds.history_people USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX history_sources_of_a_group ON funds.history_sources USING btree (district, group_id, id);
CREATE INDEX history_sources_recorded_at_idx ON funds.history_sources USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX history_withdrawals_recorded_at_idx ON funds.history_withdrawals USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX hits_about_a_person ON people.register_hits USING btree (district, person_id, letter_id);
CREATE INDEX hits_naming_an_employer ON people.register_hits USING btree (district, uscc) WHERE (uscc IS NOT NULL);
CREATE INDEX hits_of_a_letter ON people.register_hits USING btree (district, letter_id);
CREATE INDEX holds_by_a_case ON funds.line_holds USING btree (district, case_id);
CREATE INDEX holds_on_a_claim ON funds.line_holds USING btree (district, claim_id, id);
CREATE INDEX inspection_confirmations_recorded_at_idx ON training.inspection_confirmations USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX inspection_photos_recorded_at_idx ON training.inspection_photos USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX inspections_of_a_class ON training.inspections USING btree (district, class_id, id);
CREATE INDEX inspections_of_a_session ON training.inspections USING btree (district, session_id);
CREATE INDEX inspections_recorded_at_idx ON training.inspections USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX instalments_of_a_round ON funds.instalments USING btree (district, round_id);
CREATE INDEX instalments_recorded_at_idx ON funds.instalments USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX instalments_to_look_at ON funds.instalments USING btree (district, due_on, id) WHERE (status <> 'over'::text);
CREATE INDEX instructors_recorded_at_idx ON training.instructors USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX insured_employers_by_code ON people.insured_employers USING btree (district, uscc);
CREATE INDEX insured_imports_recorded_at_idx ON people.insured_imports USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX insured_lists_of_an_employer ON people.insured_employers USING btree (district, uscc);
CREATE INDEX insured_staff_by_employer ON people.insured_staff USING btree (district, uscc, identity_lookup);
CREATE INDEX insured_staff_by_identity ON people.insured_staff USING btree (district, identity_lookup);
CREATE INDEX invitations_of_an_account ON access.invitations USING btree (district, account_id);
CREATE INDEX invitations_recorded_at_idx ON access.invitations USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX keys_by_age ON http.idempotency_keys USING btree (district, created_at);
CREATE INDEX ledger_mappings_by_headings ON funds.ledger_mappings USING btree (district, headings_sha256, id);
CREATE INDEX ledger_wordings_by_kind ON funds.ledger_wordings USING btree (district, kind, wording, id);
CREATE INDEX letter_answers_recorded_at_idx ON people.letter_answers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX letter_groups_recorded_at_idx ON people.letter_groups USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX letter_people_recorded_at_idx ON people.letter_people USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX letters_about_a_person ON people.letter_people USING btree (district, person_id, letter_id);
CREATE INDEX letters_by_register ON people.letters USING btree (district, register, id);
CREATE INDEX letters_of_a_group ON people.letter_groups USING btree (district, group_id, letter_id);
CREATE INDEX letters_recorded_at_idx ON people.letters USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX line_holds_recorded_at_idx ON funds.line_holds USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX lines_for_an_entitlement ON funds.claim_lines USING btree (district, entitlement_id);
CREATE INDEX lines_of_a_claim ON funds.claim_lines USING btree (district, claim_id, "position");
CREATE INDEX lines_of_a_reconciliation ON funds.reconciliation_lines USING btree (district, reconciliation_id, id);
CREATE INDEX live_events_recorded_at_idx ON training.live_events USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX live_refusals_recorded_at_idx ON training.live_refusals USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX live_sessions_of_a_class ON training.live_sessions USING btree (district, class_id);
CREATE INDEX live_sessions_open ON training.live_sessions USING btree (district, phase) WHERE (phase <> 'closed'::text);
CREATE INDEX live_sessions_recorded_at_idx ON training.live_sessions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX live_signs_by_device ON training.live_signs USING btree (district, device);
CREATE INDEX live_signs_of_an_enrolment ON training.live_signs USING btree (district, enrolment_id);
CREATE INDEX live_signs_recorded_at_idx ON training.live_signs USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX live_strikes_recorded_at_idx ON training.live_strikes USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX live_tries_by_hour ON training.live_tries USING btree (district, hour);
CREATE INDEX look_up_lines_recorded_at_idx ON credentials.look_up_lines USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX look_up_screenshots_recorded_at_idx ON credentials.look_up_screenshots USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX look_ups_by_screenshot ON credentials.look_up_screenshots USING btree (district, screenshot_id);
CREATE INDEX look_ups_of_a_certificate ON credentials.look_up_lines USING btree (district, certificate_id, id);
CREATE INDEX look_ups_of_a_group ON credentials.look_ups USING btree (district, group_id, id);
CREATE INDEX look_ups_recorded_at_idx ON credentials.look_ups USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX manual_redecisions ON funds.redecisions USING btree (district, id) WHERE (cause = 'manual'::text);
CREATE INDEX mark_sheets_recorded_at_idx ON marking.mark_sheets USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX marks_of_a_candidate ON marking.marks USING btree (district, candidate_id);
CREATE INDEX marks_recorded_at_idx ON marking.marks USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX musters_from_a_sheet ON training.musters USING btree (district, sheet_id);
CREATE INDEX musters_of_a_class ON training.musters USING btree (district, class_id);
CREATE INDEX musters_recorded_at_idx ON training.musters USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX notices_by_end ON funds.public_notices USING btree (district, status, ends_on, id);
CREATE INDEX notices_of_a_claim_line ON funds.public_notice_rows USING btree (district, claim_line_id);
CREATE INDEX objections_recorded_at_idx ON funds.objections USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX objections_to_a_notice ON funds.objections USING btree (district, notice_id, id);
CREATE INDEX old_list_mappings_by_headings ON funds.old_list_mappings USING btree (district, headings_sha256, id);
CREATE INDEX old_list_settlements_by_difference ON funds.old_list_settlements USING btree (district, difference_key, id);
CREATE INDEX old_list_settlements_recorded_at_idx ON funds.old_list_settlements USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX organisations_created_at_idx ON people.organisations USING brin (created_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX override_decisions_recorded_at_idx ON integrity.override_decisions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX override_files_recorded_at_idx ON integrity.override_files USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX override_withdrawals_recorded_at_idx ON integrity.override_withdrawals USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX overrides_of_a_group ON integrity.overrides USING btree (district, group_id);
CREATE INDEX overrides_of_a_subject ON integrity.overrides USING btree (district, subject_id);
CREATE INDEX overrides_of_an_answer ON integrity.overrides USING btree (district, result_id);
CREATE INDEX overrides_recorded_at_idx ON integrity.overrides USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX paper_approval_decisions_recorded_at_idx ON funds.paper_approval_decisions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX paper_approvals_recorded_at_idx ON funds.paper_approvals USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX paper_prints_recorded_at_idx ON record.paper_prints USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX papers_recorded_at_idx ON record.papers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX passes_of_a_class ON training.class_passes USING btree (district, class_id, person_id);
CREATE INDEX passwords_of_an_account ON access.passwords USING btree (district, account_id, set_at);
CREATE INDEX passwords_recorded_at_idx ON access.passwords USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX past_payments_by_certificate ON funds.past_payments USING btree (district, certificate_no) WHERE (certificate_no IS NOT NULL);
CREATE INDEX past_payments_of_a_history_source ON funds.past_payments USING btree (district, source_id);
CREATE INDEX past_payments_of_a_person ON funds.past_payments USING btree (district, identity_lookup);
CREATE INDEX past_payments_recorded_at_idx ON funds.past_payments USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX payments_of_a_batch ON funds.batch_lines USING btree (district, batch_id, "position");
CREATE INDEX payments_of_a_claim_line ON funds.batch_lines USING btree (district, claim_line_id, id);
CREATE INDEX payments_returned ON funds.batch_lines USING btree (district, id) WHERE (status = 'returned'::text);
CREATE INDEX people_of_a_claim ON funds.claim_people USING btree (district, claim_id, "position");
CREATE INDEX person_reports_recorded_at_idx ON funds.person_reports USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX persons_by_phone ON people.persons USING btree (district, phone_lookup) WHERE (phone_lookup IS NOT NULL);
CREATE INDEX persons_created_at_idx ON people.persons USING brin (created_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX persons_without_phone_lookup ON people.persons USING btree (district, id) WHERE ((phone_sealed IS NOT NULL) AND (phone_lookup IS NULL));
CREATE INDEX photos_of_a_live_session ON training.class_photos USING btree (district, live_session_id, id);
CREATE INDEX photos_of_an_inspection ON training.inspection_photos USING btree (district, inspection_id, id);
CREATE INDEX pre_checked_people_by_decision ON funds.province_list_people USING btree (district, decision_id);
CREATE INDEX pre_checked_people_by_hash ON funds.province_list_people USING btree (district, scheme, identity_lookup);
CREATE INDEX pre_checked_people_by_person ON funds.province_list_people USING btree (district, person_id);
CREATE INDEX pre_checked_people_of_a_list ON funds.province_list_people USING btree (district, list_id, "position");
CREATE INDEX prints_of_a_paper ON record.paper_prints USING btree (district, paper_id, id);
CREATE INDEX promises_of_a_person ON funds.promises USING btree (district, person_id);
CREATE INDEX promises_recorded_at_idx ON funds.promises USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX provider_documents_recorded_at_idx ON training.provider_documents USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX province_exports_recorded_at_idx ON funds.province_exports USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX province_imports_of_a_scheme ON funds.province_imports USING btree (district, scheme, id);
CREATE INDEX province_imports_recorded_at_idx ON funds.province_imports USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX province_list_events_recorded_at_idx ON funds.province_list_events USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX province_list_hands_recorded_at_idx ON funds.province_list_hands USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX province_list_people_recorded_at_idx ON funds.province_list_people USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX province_lists_by_status ON funds.province_lists USING btree (district, status, id);
CREATE INDEX province_lists_of_an_organisation ON funds.province_lists USING btree (district, organisation_id, id);
CREATE INDEX province_lists_recorded_at_idx ON funds.province_lists USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX province_mappings_by_headings ON funds.province_mappings USING btree (district, headings_sha256, id);
CREATE INDEX province_rows_by_hash ON funds.province_rows USING btree (district, scheme, identity_lookup);
CREATE INDEX province_rows_by_reference ON funds.province_rows USING btree (district, scheme, reference, import_id);
CREATE INDEX public_notice_rows_recorded_at_idx ON funds.public_notice_rows USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX public_notices_recorded_at_idx ON funds.public_notices USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX published_versions_recorded_at_idx ON policy.published_versions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX receipts_of_a_recovery ON funds.recovery_receipts USING btree (district, recovery_id, id);
CREATE INDEX reconciliation_settlements_recorded_at_idx ON funds.reconciliation_settlements USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX reconciliations_of_a_scheme ON funds.reconciliations USING btree (district, scheme, id);
CREATE INDEX reconciliations_recorded_at_idx ON funds.reconciliations USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX recoveries_by_status ON funds.recoveries USING btree (district, status, id);
CREATE INDEX recoveries_of_a_payment ON funds.recoveries USING btree (district, payment_id);
CREATE INDEX recoveries_recorded_at_idx ON funds.recoveries USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX recovery_decisions_recorded_at_idx ON funds.recovery_decisions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX recovery_receipts_recorded_at_idx ON funds.recovery_receipts USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX redecision_answers_recorded_at_idx ON funds.redecision_answers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX redecision_files_recorded_at_idx ON funds.redecision_files USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX redecision_items_recorded_at_idx ON funds.redecision_items USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX redecision_made_recorded_at_idx ON funds.redecision_made USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX redecisions_of_a_group ON funds.redecisions USING btree (district, group_id, id);
CREATE INDEX redecisions_of_a_person ON funds.redecision_items USING btree (district, person_id, redecision_id);
CREATE INDEX redecisions_recorded_at_idx ON funds.redecisions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX refusals_at_a_live_session ON training.live_refusals USING btree (district, live_session_id, id);
CREATE INDEX register_hits_recorded_at_idx ON people.register_hits USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX replies_to_a_restriction ON people.restriction_replies USING btree (district, restriction_id, id);
CREATE INDEX report_answers_recorded_at_idx ON funds.report_answers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX reports_of_a_person ON funds.person_reports USING btree (district, person_id, id);
CREATE INDEX resident_sessions_by_end ON access.resident_sessions USING btree (district, expires_at);
CREATE INDEX restriction_decisions_recorded_at_idx ON people.restriction_decisions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX restriction_hearings_recorded_at_idx ON people.restriction_hearings USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX restriction_proposals_recorded_at_idx ON people.restriction_proposals USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX restriction_replies_recorded_at_idx ON people.restriction_replies USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX restriction_reply_files_recorded_at_idx ON people.restriction_reply_files USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX restrictions_by_organisation ON people.restrictions USING btree (district, organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX restrictions_by_person ON people.restrictions USING btree (district, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX restrictions_recorded_at_idx ON people.restrictions USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX results_of_a_group ON integrity.check_results USING btree (district, group_id, run_id);
CREATE INDEX results_of_a_subject ON integrity.check_results USING btree (district, subject_id, check_id, id);
CREATE INDEX return_files_of_a_batch ON funds.return_files USING btree (district, batch_id, id);
CREATE INDEX return_files_recorded_at_idx ON funds.return_files USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX reveals_of_a_person ON record.reveals USING btree (district, person_id);
CREATE INDEX reveals_recorded_at_idx ON record.reveals USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX review_draws_recorded_at_idx ON funds.review_draws USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX role_ends_recorded_at_idx ON access.role_ends USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX role_grants_recorded_at_idx ON access.role_grants USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX roles_of_an_account ON access.role_grants USING btree (district, account_id);
CREATE INDEX rooms_recorded_at_idx ON training.rooms USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX roster_imports_of_a_class ON training.roster_imports USING btree (district, class_id, id);
CREATE INDEX roster_imports_recorded_at_idx ON training.roster_imports USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX rows_of_a_notice ON funds.public_notice_rows USING btree (district, notice_id, "position");
CREATE INDEX sample_draws_recorded_at_idx ON integrity.sample_draws USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX sample_items_recorded_at_idx ON integrity.sample_items USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX sample_marks_recorded_at_idx ON integrity.sample_marks USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX samples_recorded_at_idx ON integrity.samples USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX samples_with_a_subject ON integrity.sample_items USING btree (district, subject_kind, subject_id);
CREATE INDEX scan_strikes_recorded_at_idx ON record.scan_strikes USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX scans_of_a_subject ON record.scans USING btree (district, subject_kind, subject_id, id);
CREATE INDEX scans_recorded_at_idx ON record.scans USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX scheme_drafts_recorded_at_idx ON policy.scheme_drafts USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX scheme_proposal_answers_recorded_at_idx ON policy.scheme_proposal_answers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX scheme_proposals_recorded_at_idx ON policy.scheme_proposals USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX scope_ends_recorded_at_idx ON access.scope_ends USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX scopes_of_an_account ON access.scopes USING btree (district, account_id);
CREATE INDEX scopes_recorded_at_idx ON access.scopes USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX screenshots_recorded_at_idx ON credentials.screenshots USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX second_factors_of_an_account ON access.second_factors USING btree (district, account_id, begun_at);
CREATE INDEX sessions_by_day ON training.sessions USING btree (district, day);
CREATE INDEX sessions_by_end ON access.sessions USING btree (district, expires_at);
CREATE INDEX sessions_of_an_account ON access.sessions USING btree (district, account_id, expires_at);
CREATE INDEX settlements_of_a_line ON funds.reconciliation_settlements USING btree (district, scheme, kind, about, id);
CREATE INDEX sheet_uploads_of_a_class ON training.sheet_uploads USING btree (district, class_id, kind, id);
CREATE INDEX sheet_uploads_recorded_at_idx ON training.sheet_uploads USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX sign_ins_by_end ON access.sign_ins USING btree (district, expires_at);
CREATE INDEX signs_amended_by_a_line ON training.attendance_signs USING btree (district, amendment_line_id) WHERE (amendment_line_id IS NOT NULL);
CREATE INDEX signs_of_a_session ON training.attendance_signs USING btree (district, session_id);
CREATE INDEX signs_of_an_enrolment ON training.attendance_signs USING btree (district, enrolment_id, session_id);
CREATE INDEX signs_on_a_live_sign ON training.attendance_signs USING btree (district, live_sign_id) WHERE (live_sign_id IS NOT NULL);
CREATE INDEX signs_on_a_live_sign_out ON training.attendance_signs USING btree (district, live_out_id) WHERE (live_out_id IS NOT NULL);
CREATE INDEX signs_that_repeat ON training.attendance_signs USING btree (district, same_as_id) WHERE (same_as_id IS NOT NULL);
CREATE INDEX sites_recorded_at_idx ON training.sites USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX slots_of_a_class ON training.slots USING btree (district, class_id);
CREATE INDEX status_events_recorded_at_idx ON funds.status_events USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX transfers_of_a_line ON funds.transfers USING btree (district, line_id, id);
CREATE INDEX transfers_of_a_month ON funds.transfers USING btree (district, line_id, business_at, id);
CREATE INDEX transfers_recorded_at_idx ON funds.transfers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX trials_under_way ON funds.trials USING btree (district, id) WHERE (status = ANY (ARRAY['asked'::text, 'running'::text]));
CREATE INDEX tries_by_hour ON access.tries USING btree (district, hour);
CREATE INDEX uses_of_an_emergency ON access.emergency_uses USING btree (district, emergency_id);
CREATE INDEX vouchers_recorded_at_idx ON funds.vouchers USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX waits_for_a_fund ON funds.waiting_claims USING btree (district, fund, id) WHERE (settled_at IS NULL);
CREATE UNIQUE INDEX a_case_is_concluded_once ON integrity.case_decisions USING btree (district, case_id, is_answer) WHERE (verdict = 'confirmed'::text);
CREATE UNIQUE INDEX a_certificate_number_is_one_persons ON credentials.certificates USING btree (district, certificate_no) WHERE (superseded_by IS NULL);
CREATE UNIQUE INDEX a_claim_is_replaced_once ON funds.claims USING btree (district, replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE UNIQUE INDEX a_decision_is_followed_once ON policy.decisions USING btree (district, follows_id) WHERE (follows_id IS NOT NULL);
CREATE UNIQUE INDEX a_payment_is_replaced_once ON funds.batch_lines USING btree (district, replaces_id) WHERE ((replaces_id IS NOT NULL) AND (status <> 'withdrawn'::text));
CREATE UNIQUE INDEX a_version_is_amended_once ON training.attendance_sheets USING btree (district, amends_sheet_id) WHERE (amends_sheet_id IS NOT NULL);
CREATE UNIQUE INDEX each_review_once_on_a_list ON funds.province_list_hands USING btree (district, list_id, duty) WHERE (duty = ANY (ARRAY['initial-review'::text, 'second-review'::text]));
CREATE UNIQUE INDEX one_batch_a_claim ON funds.batch_claims USING btree (district, claim_id, nth) WHERE (NOT again);
CREATE UNIQUE INDEX one_first_decision_a_fact ON policy.decisions USING btree (district, fact_id, scheme) WHERE (follows_id IS NULL);
CREATE UNIQUE INDEX one_hold_a_line ON funds.line_holds USING btree (district, claim_line_id) WHERE (status <> 'released'::text);
CREATE UNIQUE INDEX one_live_payment_a_claim_line ON funds.batch_lines USING btree (district, claim_line_id) WHERE (status <> ALL (ARRAY['returned'::text, 'withdrawn'::text]));
CREATE UNIQUE INDEX one_living_benefit_a_decision ON policy.benefits USING btree (district, decision_id) WHERE (status = ANY (ARRAY['reserved'::text, 'committed'::text, 'paid'::text]));
CREATE UNIQUE INDEX one_open_claim_a_group_and_scheme ON funds.claims USING btree (district, group_id, scheme, supplement) WHERE (status <> 'returned'::text);
CREATE UNIQUE INDEX one_open_list_a_group_and_scheme ON funds.province_lists USING btree (district, group_id, scheme) WHERE (status <> 'returned'::text);
CREATE UNIQUE INDEX one_person_one_duty_on_a_claim ON funds.claim_hands USING btree (district, claim_id, person_id) WHERE (duty <> 'batch-signing'::text);
CREATE UNIQUE INDEX one_recovery_a_payment ON funds.recoveries USING btree (district, payment_id) WHERE ((status <> 'declined'::text) AND (decision_id IS NULL));
CREATE UNIQUE INDEX one_recovery_a_payment_and_decision ON funds.recoveries USING btree (district, payment_id, decision_id) WHERE ((status <> 'declined'::text) AND (decision_id IS NOT NULL));
CREATE UNIQUE INDEX one_second_factor_counts ON access.second_factors USING btree (district, account_id) WHERE ((confirmed_at IS NOT NULL) AND (ended_at IS NULL));
CREATE UNIQUE INDEX one_source_a_history_file ON funds.history_sources USING btree (district, sha256, about) WHERE (NOT withdrawn);
CREATE UNIQUE INDEX one_standing_import_per_insured_list ON people.insured_imports USING btree (district, sha256) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX one_wait_a_group_and_scheme ON funds.waiting_claims USING btree (district, group_id, scheme) WHERE (settled_at IS NULL);
CREATE UNIQUE INDEX what_is_read_is_kept_once ON access.emergency_uses USING btree (district, emergency_id, method, path, subject) WHERE reads;
CREATE UNIQUE INDEX who_signs_has_only_passed_it ON funds.claim_hands USING btree (district, claim_id, person_id) WHERE (duty <> ALL (ARRAY['second-review'::text, 'approval'::text]));

-- Row security

-- access.accounts: row security forced
-- access.delegation_ends: row security forced
-- access.delegations: row security forced
-- access.emergencies: row security forced
-- access.emergency_ends: row security forced
-- access.emergency_reviews: row security forced
-- access.emergency_uses: row security forced
-- access.hand_overs: row security forced
-- access.invitations: row security forced
-- access.passwords: row security forced
-- access.recovery_codes: row security forced
-- access.resident_codes: row security forced
-- access.resident_sessions: row security forced
-- access.role_ends: row security forced
-- access.role_grants: row security forced
-- access.scope_ends: row security forced
-- access.scopes: row security forced
-- access.second_factors: row security forced
-- access.sessions: row security forced
-- access.sign_ins: row security forced
-- access.tries: row security forced
-- access.wrong_tries: row security forced
-- clock.offsets: row security forced
-- credentials.certificates: row security forced
-- credentials.look_up_lines: row security forced
-- credentials.look_up_screenshots: row security forced
-- credentials.look_ups: row security forced
-- credentials.screenshots: row security forced
-- files.files: row security forced
-- funds.account_correction_decisions: row security forced
-- funds.account_corrections: row security forced
-- funds.bank_files: row security forced
-- funds.batch_checks: row security forced
-- funds.batch_claims: row security forced
-- funds.batch_keepers: row security forced
-- funds.batch_lines: row security forced
-- funds.batch_signatures: row security forced
-- funds.batch_withdrawals: row security forced
-- funds.batches: row security forced
-- funds.budget_balances: row security forced
-- funds.budget_lines: row security forced
-- funds.claim_confirmations: row security forced
-- funds.claim_hands: row security forced
-- funds.claim_lines: row security forced
-- funds.claim_people: row security forced
-- funds.claim_reviews: row security forced
-- funds.claims: row security forced
-- funds.entitlements: row security forced
-- funds.history_people: row security forced
-- funds.history_sources: row security forced
-- funds.history_withdrawals: row security forced
-- funds.instalments: row security forced
-- funds.ledger_mappings: row security forced
-- funds.ledger_wordings: row security forced
-- funds.line_holds: row security forced
-- funds.line_months: row security forced
-- funds.objections: row security forced
-- funds.old_list_mappings: row security forced
-- funds.old_list_settlements: row security forced
-- funds.paper_approval_decisions: row security forced
-- funds.paper_approvals: row security forced
-- funds.past_payments: row security forced
-- funds.person_reports: row security forced
-- funds.promises: row security forced
-- funds.province_exports: row security forced
-- funds.province_imports: row security forced
-- funds.province_list_events: row security forced
-- funds.province_list_hands: row security forced
-- funds.province_list_people: row security forced
-- funds.province_lists: row security forced
-- funds.province_mappings: row security forced
-- funds.province_rows: row security forced
-- funds.public_notice_rows: row security forced
-- funds.public_notices: row security forced
-- funds.reconciliation_lines: row security forced
-- funds.reconciliation_settlements: row security forced
-- funds.reconciliations: row security forced
-- funds.recoveries: row security forced
-- funds.recovery_decisions: row security forced
-- funds.recovery_receipts: row security forced
-- funds.redecision_answers: row security forced
-- funds.redecision_files: row security forced
-- funds.redecision_items: row security forced
-- funds.redecision_made: row security forced
-- funds.redecisions: row security forced
-- funds.report_answers: row security forced
-- funds.return_files: row security forced
-- funds.review_draws: row security forced
-- funds.status_events: row security forced
-- funds.transfers: row security forced
-- funds.trial_blocks: row security forced
-- funds.trials: row security forced
-- funds.vouchers: row security forced
-- funds.waiting_claims: row security forced
-- http.idempotency_keys: row security forced
-- integrity.case_conclusions: row security forced
-- integrity.case_decisions: row security forced
-- integrity.case_events: row security forced
-- integrity.case_evidence: row security forced
-- integrity.case_owners: row security forced
-- integrity.case_subjects: row security forced
-- integrity.cases: row security forced
-- integrity.check_results: row security forced
-- integrity.finding_cases: row security forced
-- integrity.finding_files: row security forced
-- integrity.finding_steps: row security forced
-- integrity.findings: row security forced
-- integrity.freeze_gates: row security forced
-- integrity.hands: row security forced
-- integrity.override_decisions: row security forced
-- integrity.override_files: row security forced
-- integrity.override_withdrawals: row security forced
-- integrity.overrides: row security forced
-- integrity.result_evidence: row security forced
-- integrity.sample_draws: row security forced
-- integrity.sample_items: row security forced
-- integrity.sample_marks: row security forced
-- integrity.samples: row security forced
-- marking.mark_sheets: row security forced
-- marking.marks: row security forced
-- numbering.series: row security forced
-- outbox.events: row security forced
-- people.bank_accounts: row security forced
-- people.corrected_values: row security forced
-- people.correction_answers: row security forced
-- people.correction_decisions: row security forced
-- people.correction_requests: row security forced
-- people.insured_employers: row security forced
-- people.insured_imports: row security forced
-- people.insured_staff: row security forced
-- people.letter_answers: row security forced
-- people.letter_groups: row security forced
-- people.letter_people: row security forced
-- people.letters: row security forced
-- people.organisations: row security forced
-- people.persons: row security forced
-- people.register_hits: row security forced
-- people.restriction_decisions: row security forced
-- people.restriction_hearings: row security forced
-- people.restriction_proposals: row security forced
-- people.restriction_replies: row security forced
-- people.restriction_reply_files: row security forced
-- people.restrictions: row security forced
-- policy.benefit_events: row security forced
-- policy.benefit_parties: row security forced
-- policy.benefits: row security forced
-- policy.decisions: row security forced
-- policy.documents: row security off
-- policy.draft_events: row security forced
-- policy.draft_revisions: row security forced
-- policy.facts: row security forced
-- policy.person_turns: row security forced
-- policy.person_uses: row security forced
-- policy.published_versions: row security forced
-- policy.scheme_drafts: row security forced
-- policy.scheme_proposal_answers: row security forced
-- policy.scheme_proposals: row security forced
-- record.acts: row security forced
-- record.archive_parts: row security forced
-- record.archives: row security forced
-- record.emptied_rows: row security forced
-- record.emptyings: row security forced
-- record.leaves: row security forced
-- record.paper_prints: row security forced
-- record.papers: row security forced
-- record.resealings: row security forced
-- record.reveals: row security forced
-- record.scan_strikes: row security forced
-- record.scans: row security forced
-- record.seal_heads: row security forced
-- record.sealed_forms: row security forced
-- record.seals: row security forced
-- record.subtrees: row security forced
-- record.verifications: row security forced
-- reference.calendar_changes: row security forced
-- reference.calendar_days: row security off
-- reference.code_lists: row security off
-- reference.districts: row security off
-- reference.divisions: row security off
-- reference.occupations: row security off
-- reference.skill_levels: row security off
-- reference.towns: row security off
-- training.agreement_items: row security forced
-- training.agreements: row security forced
-- training.amendment_answers: row security forced
-- training.amendment_evidence: row security forced
-- training.amendment_lines: row security forced
-- training.amendments: row security forced
-- training.attendance_sheets: row security forced
-- training.attendance_signs: row security forced
-- training.class_events: row security forced
-- training.class_hands: row security forced
-- training.class_passes: row security forced
-- training.class_photos: row security forced
-- training.classes: row security forced
-- training.enrolment_names: row security forced
-- training.enrolments: row security forced
-- training.inspection_confirmations: row security forced
-- training.inspection_photos: row security forced
-- training.inspections: row security forced
-- training.instructors: row security forced
-- training.live_events: row security forced
-- training.live_refusals: row security forced
-- training.live_sessions: row security forced
-- training.live_signs: row security forced
-- training.live_strikes: row security forced
-- training.live_tries: row security forced
-- training.musters: row security forced
-- training.provider_documents: row security forced
-- training.rooms: row security forced
-- training.roster_imports: row security forced
-- training.sessions: row security forced
-- training.sheet_uploads: row security forced
-- training.sites: row security forced
-- training.slots: row security forced
create policy anyone_within on access.accounts as permissive for all to public using (true) with check (true);
create policy anyone_within on access.delegation_ends as permissive for all to public using (true) with check (true);
create policy anyone_within on access.delegations as permissive for all to public using (true) with check (true);
create policy anyone_within on access.emergencies as permissive for all to public using (true) with check (true);
create policy anyone_within on access.emergency_ends as permissive for all to public using (true) with check (true);
create policy anyone_within on access.emergency_reviews as permissive for all to public using (true) with check (true);
create policy anyone_within on access.emergency_uses as permissive for all to public using (true) with check (true);
create policy anyone_within on access.hand_overs as permissive for all to public using (true) with check (true);
create policy anyone_within on access.invitations as permissive for all to public using (true) with check (true);
create policy anyone_within on access.passwords as permissive for all to public using (true) with check (true);
create policy anyone_within on access.recovery_codes as permissive for all to public using (true) with check (true);
create policy anyone_within on access.resident_codes as permissive for all to public using (true) with check (true);
create policy anyone_within on access.resident_sessions as permissive for all to public using (true) with check (true);
create policy anyone_within on access.role_ends as permissive for all to public using (true) with check (true);
create policy anyone_within on access.role_grants as permissive for all to public using (true) with check (true);
create policy anyone_within on access.scope_ends as permissive for all to public using (true) with check (true);
create policy anyone_within on access.scopes as permissive for all to public using (true) with check (true);
create policy anyone_within on access.second_factors as permissive for all to public using (true) with check (true);
create policy anyone_within on access.sessions as permissive for all to public using (true) with check (true);
create policy anyone_within on access.sign_ins as permissive for all to public using (true) with check (true);
create policy anyone_within on access.tries as permissive for all to public using (true) with check (true);
create policy anyone_within on access.wrong_tries as permissive for all to public using (true) with check (true);
create policy anyone_within on clock.offsets as permissive for all to public using (true) with check (true);
create policy anyone_within on credentials.certificates as permissive for all to public using (true) with check (true);
create policy anyone_within on credentials.look_up_lines as permissive for all to public using (true) with check (true);
create policy anyone_within on credentials.look_up_screenshots as permissive for all to public using (true) with check (true);
create policy anyone_within on credentials.look_ups as permissive for all to public using (true) with check (true);
create policy anyone_within on credentials.screenshots as permissive for all to public using (true) with check (true);
create policy anyone_within on files.files as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.account_correction_decisions as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.account_corrections as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.bank_files as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.batch_checks as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.batch_claims as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.batch_keepers as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.batch_lines as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.batch_signatures as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.batch_withdrawals as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.batches as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.budget_balances as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.budget_lines as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.claim_confirmations as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.claim_hands as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.claim_lines as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.claim_people as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.claim_reviews as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.claims as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.entitlements as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.history_people as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.history_sources as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.history_withdrawals as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.instalments as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.ledger_mappings as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.ledger_wordings as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.line_holds as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.line_months as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.objections as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.old_list_mappings as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.old_list_settlements as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.paper_approval_decisions as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.paper_approvals as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.past_payments as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.person_reports as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.promises as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.province_exports as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.province_imports as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.province_list_events as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.province_list_hands as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.province_list_people as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.province_lists as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.province_mappings as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.province_rows as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.public_notice_rows as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.public_notices as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.reconciliation_lines as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.reconciliation_settlements as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.reconciliations as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.recoveries as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.recovery_decisions as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.recovery_receipts as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.redecision_answers as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.redecision_files as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.redecision_items as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.redecision_made as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.redecisions as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.report_answers as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.return_files as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.review_draws as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.status_events as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.transfers as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.trial_blocks as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.trials as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.vouchers as permissive for all to public using (true) with check (true);
create policy anyone_within on funds.waiting_claims as permissive for all to public using (true) with check (true);
create policy anyone_within on http.idempotency_keys as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.case_conclusions as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.case_decisions as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.case_events as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.case_evidence as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.case_owners as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.case_subjects as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.cases as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.check_results as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.finding_cases as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.finding_files as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.finding_steps as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.findings as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.freeze_gates as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.hands as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.override_decisions as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.override_files as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.override_withdrawals as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.overrides as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.result_evidence as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.sample_draws as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.sample_items as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.sample_marks as permissive for all to public using (true) with check (true);
create policy anyone_within on integrity.samples as permissive for all to public using (true) with check (true);
create policy anyone_within on marking.mark_sheets as permissive for all to public using (true) with check (true);
create policy anyone_within on marking.marks as permissive for all to public using (true) with check (true);
create policy anyone_within on numbering.series as permissive for all to public using (true) with check (true);
create policy anyone_within on outbox.events as permissive for all to public using (true) with check (true);
create policy anyone_within on people.bank_accounts as permissive for all to public using (true) with check (true);
create policy anyone_within on people.corrected_values as permissive for all to public using (true) with check (true);
create policy anyone_within on people.correction_answers as permissive for all to public using (true) with check (true);
create policy anyone_within on people.correction_decisions as permissive for all to public using (true) with check (true);
create policy anyone_within on people.correction_requests as permissive for all to public using (true) with check (true);
create policy anyone_within on people.insured_employers as permissive for all to public using (true) with check (true);
create policy anyone_within on people.insured_imports as permissive for all to public using (true) with check (true);
create policy anyone_within on people.insured_staff as permissive for all to public using (true) with check (true);
create policy anyone_within on people.letter_answers as permissive for all to public using (true) with check (true);
create policy anyone_within on people.letter_groups as permissive for all to public using (true) with check (true);
create policy anyone_within on people.letter_people as permissive for all to public using (true) with check (true);
create policy anyone_within on people.letters as permissive for all to public using (true) with check (true);
create policy anyone_within on people.organisations as permissive for all to public using (true) with check (true);
create policy anyone_within on people.persons as permissive for all to public using (true) with check (true);
create policy anyone_within on people.register_hits as permissive for all to public using (true) with check (true);
create policy anyone_within on people.restriction_decisions as permissive for all to public using (true) with check (true);
create policy anyone_within on people.restriction_hearings as permissive for all to public using (true) with check (true);
create policy anyone_within on people.restriction_proposals as permissive for all to public using (true) with check (true);
create policy anyone_within on people.restriction_replies as permissive for all to public using (true) with check (true);
create policy anyone_within on people.restriction_reply_files as permissive for all to public using (true) with check (true);
create policy anyone_within on people.restrictions as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.benefit_events as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.benefit_parties as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.benefits as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.decisions as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.draft_events as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.draft_revisions as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.facts as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.person_turns as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.person_uses as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.published_versions as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.scheme_drafts as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.scheme_proposal_answers as permissive for all to public using (true) with check (true);
create policy anyone_within on policy.scheme_proposals as permissive for all to public using (true) with check (true);
create policy anyone_within on record.acts as permissive for all to public using (true) with check (true);
create policy anyone_within on record.archive_parts as permissive for all to public using (true) with check (true);
create policy anyone_within on record.archives as permissive for all to public using (true) with check (true);
create policy anyone_within on record.emptied_rows as permissive for all to public using (true) with check (true);
create policy anyone_within on record.emptyings as permissive for all to public using (true) with check (true);
create policy anyone_within on record.leaves as permissive for all to public using (true) with check (true);
create policy anyone_within on record.paper_prints as permissive for all to public using (true) with check (true);
create policy anyone_within on record.papers as permissive for all to public using (true) with check (true);
create policy anyone_within on record.resealings as permissive for all to public using (true) with check (true);
create policy anyone_within on record.reveals as permissive for all to public using (true) with check (true);
create policy anyone_within on record.scan_strikes as permissive for all to public using (true) with check (true);
create policy anyone_within on record.scans as permissive for all to public using (true) with check (true);
create policy anyone_within on record.seal_heads as permissive for all to public using (true) with check (true);
create policy anyone_within on record.sealed_forms as permissive for all to public using (true) with check (true);
create policy anyone_within on record.seals as permissive for all to public using (true) with check (true);
create policy anyone_within on record.subtrees as permissive for all to public using (true) with check (true);
create policy anyone_within on record.verifications as permissive for all to public using (true) with check (true);
create policy anyone_within on reference.calendar_changes as permissive for all to public using (true) with check (true);
create policy anyone_within on training.agreement_items as permissive for all to public using (true) with check (true);
create policy anyone_within on training.agreements as permissive for all to public using (true) with check (true);
create policy anyone_within on training.amendment_answers as permissive for all to public using (true) with check (true);
create policy anyone_within on training.amendment_evidence as permissive for all to public using (true) with check (true);
create policy anyone_within on training.amendment_lines as permissive for all to public using (true) with check (true);
create policy anyone_within on training.amendments as permissive for all to public using (true) with check (true);
create policy anyone_within on training.attendance_sheets as permissive for all to public using (true) with check (true);
create policy anyone_within on training.attendance_signs as permissive for all to public using (true) with check (true);
create policy anyone_within on training.class_events as permissive for all to public using (true) with check (true);
create policy anyone_within on training.class_hands as permissive for all to public using (true) with check (true);
create policy anyone_within on training.class_passes as permissive for all to public using (true) with check (true);
create policy anyone_within on training.class_photos as permissive for all to public using (true) with check (true);
create policy anyone_within on training.classes as permissive for all to public using (true) with check (true);
create policy anyone_within on training.enrolment_names as permissive for all to public using (true) with check (true);
create policy anyone_within on training.enrolments as permissive for all to public using (true) with check (true);
create policy anyone_within on training.inspection_confirmations as permissive for all to public using (true) with check (true);
create policy anyone_within on training.inspection_photos as permissive for all to public using (true) with check (true);
create policy anyone_within on training.inspections as permissive for all to public using (true) with check (true);
create policy anyone_within on training.instructors as permissive for all to public using (true) with check (true);
create policy anyone_within on training.live_events as permissive for all to public using (true) with check (true);
create policy anyone_within on training.live_refusals as permissive for all to public using (true) with check (true);
create policy anyone_within on training.live_sessions as permissive for all to public using (true) with check (true);
create policy anyone_within on training.live_signs as permissive for all to public using (true) with check (true);
create policy anyone_within on training.live_strikes as permissive for all to public using (true) with check (true);
create policy anyone_within on training.live_tries as permissive for all to public using (true) with check (true);
create policy anyone_within on training.musters as permissive for all to public using (true) with check (true);
create policy anyone_within on training.provider_documents as permissive for all to public using (true) with check (true);
create policy anyone_within on training.rooms as permissive for all to public using (true) with check (true);
create policy anyone_within on training.roster_imports as permissive for all to public using (true) with check (true);
create policy anyone_within on training.sessions as permissive for all to public using (true) with check (true);
create policy anyone_within on training.sheet_uploads as permissive for all to public using (true) with check (true);
create policy anyone_within on training.sites as permissive for all to public using (true) with check (true);
create policy anyone_within on training.slots as permissive for all to public using (true) with check (true);
create policy named_person on policy.person_turns as restrictive for all to public using ((encode(person_key, 'hex'::text) = ANY (string_to_array(NULLIF(current_setting('app.persons'::text, true), ''::text), ','::text)))) with check ((encode(person_key, 'hex'::text) = ANY (string_to_array(NULLIF(current_setting('app.persons'::text, true), ''::text), ','::text))));
create policy named_person on policy.person_uses as restrictive for all to public using ((encode(person_key, 'hex'::text) = ANY (string_to_array(NULLIF(current_setting('app.persons'::text, true), ''::text), ','::text)))) with check ((encode(person_key, 'hex'::text) = ANY (string_to_array(NULLIF(current_setting('app.persons'::text, true), ''::text), ','::text))));
create policy own_district on access.accounts as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.delegation_ends as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.delegations as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.emergencies as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.emergency_ends as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.emergency_reviews as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.emergency_uses as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.hand_overs as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.invitations as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.passwords as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.recovery_codes as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.resident_codes as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.resident_sessions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.role_ends as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.role_grants as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.scope_ends as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.scopes as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.second_factors as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.sessions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.sign_ins as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.tries as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on access.wrong_tries as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on clock.offsets as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on credentials.certificates as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on credentials.look_up_lines as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on credentials.look_up_screenshots as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on credentials.look_ups as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on credentials.screenshots as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on files.files as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.account_correction_decisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.account_corrections as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.bank_files as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.batch_checks as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.batch_claims as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.batch_keepers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.batch_lines as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.batch_signatures as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.batch_withdrawals as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.batches as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.budget_balances as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.budget_lines as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.claim_confirmations as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.claim_hands as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.claim_lines as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.claim_people as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.claim_reviews as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.claims as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.entitlements as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.history_people as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.history_sources as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.history_withdrawals as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.instalments as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.ledger_mappings as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.ledger_wordings as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.line_holds as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.line_months as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.objections as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.old_list_mappings as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.old_list_settlements as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.paper_approval_decisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.paper_approvals as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.past_payments as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.person_reports as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.promises as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.province_exports as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.province_imports as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.province_list_events as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.province_list_hands as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.province_list_people as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.province_lists as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.province_mappings as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.province_rows as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.public_notice_rows as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.public_notices as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.reconciliation_lines as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.reconciliation_settlements as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.reconciliations as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.recoveries as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.recovery_decisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.recovery_receipts as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.redecision_answers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.redecision_files as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.redecision_items as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.redecision_made as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.redecisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.report_answers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.return_files as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.review_draws as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.status_events as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.transfers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.trial_blocks as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.trials as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.vouchers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on funds.waiting_claims as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on http.idempotency_keys as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.case_conclusions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.case_decisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.case_events as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.case_evidence as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.case_owners as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.case_subjects as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.cases as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.check_results as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.finding_cases as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.finding_files as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.finding_steps as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.findings as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.freeze_gates as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.hands as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.override_decisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.override_files as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.override_withdrawals as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.overrides as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.result_evidence as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.sample_draws as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.sample_items as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.sample_marks as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on integrity.samples as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on marking.mark_sheets as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on marking.marks as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on numbering.series as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on outbox.events as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.bank_accounts as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.corrected_values as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.correction_answers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.correction_decisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.correction_requests as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.insured_employers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.insured_imports as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.insured_staff as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.letter_answers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.letter_groups as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.letter_people as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.letters as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.organisations as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.persons as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.register_hits as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.restriction_decisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.restriction_hearings as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.restriction_proposals as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.restriction_replies as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.restriction_reply_files as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on people.restrictions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.benefit_events as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.benefit_parties as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.benefits as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.decisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.draft_events as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.draft_revisions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.facts as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.published_versions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.scheme_drafts as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.scheme_proposal_answers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on policy.scheme_proposals as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.acts as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.archive_parts as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.archives as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.emptied_rows as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.emptyings as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.leaves as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.paper_prints as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.papers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.resealings as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.reveals as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.scan_strikes as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.scans as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.seal_heads as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.sealed_forms as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.seals as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.subtrees as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on record.verifications as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on reference.calendar_changes as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.agreement_items as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.agreements as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.amendment_answers as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.amendment_evidence as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.amendment_lines as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.amendments as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.attendance_sheets as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.attendance_signs as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.class_events as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.class_hands as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.class_passes as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.class_photos as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.classes as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.enrolment_names as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.enrolments as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.inspection_confirmations as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.inspection_photos as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.inspections as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.instructors as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.live_events as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.live_refusals as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.live_sessions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.live_signs as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.live_strikes as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.live_tries as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.musters as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.provider_documents as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.rooms as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.roster_imports as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.sessions as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.sheet_uploads as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.sites as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));
create policy own_district on training.slots as restrictive for all to public using ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)) with check ((district = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer));

-- Grants

grant delete, insert, select on access.resident_codes to shanjiang_app;
grant delete, insert, select on access.resident_sessions to shanjiang_app;
grant delete, insert, select on access.sessions to shanjiang_app;
grant delete, insert, select on access.sign_ins to shanjiang_app;
grant delete, insert, select on access.tries to shanjiang_app;
grant delete, insert, select on access.wrong_tries to shanjiang_app;
grant delete, insert, select on funds.trial_blocks to shanjiang_app;
grant delete, insert, select on http.idempotency_keys to shanjiang_app;
grant delete, insert, select on outbox.events to shanjiang_app;
grant delete, insert, select on record.archive_parts to shanjiang_app;
grant delete, insert, select on training.class_passes to shanjiang_app;
grant delete, insert, select on training.live_tries to shanjiang_app;
grant delete, insert, select on training.sessions to shanjiang_app;
grant delete, insert, select on training.slots to shanjiang_app;
grant insert, select on access.accounts to shanjiang_app;
grant insert, select on access.delegation_ends to shanjiang_app;
grant insert, select on access.delegations to shanjiang_app;
grant insert, select on access.emergencies to shanjiang_app;
grant insert, select on access.emergency_ends to shanjiang_app;
grant insert, select on access.emergency_reviews to shanjiang_app;
grant insert, select on access.emergency_uses to shanjiang_app;
grant insert, select on access.hand_overs to shanjiang_app;
grant insert, select on access.invitations to shanjiang_app;
grant insert, select on access.passwords to shanjiang_app;
grant insert, select on access.recovery_codes to shanjiang_app;
grant insert, select on access.role_ends to shanjiang_app;
grant insert, select on access.role_grants to shanjiang_app;
grant insert, select on access.scope_ends to shanjiang_app;
grant insert, select on access.scopes to shanjiang_app;
grant insert, select on access.second_factors to shanjiang_app;
grant insert, select on credentials.certificates to shanjiang_app;
grant insert, select on credentials.look_up_lines to shanjiang_app;
grant insert, select on credentials.look_up_screenshots to shanjiang_app;
grant insert, select on credentials.look_ups to shanjiang_app;
grant insert, select on credentials.screenshots to shanjiang_app;
grant insert, select on files.files to shanjiang_app;
grant insert, select on funds.account_correction_decisions to shanjiang_app;
grant insert, select on funds.account_corrections to shanjiang_app;
grant insert, select on funds.bank_files to shanjiang_app;
grant insert, select on funds.batch_checks to shanjiang_app;
grant insert, select on funds.batch_claims to shanjiang_app;
grant insert, select on funds.batch_keepers to shanjiang_app;
grant insert, select on funds.batch_lines to shanjiang_app;
grant insert, select on funds.batch_signatures to shanjiang_app;
grant insert, select on funds.batch_withdrawals to shanjiang_app;
grant insert, select on funds.batches to shanjiang_app;
grant insert, select on funds.budget_balances to shanjiang_app;
grant insert, select on funds.budget_lines to shanjiang_app;
grant insert, select on funds.claim_confirmations to shanjiang_app;
grant insert, select on funds.claim_hands to shanjiang_app;
grant insert, select on funds.claim_lines to shanjiang_app;
grant insert, select on funds.claim_people to shanjiang_app;
grant insert, select on funds.claim_reviews to shanjiang_app;
grant insert, select on funds.claims to shanjiang_app;
grant insert, select on funds.entitlements to shanjiang_app;
grant insert, select on funds.history_people to shanjiang_app;
grant insert, select on funds.history_sources to shanjiang_app;
grant insert, select on funds.history_withdrawals to shanjiang_app;
grant insert, select on funds.instalments to shanjiang_app;
grant insert, select on funds.ledger_mappings to shanjiang_app;
grant insert, select on funds.ledger_wordings to shanjiang_app;
grant insert, select on funds.line_holds to shanjiang_app;
grant insert, select on funds.line_months to shanjiang_app;
grant insert, select on funds.objections to shanjiang_app;
grant insert, select on funds.old_list_mappings to shanjiang_app;
grant insert, select on funds.old_list_settlements to shanjiang_app;
grant insert, select on funds.paper_approval_decisions to shanjiang_app;
grant insert, select on funds.paper_approvals to shanjiang_app;
grant insert, select on funds.past_payments to shanjiang_app;
grant insert, select on funds.person_reports to shanjiang_app;
grant insert, select on funds.promises to shanjiang_app;
grant insert, select on funds.province_exports to shanjiang_app;
grant insert, select on funds.province_imports to shanjiang_app;
grant insert, select on funds.province_list_events to shanjiang_app;
grant insert, select on funds.province_list_hands to shanjiang_app;
grant insert, select on funds.province_list_people to shanjiang_app;
grant insert, select on funds.province_lists to shanjiang_app;
grant insert, select on funds.province_mappings to shanjiang_app;
grant insert, select on funds.province_rows to shanjiang_app;
grant insert, select on funds.public_notice_rows to shanjiang_app;
grant insert, select on funds.public_notices to shanjiang_app;
grant insert, select on funds.reconciliation_lines to shanjiang_app;
grant insert, select on funds.reconciliation_settlements to shanjiang_app;
grant insert, select on funds.reconciliations to shanjiang_app;
grant insert, select on funds.recoveries to shanjiang_app;
grant insert, select on funds.recovery_decisions to shanjiang_app;
grant insert, select on funds.recovery_receipts to shanjiang_app;
grant insert, select on funds.redecision_answers to shanjiang_app;
grant insert, select on funds.redecision_files to shanjiang_app;
grant insert, select on funds.redecision_items to shanjiang_app;
grant insert, select on funds.redecision_made to shanjiang_app;
grant insert, select on funds.redecisions to shanjiang_app;
grant insert, select on funds.report_answers to shanjiang_app;
grant insert, select on funds.return_files to shanjiang_app;
grant insert, select on funds.review_draws to shanjiang_app;
grant insert, select on funds.status_events to shanjiang_app;
grant insert, select on funds.transfers to shanjiang_app;
grant insert, select on funds.trials to shanjiang_app;
grant insert, select on funds.vouchers to shanjiang_app;
grant insert, select on funds.waiting_claims to shanjiang_app;
grant insert, select on integrity.case_conclusions to shanjiang_app;
grant insert, select on integrity.case_decisions to shanjiang_app;
grant insert, select on integrity.case_events to shanjiang_app;
grant insert, select on integrity.case_evidence to shanjiang_app;
grant insert, select on integrity.case_owners to shanjiang_app;
grant insert, select on integrity.case_subjects to shanjiang_app;
grant insert, select on integrity.cases to shanjiang_app;
grant insert, select on integrity.check_results to shanjiang_app;
grant insert, select on integrity.finding_cases to shanjiang_app;
grant insert, select on integrity.finding_files to shanjiang_app;
grant insert, select on integrity.finding_steps to shanjiang_app;
grant insert, select on integrity.findings to shanjiang_app;
grant insert, select on integrity.freeze_gates to shanjiang_app;
grant insert, select on integrity.hands to shanjiang_app;
grant insert, select on integrity.override_decisions to shanjiang_app;
grant insert, select on integrity.override_files to shanjiang_app;
grant insert, select on integrity.override_withdrawals to shanjiang_app;
grant insert, select on integrity.overrides to shanjiang_app;
grant insert, select on integrity.result_evidence to shanjiang_app;
grant insert, select on integrity.sample_draws to shanjiang_app;
grant insert, select on integrity.sample_items to shanjiang_app;
grant insert, select on integrity.sample_marks to shanjiang_app;
grant insert, select on integrity.samples to shanjiang_app;
grant insert, select on marking.mark_sheets to shanjiang_app;
grant insert, select on marking.marks to shanjiang_app;
grant insert, select on numbering.series to shanjiang_app;
grant insert, select on people.bank_accounts to shanjiang_app;
grant insert, select on people.corrected_values to shanjiang_app;
grant insert, select on people.correction_answers to shanjiang_app;
grant insert, select on people.correction_decisions to shanjiang_app;
grant insert, select on people.correction_requests to shanjiang_app;
grant insert, select on people.insured_employers to shanjiang_app;
grant insert, select on people.insured_imports to shanjiang_app;
grant insert, select on people.insured_staff to shanjiang_app;
grant insert, select on people.letter_answers to shanjiang_app;
grant insert, select on people.letter_groups to shanjiang_app;
grant insert, select on people.letter_people to shanjiang_app;
grant insert, select on people.letters to shanjiang_app;
grant insert, select on people.organisations to shanjiang_app;
grant insert, select on people.persons to shanjiang_app;
grant insert, select on people.register_hits to shanjiang_app;
grant insert, select on people.restriction_decisions to shanjiang_app;
grant insert, select on people.restriction_hearings to shanjiang_app;
grant insert, select on people.restriction_proposals to shanjiang_app;
grant insert, select on people.restriction_replies to shanjiang_app;
grant insert, select on people.restriction_reply_files to shanjiang_app;
grant insert, select on people.restrictions to shanjiang_app;
grant insert, select on policy.benefit_events to shanjiang_app;
grant insert, select on policy.benefit_parties to shanjiang_app;
grant insert, select on policy.benefits to shanjiang_app;
grant insert, select on policy.decisions to shanjiang_app;
grant insert, select on policy.documents to shanjiang_app;
grant insert, select on policy.draft_events to shanjiang_app;
grant insert, select on policy.draft_revisions to shanjiang_app;
grant insert, select on policy.facts to shanjiang_app;
grant insert, select on policy.person_turns to shanjiang_app;
grant insert, select on policy.person_uses to shanjiang_app;
grant insert, select on policy.published_versions to shanjiang_app;
grant insert, select on policy.scheme_drafts to shanjiang_app;
grant insert, select on policy.scheme_proposal_answers to shanjiang_app;
grant insert, select on policy.scheme_proposals to shanjiang_app;
grant insert, select on record.acts to shanjiang_app;
grant insert, select on record.archives to shanjiang_app;
grant insert, select on record.emptied_rows to shanjiang_app;
grant insert, select on record.emptyings to shanjiang_app;
grant insert, select on record.leaves to shanjiang_app;
grant insert, select on record.paper_prints to shanjiang_app;
grant insert, select on record.papers to shanjiang_app;
grant insert, select on record.resealings to shanjiang_app;
grant insert, select on record.reveals to shanjiang_app;
grant insert, select on record.scan_strikes to shanjiang_app;
grant insert, select on record.scans to shanjiang_app;
grant insert, select on record.seal_heads to shanjiang_app;
grant insert, select on record.sealed_forms to shanjiang_app;
grant insert, select on record.seals to shanjiang_app;
grant insert, select on record.subtrees to shanjiang_app;
grant insert, select on record.verifications to shanjiang_app;
grant insert, select on reference.calendar_changes to shanjiang_app;
grant insert, select on training.agreement_items to shanjiang_app;
grant insert, select on training.agreements to shanjiang_app;
grant insert, select on training.amendment_answers to shanjiang_app;
grant insert, select on training.amendment_evidence to shanjiang_app;
grant insert, select on training.amendment_lines to shanjiang_app;
grant insert, select on training.amendments to shanjiang_app;
grant insert, select on training.attendance_sheets to shanjiang_app;
grant insert, select on training.attendance_signs to shanjiang_app;
grant insert, select on training.class_events to shanjiang_app;
grant insert, select on training.class_hands to shanjiang_app;
grant insert, select on training.class_photos to shanjiang_app;
grant insert, select on training.enrolment_names to shanjiang_app;
grant insert, select on training.enrolments to shanjiang_app;
grant insert, select on training.inspection_confirmations to shanjiang_app;
grant insert, select on training.inspection_photos to shanjiang_app;
grant insert, select on training.inspections to shanjiang_app;
grant insert, select on training.instructors to shanjiang_app;
grant insert, select on training.live_events to shanjiang_app;
grant insert, select on training.live_refusals to shanjiang_app;
grant insert, select on training.live_sessions to shanjiang_app;
grant insert, select on training.live_signs to shanjiang_app;
grant insert, select on training.live_strikes to shanjiang_app;
grant insert, select on training.musters to shanjiang_app;
grant insert, select on training.provider_documents to shanjiang_app;
grant insert, select on training.rooms to shanjiang_app;
grant insert, select on training.roster_imports to shanjiang_app;
grant insert, select on training.sheet_uploads to shanjiang_app;
grant insert, select on training.sites to shanjiang_app;
grant insert, select, update on clock.offsets to shanjiang_app;
grant insert, select, update on reference.calendar_days to shanjiang_app;
grant insert, select, update on reference.code_lists to shanjiang_app;
grant insert, select, update on reference.districts to shanjiang_app;
grant insert, select, update on reference.divisions to shanjiang_app;
grant insert, select, update on reference.occupations to shanjiang_app;
grant insert, select, update on reference.skill_levels to shanjiang_app;
grant insert, select, update on reference.towns to shanjiang_app;
grant insert, select, update on training.classes to shanjiang_app;
grant select on access.accounts to shanjiang_reader;
grant select on access.delegation_ends to shanjiang_reader;
grant select on access.delegations to shanjiang_reader;
grant select on access.emergencies to shanjiang_reader;
grant select on access.emergency_ends to shanjiang_reader;
grant select on access.emergency_reviews to shanjiang_reader;
grant select on access.emergency_uses to shanjiang_reader;
grant select on access.hand_overs to shanjiang_reader;
grant select on access.invitations to shanjiang_reader;
grant select on access.passwords to shanjiang_reader;
grant select on access.recovery_codes to shanjiang_reader;
grant select on access.resident_codes to shanjiang_reader;
grant select on access.resident_sessions to shanjiang_reader;
grant select on access.role_ends to shanjiang_reader;
grant select on access.role_grants to shanjiang_reader;
grant select on access.scope_ends to shanjiang_reader;
grant select on access.scopes to shanjiang_reader;
grant select on access.second_factors to shanjiang_reader;
grant select on access.sessions to shanjiang_reader;
grant select on access.sign_ins to shanjiang_reader;
grant select on access.tries to shanjiang_reader;
grant select on access.wrong_tries to shanjiang_reader;
grant select on clock.offsets to shanjiang_reader;
grant select on credentials.certificates to shanjiang_reader;
grant select on credentials.look_up_lines to shanjiang_reader;
grant select on credentials.look_up_screenshots to shanjiang_reader;
grant select on credentials.look_ups to shanjiang_reader;
grant select on credentials.screenshots to shanjiang_reader;
grant select on files.files to shanjiang_reader;
grant select on funds.account_correction_decisions to shanjiang_reader;
grant select on funds.account_corrections to shanjiang_reader;
grant select on funds.bank_files to shanjiang_reader;
grant select on funds.batch_checks to shanjiang_reader;
grant select on funds.batch_claims to shanjiang_reader;
grant select on funds.batch_keepers to shanjiang_reader;
grant select on funds.batch_lines to shanjiang_reader;
grant select on funds.batch_signatures to shanjiang_reader;
grant select on funds.batch_withdrawals to shanjiang_reader;
grant select on funds.batches to shanjiang_reader;
grant select on funds.budget_balances to shanjiang_reader;
grant select on funds.budget_lines to shanjiang_reader;
grant select on funds.claim_confirmations to shanjiang_reader;
grant select on funds.claim_hands to shanjiang_reader;
grant select on funds.claim_lines to shanjiang_reader;
grant select on funds.claim_people to shanjiang_reader;
grant select on funds.claim_reviews to shanjiang_reader;
grant select on funds.claims to shanjiang_reader;
grant select on funds.entitlements to shanjiang_reader;
grant select on funds.history_people to shanjiang_reader;
grant select on funds.history_sources to shanjiang_reader;
grant select on funds.history_withdrawals to shanjiang_reader;
grant select on funds.instalments to shanjiang_reader;
grant select on funds.ledger_mappings to shanjiang_reader;
grant select on funds.ledger_wordings to shanjiang_reader;
grant select on funds.line_holds to shanjiang_reader;
grant select on funds.line_months to shanjiang_reader;
grant select on funds.objections to shanjiang_reader;
grant select on funds.old_list_mappings to shanjiang_reader;
grant select on funds.old_list_settlements to shanjiang_reader;
grant select on funds.paper_approval_decisions to shanjiang_reader;
grant select on funds.paper_approvals to shanjiang_reader;
grant select on funds.past_payments to shanjiang_reader;
grant select on funds.person_reports to shanjiang_reader;
grant select on funds.promises to shanjiang_reader;
grant select on funds.province_exports to shanjiang_reader;
grant select on funds.province_imports to shanjiang_reader;
grant select on funds.province_list_events to shanjiang_reader;
grant select on funds.province_list_hands to shanjiang_reader;
grant select on funds.province_list_people to shanjiang_reader;
grant select on funds.province_lists to shanjiang_reader;
grant select on funds.province_mappings to shanjiang_reader;
grant select on funds.province_rows to shanjiang_reader;
grant select on funds.public_notice_rows to shanjiang_reader;
grant select on funds.public_notices to shanjiang_reader;
grant select on funds.reconciliation_lines to shanjiang_reader;
grant select on funds.reconciliation_settlements to shanjiang_reader;
grant select on funds.reconciliations to shanjiang_reader;
grant select on funds.recoveries to shanjiang_reader;
grant select on funds.recovery_decisions to shanjiang_reader;
grant select on funds.recovery_receipts to shanjiang_reader;
grant select on funds.redecision_answers to shanjiang_reader;
grant select on funds.redecision_files to shanjiang_reader;
grant select on funds.redecision_items to shanjiang_reader;
grant select on funds.redecision_made to shanjiang_reader;
grant select on funds.redecisions to shanjiang_reader;
grant select on funds.report_answers to shanjiang_reader;
grant select on funds.return_files to shanjiang_reader;
grant select on funds.review_draws to shanjiang_reader;
grant select on funds.status_events to shanjiang_reader;
grant select on funds.transfers to shanjiang_reader;
grant select on funds.trial_blocks to shanjiang_reader;
grant select on funds.trials to shanjiang_reader;
grant select on funds.vouchers to shanjiang_reader;
grant select on funds.waiting_claims to shanjiang_reader;
grant select on http.idempotency_keys to shanjiang_reader;
grant select on integrity.case_conclusions to shanjiang_reader;
grant select on integrity.case_decisions to shanjiang_reader;
grant select on integrity.case_events to shanjiang_reader;
grant select on integrity.case_evidence to shanjiang_reader;
grant select on integrity.case_owners to shanjiang_reader;
grant select on integrity.case_subjects to shanjiang_reader;
grant select on integrity.cases to shanjiang_reader;
grant select on integrity.check_results to shanjiang_reader;
grant select on integrity.finding_cases to shanjiang_reader;
grant select on integrity.finding_files to shanjiang_reader;
grant select on integrity.finding_steps to shanjiang_reader;
grant select on integrity.findings to shanjiang_reader;
grant select on integrity.freeze_gates to shanjiang_reader;
grant select on integrity.hands to shanjiang_reader;
grant select on integrity.override_decisions to shanjiang_reader;
grant select on integrity.override_files to shanjiang_reader;
grant select on integrity.override_withdrawals to shanjiang_reader;
grant select on integrity.overrides to shanjiang_reader;
grant select on integrity.result_evidence to shanjiang_reader;
grant select on integrity.sample_draws to shanjiang_reader;
grant select on integrity.sample_items to shanjiang_reader;
grant select on integrity.sample_marks to shanjiang_reader;
grant select on integrity.samples to shanjiang_reader;
grant select on marking.mark_sheets to shanjiang_reader;
grant select on marking.marks to shanjiang_reader;
grant select on numbering.series to shanjiang_reader;
grant select on outbox.events to shanjiang_reader;
grant select on people.bank_accounts to shanjiang_reader;
grant select on people.corrected_values to shanjiang_reader;
grant select on people.correction_answers to shanjiang_reader;
grant select on people.correction_decisions to shanjiang_reader;
grant select on people.correction_requests to shanjiang_reader;
grant select on people.insured_employers to shanjiang_reader;
grant select on people.insured_imports to shanjiang_reader;
grant select on people.insured_staff to shanjiang_reader;
grant select on people.letter_answers to shanjiang_reader;
grant select on people.letter_groups to shanjiang_reader;
grant select on people.letter_people to shanjiang_reader;
grant select on people.letters to shanjiang_reader;
grant select on people.organisations to shanjiang_reader;
grant select on people.persons to shanjiang_reader;
grant select on people.register_hits to shanjiang_reader;
grant select on people.restriction_decisions to shanjiang_reader;
grant select on people.restriction_hearings to shanjiang_reader;
grant select on people.restriction_proposals to shanjiang_reader;
grant select on people.restriction_replies to shanjiang_reader;
grant select on people.restriction_reply_files to shanjiang_reader;
grant select on people.restrictions to shanjiang_reader;
grant select on policy.benefit_events to shanjiang_reader;
grant select on policy.benefit_parties to shanjiang_reader;
grant select on policy.benefits to shanjiang_reader;
grant select on policy.decisions to shanjiang_reader;
grant select on policy.documents to shanjiang_reader;
grant select on policy.draft_events to shanjiang_reader;
grant select on policy.draft_revisions to shanjiang_reader;
grant select on policy.facts to shanjiang_reader;
grant select on policy.published_versions to shanjiang_reader;
grant select on policy.scheme_drafts to shanjiang_reader;
grant select on policy.scheme_proposal_answers to shanjiang_reader;
grant select on policy.scheme_proposals to shanjiang_reader;
grant select on public.applied_migrations to shanjiang_app;
grant select on public.applied_migrations to shanjiang_reader;
grant select on record.acts to shanjiang_reader;
grant select on record.archive_parts to shanjiang_reader;
grant select on record.archives to shanjiang_reader;
grant select on record.emptied_rows to shanjiang_reader;
grant select on record.emptyings to shanjiang_reader;
grant select on record.leaves to shanjiang_reader;
grant select on record.paper_prints to shanjiang_reader;
grant select on record.papers to shanjiang_reader;
grant select on record.resealings to shanjiang_reader;
grant select on record.reveals to shanjiang_reader;
grant select on record.scan_strikes to shanjiang_reader;
grant select on record.scans to shanjiang_reader;
grant select on record.seal_heads to shanjiang_reader;
grant select on record.sealed_forms to shanjiang_reader;
grant select on record.seals to shanjiang_reader;
grant select on record.subtrees to shanjiang_reader;
grant select on record.verifications to shanjiang_reader;
grant select on reference.calendar_changes to shanjiang_reader;
grant select on reference.calendar_days to shanjiang_reader;
grant select on reference.code_lists to shanjiang_reader;
grant select on reference.districts to shanjiang_reader;
grant select on reference.divisions to shanjiang_reader;
grant select on reference.occupations to shanjiang_reader;
grant select on reference.skill_levels to shanjiang_reader;
grant select on reference.towns to shanjiang_reader;
grant select on training.agreement_items to shanjiang_reader;
grant select on training.agreements to shanjiang_reader;
grant select on training.amendment_answers to shanjiang_reader;
grant select on training.amendment_evidence to shanjiang_reader;
grant select on training.amendment_lines to shanjiang_reader;
grant select on training.amendments to shanjiang_reader;
grant select on training.attendance_sheets to shanjiang_reader;
grant select on training.attendance_signs to shanjiang_reader;
grant select on training.class_events to shanjiang_reader;
grant select on training.class_hands to shanjiang_reader;
grant select on training.class_passes to shanjiang_reader;
grant select on training.class_photos to shanjiang_reader;
grant select on training.classes to shanjiang_reader;
grant select on training.enrolment_names to shanjiang_reader;
grant select on training.enrolments to shanjiang_reader;
grant select on training.inspection_confirmations to shanjiang_reader;
grant select on training.inspection_photos to shanjiang_reader;
grant select on training.inspections to shanjiang_reader;
grant select on training.instructors to shanjiang_reader;
grant select on training.live_events to shanjiang_reader;
grant select on training.live_refusals to shanjiang_reader;
grant select on training.live_sessions to shanjiang_reader;
grant select on training.live_signs to shanjiang_reader;
grant select on training.live_strikes to shanjiang_reader;
grant select on training.live_tries to shanjiang_reader;
grant select on training.musters to shanjiang_reader;
grant select on training.provider_documents to shanjiang_reader;
grant select on training.rooms to shanjiang_reader;
grant select on training.roster_imports to shanjiang_reader;
grant select on training.sessions to shanjiang_reader;
grant select on training.sheet_uploads to shanjiang_reader;
grant select on training.sites to shanjiang_reader;
grant select on training.slots to shanjiang_reader;
grant update (after_id, ended_at, resealed, walks) on record.resealings to shanjiang_app;
grant update (amount_fen, doubts, row_count, withdrawn) on funds.history_sources to shanjiang_app;
grant update (amount_fen, paid_count, paid_fen, row_count) on funds.province_imports to shanjiang_app;
grant update (answer, status) on http.idempotency_keys to shanjiang_app;
grant update (appropriated_fen, available_fen, committed_fen, paid_fen, recovered_fen, reserved_fen, returned_fen) on funds.budget_balances to shanjiang_app;
grant update (attempts, done_at, failed_as, failed_at, failed_in, failure_id, gave_up_at, next_try_at) on outbox.events to shanjiang_app;
grant update (beat_at, begun, cases_done, cases_of, ended_at, expires_at, last_fact_id, last_on, lines, names, status, tally) on funds.trials to shanjiang_app;
grant update (beat_at, begun, ended_at, expires_at, manifest_sha256, parts, progress, sha256, size_bytes, status, steps) on record.archives to shanjiang_app;
grant update (beat_at, ended_at, progress, result, status) on record.verifications to shanjiang_app;
grant update (because, looked_on, status) on funds.instalments to shanjiang_app;
grant update (confirmed_at, ended_at, last_step) on access.second_factors to shanjiang_app;
grant update (count) on access.tries to shanjiang_app;
grant update (count) on training.live_tries to shanjiang_app;
grant update (count, last_at) on access.wrong_tries to shanjiang_app;
grant update (district, phone_lookup) on people.persons to shanjiang_app;
grant update (ended_at) on access.resident_sessions to shanjiang_app;
grant update (ended_at) on training.class_passes to shanjiang_app;
grant update (ended_at, seen_at) on access.sessions to shanjiang_app;
grant update (ended_at, tries) on access.sign_ins to shanjiang_app;
grant update (ended_at, used_at) on access.recovery_codes to shanjiang_app;
grant update (ends_on, status) on funds.public_notices to shanjiang_app;
grant update (frontier, number, root, settled, size) on record.seal_heads to shanjiang_app;
grant update (in_fen, out_fen) on funds.line_months to shanjiang_app;
grant update (last) on numbering.series to shanjiang_app;
grant update (lives, returned_fen) on policy.person_uses to shanjiang_app;
grant update (passed) on integrity.freeze_gates to shanjiang_app;
grant update (passed_at, tries, used_at) on access.resident_codes to shanjiang_app;
grant update (phase) on training.live_sessions to shanjiang_app;
grant update (received_fen, status) on funds.recoveries to shanjiang_app;
grant update (returned_fen, status) on policy.benefits to shanjiang_app;
grant update (revision, status) on policy.scheme_drafts to shanjiang_app;
grant update (row_count, withdrawal_reason, withdrawn_at, withdrawn_by) on people.insured_imports to shanjiang_app;
grant update (settled_at) on funds.waiting_claims to shanjiang_app;
grant update (status) on funds.batch_lines to shanjiang_app;
grant update (status) on funds.batches to shanjiang_app;
grant update (status) on funds.claims to shanjiang_app;
grant update (status) on funds.entitlements to shanjiang_app;
grant update (status) on funds.line_holds to shanjiang_app;
grant update (status) on funds.province_lists to shanjiang_app;
grant update (superseded_by) on credentials.certificates to shanjiang_app;
grant update (turns) on policy.person_turns to shanjiang_app;
grant update (used_at, withdrawn_at) on access.invitations to shanjiang_app;
grant update (withdrawn_at, withdrawn_reason) on training.provider_documents to shanjiang_app;
