package org.batonrelay.insight;

import java.time.Instant;
import java.util.List;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.inbox.IncomingMails;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The mails on which nobody acts by himself: about no lead, not proven, or not readable. For managers and marketing. */
@Controller
class PutAsidePage {

    /** As it is shown; everything but time and size was written by strangers. */
    record Row(String sender, String subject, String why, String receivedAt, String size) {}

    private final IncomingMails mails;
    private final BusinessCalendar calendar;

    PutAsidePage(IncomingMails mails, BusinessCalendar calendar) {
        this.mails = mails;
        this.calendar = calendar;
    }

    @GetMapping(path = "/leads/put-aside", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(Authentication login) {
        Viewer viewer = Viewer.of(login);
        if (!viewer.seesAll() && !viewer.groups().contains("marketing")) {
            return new ModelAndView("lead/missing", HttpStatus.NOT_FOUND);
        }
        List<Row> rows = mails.aside().stream().map(this::row).toList();
        return new ModelAndView("lead/put-aside").addObject("mails", rows);
    }

    private Row row(IncomingMails.Aside mail) {
        return new Row(mail.sender(), mail.subject(), mail.why(), moment(mail.receivedAt()), size(mail.size()));
    }

    private static String size(long bytes) {
        return bytes < 1024 ? "less than 1 kB" : bytes / 1024 + " kB";
    }

    private String moment(Instant at) {
        return WrittenDates.moment(at, calendar.zone("marketing"));
    }
}
