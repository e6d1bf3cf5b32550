// Runs once after all tests: stops the Neo4j servers that neo4j-setup.mjs has lent out.
export default () => globalThis.closeNeo4jDesk?.();
