package org.batonrelay.client;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one contact sees: only what was sent to them, and in words that need no knowledge of the house. Names and texts
 * are as people typed them; the page escapes them.
 *
 * @param next whoever comes next, as long as that is still ahead, or null
 * @param summary the newest one sent to them, or null
 * @param earlier the ones before it, newest first
 * @param answerAwaited whether their word on the newest is wanted
 * @param repeatedAbout the summary after whose answer they are asked whether they had to repeat themselves, or null
 * @param done what is kept, or no longer planned
 * @param wantsAutomaticMail whether reminders and automatic replies reach them
 */
public record ClientPage(
        String contactName,
        Person holder,
        @Nullable Next next,
        @Nullable Talk summary,
        List<Talk> earlier,
        boolean answerAwaited,
        @Nullable String repeatedAbout,
        List<Meeting> meetings,
        List<Item> open,
        List<Item> done,
        List<Document> documents,
        List<Link> links,
        boolean wantsAutomaticMail) {

    /** What is confirmed with this summary. */
    public List<Item> promisedIn(Talk talk) {
        return Stream.concat(open.stream(), done.stream())
                .filter(it -> talk.id().equals(it.summary()))
                .toList();
    }

    /** @param initials shown where there is no picture */
    public record Person(String name, String initials, boolean hasPicture) {}

    /** Who looks after them once the contract is signed, and from when. */
    public record Next(Person person, String from) {}

    /**
     * @param state what has become of it, as the page's texts name it; null while it is open
     * @param last whether their word on it also says that what they came for is there
     * @param confirmable whether the button to confirm is shown
     * @param correctable whether the form to put things right is shown
     */
    public record Talk(
            String id,
            int version,
            @Nullable String sentOn,
            String nextStepOn,
            List<Heading> headings,
            @Nullable String state,
            @Nullable String answeredOn,
            boolean last,
            boolean confirmable,
            boolean correctable) {}

    /** @param title as the process owner calls it, in the language of the page */
    public record Heading(
            String name, String title, @Nullable String text) {}

    /** @param answer what they told their calendar, as the page's texts name it; null while they have not */
    public record Meeting(String when, @Nullable String answer) {}

    /**
     * @param summary the id of the summary it was promised in, or null
     * @param side {@code us} or {@code client}
     * @param who whom of us it lies with
     * @param state as the page's texts name it: open, late, kept or dropped
     */
    public record Item(
            String id,
            @Nullable String summary,
            String side,
            String who,
            String what,
            String by,
            String state,
            LocalDate dueOn) {

        public boolean isOpen() {
            return state.equals("open") || state.equals("late");
        }
    }

    public record Document(String id, String name, String size, String addedOn) {}

    public record Link(String title, String address) {}
}
