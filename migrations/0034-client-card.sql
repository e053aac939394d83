-- Somebody, or a household, who is helped again and wants us to know it (docs/decisions/0034-cards-and-files.md). Nothing
-- says who it is: what stands here is made by chance. The links from here to help requests stand in a table of their own,
-- so that whoever counts the rows of the city cannot tell which of them are of the same person.
create table client (
  city_id uuid not null references city (id),
  id uuid not null,
  kind text not null check (kind in ('person', 'household')),
  made_at timestamptz not null default clock_timestamp(),
  primary key (city_id, id)
);

-- A card of a printed sheet. Its code stands on paper only: here is a keyed hash that finds it again and tells nothing.
create table client_card (
  city_id uuid not null references city (id),
  id uuid not null,
  sheet_id uuid not null,
  code_digest text not null,
  pictures text[] not null check (cardinality(pictures) = 3),
  printed_by uuid not null,
  printed_at timestamptz not null default clock_timestamp(),
  -- Null: blank, or stopped.
  client_id uuid,
  linked_at timestamptz,
  replaced_at timestamptz,
  stopped_at timestamptz,
  check (client_id is null or (linked_at is not null and stopped_at is null)),
  check (replaced_at is null or linked_at is not null),
  primary key (city_id, id),
  unique (city_id, code_digest),
  foreign key (city_id, printed_by) references member (city_id, id),
  foreign key (city_id, client_id) references client (city_id, id)
);
-- A client has one card that works.
create unique index client_card_at_work on client_card (city_id, client_id)
  where client_id is not null and replaced_at is null;
create index client_card_of_sheet on client_card (city_id, sheet_id);

-- Which help requests were of this client; it goes with the client, and the request stays.
create table client_request (
  city_id uuid not null,
  -- The help request's.
  id uuid not null,
  client_id uuid not null,
  organization_id uuid not null,
  received_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, id) references help_request (city_id, id),
  foreign key (city_id, client_id) references client (city_id, id) on delete cascade,
  foreign key (city_id, organization_id) references organization (city_id, id)
);
create index client_request_of_client on client_request (city_id, client_id);

-- Somebody lets one more organisation see what other organisations noted: asked on the spot, for a while.
create table client_agreement (
  city_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  -- Which may see.
  organization_id uuid not null,
  -- Who asked, in which language (ISO 639-3).
  member_id uuid not null,
  language text not null,
  agreed_at timestamptz not null,
  ends_at timestamptz not null,
  withdrawn_at timestamptz,
  check (ends_at > agreed_at),
  primary key (city_id, id),
  foreign key (city_id, client_id) references client (city_id, id) on delete cascade,
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index client_agreement_of_client on client_agreement (city_id, client_id, organization_id);

do $$
declare owned text;
begin
  foreach owned in array array['client', 'client_card', 'client_request', 'client_agreement'] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
  end loop;
end $$;

-- Whoever serves people, and nobody who counts, leads or watches them. The same card serves at every desk of the city.
create policy client_serve on client for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('guide', 'bridge_figure', 'job')));
create policy client_card_serve on client_card for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('guide', 'bridge_figure')));
create policy client_card_print on client_card for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure'))
  and printed_by = (select app_member()) and client_id is null);
create policy client_card_move on client_card for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('guide', 'bridge_figure')));
grant select, insert, delete on client to brugwijzer_app;
grant select, insert, update (client_id, linked_at, replaced_at, stopped_at) on client_card to brugwijzer_app;

create policy client_request_read on client_request for select to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('job'))
    or ((select app_is('guide', 'bridge_figure')) and organization_id = (select app_organization()))
  ));
create policy client_request_link on client_request for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure'))
  and organization_id = (select app_organization())
  and exists (select from help_request r where r.city_id = client_request.city_id and r.id = client_request.id
    and r.guide_id = (select app_member())));
create policy client_request_forget on client_request for delete to brugwijzer_app
  using (city_id = app_city() and (select app_is('job')));
grant select, insert, delete on client_request to brugwijzer_app;

create policy client_agreement_read on client_agreement for select to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure'))
  and organization_id = (select app_organization()));
create policy client_agreement_add on client_agreement for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('guide', 'bridge_figure'))
  and organization_id = (select app_organization()) and member_id = (select app_member()));
create policy client_agreement_withdraw on client_agreement for update to brugwijzer_app using (
  city_id = app_city() and (select app_is('guide', 'bridge_figure'))
  and organization_id = (select app_organization()));
grant select, insert, update (withdrawn_at) on client_agreement to brugwijzer_app;

-- What a client asked before: day, theme and result, newest first. Of the own organisation; of others only while the person
-- lets this organisation see them. Never a sub-theme, a status or who was asked, so never a sensitive code; of a household
-- only what was for the household, whatever was corrected since.
create function client_history(client uuid, moment timestamptz, most integer)
  returns table (id uuid, received_on date, theme text, outcome text, organization_id uuid)
  language sql stable security definer rows 20 set search_path = pg_catalog, public, pg_temp as $$
  select h.id, h.received_on, h.theme, h.outcome, h.organization_id
  from client_request l
  join client c on c.city_id = l.city_id and c.id = l.client_id
  join help_request h on h.city_id = l.city_id and h.id = l.id
  where l.city_id = app_city() and l.client_id = client_history.client and h.voided_at is null
    and app_is('guide', 'bridge_figure')
    and (c.kind = 'person' or h.client_kind = 'family')
    and (l.organization_id = app_organization() or exists (
      select from client_agreement a where a.city_id = l.city_id and a.client_id = l.client_id
        and a.organization_id = app_organization() and a.withdrawn_at is null
        and a.agreed_at <= moment and a.ends_at > moment))
  order by h.received_on desc, h.received_at desc, h.id desc
  limit most
$$;

create policy client_find on client for select to brugwijzer_finder using (city_id = app_city());
create policy client_request_find on client_request for select to brugwijzer_finder using (city_id = app_city());
create policy client_agreement_find on client_agreement for select to brugwijzer_finder using (city_id = app_city());
grant select (city_id, id, kind) on client to brugwijzer_finder;
grant select (city_id, id, client_id, organization_id) on client_request to brugwijzer_finder;
grant select (city_id, client_id, organization_id, agreed_at, ends_at, withdrawn_at) on client_agreement
  to brugwijzer_finder;
revoke execute on function client_history from public;
grant execute on function client_history to brugwijzer_app;
grant create on schema public to brugwijzer_finder;
alter function client_history owner to brugwijzer_finder;
revoke create on schema public from brugwijzer_finder;
