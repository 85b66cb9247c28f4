-- where an absence comes from: its entry in a calendar that is kept elsewhere; null for one that somebody has noted
alter table absence add column feed_uid varchar(255);
