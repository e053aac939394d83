-- Who lives in the municipality, as somebody else counted it: the report lays it beside its own nationalities. One counting
-- for each day; the report takes the newest that was counted before its period ended.
create table population (
  city_id uuid not null references city (id),
  id uuid not null,
  counted_on date not null,
  source text not null check (length(source) between 1 and 200),
  -- [{"country": "MA", "people": 1234}, …]
  groups jsonb not null check (jsonb_array_length(groups) > 0),
  version integer not null default 1,
  primary key (city_id, id),
  unique (city_id, counted_on)
);

alter table population enable row level security;
alter table population force row level security;

create policy population_read on population for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator', 'cli')));
create policy population_write on population for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('coordinator')));
grant select, insert, update, delete on population to brugwijzer_app;
