-- What a supplement gives is more of the same subsidy: it counts in sums, and is not one more time.
alter table policy.benefits add column more boolean not null default false;

alter table policy.person_uses add column more boolean not null default false;

-- What came back of a benefit counts no more; what came back whole is recovered.
alter table policy.benefits add column returned_fen bigint not null default 0 check (returned_fen between 0 and amount_fen);

alter table policy.person_uses add column returned_fen bigint not null default 0 check (returned_fen between 0 and amount_fen);

grant update (returned_fen) on policy.benefits to shanjiang_app;

grant update (returned_fen) on policy.person_uses to shanjiang_app;

-- Whom a benefit counts for besides the person: an employer, a provider, a studio, the certificate it was claimed for. By
-- the key under which the platform's registry has the same use once more, over all districts.
create table policy.benefit_parties (
  district    int not null,
  id          uuid not null,
  benefit_id  uuid not null,
  kind        text not null check (kind in ('employer', 'provider', 'studio', 'certificate')),
  party_key   bytea not null check (length(party_key) = 32),
  primary key (district, id),
  constraint one_party_of_a_kind_a_benefit unique (district, benefit_id, kind)
);

select public.app_distribute('policy.benefit_parties', 'district');

alter table policy.benefit_parties add constraint party_of_a_benefit foreign key (district, benefit_id) references policy.benefits (district, id);

select public.app_protect('policy.benefit_parties', 'select, insert');

select public.app_seal('policy.benefit_parties');
