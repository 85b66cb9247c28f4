package org.batonrelay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the relay that turns a lead into an onboarded customer. */
@SpringBootApplication
public class Baton {

    public static void main(String[] args) {
        SpringApplication.run(Baton.class, args);
    }
}
