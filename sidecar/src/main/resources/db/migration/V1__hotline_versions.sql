-- Which hotline.xml was in force, from when; read and written by DatabaseHotlineHistory.
create table hotline_version (
    -- The order of entering: 1, 2, 3 …
    number bigint not null primary key,
    -- Of the file's bytes, lower-case hexadecimal.
    sha256 char(64) not null,
    -- UTC epoch seconds.
    since bigint not null
);
