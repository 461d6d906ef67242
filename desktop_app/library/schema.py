"""The library's tables, in one piece to be read: the first version, then what came since.

Times are whole seconds since 1970 (UTC), durations and positions are seconds, sizes are
bytes, lists are JSON arrays. Rows that belong to an episode hang on its id, which never
changes, so that places, favorites and bookmarks outlive any change of guid, address,
order or title.
"""

STEPS = ("version_1", "version_2", "version_3", "version_4", "version_5", "version_6")
"""The names of the migrations, oldest first; a test holds them to those of migrations.py."""

VERSION_1 = """
CREATE TABLE feeds (
    id            INTEGER PRIMARY KEY,
    url           TEXT NOT NULL,
    address       TEXT NOT NULL UNIQUE,            -- url without what does not tell feeds apart
    title         TEXT NOT NULL,
    kind          TEXT NOT NULL,
    chosen_title  TEXT,                            -- the person's own name for it
    chosen_kind   TEXT,
    grouped       TEXT NOT NULL DEFAULT '',
    link          TEXT,
    description   TEXT NOT NULL DEFAULT '',
    image         TEXT,
    author        TEXT,
    language      TEXT,
    etag          TEXT,
    last_modified TEXT,
    body_hash     TEXT,
    added         INTEGER NOT NULL,
    refreshed     INTEGER,
    problem       TEXT,
    stopped       INTEGER NOT NULL DEFAULT 0,      -- 410: gone for good
    removed       INTEGER NOT NULL DEFAULT 0       -- unsubscribed, but some of it is kept
);

CREATE TABLE episodes (
    id         INTEGER PRIMARY KEY,
    feed_id    INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
    guid       TEXT,
    hash       TEXT NOT NULL,                      -- of the item's source
    url        TEXT,
    type       TEXT,
    size       INTEGER,
    title      TEXT NOT NULL,
    link       TEXT,
    author     TEXT,
    image      TEXT,
    published  INTEGER,
    sorted     INTEGER NOT NULL,                   -- published, or when it was first seen
    duration   REAL,
    speakers   TEXT NOT NULL DEFAULT '[]',
    fellowship TEXT,
    place      TEXT,
    event      TEXT,
    year       INTEGER,
    steps      TEXT NOT NULL DEFAULT '[]',
    part       INTEGER,
    parts      INTEGER,
    chapters_url TEXT,
    transcripts  TEXT NOT NULL DEFAULT '[]',
    indexed    INTEGER NOT NULL DEFAULT 0          -- is it in the full-text index?
);
CREATE INDEX episodes_by_feed ON episodes (feed_id, sorted DESC, id DESC);
CREATE INDEX episodes_by_date ON episodes (sorted DESC, id DESC);
CREATE INDEX episodes_to_index ON episodes (id) WHERE indexed = 0;

CREATE TABLE notes (                               -- apart, so that lists read narrow rows
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    html       TEXT NOT NULL
);

CREATE TABLE episode_speakers (                    -- columns in the key's order: SQLite 3.40's
    name       TEXT NOT NULL,                      -- quick_check finds NULLs otherwise
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    PRIMARY KEY (name, episode_id)
) WITHOUT ROWID;
CREATE INDEX episode_speakers_by_episode ON episode_speakers (episode_id);

CREATE TABLE chapters (
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    start      REAL NOT NULL,
    title      TEXT NOT NULL,
    PRIMARY KEY (episode_id, start)
) WITHOUT ROWID;

CREATE TABLE downloads (
    episode_id    INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    state         TEXT NOT NULL,
    place         REAL NOT NULL,                   -- order in the queue of downloads
    path          TEXT,                            -- under audio/, or absolute when not ours
    ours          INTEGER NOT NULL DEFAULT 1,      -- 0: a tape in the person's own folder
    received      INTEGER NOT NULL DEFAULT 0,
    size          INTEGER,
    etag          TEXT,
    last_modified TEXT,
    attempts      INTEGER NOT NULL DEFAULT 0,
    not_before    INTEGER,
    failure       TEXT,
    finished      INTEGER
);
CREATE INDEX downloads_by_state ON downloads (state, place);

CREATE TABLE positions (
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    position   REAL NOT NULL DEFAULT 0,
    heard      INTEGER NOT NULL DEFAULT 0,
    played     INTEGER
);
CREATE INDEX positions_by_played ON positions (played DESC);

CREATE TABLE favorites (
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    added      INTEGER NOT NULL,
    note       TEXT NOT NULL DEFAULT ''
);

CREATE TABLE queue (
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    place      REAL NOT NULL
);

CREATE TABLE bookmarks (
    id         INTEGER PRIMARY KEY,
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    position   REAL NOT NULL,
    note       TEXT NOT NULL DEFAULT '',
    created    INTEGER NOT NULL
);
CREATE INDEX bookmarks_by_episode ON bookmarks (episode_id, position);

CREATE TABLE sittings (
    id      INTEGER PRIMARY KEY,
    started INTEGER NOT NULL,
    planned REAL NOT NULL,
    sat     REAL NOT NULL,
    preset  TEXT NOT NULL DEFAULT '',
    note    TEXT NOT NULL DEFAULT ''
);
CREATE INDEX sittings_by_start ON sittings (started DESC);

CREATE TABLE problems (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    what       TEXT NOT NULL,
    why        TEXT NOT NULL,
    what_next  TEXT NOT NULL,
    feed_id    INTEGER REFERENCES feeds ON DELETE CASCADE,
    episode_id INTEGER REFERENCES episodes ON DELETE CASCADE
);

CREATE VIRTUAL TABLE search USING fts5 (
    title, speakers, notes, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE TRIGGER episode_leaves_search AFTER DELETE ON episodes BEGIN
    DELETE FROM search WHERE rowid = old.id;
END;
"""

VERSION_2 = """
ALTER TABLE feeds ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;    -- by the person, for now
ALTER TABLE feeds ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;  -- one after the other
ALTER TABLE feeds ADD COLUMN next_try INTEGER;                     -- after a failure, not before
ALTER TABLE feeds ADD COLUMN held INTEGER NOT NULL DEFAULT 0;      -- the server named next_try
ALTER TABLE feeds ADD COLUMN every INTEGER;                        -- hours; NULL: as in settings
ALTER TABLE feeds ADD COLUMN account TEXT;                         -- its password is not kept here
ALTER TABLE episodes ADD COLUMN content TEXT;                      -- digest of a tape's sound
ALTER TABLE episodes ADD COLUMN tape_order TEXT;                   -- sorts the tapes of a folder
DROP TRIGGER episode_leaves_search;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (           -- title, speakers and notes; see search.py
    words, tokenize = ascii, detail = none, columnsize = 0, prefix = '1 2 3'
);
CREATE VIRTUAL TABLE search_names USING fts5 (     -- title and speakers alone
    words, sorted UNINDEXED, tokenize = ascii, detail = none, columnsize = 0, prefix = '1 2 3'
);
ALTER TABLE episodes ADD COLUMN search_row INTEGER;                -- its row there: age and id
CREATE TRIGGER episode_leaves_search AFTER DELETE ON episodes BEGIN
    DELETE FROM search WHERE rowid = old.search_row;
    DELETE FROM search_names WHERE rowid = old.search_row;
END;
UPDATE episodes SET indexed = 0;
"""

VERSION_3 = """
ALTER TABLE feeds ADD COLUMN auto INTEGER;                  -- newest to download; 0: all
ALTER TABLE feeds ADD COLUMN auto_seen INTEGER NOT NULL DEFAULT 0;  -- episodes up to this id
ALTER TABLE downloads ADD COLUMN automatic INTEGER NOT NULL DEFAULT 0;  -- nobody asked for it
ALTER TABLE downloads ADD COLUMN lost INTEGER NOT NULL DEFAULT 0;   -- its file was taken away
ALTER TABLE downloads ADD COLUMN held INTEGER NOT NULL DEFAULT 0;   -- the server named not_before
ALTER TABLE downloads ADD COLUMN doubted INTEGER;           -- bytes that came, and seem too few
ALTER TABLE feeds ADD COLUMN speed REAL;                    -- NULL: as in the settings
ALTER TABLE feeds ADD COLUMN opening REAL NOT NULL DEFAULT 0;       -- seconds skipped at the start
ALTER TABLE episodes ADD COLUMN chapters_read INTEGER NOT NULL DEFAULT 0;  -- those of chapters_url
ALTER TABLE positions ADD COLUMN asleep REAL;               -- where the sleep timer was started
CREATE TABLE sounds (                              -- what was measured of a whole recording
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    size       INTEGER NOT NULL,                   -- the file's bytes: of another file it is void
    waveform   BLOB NOT NULL,                      -- a byte for each bar, 0 to 255
    loudness   REAL,                               -- LUFS (EBU R128); NULL: silence
    peak       REAL                                -- dBTP
);
CREATE TABLE history (                             -- what was listened to, and when
    id         INTEGER PRIMARY KEY,
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    started    INTEGER NOT NULL,
    begin      REAL NOT NULL,                      -- the place, in seconds, where it began
    until      REAL NOT NULL                       -- and where it was left
);
CREATE INDEX history_by_start ON history (started DESC);
CREATE INDEX history_by_episode ON history (episode_id);
CREATE TABLE transcript_lines (                    -- as read from the publisher's transcript
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    start      REAL NOT NULL,
    until      REAL,
    speaker    TEXT NOT NULL DEFAULT '',
    text       TEXT NOT NULL
);
CREATE INDEX transcript_lines_by_episode ON transcript_lines (episode_id, start);
"""

VERSION_4 = """
ALTER TABLE episodes ADD COLUMN subject TEXT NOT NULL DEFAULT '';   -- the title without its facts
ALTER TABLE episodes ADD COLUMN series TEXT;                        -- its name, as it is shown
ALTER TABLE episodes ADD COLUMN series_key TEXT;                    -- the same for all its parts
ALTER TABLE episodes ADD COLUMN topics TEXT NOT NULL DEFAULT '[]';
ALTER TABLE episodes ADD COLUMN tags TEXT;                          -- what the file says of itself:
                                                   -- JSON, of title, artist and album what is there
ALTER TABLE episodes ADD COLUMN tape_part INTEGER;                  -- as the names of its folder
ALTER TABLE episodes ADD COLUMN tape_parts INTEGER;                 -- tell, whatever is corrected
UPDATE episodes SET tape_part = part, tape_parts = parts WHERE tape_order IS NOT NULL;
ALTER TABLE episodes ADD COLUMN sort_speaker TEXT NOT NULL DEFAULT '\U0010ffff';  -- ready to sort:
                                                   -- speakers, then series, its key, part, date
ALTER TABLE episodes ADD COLUMN sort_title TEXT NOT NULL DEFAULT '\U0010ffff';    -- of the headline
CREATE INDEX episodes_by_series ON episodes (series_key) WHERE series_key IS NOT NULL;
CREATE TABLE episode_steps (
    step       INTEGER NOT NULL,
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    PRIMARY KEY (step, episode_id)
) WITHOUT ROWID;
CREATE INDEX episode_steps_by_episode ON episode_steps (episode_id);
CREATE TABLE episode_topics (
    topic      TEXT NOT NULL,
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    PRIMARY KEY (topic, episode_id)
) WITHOUT ROWID;
CREATE INDEX episode_topics_by_episode ON episode_topics (episode_id);
CREATE TABLE corrections (                         -- the person's word against the title's
    episode_id INTEGER NOT NULL REFERENCES episodes ON DELETE CASCADE,
    field      TEXT NOT NULL,
    value      TEXT NOT NULL,                      -- JSON
    PRIMARY KEY (episode_id, field)
) WITHOUT ROWID;
CREATE TABLE speaker_aliases (                     -- two names of one person
    name    TEXT NOT NULL PRIMARY KEY,
    same_as TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE collections (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,     -- never given twice: an undo must not err
    name    TEXT NOT NULL,
    place   REAL NOT NULL,
    query   TEXT,                                  -- a saved filter (JSON); NULL: chosen by hand
    created INTEGER NOT NULL
);
CREATE TABLE collection_members (                  -- what is in a collection is a favorite
    collection_id INTEGER NOT NULL REFERENCES collections ON DELETE CASCADE,
    episode_id    INTEGER NOT NULL REFERENCES favorites ON DELETE CASCADE,
    place         REAL NOT NULL,
    PRIMARY KEY (collection_id, episode_id)
) WITHOUT ROWID;
CREATE INDEX collection_members_by_episode ON collection_members (episode_id);
CREATE TABLE former_favorites (                    -- what a star that was let go had with it
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    note TEXT NOT NULL, places TEXT NOT NULL       -- JSON: [collection, place], …
);
CREATE VIRTUAL TABLE search_said USING fts5 (      -- what transcripts say, in blocks; see said.py
    words, tokenize = ascii, detail = none, columnsize = 0, prefix = '1 2 3'
);
CREATE TRIGGER transcript_leaves_search AFTER DELETE ON episodes BEGIN
    DELETE FROM search_said WHERE rowid BETWEEN old.id << 20 AND (old.id << 20) + 1048575;
END;
DROP INDEX episodes_to_index;                      -- indexed: by which edition of the rules a talk
UPDATE episodes SET indexed = 0;                   -- was read; 0: not yet, or it has changed since;
                                                   -- -1: its words are the same, its facts may not
CREATE INDEX episodes_to_read ON episodes (indexed, sorted DESC, id DESC);
"""

READ_AGAIN = "indexed = -(indexed <> 0)"
"""Sets that a talk's facts are to be read again, though its own words did not change."""

INDEXES_4 = """
DROP INDEX episodes_by_date;                       -- each has all that a list may be narrowed to:
CREATE INDEX episodes_by_date                      -- what it shows is told without a row's page
    ON episodes (sorted DESC, id DESC, shelf, feed_id, fellowship, year);
CREATE INDEX episodes_by_speaker
    ON episodes (sort_speaker, sorted DESC, id, shelf, feed_id, fellowship, year);
CREATE INDEX episodes_by_title ON episodes (sort_title, id, shelf, feed_id, fellowship, year);
CREATE INDEX episodes_by_facts ON episodes (fellowship, year, shelf, feed_id);
CREATE INDEX episodes_on_shelf ON episodes (id, shelf, feed_id, fellowship, year);
"""

VERSION_5 = """
CREATE TABLE presets (                             -- sittings that can be begun
    id       INTEGER PRIMARY KEY AUTOINCREMENT,    -- never given twice: an undo must not err
    built_in TEXT UNIQUE,                          -- which of the first day's it stands for
    plan     TEXT,                                 -- JSON; NULL: as it is built in
    guided   INTEGER REFERENCES episodes ON DELETE SET NULL,
    place    REAL NOT NULL,
    hidden   INTEGER NOT NULL DEFAULT 0            -- a built-in one that was removed
);
INSERT INTO presets (built_in, place) VALUES
    ('morning', 1), ('evening', 2), ('eleven', 3), ('breath', 4);
"""

VERSION_6 = """
ALTER TABLE feeds ADD COLUMN restore INTEGER NOT NULL DEFAULT 0;   -- its talks, unasked
CREATE TABLE tapes (                               -- what a recording's sound suffers from
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    size       INTEGER NOT NULL,                   -- bytes of the file that was examined
    tape       TEXT NOT NULL                       -- JSON; empty: it cannot be examined
);
CREATE TABLE restorations (
    episode_id INTEGER PRIMARY KEY REFERENCES episodes ON DELETE CASCADE,
    size       INTEGER NOT NULL,                   -- bytes of the original that it is made of
    state      TEXT NOT NULL,                      -- queued, done, failed; none: not unasked
    asked      TEXT NOT NULL,                      -- when; the queue's order
    path       TEXT,                               -- below the folder of restored recordings
    result     TEXT,                               -- JSON, once it is done
    problem    TEXT,                               -- JSON of what went wrong
    original   INTEGER NOT NULL DEFAULT 0          -- the person listens to the original
);
"""
