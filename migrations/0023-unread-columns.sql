-- A column that nobody suggested anything for and that stayed unread was remembered as a decision. Where imports learned
-- the heading since, that would keep the column out for good: such a decision is forgotten, and a page asks again.
-- The owner of the table is under its policies too, and no policy is its own.
alter table import_column no force row level security;
delete from import_column where field is null and rtrim(heading, ' *:?') in (
  'datum vraag', 'datum bezoek', 'datum gesprek', 'datum van contact', 'datum onthaal', 'date de contact', 'date de
  la demande', 'date de visite', 'contact date', 'date of contact', 'visit date', 'naam medewerker', 'v/m/gezin',
  'v/m', 'v/m/x', 'nat.', 'nat', 'spreektaal', 'thema vraag', 'thema van de vraag', 'onderwerp', 'categorie', 'soort
  vraag', 'aard van de vraag', 'sujet', 'type de demande', 'nature de la demande', 'subject', 'category', 'type of
  request', 'hoofdthema', 'soort hulpvraag', 'verwezen naar', 'doorgestuurd naar', 'toegeleid naar', 'reoriente
  vers', 'renvoye vers', 'sent to', 'gevraagd door', 'vraag gesteld door', 'gesteld door', 'wie vroeg het', 'wie
  vroeg', 'vraagsteller', 'aanvrager', 'vraag van', 'door wie', 'demande par', 'demandeur', 'qui demande', 'qui a
  demande', 'par qui', 'asked by', 'requested by', 'who asked', 'requester', 'taalhulp', 'tolk', 'tolkhulp',
  'taalbijstand', 'hulp met taal', 'vertaalhulp', 'wie tolkte', 'aide linguistique', 'interprete', 'interpretariat',
  'traduction', 'language help', 'language support', 'interpreter', 'interpreting', 'wijk of deelgemeente', 'wijk',
  'deelgemeente', 'wijk/deelgemeente', 'buurt', 'woonwijk', 'stadsdeel', 'quartier ou commune', 'quartier ou
  section', 'quartier', 'quartier/section', 'section de commune', 'neighbourhood', 'neighborhood', 'neighbourhood or
  district', 'district', 'area', 'eerste keer hier', 'eerste keer', '1e keer', '1ste keer', 'voor het eerst', 'eerste
  bezoek', '1e bezoek', '1ste bezoek', 'eerste contact', 'nieuw of terug', 'nieuw', 'nieuwe klant', 'nieuwe client',
  'premiere fois ici', 'premiere fois', '1re fois', '1ere fois', 'premiere visite', 'nouveau', 'nouveau client',
  'first time here', 'first time', 'first visit', 'first contact', 'new client', 'new', 'tip voor collega s', 'tip',
  'tips', 'tips voor collega s', 'tip voor collega', 'conseil aux collegues', 'conseil', 'conseils', 'astuce', 'tip
  for colleagues', 'tips for colleagues', 'advice'
);
alter table import_column force row level security;
