/**
 * The tables of a store file. Times, kinds and streams are text, so that `sqlite3 juesuan.db` shows what stands there.
 * The one index serves a stream in order and an event by its id; positions are the primary key; `leaf` is the
 * SHA-256 of an event's canonical text, taken when it is stored. Triggers keep other
 * programs from editing the past by mistake; against intent there are proofs, not triggers.
 */

/** In the file's header, for `file(1)` and for us: "JUES". */
export const applicationId = 0x4a_55_45_53

/** The version of this layout, in the header too. A file with a higher one is refused, not guessed at. */
export const layoutVersion = 2

/** What stands in a store file beside its rows; everything else does not belong there. */
export const layoutNames: ReadonlyArray<string> = [
  "commands",
  "events",
  "events_are_never_deleted",
  "events_are_never_edited",
  "events_by_stream"
]

const neverEdited = `CREATE TRIGGER events_are_never_edited BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never edited: record a reversal'); END;`

export const layout = `
CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  data TEXT NOT NULL,
  metadata TEXT NOT NULL,
  leaf BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE UNIQUE INDEX events_by_stream ON events (stream, version);
CREATE TABLE commands (
  command_id TEXT PRIMARY KEY,
  request_digest TEXT,
  first_position INTEGER NOT NULL,
  last_position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
${neverEdited}
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never deleted: record a reversal'); END;
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${layoutVersion};
`

/** From layout 1, which had no hashes; `leaf_of` is a function of all columns that whoever migrates brings along. */
export const toLayout2 = `
ALTER TABLE events ADD COLUMN leaf BLOB NOT NULL DEFAULT x'';
DROP TRIGGER IF EXISTS events_are_never_edited;
UPDATE events SET leaf = leaf_of(stream, version, type, schema_version, recorded_at, data, metadata);
${neverEdited}
PRAGMA user_version = 2;
`
