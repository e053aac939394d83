-- When somebody sits at which desk, when they are away, and which languages they speak
-- (docs/decisions/0047-who-sits-where.md). Read, changed and forgotten as a whole, under one version.
create table roster (
  city_id uuid not null references city (id),
  -- The member whose week it is.
  id uuid not null,
  -- ISO 639-3, as contact languages are.
  languages text[] not null default '{}',
  -- [{"from": "2026-09-01", "spans": [{"weekday": 1, "deskId": …, "opens": "09:00", "closes": "12:30"}]}], in order.
  weeks jsonb not null default '[]' check (jsonb_typeof(weeks) = 'array'),
  -- [{"from": "2026-12-21", "to": "2026-12-24"}], in order. Never why: somebody's health is not ours to note.
  absences jsonb not null default '[]' check (jsonb_typeof(absences) = 'array'),
  version integer not null,
  primary key (city_id, id),
  foreign key (city_id, id) references member (city_id, id)
);
alter table roster enable row level security;
alter table roster force row level security;

-- Whoever works at the desks sees who sits there; the administrator helps colleagues to keep their week.
create policy roster_read on roster for select to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure', 'coach', 'coordinator', 'admin', 'cli', 'job')));
-- One's own, those of the own team, everybody's.
create policy roster_add on roster for insert to brugwijzer_app with check (
  city_id = app_city() and (
    (select app_is('coordinator', 'admin', 'cli'))
    or ((select app_is('guide', 'bridge_figure', 'coach')) and id = (select app_member()))
    or ((select app_is('coach')) and id in (
      select m.id from member m where m.city_id = app_city() and m.coach_id = (select app_member())))
  ));
create policy roster_change on roster for update to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'admin', 'cli', 'job'))
    or ((select app_is('guide', 'bridge_figure', 'coach')) and id = (select app_member()))
    or ((select app_is('coach')) and id in (
      select m.id from member m where m.city_id = app_city() and m.coach_id = (select app_member())))
  ));
-- The clockwork forgets the week of whoever left.
create policy roster_erase on roster for delete to brugwijzer_app
  using (city_id = app_city() and (select app_is('job')));
grant select, insert, update (languages, weeks, absences, version), delete on roster to brugwijzer_app;
