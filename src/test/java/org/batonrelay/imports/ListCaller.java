package org.batonrelay.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.Caller;

/** Somebody who brings in lists, by a program or by the page. */
final class ListCaller {

    private static final Pattern CSRF = Pattern.compile("_csrf=([^\"&]+)\"");
    private static final String BORDER = "----a-border-that-no-list-contains";

    private final Caller caller;

    ListCaller(int port, String user) {
        this.caller = new Caller(port, user);
    }

    HttpResponse<String> post(String path, byte[] list) {
        return caller.call("POST " + path, "text/csv", list);
    }

    HttpResponse<String> post(String path, String list) {
        return post(path, list.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> postForm(String path, String name, byte[] list) {
        return caller.call("POST " + path, "multipart/form-data; boundary=" + BORDER, form(name, list));
    }

    /** Opens the page, chooses the file, presses the button; answers with where the page leads to. */
    HttpResponse<String> choose(String name, byte[] list) {
        Matcher token = CSRF.matcher(get("/leads/import").body());
        if (!token.find()) {
            throw new AssertionError("the page has no form");
        }
        return postForm("/leads/import?_csrf=" + token.group(1), name, list);
    }

    HttpResponse<String> get(String path) {
        return caller.get(path);
    }

    JsonNode read(HttpResponse<String> answer) {
        return caller.read(answer);
    }

    private static byte[] form(String name, byte[] list) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(list);
        form.writeBytes(("\r\n--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }
}
