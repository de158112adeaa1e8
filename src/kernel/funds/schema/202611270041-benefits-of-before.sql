-- What was claimed and listed before there was a register of benefits is entered into it: what lives of it counts from the
-- day it was assembled. Which family a scheme is of stood in no row then, and is read from its pack. The fence is lifted for
-- the owner alone while this runs, in one transaction.
alter table people.persons no force row level security;

alter table policy.facts no force row level security;

alter table policy.decisions no force row level security;

alter table policy.benefits no force row level security;

alter table policy.benefit_events no force row level security;

alter table policy.person_uses no force row level security;

alter table funds.entitlements no force row level security;

alter table funds.claims no force row level security;

alter table funds.claim_lines no force row level security;

alter table funds.province_lists no force row level security;

alter table funds.province_list_people no force row level security;

insert into policy.benefits (district, id, person_id, person_lookup, decision_id, group_id, scheme, scheme_version, occupation_id, level, counts_on, amount_fen, holder_kind, holder_id, reference, status, business_at)
select l.district, l.id, e.person_id, p.identity_lookup, e.decision_id, e.group_id, e.scheme, d.scheme_version, f.body ->> 'occupationId', f.body ->> 'level',
       (c.assembled_at at time zone 'Asia/Shanghai')::date, l.amount_fen, 'claim', c.id, c.number,
       case when c.status = 'paid' then 'paid' when c.status in ('assembled', 'confirmed', 'first-passed', 'second-passed') then 'reserved' else 'committed' end, c.assembled_at
from funds.claim_lines l
join funds.claims c on c.district = l.district and c.id = l.claim_id
join funds.entitlements e on e.district = l.district and e.id = l.entitlement_id
join policy.decisions d on d.district = e.district and d.id = e.decision_id
join policy.facts f on f.district = d.district and f.id = d.fact_id
join people.persons p on p.district = e.district and p.id = e.person_id
where c.status <> 'returned' and e.status = 'due';

insert into policy.benefits (district, id, person_id, person_lookup, decision_id, group_id, scheme, scheme_version, occupation_id, level, counts_on, amount_fen, holder_kind, holder_id, reference, status, business_at)
select l.district, l.id, l.person_id, l.identity_lookup, l.decision_id, c.group_id, c.scheme, c.scheme_version, f.body ->> 'occupationId', l.level,
       (c.assembled_at at time zone 'Asia/Shanghai')::date, l.amount_fen, 'province-list', c.id, c.number,
       case when c.status = 'exported' then 'committed' else 'reserved' end, c.assembled_at
from funds.province_list_people l
join funds.province_lists c on c.district = l.district and c.id = l.list_id
join policy.facts f on f.district = l.district and f.id = l.fact_id
where c.status <> 'returned' and l.standing = 'due' and l.amount_fen > 0;

insert into policy.benefit_events (district, id, benefit_id, status_to, business_at)
select district, id, id, status, business_at from policy.benefits;

insert into policy.person_uses (person_key, id, family, occupation_id, level, counts_on, amount_fen)
select person_lookup, id, family, occupation_id, level, counts_on, amount_fen from policy.benefits;

alter table funds.province_list_people force row level security;

alter table funds.province_lists force row level security;

alter table funds.claim_lines force row level security;

alter table funds.claims force row level security;

alter table funds.entitlements force row level security;

alter table policy.person_uses force row level security;

alter table policy.benefit_events force row level security;

alter table policy.benefits force row level security;

alter table policy.decisions force row level security;

alter table policy.facts force row level security;

alter table people.persons force row level security;
