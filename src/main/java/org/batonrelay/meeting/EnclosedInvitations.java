package org.batonrelay.meeting;

import java.util.Optional;
import org.batonrelay.lead.Contact;
import org.batonrelay.summary.Summary;
import org.batonrelay.summary.SummaryEnclosure;
import org.springframework.stereotype.Component;

/** Invites by the mail that brings the summary: one mail for what belongs together. */
@Component
class EnclosedInvitations implements SummaryEnclosure {

    private final MeetingDiary diary;
    private final InvitationLetters letters;

    EnclosedInvitations(MeetingDiary diary, InvitationLetters letters) {
        this.diary = diary;
        this.letters = letters;
    }

    @Override
    public Optional<Enclosed> with(Summary summary, Contact to) {
        return diary.goesWithSummary(to, summary.sentAt() != null).map(meeting -> letters.withSummary(meeting, to));
    }
}
