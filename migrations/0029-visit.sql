-- One conversation at a desk, with the help requests that came out of it. Its facts are snapshots on each request; what
-- stands here is what recognises it when it is sent again, and what the clock of the device said.
create table visit (
  city_id uuid not null references city (id),
  id uuid not null,
  member_id uuid not null,
  -- A keyed hash of all that was sent: another visit under the same id is refused, and the hash tells nothing.
  digest text not null,
  received_at timestamptz not null,
  -- As the device said it, and how many seconds its clock was behind (below zero: ahead); null where it did not say.
  device_received_at timestamptz not null,
  device_behind integer,
  registered_at timestamptz not null default now(),
  primary key (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index visit_of_member on visit (city_id, member_id, registered_at desc);

alter table visit enable row level security;
alter table visit force row level security;

create policy visit_read on visit for select to brugwijzer_app
  using (city_id = app_city() and member_id = (select app_member()));
create policy visit_add on visit for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('guide', 'bridge_figure')) and member_id = (select app_member()));
grant select, insert on visit to brugwijzer_app;

-- Noted in one tap, to be finished later: the place, the moment and the theme are there, the rest is still asked for.
alter table help_request add unfinished boolean not null default false;
create index help_request_unfinished on help_request (city_id, guide_id, received_on) where unfinished and voided_at is null;
grant update (unfinished) on help_request to brugwijzer_app;
