-- What a case keeps from going on while it is open: the class and the provider's other claims (decision 0014), or, of an
-- objection to a public notice, the one person alone, whom funds holds (decision 0019).
alter table integrity.cases add column freezes text not null default 'provider' constraint what_a_case_freezes check (freezes in ('provider', 'person'));
