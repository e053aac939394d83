-- A case that a guide puts to the coach (docs/decisions/0038-coaching.md). What they write about it is in sealed_words.
create table coaching_case (
  city_id uuid not null references city (id),
  id uuid not null,
  request_id uuid not null,
  guide_id uuid not null,
  -- Whoever coached the guide when it was put; a later coach does not get it.
  coach_id uuid not null,
  question_id uuid,
  answer_id uuid,
  asked_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  erase_on date not null,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, request_id) references help_request (city_id, id),
  foreign key (city_id, guide_id) references member (city_id, id),
  foreign key (city_id, coach_id) references member (city_id, id),
  foreign key (city_id, question_id) references sealed_words (city_id, id) on delete set null (question_id),
  foreign key (city_id, answer_id) references sealed_words (city_id, id) on delete set null (answer_id)
);
create unique index coaching_case_open_once on coaching_case (city_id, request_id, guide_id) where closed_at is null;
create index coaching_case_guide on coaching_case (city_id, guide_id, asked_at desc);
create index coaching_case_coach on coaching_case (city_id, coach_id, asked_at desc);
create index coaching_case_erase on coaching_case (city_id, erase_on);

-- What somebody would like to learn, for the coach of the team: about no client.
create table training_wish (
  city_id uuid not null references city (id),
  id uuid not null,
  member_id uuid not null,
  wish text not null check (length(wish) between 1 and 140),
  wished_at timestamptz not null,
  met_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index training_wish_member on training_wish (city_id, member_id);

-- A request that somebody would like a colleague to follow up. Who registered it stays who did.
create table handover (
  city_id uuid not null references city (id),
  id uuid not null,
  request_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  reason_id uuid,
  offered_at timestamptz not null,
  accepted_at timestamptz,
  -- Given back by the colleague, before or after accepting, or taken back by whoever offered it.
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (city_id, id),
  check (from_id <> to_id),
  check ((ended_at is null) = (ended_by is null)),
  foreign key (city_id, request_id) references help_request (city_id, id),
  foreign key (city_id, from_id) references member (city_id, id),
  foreign key (city_id, to_id) references member (city_id, id),
  foreign key (city_id, ended_by) references member (city_id, id),
  foreign key (city_id, reason_id) references sealed_words (city_id, id) on delete set null (reason_id)
);
create unique index handover_offered_once on handover (city_id, request_id) where accepted_at is null and ended_at is null;
create index handover_from on handover (city_id, from_id, offered_at desc);
create index handover_to on handover (city_id, to_id, offered_at desc);

alter table coaching_case enable row level security;
alter table coaching_case force row level security;
alter table training_wish enable row level security;
alter table training_wish force row level security;
alter table handover enable row level security;
alter table handover force row level security;

-- The two whom it concerns, and nobody else.
create policy coaching_case_read on coaching_case for select to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('job'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
    or ((select app_is('coach')) and coach_id = (select app_member()))
  ));
-- A request of one's own, to one's own coach.
create policy coaching_case_add on coaching_case for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure')) and guide_id = (select app_member())
  and coach_id = (select m.coach_id from member m where m.city_id = app_city() and m.id = app_member())
  and (select app_member() in (r.guide_id, r.caretaker_id) from help_request r
    where r.city_id = coaching_case.city_id and r.id = coaching_case.request_id));
create policy coaching_case_change on coaching_case for update to brugwijzer_app using (
  city_id = app_city() and (
    ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
    or ((select app_is('coach')) and coach_id = (select app_member()))
  ));
create policy coaching_case_erase on coaching_case for delete to brugwijzer_app
  using (city_id = app_city() and (select app_is('job')));
grant select, insert, update (question_id, answer_id, answered_at, closed_at, version), delete on coaching_case to brugwijzer_app;

create policy training_wish_read on training_wish for select to brugwijzer_app using (
  city_id = app_city() and (
    ((select app_is('guide', 'bridge_figure')) and member_id = (select app_member()))
    or ((select app_is('coach')) and member_id in (
      select m.id from member m where m.city_id = app_city() and m.coach_id = (select app_member())))
  ));
create policy training_wish_add on training_wish for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure')) and member_id = (select app_member()));
create policy training_wish_meet on training_wish for update to brugwijzer_app using (
  city_id = app_city() and (select app_is('coach')) and member_id in (
    select m.id from member m where m.city_id = app_city() and m.coach_id = (select app_member())));
create policy training_wish_drop on training_wish for delete to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure')) and member_id = (select app_member()));
grant select, insert, update (met_at), delete on training_wish to brugwijzer_app;

create policy handover_read on handover for select to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure')) and (select app_member()) in (from_id, to_id));
-- By whoever looks after it now, to a guide or bridge figure of the same organisation who is at work here.
create policy handover_add on handover for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure')) and from_id = (select app_member())
  and (select coalesce(r.caretaker_id, r.guide_id) = app_member() and r.voided_at is null from help_request r
    where r.city_id = handover.city_id and r.id = handover.request_id)
  and (select m.organization_id = app_organization() and m.disabled_at is null and m.account_id is not null
      and m.roles && array['guide', 'bridge_figure'] from member m
    where m.city_id = handover.city_id and m.id = handover.to_id));
create policy handover_change on handover for update to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure')) and (select app_member()) in (from_id, to_id));
grant select, insert, update (reason_id, accepted_at, ended_at, ended_by, version) on handover to brugwijzer_app;

-- The colleague may not change a request that is somebody else's: this function makes it theirs, or gives it back, for
-- whom it was offered to, while whoever offered it is still the one before. It shows nothing, and runs as the owner of the tables, in
-- the actor's city alone. Answers whether it moved.
create policy handover_follow on handover for select to brugwijzer_owner using (city_id = app_city());
create function pass_care(offer uuid, accepts boolean) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with moved as (
    update help_request r
      set caretaker_id = nullif(case when accepts then h.to_id else h.from_id end, r.guide_id)
    from handover h
    where h.city_id = app_city() and h.id = offer and h.to_id = app_member() and h.ended_at is null
      and (h.accepted_at is null) = accepts and r.city_id = h.city_id and r.id = h.request_id and r.voided_at is null
      and coalesce(r.caretaker_id, r.guide_id) = case when accepts then h.from_id else h.to_id end
    returning 1)
  select exists (select from moved);
end;
revoke execute on function pass_care from public;
grant execute on function pass_care to brugwijzer_app;
