-- Members are corrected with their version; whoever leaves names who takes over what was open (docs/decisions/0019-leaving.md).
alter table member add version integer not null default 1;
alter table member add successor_id uuid;
alter table member add foreign key (city_id, successor_id) references member (city_id, id);
alter table organization add version integer not null default 1;

-- What an invitation link may do: join the one city, as the one member that its invitation describes.
create function app_link() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.link', true), '')::uuid;
-- When a link is used: the application says what time it is, as it says who asks.
create function app_moment() returns timestamptz language sql stable parallel safe
  return nullif(current_setting('app.moment', true), '')::timestamptz;

create table invitation (
  city_id uuid not null references city (id),
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  roles text[] not null check (cardinality(roles) > 0),
  organization_id uuid not null,
  coach_id uuid,
  -- The member who gets an account by it: given for somebody known from an import, else made when it is accepted.
  member_id uuid,
  language text not null check (language in ('nl', 'fr', 'en')),
  -- SHA-256 of the token in the link; whoever reads this table cannot accept anything.
  token_digest text not null,
  -- The link went to the mailbox alone. One that an administrator saw says nothing about whose account it opens.
  link_mailed boolean not null,
  -- Null: made on the command line.
  invited_by uuid,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  mailed_at timestamptz,
  -- What went wrong with the last mail, as a code of ours; never the words of a mail server.
  mail_failure text,
  mail_failed_at timestamptz,
  primary key (city_id, id),
  check ((mail_failure is null) = (mail_failed_at is null)),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, coach_id) references member (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id),
  foreign key (city_id, invited_by) references member (city_id, id)
);
create unique index invitation_open_once on invitation (city_id, email) where accepted_at is null and withdrawn_at is null;
create index invitation_token on invitation (token_digest);

create table api_key (
  city_id uuid not null references city (id),
  id uuid not null,
  member_id uuid not null,
  name text not null,
  -- What the key may at most; what its member may no longer, it may not either.
  roles text[] not null check (cardinality(roles) > 0),
  -- The beginning, to tell one from another; and the SHA-256 of the whole, which opens nothing.
  prefix text not null,
  digest text not null,
  made_at timestamptz not null,
  expires_at timestamptz,
  -- The day alone: when somebody's program works is nobody's business.
  last_used_on date,
  revoked_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);
create index api_key_digest on api_key (digest);
create index api_key_member on api_key (city_id, member_id);

alter table invitation enable row level security;
alter table invitation force row level security;
alter table api_key enable row level security;
alter table api_key force row level security;

create policy invitation_write on invitation for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('admin', 'cli')));
-- A link sees its own invitation while that is open, and as it accepts it.
create policy invitation_read_by_link on invitation for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('link')) and id = (select app_link()) and withdrawn_at is null
    and expires_at > (select app_moment()) and (accepted_at is null or accepted_at = (select app_moment())));
create policy invitation_accept_by_link on invitation for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('link')) and id = (select app_link()) and accepted_at is null)
  with check (city_id = app_city() and (select app_is('link')) and id = (select app_link())
    and accepted_at = (select app_moment()) and member_id is not null);
grant select, insert on invitation to brugwijzer_app;
grant update (token_digest, link_mailed, invited_at, expires_at, accepted_at, withdrawn_at, member_id, mailed_at,
  mail_failure, mail_failed_at) on invitation to brugwijzer_app;

create policy api_key_write on api_key for all to brugwijzer_app
  using (city_id = app_city() and (select app_is('admin', 'cli')));
grant select, insert, update (revoked_at) on api_key to brugwijzer_app;

-- A link and a key are found before there is an actor: these columns and nothing else.
create policy invitation_of_link on invitation for select to brugwijzer_auth using (accepted_at is null or withdrawn_at is null);
grant select (city_id, id, email, name, roles, organization_id, language, token_digest, link_mailed, expires_at,
  accepted_at, withdrawn_at) on invitation to brugwijzer_auth;
create policy api_key_of_program on api_key for select to brugwijzer_auth using (revoked_at is null);
create policy api_key_used on api_key for update to brugwijzer_auth using (revoked_at is null);
grant select (city_id, id, member_id, roles, digest, expires_at, last_used_on, revoked_at), update (last_used_on)
  on api_key to brugwijzer_auth;

-- Whoever holds a link is not at work here yet: of the city they see the one member whom the invitation is for.
drop policy organization_read on organization;
create policy organization_read on organization for select to brugwijzer_app
  using (city_id = app_city() and (select not app_is('public', 'link')));
drop policy member_read on member;
create policy member_read on member for select to brugwijzer_app
  using (city_id = app_city() and (select not app_is('public', 'link')));
create policy member_read_by_link on member for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('link'))
    and id = (select i.member_id from invitation i where i.city_id = app_city() and i.id = app_link()));

-- A link makes one member, or gives one an account, exactly as the invitation says and while it is open (the policies of
-- the invitation hold in these questions too).
create policy member_join on member for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('link')) and account_id is not null and exists (
    select from invitation i where i.city_id = member.city_id and i.id = app_link() and i.accepted_at is null
      and i.member_id is null and i.name = member.name and i.roles = member.roles
      and i.organization_id = member.organization_id and i.coach_id is not distinct from member.coach_id));
create policy member_get_account on member for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('link')) and account_id is null and disabled_at is null and exists (
    select from invitation i where i.city_id = member.city_id and i.id = app_link() and i.accepted_at is null
      and i.member_id = member.id))
  with check (city_id = app_city() and (select app_is('link')) and account_id is not null and exists (
    select from invitation i where i.city_id = member.city_id and i.id = app_link() and i.accepted_at is null
      and i.member_id = member.id and i.roles = member.roles));

-- Who looks after a request: whoever registered it, or whoever took it over. The search of 0004 says the same.
alter table help_request add foreign key (city_id, caretaker_id) references member (city_id, id);
create index help_request_caretaker on help_request (city_id, caretaker_id) where caretaker_id is not null;
create index help_request_guide on help_request (city_id, guide_id) where voided_at is null;

drop policy help_request_read on help_request;
create policy help_request_read on help_request for select to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli', 'job'))
    or ((select app_is('guide', 'bridge_figure')) and organization_id = (select app_organization()))
    or ((select app_is('guide', 'bridge_figure', 'coach')) and caretaker_id = (select app_member()))
    or ((select app_is('coach')) and guide_id in (
      select m.id from member m where m.city_id = app_city() and m.coach_id = (select app_member())))
  ));
drop policy help_request_change on help_request;
create policy help_request_change on help_request for update to brugwijzer_app using (
  city_id = app_city() and (
    (select app_is('coordinator', 'cli'))
    or ((select app_is('guide', 'bridge_figure')) and guide_id = (select app_member()))
    or ((select app_is('guide', 'bridge_figure', 'coach')) and caretaker_id = (select app_member()))
  ));

-- The administrator sees no requests, yet what somebody leaves behind must move. These functions count and move, show
-- none, and take the city from the actor alone. They run as the owner of the tables, who may read by a policy of 0005.
create policy help_request_care on help_request for update to brugwijzer_owner using (city_id = app_city());

create function count_cares(carer uuid, outcomes text[]) returns integer
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  return (select count(*)::integer from help_request
    where city_id = app_city() and app_is('admin', 'cli') and voided_at is null and outcome = any (outcomes)
      and (caretaker_id = carer or (caretaker_id is null and guide_id = carer)));

create function move_cares(carer uuid, successor uuid, outcomes text[]) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with moved as (
    update help_request set caretaker_id = nullif(successor, guide_id)
    where city_id = app_city() and app_is('admin', 'cli') and voided_at is null and outcome = any (outcomes)
      and (caretaker_id = carer or (caretaker_id is null and guide_id = carer))
    returning 1)
  select count(*)::integer from moved;
end;

create function return_cares(guide uuid, successor uuid, outcomes text[]) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with returned as (
    update help_request set caretaker_id = null
    where city_id = app_city() and app_is('admin', 'cli') and voided_at is null and outcome = any (outcomes)
      and guide_id = guide and caretaker_id = successor
    returning 1)
  select count(*)::integer from returned;
end;

revoke execute on function count_cares, move_cares, return_cares from public;
grant execute on function count_cares, move_cares, return_cares to brugwijzer_app;
