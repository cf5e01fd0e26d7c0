-- What became of recordings; read and written by DatabaseRecordingBook.
create table recording_access (
    -- Whose: user of the operating system.
    who varchar(200) not null,
    -- UTC epoch seconds.
    accessed bigint not null,
    how varchar(60) not null,
    -- Of the recording, without folder or ending.
    name varchar(300) not null
);

create index recording_access_name on recording_access (name);

create table recording_deletion (
    name varchar(300) not null primary key,
    -- Of the file's bytes, lower-case hexadecimal.
    sha256 char(64) not null,
    why varchar(200) not null,
    -- UTC epoch seconds: when it was decided, before the file was touched; when it was gone, null until then.
    decided bigint not null,
    gone bigint
);
