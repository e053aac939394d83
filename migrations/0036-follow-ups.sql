-- What somebody still has to do for a help request, and by when: of a letter never the letter, only what it asks
-- (docs/decisions/0036-follow-ups.md).
create table follow_up (
  city_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  -- Whose work it is.
  guide_id uuid not null,
  organization_id uuid not null,
  -- What kind of sender a letter came from (src/domain/follow-up/sender.ts); null: it is about no letter.
  sender text,
  what text not null check (length(what) between 1 and 80),
  due_on date not null,
  made_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, request_id) references help_request (city_id, id),
  foreign key (city_id, guide_id) references member (city_id, id),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, done_by) references member (city_id, id)
);
create index follow_up_open on follow_up (city_id, guide_id, due_on) where done_at is null;
create index follow_up_of_request on follow_up (city_id, request_id);

alter table follow_up enable row level security;
alter table follow_up force row level security;

-- Somebody's words about a person's affairs: for those who help, not for whoever counts. So not for the coordinator.
create policy follow_up_read on follow_up for select to brugwijzer_app using (
  city_id = app_city() and (
    ((select app_is('guide', 'bridge_figure')) and organization_id = (select app_organization()))
    or ((select app_is('coach')) and guide_id in (
      select m.id from member m where m.city_id = app_city() and m.coach_id = (select app_member())))
    or (select app_is('job'))
  ));
-- One's own, on a request that one sees.
create policy follow_up_add on follow_up for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure'))
  and organization_id = (select app_organization()) and guide_id = (select app_member())
  and (select true from help_request r where r.city_id = follow_up.city_id and r.id = follow_up.request_id));
-- Colleagues of the same organisation stand in for each other.
create policy follow_up_change on follow_up for update to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure'))
  and organization_id = (select app_organization()));
create policy follow_up_erase on follow_up for delete to brugwijzer_app
  using (city_id = app_city() and (select app_is('job')));
grant select, insert, update (sender, what, due_on, done_at, done_by, version), delete on follow_up to brugwijzer_app;
