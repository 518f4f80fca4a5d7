/**
 * The tables of a store in PostgreSQL: the same columns as in a store file, in a schema of their own. Text is compared by
 * its bytes (collation C), as everywhere else in this package. Triggers keep other programs from editing the past by
 * mistake; against intent there are proofs, not triggers.
 */

/** The version of this layout, kept in the table `juesuan_store`. A store with a higher one is refused, not guessed at. */
export const layoutVersion = 1

/**
 * 维度 of the sums, as columns and as the domain names them. Sums are what the events of a stream add up to; they are stored
 * in the transaction of the events, so that a year of a million payments is asked for its tables without reading them.
 */
export const dimensionColumns = [
  "account",
  "fund",
  "functional",
  "economic",
  "kind",
  "project",
  "item",
  "detail"
] as const

/** A schema name, quoted. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Everything of a new store, within one transaction. */
export const layoutOf = (schema: string): string => {
  const own = quoted(schema)
  return `
CREATE SCHEMA IF NOT EXISTS ${own};
CREATE TABLE ${own}.juesuan_store (layout_version integer NOT NULL);
INSERT INTO ${own}.juesuan_store VALUES (${layoutVersion});
CREATE TABLE ${own}.events (
  position bigint PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  type text COLLATE "C" NOT NULL,
  schema_version integer NOT NULL,
  recorded_at text COLLATE "C" NOT NULL,
  data text NOT NULL,
  metadata text NOT NULL,
  leaf bytea NOT NULL,
  is_fact boolean NOT NULL
);
CREATE UNIQUE INDEX events_by_stream ON ${own}.events (stream, version);
CREATE INDEX facts_by_position ON ${own}.events (position) WHERE is_fact;
CREATE TABLE ${own}.sums (
  stream text COLLATE "C" NOT NULL,
${dimensionColumns.map((name) => `  ${name} text COLLATE "C" NOT NULL,`).join("\n")}
  total bigint NOT NULL,
  entries bigint NOT NULL,
  PRIMARY KEY (stream, ${dimensionColumns.join(", ")})
);
CREATE TABLE ${own}.commands (
  command_id text COLLATE "C" PRIMARY KEY,
  request_digest text,
  first_position bigint NOT NULL,
  last_position bigint NOT NULL
);
CREATE FUNCTION ${own}.events_are_final() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'events are never edited or deleted: record a reversal'; END $$;
CREATE TRIGGER events_are_never_edited BEFORE UPDATE OR DELETE ON ${own}.events
  FOR EACH ROW EXECUTE FUNCTION ${own}.events_are_final();
CREATE TRIGGER events_are_never_emptied BEFORE TRUNCATE ON ${own}.events
  FOR EACH STATEMENT EXECUTE FUNCTION ${own}.events_are_final();
`
}
