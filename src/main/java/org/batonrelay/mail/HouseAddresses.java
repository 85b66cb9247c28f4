package org.batonrelay.mail;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The addresses that the inbox stands for, with whatever follows a plus in them. */
@Component
@EnableConfigurationProperties({MailSettings.class, InboxSettings.class})
public class HouseAddresses {

    private final Set<String> addresses;
    private final String domain;

    HouseAddresses(MailSettings mail, InboxSettings inbox) {
        domain = mail.domain().toLowerCase(Locale.ROOT);
        addresses = inbox.addresses().stream()
                .map(name -> name.contains("@") ? name : name + "@" + mail.domain())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether {@code reply+x@baton.example} is one of ours. */
    public boolean include(String address) {
        return addresses.contains(address.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@"));
    }

    /** Whether this is the house's domain, or one below it. */
    public boolean areAt(String host) {
        String at = host.strip().toLowerCase(Locale.ROOT);
        return at.equals(domain) || at.endsWith("." + domain);
    }

    public String domain() {
        return domain;
    }
}
