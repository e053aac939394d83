-- Lists that a city changes itself, with the words of every day kept (docs/decisions/0018-code-lists-are-kept.md).

create table code_list (
  city_id uuid not null references city (id),
  id uuid not null,
  list text not null,
  -- Counts the changes of the list. Whoever changes it locks this row, so that changes of one list follow each other.
  version integer not null default 1,
  -- The version of the product's default lists that this city began with.
  based_on text not null,
  primary key (city_id, id),
  unique (city_id, list)
);

-- How a code read from a version of its list on. Append-only: the newest row of a code says what code_list_item says.
create table code_list_item_version (
  city_id uuid not null references city (id),
  id uuid not null,
  item_id uuid not null,
  list_version integer not null,
  position integer not null,
  active boolean not null,
  labels jsonb not null,
  definitions jsonb not null,
  synonyms text[] not null,
  -- Of the change itself, not of the transaction's beginning, which may lie before an earlier change.
  changed_at timestamptz not null default clock_timestamp(),
  -- Null: the product or the command line.
  member_id uuid,
  primary key (city_id, id),
  unique (city_id, item_id, list_version),
  foreign key (city_id, item_id) references code_list_item (city_id, id),
  foreign key (city_id, member_id) references member (city_id, id)
);

-- What exists already. The owner of a table obeys its policies only while they are forced.
alter table code_list_item no force row level security;

-- A position counts among the codes of one parent, so that adding a sub-theme moves no other.
update code_list_item item set position = counted.place
from (select city_id, id,
    row_number() over (partition by city_id, list, parent order by position) - 1 as place
  from code_list_item) counted
where counted.city_id = item.city_id and counted.id = item.id;

insert into code_list_item (city_id, id, list, code, position, labels, definitions)
select city.id, gen_random_uuid(), added.list, added.code, added.position, added.labels::jsonb, added.definitions::jsonb
from city cross join (values
  ('asked_by', 'self', 0, '{"nl":"zelf","fr":"la personne elle-même","en":"the person"}', '{}'),
  ('asked_by', 'family', 1, '{"nl":"familie","fr":"famille","en":"family"}', '{}'),
  ('asked_by', 'acquaintance', 2, '{"nl":"kennis","fr":"connaissance","en":"acquaintance"}',
    '{"nl":"vriend, buur, collega of vrijwilliger; geen familie"}'),
  ('asked_by', 'professional', 3, '{"nl":"hulpverlener","fr":"professionnel","en":"professional"}',
    '{"nl":"vraagt het als deel van het eigen werk: school, OCMW, arts, brugfiguur"}'),
  ('language_help', 'none', 0, '{"nl":"geen taalhulp","fr":"pas d''aide linguistique","en":"no language help"}', '{}'),
  ('language_help', 'guide', 1, '{"nl":"toeleider zelf","fr":"par le guide","en":"by the guide"}',
    '{"nl":"de toeleider spreekt een taal die de persoon goed begrijpt"}'),
  ('language_help', 'interpreter_on_site', 2,
    '{"nl":"sociaal tolk ter plaatse","fr":"interprète social sur place","en":"social interpreter on site"}', '{}'),
  ('language_help', 'interpreter_phone', 3,
    '{"nl":"sociaal tolk aan de telefoon","fr":"interprète social par téléphone","en":"social interpreter by phone"}', '{}'),
  ('language_help', 'interpreter_video', 4,
    '{"nl":"sociaal tolk via video","fr":"interprète social par vidéo","en":"social interpreter by video"}', '{}'),
  ('language_help', 'family', 5, '{"nl":"familie of kennis","fr":"famille ou connaissance","en":"family or acquaintance"}',
    '{"nl":"een volwassene; een kind hoort bij “kind tolkte”"}'),
  ('language_help', 'child', 6, '{"nl":"kind tolkte","fr":"un enfant a traduit","en":"a child interpreted"}',
    '{"nl":"jonger dan 18"}')
) as added (list, code, position, labels, definitions)
on conflict (city_id, list, code) do nothing;

insert into code_list (city_id, id, list, based_on)
select city_id, gen_random_uuid(), list, '2026-1' from code_list_item group by city_id, list;

insert into code_list_item_version
  (city_id, id, item_id, list_version, position, active, labels, definitions, synonyms, changed_at)
select item.city_id, gen_random_uuid(), item.id, 1, item.position, item.active, item.labels, item.definitions,
  item.synonyms, case when item.list in ('asked_by', 'language_help') then now() else city.created_at end
from code_list_item item join city on city.id = item.city_id;

alter table code_list_item force row level security;

alter table code_list enable row level security;
alter table code_list force row level security;
alter table code_list_item_version enable row level security;
alter table code_list_item_version force row level security;

create policy code_list_read on code_list for select to brugwijzer_app using (city_id = app_city());
create policy code_list_begin on code_list for insert to brugwijzer_app
  with check (city_id = app_city() and (select app_is('cli')));
create policy code_list_count on code_list for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'coordinator', 'admin')));
grant select, insert, update (version) on code_list to brugwijzer_app;

-- Which codes are sensitive is the product's decision, so nobody at work in a city makes one.
drop policy code_list_item_write on code_list_item;
create policy code_list_item_add on code_list_item for insert to brugwijzer_app with check (
  city_id = app_city() and ((select app_is('cli')) or ((select app_is('coordinator', 'admin')) and not sensitive)));
create policy code_list_item_change on code_list_item for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli', 'coordinator', 'admin')));
-- A code, its list, its parent and whether it is sensitive never change: requests and reports hold the code.
revoke update on code_list_item from brugwijzer_app;
grant update (position, active, labels, definitions, synonyms, version) on code_list_item to brugwijzer_app;

create policy code_list_item_version_read on code_list_item_version for select to brugwijzer_app
  using (city_id = app_city() and (select not app_is('public', 'link')));
create policy code_list_item_version_append on code_list_item_version for insert to brugwijzer_app with check (
  city_id = app_city() and (select app_is('cli', 'coordinator', 'admin')) and member_id is not distinct from app_member());
grant select, insert on code_list_item_version to brugwijzer_app;
