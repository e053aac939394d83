-- Whoever lays something to a client, or ends it, holds its row meanwhile, and a row is held by those only who may change it.
-- This column says nothing that anybody asks for (docs/decisions/0034-cards-and-files.md).
grant update (made_at) on client to brugwijzer_app;
