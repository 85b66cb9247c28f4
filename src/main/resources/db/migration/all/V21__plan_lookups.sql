-- an item of a plan is looked up by its promise, and its promise by the meeting that was agreed
create index plan_item_promise on plan_item (promise_id);
create index promise_meeting_uid on promise_meeting (uid);
