-- A provider's paper that expires: its licence, the fire safety of a site, the right to its premises. Never changed but
-- for being withdrawn when it was filed by mistake; a renewed paper is another row.
create table training.provider_documents (
  district          int not null,
  id                uuid not null,
  organisation_id   uuid not null,
  site_id           uuid,
  kind              text not null,
  number            text not null check (length(number) between 1 and 100),
  valid_from        date not null,
  valid_to          date not null,
  filed_by          uuid not null,
  business_at       timestamptz not null,
  recorded_at       timestamptz not null default now(),
  withdrawn_at      timestamptz,
  withdrawn_reason  text,
  primary key (district, id),
  constraint document_ends_after_it_begins check (valid_to >= valid_from),
  constraint withdrawn_with_a_reason check ((withdrawn_at is null) = (withdrawn_reason is null))
);

select public.app_distribute('training.provider_documents', 'district');

alter table training.provider_documents add constraint document_of_an_organisation foreign key (district, organisation_id) references people.organisations (district, id);

alter table training.provider_documents add constraint document_of_a_site foreign key (district, site_id) references training.sites (district, id);

select public.app_protect('training.provider_documents', 'select, insert, update (withdrawn_at, withdrawn_reason)');

create index documents_of_a_provider on training.provider_documents (district, organisation_id, id);
