-- To whom a report was sent, and with which words, is known for a while only (src/domain/report/mailing-erasure.ts). How many
-- letters went out, and what became of each, stays.
alter table report_letter alter column address drop not null;
alter table report_mailing alter column reply_to drop not null;
alter table report_mailing add erased_at timestamptz;
alter table report_mailing add constraint report_mailing_erased
  check ((erased_at is null and reply_to is not null) or (erased_at is not null and reply_to is null and message = ''));

create policy report_mailing_erase on report_mailing for update to brugwijzer_app
  using (city_id = app_city() and (select app_is('job')));
grant update (message, reply_to, erased_at) on report_mailing to brugwijzer_app;
grant update (address) on report_letter to brugwijzer_app;
