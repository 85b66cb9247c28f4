package org.batonrelay.client;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a client who lost the link asks for it. The answer is the same for every address, known or not. */
@Controller
@RequestMapping("/lost-link")
class LostLinkDoor {

    private final LostLinks lost;

    LostLinkDoor(LostLinks lost) {
        this.lost = lost;
    }

    @GetMapping
    String form(Model model, HttpServletResponse response) {
        return page(false, false, model, response);
    }

    @PostMapping
    String send(@RequestParam(defaultValue = "") String address, Model model, HttpServletResponse response) {
        if (!LostLinks.looksLikeOne(address.strip())) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(false, true, model, response);
        }
        lost.askFor(address.strip());
        return page(true, false, model, response);
    }

    private static String page(boolean sent, boolean wrong, Model model, HttpServletResponse response) {
        NoticePage.hide(response);
        model.addAttribute("sent", sent);
        model.addAttribute("wrong", wrong);
        return "client/lost";
    }
}
