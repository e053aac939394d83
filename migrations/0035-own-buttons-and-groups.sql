-- A guide's own buttons: what they note often, in one tap. For nobody else, and nothing about anybody.
create table own_buttons (
  city_id uuid not null,
  -- The member whose buttons these are.
  id uuid not null,
  -- [{"id": …, "name": …, "theme": …, "subTheme": …, "actions": […], "outcome": …, "whoDidIt": …}], in their order.
  buttons jsonb not null,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, id) references member (city_id, id)
);
alter table own_buttons enable row level security;
alter table own_buttons force row level security;
create policy own_buttons_own on own_buttons for all to brugwijzer_app
  using (city_id = app_city() and id = (select app_member()));
grant select, insert, update (buttons, version) on own_buttons to brugwijzer_app;

-- People met together: counted beside help requests, never among them. A number of heads, and no fact about any of them.
create table group_contact (
  city_id uuid not null references city (id),
  id uuid not null,
  held_on date not null,
  desk_id uuid not null,
  guide_id uuid not null,
  organization_id uuid not null,
  theme text not null,
  people integer not null check (people between 2 and 2000),
  recorded_at timestamptz not null default now(),
  -- Out of the figures, and kept.
  voided_at timestamptz,
  voided_by uuid,
  void_reason text,
  primary key (city_id, id),
  foreign key (city_id, desk_id) references desk (city_id, id),
  foreign key (city_id, guide_id) references member (city_id, id),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, voided_by) references member (city_id, id)
);
create index group_contact_newest on group_contact (city_id, held_on desc, recorded_at desc, id desc);

alter table group_contact enable row level security;
alter table group_contact force row level security;

-- As with help requests: the own organisation, the own team, the city.
create policy group_contact_read on group_contact for select to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli', 'job'))
    or ((select app_is('guide', 'bridge_figure')) and organization_id = (select app_organization()))
    or ((select app_is('coach')) and guide_id in (
      select m.id from member m where m.city_id = app_city() and m.coach_id = (select app_member())))
  ));
create policy group_contact_add on group_contact for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure'))
  and organization_id = (select app_organization()) and guide_id = (select app_member()));
create policy group_contact_void on group_contact for update to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
  ));
grant select, insert, update (voided_at, voided_by, void_reason) on group_contact to brugwijzer_app;
