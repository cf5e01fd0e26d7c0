-- The recordings, to be searched; made from their folder by RecordingScan, read and written by DatabaseRecordingIndex.
create table recording (
    -- Beginning of the SHA-256 of its name, hexadecimal.
    id varchar(20) not null primary key,
    -- Without folder or ending.
    name varchar(300) not null,
    -- UTC epoch seconds.
    began bigint not null,
    -- NONE for a call that came from none.
    queue varchar(60) not null,
    consultant varchar(60) not null,
    linked_id varchar(150) not null,
    -- Of the consultant's channel; as conversation has it.
    leg_id varchar(150) not null,
    -- None while it is being made.
    length_milliseconds bigint,
    -- Whether the caller declined, so that there is no file: 0 or 1.
    declined smallint not null
);
create index recording_began on recording (began);
create index recording_leg on recording (leg_id);
