namespace Bot.Storage;

/// <summary>The tables, as steps that are each applied once, in order; `PRAGMA user_version` counts them.</summary>
internal static class Schema
{
    public static IReadOnlyList<string> Tables { get; } = ["inbox", "chats", "turns", "outbox", "deliveries", "votes", "page_turns", "model_use"];

    public static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE inbox (
            update_id   INTEGER PRIMARY KEY,
            body        TEXT NOT NULL,
            received_at INTEGER NOT NULL,
            handled_at  INTEGER
        );
        CREATE INDEX inbox_waiting ON inbox (update_id) WHERE handled_at IS NULL;

        CREATE TABLE chats (
            chat_id  INTEGER PRIMARY KEY,
            language TEXT
        );

        CREATE TABLE turns (
            turn_id       INTEGER PRIMARY KEY,
            chat_id       INTEGER NOT NULL,
            asked_at      INTEGER NOT NULL,
            question      TEXT NOT NULL,
            language      TEXT NOT NULL,
            answered_with TEXT NOT NULL
        );
        CREATE INDEX turns_of_chat ON turns (chat_id, asked_at);

        CREATE TABLE outbox (
            outbox_id   INTEGER PRIMARY KEY,
            chat_id     INTEGER NOT NULL,
            reply_to    INTEGER,
            edits       INTEGER,
            content     TEXT NOT NULL,
            created_at  INTEGER NOT NULL,
            not_before  INTEGER NOT NULL,
            lease_until INTEGER NOT NULL DEFAULT 0,
            attempts    INTEGER NOT NULL DEFAULT 0,
            finished_at INTEGER,
            failure     TEXT
        );
        CREATE INDEX outbox_waiting ON outbox (chat_id, outbox_id) WHERE finished_at IS NULL;

        CREATE TABLE deliveries (
            outbox_id    INTEGER PRIMARY KEY REFERENCES outbox (outbox_id),
            chat_id      INTEGER NOT NULL,
            message_id   INTEGER NOT NULL,
            delivered_at INTEGER NOT NULL
        );
        """,
        """
        ALTER TABLE inbox ADD COLUMN chat_id INTEGER NOT NULL DEFAULT 0;
        UPDATE inbox SET chat_id = COALESCE(json_extract(body, '$.Message.ChatId'), json_extract(body, '$.Press.ChatId'), 0) WHERE handled_at IS NULL AND json_valid(body);
        -- The first version answered in private chats alone, whose number is the person's.
        UPDATE inbox SET body = json_set(body, '$.Message.From', chat_id) WHERE handled_at IS NULL AND json_valid(body) AND json_extract(body, '$.Message') IS NOT NULL;
        UPDATE inbox SET body = json_set(body, '$.Press.From', chat_id) WHERE handled_at IS NULL AND json_valid(body) AND json_extract(body, '$.Press') IS NOT NULL;
        UPDATE inbox SET handled_at = received_at, body = '' WHERE handled_at IS NULL AND chat_id = 0;
        DROP INDEX inbox_waiting;
        CREATE INDEX inbox_waiting ON inbox (chat_id, update_id) WHERE handled_at IS NULL;

        ALTER TABLE turns ADD COLUMN person TEXT NOT NULL DEFAULT '';
        ALTER TABLE turns ADD COLUMN message_id INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX turns_by_age ON turns (asked_at);
        CREATE INDEX inbox_handled ON inbox (handled_at) WHERE handled_at IS NOT NULL;

        -- Rows are deleted now, and an id must not be given again: others refer to it.
        CREATE TABLE new_outbox (
            outbox_id   INTEGER PRIMARY KEY AUTOINCREMENT,
            chat_id     INTEGER NOT NULL,
            thread_id   INTEGER,
            reply_to    INTEGER,
            edits       INTEGER,
            revises     INTEGER,
            person      TEXT NOT NULL DEFAULT '',
            content     TEXT NOT NULL,
            kept        INTEGER NOT NULL DEFAULT 1,
            created_at  INTEGER NOT NULL,
            lease_until INTEGER NOT NULL DEFAULT 0,
            attempts    INTEGER NOT NULL DEFAULT 0,
            uncertain   INTEGER NOT NULL DEFAULT 0,
            finished_at INTEGER,
            failure     TEXT
        );
        INSERT INTO new_outbox (outbox_id, chat_id, reply_to, edits, content, created_at, lease_until, attempts, finished_at, failure)
        SELECT outbox_id, chat_id, reply_to, edits, content, created_at, lease_until, attempts, finished_at, failure FROM outbox;
        CREATE TABLE new_deliveries (
            outbox_id    INTEGER PRIMARY KEY REFERENCES new_outbox (outbox_id),
            chat_id      INTEGER NOT NULL,
            message_id   INTEGER NOT NULL,
            delivered_at INTEGER NOT NULL
        );
        INSERT INTO new_deliveries SELECT outbox_id, chat_id, message_id, delivered_at FROM deliveries;
        DROP TABLE deliveries;
        DROP TABLE outbox;
        ALTER TABLE new_outbox RENAME TO outbox;
        ALTER TABLE new_deliveries RENAME TO deliveries;
        CREATE INDEX outbox_waiting ON outbox (chat_id, outbox_id) WHERE finished_at IS NULL;
        CREATE INDEX outbox_of_question ON outbox (chat_id, reply_to);
        CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL;
        CREATE INDEX outbox_of_person ON outbox (person) WHERE person <> '';
        CREATE INDEX deliveries_of_message ON deliveries (chat_id, message_id);

        CREATE TABLE votes (
            outbox_id INTEGER NOT NULL REFERENCES outbox (outbox_id),
            person    TEXT NOT NULL,
            vote      INTEGER NOT NULL,
            voted_at  INTEGER NOT NULL,
            PRIMARY KEY (outbox_id, person)
        ) WITHOUT ROWID;
        """,
        """
        -- What was asked on the local page. A question sent again comes with the same `request_id`, and is not answered twice.
        CREATE TABLE page_turns (
            turn_id       INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation  TEXT NOT NULL,
            request_id    TEXT NOT NULL,
            asked_at      INTEGER NOT NULL,
            answer        TEXT NOT NULL,
            answered_with TEXT NOT NULL,
            vote          INTEGER NOT NULL DEFAULT 0,
            UNIQUE (conversation, request_id)
        );
        CREATE INDEX page_turns_by_age ON page_turns (asked_at);
        """,
        """
        -- How many tokens of the model were used on a day, by each person and, under no name, by all.
        CREATE TABLE model_use (
            day    TEXT NOT NULL,
            person TEXT NOT NULL,
            tokens INTEGER NOT NULL,
            PRIMARY KEY (day, person)
        ) WITHOUT ROWID;
        """,
    ];
}
