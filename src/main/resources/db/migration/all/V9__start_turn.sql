-- of several nodes that start at a time, the one that holds this row deploys and moves in, the next finds it done
create table start_turn (
    id integer primary key
);
insert into start_turn (id) values (1);
