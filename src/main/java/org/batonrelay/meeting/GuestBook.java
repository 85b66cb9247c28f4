package org.batonrelay.meeting;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.engine.PutOff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom holders want at meetings, and who has which meeting in their calendar. */
@Repository
class GuestBook {

    private final JdbcClient jdbc;
    private final OneAfterTheOther turns;
    private final PutOff putOff;

    GuestBook(JdbcClient jdbc, OneAfterTheOther turns, PutOff putOff) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.putOff = putOff;
    }

    /** Empty while nobody has said. */
    Optional<Boolean> isWanted(String contactId) {
        return jdbc.sql("select invited from meeting_choice where contact_id = :contact")
                .param("contact", contactId)
                .query(Boolean.class)
                .optional();
    }

    void want(String contactId, boolean invited, String by) {
        jdbc.sql("delete from meeting_choice where contact_id = :contact")
                .param("contact", contactId)
                .update();
        jdbc.sql("insert into meeting_choice (contact_id, invited, chosen_by) values (:contact, :invited, :by)")
                .param("contact", contactId)
                .param("invited", invited)
                .param("by", by)
                .update();
    }

    /** Addresses, in small letters. */
    Set<String> have(Meeting meeting) {
        return new HashSet<>(jdbc.sql("select guest from meeting_invited where uid = :uid")
                .param("uid", meeting.uid())
                .query(String.class)
                .list());
    }

    /** Written when everybody is told, as of {@link #loses}. */
    void gets(Meeting meeting, String address) {
        putOff.untilTheEnd(() -> write(meeting, address));
    }

    private void write(Meeting meeting, String address) {
        turns.take(meeting.reference().value());
        if (!have(meeting).contains(key(address))) {
            jdbc.sql("insert into meeting_invited (uid, guest) values (:uid, :guest)")
                    .param("uid", meeting.uid())
                    .param("guest", key(address))
                    .update();
        }
    }

    void loses(Meeting meeting, String address) {
        putOff.untilTheEnd(() -> delete(meeting, address));
    }

    private void delete(Meeting meeting, String address) {
        turns.take(meeting.reference().value());
        jdbc.sql("delete from meeting_invited where uid = :uid and guest = :guest")
                .param("uid", meeting.uid())
                .param("guest", key(address))
                .update();
    }

    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
