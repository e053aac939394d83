-- Questions that go out together do not wait for each other's answers. Between who asks and what is done stands this: when
-- the first no longer holds, the transaction is over before the second.
create function go_on_if(holds boolean) returns void language plpgsql immutable parallel safe set search_path = pg_catalog as $$
begin
  if holds is not true then
    raise exception 'no longer so' using errcode = 'invalid_authorization_specification';
  end if;
end $$;
