-- How far the live ledger has come; read and written by DatabaseCallLedger. Times are UTC epoch seconds.
create table ledger_place (
    -- 1: there is one row.
    id smallint not null primary key,
    -- Lines of this moment or later are read again.
    read_from bigint not null
);

-- Where in each log file the reading begins; a file is known by the digest of its beginning.
create table ledger_file (
    log varchar(20) not null,
    digest char(64) not null,
    length integer not null,
    position bigint not null,
    line bigint not null,
    primary key (log, digest)
);

-- Calls kept for good that still have lines behind the place.
create table ledger_settled (
    linked_id varchar(150) not null primary key,
    last_line bigint not null
);
