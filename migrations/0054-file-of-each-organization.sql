-- Each organisation that was told who a client is keeps a file of its own, and does not learn that there is another
-- (docs/decisions/0034-cards-and-files.md).
alter table client_file rename column id to client_id;
alter table client_file add column id uuid not null default gen_random_uuid();
alter table client_file alter column id drop default;
alter table client_file drop constraint client_file_pkey, add primary key (city_id, id);
create unique index client_file_of_client on client_file (city_id, client_id, organization_id);
