-- What somebody leaves behind is also what still has to be done by a day, whatever came of the request
-- (docs/decisions/0019-leaving.md, 0036-follow-ups.md). As in 0009 the functions count and move, and show none.
create policy follow_up_care on follow_up for select to brugwijzer_owner using (city_id = app_city());

create function is_left_open(request help_request, outcomes text[]) returns boolean
  language sql stable
  return request.voided_at is null and (request.outcome = any (outcomes) or exists (
    select from follow_up f
    where f.city_id = request.city_id and f.request_id = request.id and f.done_at is null));
revoke execute on function is_left_open from public;

create or replace function count_cares(carer uuid, outcomes text[]) returns integer
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  return (select count(*)::integer from help_request r
    where city_id = app_city() and app_is('admin', 'cli') and is_left_open(r, outcomes)
      and (caretaker_id = carer or (caretaker_id is null and guide_id = carer)));

create or replace function move_cares(carer uuid, successor uuid, outcomes text[]) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with moved as (
    update help_request r set caretaker_id = nullif(successor, guide_id)
    where city_id = app_city() and app_is('admin', 'cli') and is_left_open(r, outcomes)
      and (caretaker_id = carer or (caretaker_id is null and guide_id = carer))
    returning 1)
  select count(*)::integer from moved;
end;

create or replace function return_cares(guide uuid, successor uuid, outcomes text[]) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with returned as (
    update help_request r set caretaker_id = null
    where city_id = app_city() and app_is('admin', 'cli') and is_left_open(r, outcomes)
      and guide_id = guide and caretaker_id = successor
    returning 1)
  select count(*)::integer from returned;
end;
