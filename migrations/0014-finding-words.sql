-- The texts of requests, so that a word with a slip of the pen in it finds the word that was meant. What the words are
-- found in is read under the actor's own policies; this only says which words the city has.
create index help_request_texts on help_request (city_id, id)
  where voided_at is null and (referred_to_text is not null or tip is not null);

-- The next texts of the actor's city, each once, and the last of the requests that they stand on.
create function request_texts(after_id uuid, most integer) returns table (last_id uuid, texts text[])
  language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  with batch as materialized (
    select id, referred_to_text, tip from help_request
    where city_id = app_city() and voided_at is null and (referred_to_text is not null or tip is not null)
      and id > coalesce(after_id, '00000000-0000-0000-0000-000000000000')
    order by id limit most)
  select (select id from batch order by id desc limit 1),
    array(select referred_to_text from batch where referred_to_text is not null
      union select tip from batch where tip is not null)
$$;
revoke execute on function request_texts from public;
grant execute on function request_texts to brugwijzer_app;
grant create on schema public to brugwijzer_finder;
alter function request_texts owner to brugwijzer_finder;
revoke create on schema public from brugwijzer_finder;
