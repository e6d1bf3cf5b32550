// Who may sign in, and by what. No Things: none of it stands in the change feed, in a dump of the records or in search.
CREATE CONSTRAINT account_id IF NOT EXISTS FOR (n:Account) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT account_login IF NOT EXISTS FOR (n:Account) REQUIRE n.login IS UNIQUE;
CREATE CONSTRAINT account_identity IF NOT EXISTS FOR (n:Account) REQUIRE n.identity IS UNIQUE;
CREATE CONSTRAINT session_hash IF NOT EXISTS FOR (n:Session) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT token_id IF NOT EXISTS FOR (n:Token) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT token_hash IF NOT EXISTS FOR (n:Token) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT pass_id IF NOT EXISTS FOR (n:Pass) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT pass_hash IF NOT EXISTS FOR (n:Pass) REQUIRE n.hash IS UNIQUE;
CREATE INDEX session_holder IF NOT EXISTS FOR (n:Session) ON (n.holder);
CREATE INDEX token_account IF NOT EXISTS FOR (n:Token) ON (n.account);
