-- A client's file is sealed, and found again, with a key of the city's own, which a command replaces; until now it was one
-- out of the server's secret (docs/decisions/0034-cards-and-files.md). Null: still that one.
alter table client_file add column key_id uuid;
alter table client_file add foreign key (city_id, key_id) references word_key (city_id, id);
create index client_file_key on client_file (city_id, key_id);
grant update (key_id) on client_file to brugwijzer_app;

-- The command line sees what is sealed, to seal it anew; what it is about, it sees with the server's secret only.
create policy client_file_seal on client_file for select to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli')));
create policy client_file_seal_anew on client_file for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli')));

-- After the server's secret changed.
create policy word_key_wrap on word_key for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('cli')));
grant update (wrapped_key) on word_key to brugwijzer_app;
