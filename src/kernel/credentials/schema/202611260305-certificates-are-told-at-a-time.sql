-- When we were told of a certificate, in business time; those from before tell only when they were recorded.
alter table credentials.certificates add column told_at timestamptz;
