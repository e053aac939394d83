-- What its author undid on a device before it was handed over, and with which words: whatever the coordinator accepts of it
-- is taken out again at once (docs/decisions/0033-devices-and-quarantine.md). Undone after it came once, it comes beside it.
alter table quarantined_visit
  add column withdrawn_for text,
  drop constraint quarantined_visit_city_id_visit_id_sealed_digest_key,
  add constraint quarantined_visit_once unique nulls not distinct (city_id, visit_id, sealed_digest, withdrawn_for);
