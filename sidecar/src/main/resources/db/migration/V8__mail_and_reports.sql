-- Files that were sent, or are to be; each once, however many letters it goes with. Nothing is ever changed here.
create table kept_file (
    -- Of the content, lower-case hexadecimal.
    sha256 char(64) not null primary key,
    content bytea not null
);

-- The outbox; read and written by DatabaseOutbox. Times are UTC epoch seconds.
create table letter (
    -- Nobody gets two letters about one thing.
    about varchar(60) not null,
    recipient varchar(254) not null,
    -- Without angle brackets.
    message_id varchar(400) not null,
    subject varchar(200) not null,
    body text not null,
    created bigint not null,
    expires bigint,
    state varchar(10) not null,
    attempts integer not null,
    next_attempt bigint not null,
    -- Somebody is sending it, and is heard of by then or not at all.
    claimed_until bigint,
    answer varchar(500) not null,
    settled bigint,
    primary key (about, recipient)
);
create index letter_open on letter (state, next_attempt);

create table letter_document (
    about varchar(60) not null,
    recipient varchar(254) not null,
    place integer not null,
    name varchar(100) not null,
    media_type varchar(100) not null,
    sha256 char(64) not null,
    primary key (about, recipient, place)
);

-- Monthly reports as they were made to be sent; read and written by DatabaseSentReports.
create table report_version (
    -- Such as 2026-10.
    month char(7) not null,
    -- 1, and one more for each correction.
    version integer not null,
    -- kept_file has both.
    workbook char(64) not null,
    figures char(64) not null,
    made bigint not null,
    -- A user of the operating system, or the program itself.
    made_by varchar(200) not null,
    -- A line a figure that differs from the version before; empty for version 1.
    changes text not null,
    primary key (month, version)
);
