-- The job executor looks for what is due; without this it reads the whole table of jobs each time.
create index baton_job_due on ACT_RU_JOB (DUEDATE_);
