-- What stood in each hotline.xml, so that an earlier one can be got back; of the entries before this, nobody knows.
alter table hotline_version add column content text;
