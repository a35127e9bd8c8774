-- NavGeo's own tables, first edition: what has happened in each meeting, who is in it, the cases they are about, and who has seen and
-- published what. Later editions add to them and take nothing away, so that an older program goes on while a newer one comes.

CREATE SCHEMA IF NOT EXISTS navgeo;

CREATE TABLE IF NOT EXISTS navgeo.edition
(
    name text PRIMARY KEY,
    applied timestamptz NOT NULL DEFAULT now()
);

-- A case as a package (navgeo case pack); the same package is there once.
CREATE TABLE IF NOT EXISTS navgeo.shared_case
(
    id text PRIMARY KEY,
    name text NOT NULL,
    sha256 text NOT NULL,
    package bytea NOT NULL,
    put timestamptz NOT NULL DEFAULT now()
);

-- What somebody may do with a case: owner, leader, member or reader. The subject is who signs in says they are.
CREATE TABLE IF NOT EXISTS navgeo.case_right
(
    case_id text NOT NULL REFERENCES navgeo.shared_case (id) ON DELETE CASCADE,
    subject text NOT NULL,
    role text NOT NULL CHECK (role IN ('owner', 'leader', 'member', 'reader')),
    PRIMARY KEY (case_id, subject)
);

CREATE TABLE IF NOT EXISTS navgeo.meeting
(
    id text PRIMARY KEY,
    case_id text NOT NULL REFERENCES navgeo.shared_case (id),
    name text NOT NULL,
    begun timestamptz NOT NULL DEFAULT now()
);

-- What happened, never changed. The number says in which order, the key that it is one and the same thing whoever writes it.
CREATE TABLE IF NOT EXISTS navgeo.entry
(
    meeting_id text NOT NULL REFERENCES navgeo.meeting (id) ON DELETE CASCADE,
    number bigint NOT NULL CHECK (number > 0),
    at timestamptz NOT NULL,
    author text NOT NULL,
    role text NOT NULL,
    event text NOT NULL,
    key text NOT NULL,
    PRIMARY KEY (meeting_id, number),
    UNIQUE (meeting_id, key)
);

CREATE TABLE IF NOT EXISTS navgeo.participant
(
    meeting_id text NOT NULL REFERENCES navgeo.meeting (id) ON DELETE CASCADE,
    key text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    is_muted boolean NOT NULL DEFAULT false,
    PRIMARY KEY (meeting_id, key)
);

-- Those who were shown the door.
CREATE TABLE IF NOT EXISTS navgeo.shown_out
(
    meeting_id text NOT NULL REFERENCES navgeo.meeting (id) ON DELETE CASCADE,
    key text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (meeting_id, key)
);

CREATE TABLE IF NOT EXISTS navgeo.secret
(
    meeting_id text NOT NULL REFERENCES navgeo.meeting (id) ON DELETE CASCADE,
    name text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (meeting_id, name)
);

CREATE TABLE IF NOT EXISTS navgeo.audit
(
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    subject text NOT NULL,
    what text NOT NULL,
    case_id text,
    meeting_id text,
    detail text NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS audit_at ON navgeo.audit (at);

-- Keys that the cookies of who has signed in are sealed with.
CREATE TABLE IF NOT EXISTS navgeo.sealing_key
(
    name text PRIMARY KEY,
    xml text NOT NULL
);
