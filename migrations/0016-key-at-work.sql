-- What a program began may last: whether its key still holds is asked again, as its member (docs/decisions/0016-imports-on-the-page.md).
create policy api_key_of_member on api_key for select to brugwijzer_app
  using (city_id = app_city() and member_id = (select app_member()));
