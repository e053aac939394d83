-- Correcting a help request, with its history (docs/decisions/0015-corrections.md).
alter table help_request add voided_by uuid;
alter table help_request add foreign key (city_id, voided_by) references member (city_id, id);

-- What a correction changed, field by field, as the wide row shows it. Nothing is taken out of it again.
create table help_request_version (
  city_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  -- The version that the change made.
  version integer not null,
  changed_at timestamptz not null,
  -- Null: made on the command line.
  member_id uuid,
  actor_kind text not null,
  -- [{"field": …, "from": …, "to": …}]
  changes jsonb not null,
  primary key (city_id, id),
  unique (city_id, request_id, version),
  foreign key (city_id, request_id) references help_request (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);

-- The same for codes that the wide row may not show. guide_id repeats the request's, so that the policy needs no other
-- table. A change of these alone leaves the wide row's version as it was: whoever may not see it must not notice it.
create table help_request_sensitive_version (
  city_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  guide_id uuid not null,
  -- The version of the wide row at that moment, and whether this change made it.
  version integer not null,
  with_row boolean not null,
  changed_at timestamptz not null,
  member_id uuid,
  actor_kind text not null,
  changes jsonb not null,
  primary key (city_id, id),
  foreign key (city_id, request_id) references help_request (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index help_request_sensitive_version_of on help_request_sensitive_version (city_id, request_id);

alter table help_request_version enable row level security;
alter table help_request_version force row level security;
alter table help_request_sensitive_version enable row level security;
alter table help_request_sensitive_version force row level security;

-- History is seen by whoever sees the request, and written as who one is by whoever may correct it. `(select true …)` is
-- a look at one request; an `exists` may be answered by reading them all, when the planner expects few.
create policy help_request_version_read on help_request_version for select to brugwijzer_app using (
  city_id = app_city() and (select true from help_request r
    where r.city_id = help_request_version.city_id and r.id = help_request_version.request_id));
create policy help_request_version_append on help_request_version for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure', 'coach', 'coordinator', 'cli'))
  and member_id is not distinct from app_member()
  and actor_kind = case when app_member() is null then current_setting('app.roles') else 'member' end
  and (select true from help_request r
    where r.city_id = help_request_version.city_id and r.id = help_request_version.request_id
      and r.version = help_request_version.version));
grant select, insert on help_request_version to brugwijzer_app;

create policy help_request_sensitive_version_read on help_request_sensitive_version for select to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
  ));
create policy help_request_sensitive_version_append on help_request_sensitive_version for insert to brugwijzer_app with check (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
  )
  and member_id is not distinct from app_member()
  and actor_kind = case when app_member() is null then current_setting('app.roles') else 'member' end
  and (select true from help_request r
    where r.city_id = help_request_sensitive_version.city_id and r.id = help_request_sensitive_version.request_id
      and r.guide_id = help_request_sensitive_version.guide_id and r.version = help_request_sensitive_version.version));
grant select, insert on help_request_sensitive_version to brugwijzer_app;

-- Only what a correction touches; who may is the policy help_request_change.
grant update (received_at, time_known, received_on, desk_id, channel, origin, client_kind, asked_by, status,
  status_definition, nationality, contact_language, language_help, neighbourhood, first_visit, theme, sub_theme, actions, who_did_it, outcome, barriers,
  minutes, referred_to_text, tip, voided_by) on help_request to brugwijzer_app;

create policy help_request_sensitive_change on help_request_sensitive for update to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
  )) with check (
  city_id = app_city() and (select true from help_request r where r.city_id = help_request_sensitive.city_id
    and r.id = help_request_sensitive.id and r.received_on = help_request_sensitive.received_on
    and r.guide_id = help_request_sensitive.guide_id and r.organization_id = help_request_sensitive.organization_id));
alter policy help_request_sensitive_write on help_request_sensitive with check (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
  )
  and (select true from help_request r where r.city_id = help_request_sensitive.city_id
    and r.id = help_request_sensitive.id and r.received_on = help_request_sensitive.received_on
    and r.guide_id = help_request_sensitive.guide_id and r.organization_id = help_request_sensitive.organization_id));
create policy help_request_sensitive_drop on help_request_sensitive for delete to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
  ));
grant update (received_on, status, sub_theme), delete on help_request_sensitive to brugwijzer_app;

-- Whoever follows a request up without having registered it corrects what the wide row shows, and must not learn whether
-- there was more behind it. This function makes the hidden codes follow such a correction, keeps their history for who
-- may read it, and shows nothing. It runs as the owner of the tables, in the actor's city alone.
create policy help_request_owner_read on help_request for select to brugwijzer_owner using (city_id = app_city());
create policy help_request_version_owner_read on help_request_version for select to brugwijzer_owner
  using (city_id = app_city());
create policy help_request_sensitive_follow on help_request_sensitive for all to brugwijzer_owner using (city_id = app_city());
create policy help_request_sensitive_version_follow on help_request_sensitive_version for insert to brugwijzer_owner
  with check (city_id = app_city());

create function follow_correction(corrected uuid, drops_status boolean, drops_sub_theme boolean, happened_at timestamptz)
  returns void language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  request help_request;
  hidden help_request_sensitive;
  dropped jsonb;
begin
  select * into request from help_request where city_id = app_city() and id = corrected;
  select * into hidden from help_request_sensitive where city_id = app_city() and id = corrected;
  -- Only for whoever has just written this version of the row.
  if not found or not exists (select from help_request_version v where v.city_id = app_city() and v.request_id = corrected
    and v.version = request.version and v.member_id = app_member() and v.changed_at = happened_at) then return; end if;
  dropped := (case when drops_status and hidden.status is not null
      then jsonb_build_array(jsonb_build_object('field', 'status', 'from', hidden.status, 'to', request.status))
      else '[]' end)
    || (case when drops_sub_theme and hidden.sub_theme is not null
      then jsonb_build_array(jsonb_build_object('field', 'subTheme', 'from', hidden.sub_theme, 'to', request.sub_theme))
      else '[]' end);
  if dropped <> '[]' then
    insert into help_request_sensitive_version
      (city_id, id, request_id, guide_id, version, with_row, changed_at, member_id, actor_kind, changes)
    values (app_city(), gen_random_uuid(), corrected, request.guide_id, request.version, true, happened_at, app_member(),
      'member', dropped);
  end if;
  if (drops_status or hidden.status is null) and (drops_sub_theme or hidden.sub_theme is null) then
    delete from help_request_sensitive where city_id = app_city() and id = corrected;
  else
    update help_request_sensitive set received_on = request.received_on,
        status = case when drops_status then null else hidden.status end,
        sub_theme = case when drops_sub_theme then null else hidden.sub_theme end
      where city_id = app_city() and id = corrected;
  end if;
end $$;
revoke execute on function follow_correction from public;
grant execute on function follow_correction to brugwijzer_app;
