package org.batonrelay.relay;

import org.springframework.context.annotation.Import;

/** The same with what was under way on PostgreSQL. */
@Import(RelaysUnderWayTests.AsItWas.class)
class RelaysUnderWayOnPostgreSqlTests extends RelaysUnderWayTests {

    static {
        System.setProperty("baton.test.database", "postgresql");
    }
}
