-- What somebody said in their own words, and whether the city may quote it: null = not asked. Permission is given for words.
alter table help_request
  add own_words text check (length(own_words) <= 200),
  add may_quote boolean,
  add check (own_words is not null or may_quote is null);
grant update (own_words, may_quote) on help_request to brugwijzer_app;

-- The words that a report may quote, newest first. The search does not read them: docs/decisions/0027-own-words.md.
create index help_request_quotable on help_request (city_id, received_on desc, received_at desc, id desc)
  where may_quote and voided_at is null;

-- What imports read since is asked again, as in 0023.
alter table import_column no force row level security;
delete from import_column where field is null and rtrim(heading, ' *:?') in (
  'in eigen woorden', 'eigen woorden', 'in de eigen woorden', 'in zijn eigen woorden', 'in haar eigen woorden',
  'in zijn of haar eigen woorden', 'wat zei de klant', 'wat de klant zei', 'uitspraak', 'citaat', 'citaten',
  'dans ses propres mots', 'en ses propres mots', 'avec ses propres mots', 'ses propres mots', 'propres mots',
  'paroles de la personne', 'citation', 'citations', 'in own words', 'in their own words', 'in his own words',
  'in her own words', 'own words', 'what the client said', 'quotation', 'quote', 'mag geciteerd worden',
  'mag je citeren', 'mogen we citeren', 'citeren', 'citeren mag', 'citaat mag', 'toestemming citaat',
  'toestemming om te citeren', 'peut etre cite', 'peut etre citee', 'peut on citer', 'autorisation de citer',
  'accord pour citer', 'citation autorisee', 'may be quoted', 'may it be quoted', 'may we quote', 'can be quoted', 'may quote',
  'permission to quote'
);
alter table import_column force row level security;

-- The letter about a period that is over says which chapters wait; the clockwork writes it.
alter policy report_text_read on report_text
  using (city_id = app_city() and (select app_is('coordinator', 'cli', 'job')));
