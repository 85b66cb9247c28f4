package org.batonrelay.client;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** A page with one thing to say, and what all pages of clients have in common. */
final class NoticePage {

    private NoticePage() {}

    /**
     * @param which the first part of its texts' names
     * @param address of the page that it leads back to, or null
     */
    static String show(
            String which, HttpStatus status, @Nullable String address, Model model, HttpServletResponse response) {
        hide(response);
        response.setStatus(status.value());
        model.addAttribute("notice", which);
        model.addAttribute("address", address);
        return "client/notice";
    }

    /** A wrong link, an expired one and one of a lead that was given up look the same. */
    static String unknown(Model model, HttpServletResponse response) {
        return show("unknown", HttpStatus.NOT_FOUND, null, model, response);
    }

    /** No search engine, proxy or browser keeps it. */
    static void hide(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
    }
}
