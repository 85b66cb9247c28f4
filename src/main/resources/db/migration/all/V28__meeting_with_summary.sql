-- whether the invitation goes to the client in the mail that brings the summary of the talk in which it was agreed
alter table meeting add column with_summary boolean default false not null;
