package org.batonrelay.absence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who are away for tests that are not about how an absence is noted. */
@Component
@Transactional
public class AwayPeople {

    private final Absences absences;
    private final BusinessCalendar calendar;
    private final JdbcClient jdbc;

    AwayPeople(Absences absences, BusinessCalendar calendar, JdbcClient jdbc) {
        this.absences = absences;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /** From today on. */
    public void isAway(String person, LocalDate until, @Nullable String substitute) {
        LocalDate today = calendar.today("");
        absences.add(new Absence(
                UUID.randomUUID().toString(),
                person,
                today,
                until,
                calendar.at(today, LocalTime.MIN, ""),
                calendar.at(until.plusDays(1), LocalTime.MIN, ""),
                substitute,
                "manager-1",
                null));
    }

    /** As if none of them had ever been away. */
    public void areBack(String... people) {
        for (String person : people) {
            jdbc.sql("delete from absence where person = :person")
                    .param("person", person)
                    .update();
        }
    }
}
