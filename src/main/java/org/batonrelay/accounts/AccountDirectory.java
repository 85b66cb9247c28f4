package org.batonrelay.accounts;

import java.util.List;

/**
 * Knows accounts: the house's own table, or another program's. Directories are asked in their order ({@code @Order}),
 * while a lead is being taken in: one that asks over the network answers within a few seconds, and with an empty list
 * when it cannot.
 */
public interface AccountDirectory {

    /** A short word for records: {@code own}, {@code salesforce}. */
    String name();

    /** The accounts with this mail domain; it is in small letters and no public provider's. */
    List<Account> at(String domain);

    /** The accounts called so, spelling and legal form aside. */
    List<Account> called(String organisation);
}
