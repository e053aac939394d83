-- The name as a list of people is sorted: without case or accents, so that Élise stands beside Elke. Sorting by the rules
-- of a language is the application's; a list that comes page by page needs an order that the database keeps.
create function sorted_name(name text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g') collate "C") collate "C";
-- Who is shut out stands last.
create index member_in_order on member (city_id, (disabled_at is not null), sorted_name(name), id);

-- The words of a name as they are looked for (0004-finding.sql), a space before each: kept, because folding those of a
-- few thousand people takes longer than somebody waits.
create function name_words(name text) returns text language sql immutable strict parallel safe
  return ' ' || array_to_string(folded_words(name), ' ');
alter table member add name_words text not null generated always as (name_words(name)) stored;
alter table invitation add name_words text not null generated always as (name_words(name)) stored;

-- Whether a text, its words with a space before each, holds everything that is looked for.
create function holds_all(given text, sought text[]) returns boolean language sql immutable strict parallel safe
  return not exists (select from unnest(sought) as each where strpos(given, each) = 0);

-- A session that ended because its person was shut out, so that they read why, and nobody else learns anything.
alter table session add shut_out_at timestamptz;
