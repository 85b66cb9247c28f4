package org.batonrelay.chat;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A website with the chat on it, to try it out: beside the mailbox, and only where that is. */
@Controller
@Profile("default")
class ExampleWebsite {

    @GetMapping("/mailbox/website")
    String show() {
        return "chat/website";
    }
}
