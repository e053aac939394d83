-- The texts of requests, so that a word with a slip of the pen in it finds the word that was meant.
create index help_request_texts on help_request (city_id, id)
  where voided_at is null and (referred_to_text is not null or tip is not null);

-- The next texts of the actor's city, each once, and the last request that was looked at for them: the next look begins
-- after it, also when it is somebody else's. Nobody learns so which words others use: they are of the requests that the
-- actor sees (visible_lexemes), but for single ones that were handed over from another organisation.
create function request_texts(after_id uuid, most integer) returns table (last_id uuid, texts text[])
  language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  with batch as materialized (
    select h.id, h.referred_to_text, h.tip from help_request h
    where h.city_id = app_city() and h.voided_at is null and (h.referred_to_text is not null or h.tip is not null)
      and h.id > coalesce(after_id, '00000000-0000-0000-0000-000000000000')
      -- `is true`: a look at each row. By another index they would not come in order of id, which takes far longer.
      and ((select app_is('coordinator', 'cli', 'job'))
        or ((select app_is('guide', 'bridge_figure')) and h.organization_id = (select app_organization()))
        or ((select app_is('coach')) and h.guide_id in (
          select m.id from member m where m.city_id = app_city() and m.coach_id = (select app_member())))) is true
    order by h.id limit most)
  select case when (select count(*) from batch) = most then (select id from batch order by id desc limit 1)
    else (
      select h.id from help_request h
      where h.city_id = app_city() and h.voided_at is null and (h.referred_to_text is not null or h.tip is not null)
        and h.id > coalesce(after_id, '00000000-0000-0000-0000-000000000000')
      order by h.id desc limit 1) end,
    array(select referred_to_text from batch where referred_to_text is not null
      union select tip from batch where tip is not null)
$$;
revoke execute on function request_texts from public;
grant execute on function request_texts to brugwijzer_app;
grant create on schema public to brugwijzer_finder;
alter function request_texts owner to brugwijzer_finder;
revoke create on schema public from brugwijzer_finder;
