// Every record is a Thing with an id; claims and the rest have a label of their own beside it.
CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT change_id IF NOT EXISTS FOR (n:Change) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT change_sequence IF NOT EXISTS FOR (n:Change) REQUIRE n.sequence IS UNIQUE;
CREATE CONSTRAINT migration_id IF NOT EXISTS FOR (n:Migration) REQUIRE n.id IS UNIQUE;

// Names, for search: words and runs of three letters, prepared by store/search-text.ts.
CREATE FULLTEXT INDEX thing_search IF NOT EXISTS FOR (n:Thing) ON EACH [n.searchGrams] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};

// Ordered lists: (sort key, id).
CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.sortName, n.id);
CREATE INDEX initiative_name IF NOT EXISTS FOR (n:Initiative) ON (n.sortName, n.id);
CREATE INDEX initiative_date IF NOT EXISTS FOR (n:Initiative) ON (n.sortDate, n.id);
CREATE INDEX achievement_name IF NOT EXISTS FOR (n:Achievement) ON (n.sortName, n.id);
CREATE INDEX achievement_date IF NOT EXISTS FOR (n:Achievement) ON (n.sortDate, n.id);
CREATE INDEX issue_name IF NOT EXISTS FOR (n:Issue) ON (n.sortName, n.id);
CREATE INDEX place_name IF NOT EXISTS FOR (n:Place) ON (n.sortName, n.id);
CREATE INDEX source_date IF NOT EXISTS FOR (n:Source) ON (n.sortDate, n.id);
CREATE INDEX claim_date IF NOT EXISTS FOR (n:Claim) ON (n.sortDate, n.id);
CREATE INDEX place_code IF NOT EXISTS FOR (n:Place) ON (n.code);
