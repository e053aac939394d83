-- Who may connect as what (docs/decisions/0003-database-roles.md). The roles themselves are made before any
-- migration, because they belong to the server and not to one database (src/db/role.ts).
revoke all on schema public from public;
grant usage on schema public to brugwijzer_app, brugwijzer_auth;

-- The actor behind the running transaction. src/db/as-actor.ts sets it; every policy reads it through these.
create function app_city() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.city', true), '')::uuid;
create function app_member() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.member', true), '')::uuid;
create function app_organization() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organization', true), '')::uuid;
-- True when the actor holds one of these roles. A kind of actor that is no person (cli, job, public) is a role too.
create function app_is(variadic roles text[]) returns boolean language sql stable parallel safe
  return roles && string_to_array(current_setting('app.roles', true), ',');

-- Global tables: the closed list of ARCHITECTURE.md. Only brugwijzer_auth reaches them, and it reaches little else.
create table city (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null,
  time_zone text not null default 'Europe/Brussels',
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);

create table account (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table account_credential (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references account (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_credential_user on account_credential (user_id);

create table session (
  id uuid primary key,
  token text not null unique,
  user_id uuid not null references account (id) on delete cascade,
  -- The city that this person works in now; null = the only one, or none chosen yet.
  city_id uuid references city (id),
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_of_account on session (user_id);

create table verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);

-- Counts failed sign-ins per door, never per person alone, so that nobody can lock out another (src/domain/sign-in.ts).
create table sign_in_attempt (
  door text primary key,
  failures integer not null,
  window_ends_at timestamptz not null
);

grant select, insert, update, delete
  on city, account, account_credential, session, verification, sign_in_attempt to brugwijzer_auth;
