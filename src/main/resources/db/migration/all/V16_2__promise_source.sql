-- where a commitment comes from: summary, contract, plan, or an item that somebody made of the client's words
alter table promise add column source varchar(20) default 'item' not null;
update promise set source = 'summary' where summary_id is not null;
