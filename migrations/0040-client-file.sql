-- Who a client is, where they wanted us to know (docs/decisions/0034-cards-and-files.md). It belongs to the organisation that
-- was told. What says who it is can be read by the server only; it is found again by keyed hashes of its exact words.
create table client_file (
  city_id uuid not null,
  -- The client's.
  id uuid not null,
  organization_id uuid not null,
  -- Name, how to reach, languages: under AES-256-GCM, with a key that is not in the database.
  sealed bytea not null,
  name_digest text not null,
  reach_digest text,
  -- How it was told, before there was one: by whom, when, in which language and with whose help, and what.
  explained_by uuid not null,
  explained_at timestamptz not null,
  explained_in text not null,
  language_help text not null,
  explained text[] not null,
  last_contact_at timestamptz not null,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, id) references client (city_id, id) on delete cascade,
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, explained_by) references member (city_id, id)
);
create index client_file_name on client_file (city_id, name_digest);
create index client_file_reach on client_file (city_id, reach_digest) where reach_digest is not null;
create index client_file_contact on client_file (city_id, last_contact_at);

alter table client_file enable row level security;
alter table client_file force row level security;

create policy client_file_serve on client_file for select to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure')) and organization_id = (select app_organization()));
create policy client_file_add on client_file for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure'))
  and organization_id = (select app_organization()) and explained_by = (select app_member()));
create policy client_file_change on client_file for update to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure')) and organization_id = (select app_organization()));
create policy client_file_erase on client_file for delete to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure')) and organization_id = (select app_organization()));
-- The clockwork erases what is old; of a file it reads nothing but that.
create policy client_file_expire on client_file for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('job')));
grant select, insert, delete,
  update (sealed, name_digest, reach_digest, explained_by, explained_at, explained_in, language_help, explained,
    last_contact_at, version) on client_file to brugwijzer_app;

create index client_request_received on client_request (city_id, received_at);
