-- The article of the document a restriction rests on; empty on those from before it was asked for.
alter table people.restrictions add column clause text not null default '' check (length(clause) <= 200);

-- The same person proposes one thing of one restriction: what later rows name as whose proposal that was.
alter table people.restriction_proposals add constraint a_proposal_of_a_restriction unique (district, id, restriction_id, proposed_by);

-- What the restricted person or organisation answers, from when a restriction is proposed: written by an organisation's own
-- account, or by a clerk from paper or the telephone, of the day it was said.
create table people.restriction_replies (
  district        int not null,
  id              uuid not null,
  restriction_id  uuid not null,
  way             text not null check (way in ('console', 'paper', 'phone', 'visit')),
  said            text not null check (length(said) between 2 and 2000),
  said_on         date not null,
  recorded_by     uuid not null,
  account_id      uuid not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  primary key (district, id),
  constraint a_reply_and_who_recorded_it unique (district, id, restriction_id, recorded_by)
);

select public.app_distribute('people.restriction_replies', 'district');

alter table people.restriction_replies add constraint reply_to_a_restriction foreign key (district, restriction_id) references people.restrictions (district, id);

alter table people.restriction_replies add constraint reply_recorded_by_a_natural_person foreign key (district, recorded_by) references people.persons (district, id);

select public.app_protect('people.restriction_replies', 'select, insert');

create index replies_to_a_restriction on people.restriction_replies (district, restriction_id, id);

-- The paper of a reply, kept sealed; at most one.
create table people.restriction_reply_files (
  district    int not null,
  reply_id    uuid not null,
  file_id     uuid not null,
  file_name   text not null,
  media_type  text not null,
  size_bytes  int not null,
  account_id  uuid not null,
  business_at timestamptz not null,
  constraint one_paper_a_reply primary key (district, reply_id)
);

select public.app_distribute('people.restriction_reply_files', 'district');

alter table people.restriction_reply_files add constraint paper_of_a_reply foreign key (district, reply_id) references people.restriction_replies (district, id);

alter table people.restriction_reply_files add constraint reply_paper_kept_sealed foreign key (district, file_id) references files.files (district, id);

select public.app_protect('people.restriction_reply_files', 'select, insert');

-- What follows from a reply, written once by somebody who neither recorded it nor proposed the restriction; both stand
-- here too, bound by the foreign keys, so that the database itself refuses them.
create table people.restriction_hearings (
  district        int not null,
  reply_id        uuid not null,
  restriction_id  uuid not null,
  recorded_by     uuid not null,
  proposal_id     uuid not null,
  proposed_by     uuid not null,
  outcome         text not null check (outcome in ('kept', 'shortened', 'ended')),
  reason          text not null check (length(reason) between 2 and 500),
  heard_by        uuid not null,
  account_id      uuid not null,
  business_at     timestamptz not null,
  recorded_at     timestamptz not null default now(),
  constraint a_reply_is_heard_once primary key (district, reply_id),
  constraint another_person_hears_a_reply check (heard_by <> recorded_by and heard_by <> proposed_by)
);

select public.app_distribute('people.restriction_hearings', 'district');

alter table people.restriction_hearings add constraint hearing_of_a_reply foreign key (district, reply_id, restriction_id, recorded_by) references people.restriction_replies (district, id, restriction_id, recorded_by);

alter table people.restriction_hearings add constraint hearing_knows_who_proposed foreign key (district, proposal_id, restriction_id, proposed_by) references people.restriction_proposals (district, id, restriction_id, proposed_by);

alter table people.restriction_hearings add constraint heard_by_a_natural_person foreign key (district, heard_by) references people.persons (district, id);

select public.app_protect('people.restriction_hearings', 'select, insert');
