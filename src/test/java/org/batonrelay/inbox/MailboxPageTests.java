package org.batonrelay.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.RunningBaton;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

class MailboxPageTests extends RunningBaton {

    @Autowired
    private TestRestTemplate browser;

    @Autowired
    private JavaMailSender mail;

    @Autowired
    private BusinessCalendar calendar;

    @Test
    void listsWhatArrivedNewestFirstAndOnlyForWhoIsAskedFor() throws Exception {
        send("lister@client.example", "First of two", "one", "<p>one</p>");
        send("lister@client.example", "Second of two", "two", "<p>two</p>");
        send("other@client.example", "For somebody else", "three", "<p>three</p>");

        String page = get("/mailbox?to=LISTER@").getBody();
        assertThat(page).contains("First of two", "Second of two").doesNotContain("For somebody else");
        assertThat(page.indexOf("Second of two")).isLessThan(page.indexOf("First of two"));
        assertThat(get("/mailbox").getBody()).contains("For somebody else");
        assertThat(get("/mailbox?to=nobody").getBody()).contains("No mail here yet.");
    }

    @Test
    void peopleP8_saysByTheClockOfTheHouseWhenAMailCame() throws Exception {
        send("clock@client.example", "What time is it", "one", "<p>one</p>");

        assertThat(get("/mailbox?to=clock@").getBody())
                .containsPattern("[A-Z][a-z]{2} \\d{1,2} [A-Z][a-z]{2}, \\d\\d:\\d\\d<");
        String zone = WrittenDates.moment(Instant.now(), calendar.zone("")).replaceAll(".* ", "");
        assertThat(get(firstMail("clock@client.example")).getBody()).containsPattern("\\d\\d:\\d\\d " + zone + "<");
    }

    @Test
    void showsAMailWithoutLettingItDoAnything() throws Exception {
        send(
                "evil@client.example",
                "<script>alert('subject')</script>",
                "</pre><script>alert('text')</script>",
                "<p>Hello</p><script>alert('page')</script>\"><img src=https://evil.example/x>");

        ResponseEntity<String> page = get(firstMail("evil@client.example"));
        assertThat(page.getBody()).doesNotContain("<script", "<img").contains("&lt;script&gt;alert(");
        assertThat(page.getBody()).contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        assertThat(get("/mailbox").getBody()).doesNotContain("<script>alert");
    }

    @Test
    void givesAnEnclosureAsADownloadOnly() throws Exception {
        send("files@client.example", "With a file", "see file", "<p>see file</p>");

        String page = get(firstMail("files@client.example")).getBody();
        Matcher link = Pattern.compile("href=\"(/mailbox/enclosure[^\"]*)\"").matcher(page);
        assertThat(link.find()).isTrue();
        ResponseEntity<String> file = get(link.group(1).replace("&amp;", "&"));
        assertThat(file.getBody()).isEqualTo("<script>alert(1)</script>");
        assertThat(file.getHeaders().getContentType()).hasToString("application/octet-stream");
        assertThat(file.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(file.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aMailThatIsNotThereIsNotFound() {
        assertThat(get("/mailbox/mail?box=nobody@client.example&uid=1").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private String firstMail(String box) {
        Matcher link = Pattern.compile("href=\"(/mailbox/mail[^\"]*)\"")
                .matcher(get("/mailbox?to=" + box).getBody());
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private ResponseEntity<String> get(String path) {
        return browser.getForEntity(java.net.URI.create("http://127.0.0.1:" + port + path), String.class);
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper letter = new MimeMessageHelper(message, true, "UTF-8");
        letter.setFrom("sender@client.example");
        letter.setTo(to);
        letter.setSubject(subject);
        letter.setText(text, html);
        letter.addAttachment(
                "page.html",
                new ByteArrayResource("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
                "text/html");
        mail.send(message);
    }
}
