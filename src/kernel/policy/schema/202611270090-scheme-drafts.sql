-- A scheme's next version while it is written: one whole document, saved as often as its writers like. Which revision is the
-- last and what became of the draft are the only things that move; every save is a revision, every change of status an event.
create table policy.scheme_drafts (
  district       int not null,
  id             uuid not null,
  scheme         text not null,
  begun_from     text not null,
  begun_sha256   bytea not null,
  note           text not null default '' check (length(note) <= 500),
  revision       int not null default 1 check (revision >= 1),
  status         text not null default 'open' check (status in ('open', 'discarded', 'published')),
  begun_by       uuid not null,
  account_id     uuid not null,
  business_at    timestamptz not null,
  recorded_at    timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('policy.scheme_drafts', 'district');

alter table policy.scheme_drafts add constraint draft_by_a_natural_person foreign key (district, begun_by) references people.persons (district, id);

select public.app_protect('policy.scheme_drafts', 'select, insert');

grant update (revision, status) on policy.scheme_drafts to shanjiang_app;

-- What the document was after one save. Of two who save on one revision the second meets the key.
create table policy.draft_revisions (
  district     int not null,
  draft_id     uuid not null,
  revision     int not null check (revision >= 1),
  document     jsonb not null,
  note         text not null default '' check (length(note) <= 500),
  saved_by     uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  constraint one_save_a_revision primary key (district, draft_id, revision)
);

select public.app_distribute('policy.draft_revisions', 'district');

alter table policy.draft_revisions add constraint revision_of_a_draft foreign key (district, draft_id) references policy.scheme_drafts (district, id);

select public.app_protect('policy.draft_revisions', 'select, insert');

-- Every change of a draft's status.
create table policy.draft_events (
  district     int not null,
  id           uuid not null,
  draft_id     uuid not null,
  status_from  text not null check (status_from in ('open', 'discarded', 'published')),
  status_to    text not null check (status_to in ('open', 'discarded', 'published')),
  reason       text not null default '' check (length(reason) <= 500),
  person_id    uuid not null,
  account_id   uuid not null,
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  primary key (district, id)
);

select public.app_distribute('policy.draft_events', 'district');

alter table policy.draft_events add constraint event_of_a_draft foreign key (district, draft_id) references policy.scheme_drafts (district, id);

select public.app_protect('policy.draft_events', 'select, insert');

-- Somebody proposes to publish one revision, under the number of the document that the bureau issues. It is bound to the hash
-- of what was seen: a draft saved since is proposed anew. `nth` is how often it was: one proposal waits at a time.
create table policy.scheme_proposals (
  district         int not null,
  id               uuid not null,
  draft_id         uuid not null,
  nth              int not null check (nth >= 1),
  revision         int not null,
  scheme           text not null,
  version          text not null,
  sha256           bytea not null check (length(sha256) = 32),
  document_number  text not null check (length(document_number) between 2 and 120),
  reason           text not null check (length(reason) between 2 and 500),
  proposed_by      uuid not null,
  account_id       uuid not null,
  business_at      timestamptz not null,
  recorded_at      timestamptz not null default now(),
  primary key (district, id),
  constraint one_proposal_of_a_draft_at_a_time unique (district, draft_id, nth),
  constraint a_proposal_and_its_proposer unique (district, id, proposed_by),
  constraint a_proposal_and_what_it_proposes unique (district, id, proposed_by, sha256)
);

select public.app_distribute('policy.scheme_proposals', 'district');

alter table policy.scheme_proposals add constraint proposal_of_a_revision foreign key (district, draft_id, revision) references policy.draft_revisions (district, draft_id, revision);

alter table policy.scheme_proposals add constraint proposal_by_a_natural_person foreign key (district, proposed_by) references people.persons (district, id);

select public.app_protect('policy.scheme_proposals', 'select, insert');

-- What became of it, once: another natural person publishes it or sends it back; only its proposer takes it back.
create table policy.scheme_proposal_answers (
  district     int not null,
  proposal_id  uuid not null,
  proposed_by  uuid not null,
  answered_by  uuid not null,
  account_id   uuid not null,
  outcome      text not null check (outcome in ('published', 'sent-back', 'withdrawn')),
  reason       text not null default '' check (length(reason) <= 500),
  business_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  constraint a_proposal_is_answered_once primary key (district, proposal_id),
  constraint two_people_answer_a_proposal check ((outcome = 'withdrawn') = (answered_by = proposed_by)),
  constraint sent_back_for_a_reason check (outcome <> 'sent-back' or length(reason) >= 2)
);

select public.app_distribute('policy.scheme_proposal_answers', 'district');

alter table policy.scheme_proposal_answers add constraint answer_to_a_proposal foreign key (district, proposal_id, proposed_by) references policy.scheme_proposals (district, id, proposed_by);

alter table policy.scheme_proposal_answers add constraint proposal_answered_by_a_natural_person foreign key (district, answered_by) references people.persons (district, id);

select public.app_protect('policy.scheme_proposal_answers', 'select, insert');

-- A version that a county has published: from then on it decides beside what comes with the platform. Never changed, never
-- taken back; another version may take its place. The document is what was proposed, to the letter.
create table policy.published_versions (
  district         int not null,
  id               uuid not null,
  number           int not null check (number >= 1),
  scheme           text not null,
  version          text not null,
  pack_sha256      bytea not null references policy.documents (sha256),
  proposal_id      uuid not null,
  proposed_by      uuid not null,
  published_by     uuid not null,
  account_id       uuid not null,
  document_number  text not null,
  notice           jsonb not null,
  business_at      timestamptz not null,
  recorded_at      timestamptz not null default now(),
  primary key (district, id),
  constraint versions_are_published_in_turn unique (district, number),
  constraint a_version_is_published_once unique (district, scheme, version),
  constraint a_proposal_is_published_once unique (district, proposal_id),
  constraint two_people_publish check (published_by <> proposed_by)
);

select public.app_distribute('policy.published_versions', 'district');

alter table policy.published_versions add constraint published_as_proposed foreign key (district, proposal_id, proposed_by, pack_sha256) references policy.scheme_proposals (district, id, proposed_by, sha256);

alter table policy.published_versions add constraint published_by_a_natural_person foreign key (district, published_by) references people.persons (district, id);

select public.app_protect('policy.published_versions', 'select, insert');

select public.app_seal('policy.scheme_drafts');

select public.app_seal('policy.draft_revisions');

select public.app_seal('policy.draft_events');

select public.app_seal('policy.scheme_proposals');

select public.app_seal('policy.scheme_proposal_answers');

select public.app_seal('policy.published_versions');
