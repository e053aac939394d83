-- After an import the planner still thinks that the databank is as small as before, and a first report over 25,000 new
-- rows took 25 s instead of 0.1. Only an owner may analyze, hence a function of the owner's.
create function refresh_statistics() returns void language sql security definer
  set search_path = pg_catalog, public, pg_temp as 'analyze help_request, help_request_sensitive';
revoke execute on function refresh_statistics() from public;
grant execute on function refresh_statistics() to brugwijzer_app;
