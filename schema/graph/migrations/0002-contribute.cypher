// The same request applies once: a change keeps the key of the request that it was made for.
CREATE CONSTRAINT change_key IF NOT EXISTS FOR (n:Change) REQUIRE n.key IS UNIQUE;
CREATE INDEX change_reverts IF NOT EXISTS FOR (n:Change) ON (n.reverts);

// What things are called, in their comparison form: prepared by store/apply.ts.
CREATE CONSTRAINT name_key IF NOT EXISTS FOR (n:Name) REQUIRE n.key IS UNIQUE;

// What waits for a review, and personal data: apart from the records, so that neither is in the history.
CREATE CONSTRAINT proposal_id IF NOT EXISTS FOR (n:Proposal) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT proposal_key IF NOT EXISTS FOR (n:Proposal) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT personal_of IF NOT EXISTS FOR (n:Personal) REQUIRE n.of IS UNIQUE;
CREATE CONSTRAINT mapping_name IF NOT EXISTS FOR (n:Mapping) REQUIRE n.name IS UNIQUE;
