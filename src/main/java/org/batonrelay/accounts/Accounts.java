package org.batonrelay.accounts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.batonrelay.engine.RecordRows;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The house's own account directory. */
@Repository
@Order(0)
public class Accounts implements AccountDirectory {

    static final String NAME = "own";

    private static final RowMapper<Account> ROWS = RecordRows.of(Account.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Account> at(String domain) {
        return jdbc.sql("select a.* from account a join account_domain d on d.account_id = a.id"
                        + " where d.domain = :domain")
                .param("domain", domain)
                .query(ROWS)
                .list();
    }

    @Override
    public List<Account> called(String organisation) {
        return jdbc.sql("select * from account where name_key = :key")
                .param("key", OrganisationName.of(organisation).key())
                .query(ROWS)
                .list();
    }

    Optional<Account> find(String id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query(ROWS)
                .optional();
    }

    public Optional<Account> known(String externalId) {
        return jdbc.sql("select * from account where external_id = :id")
                .param("id", externalId)
                .query(ROWS)
                .optional();
    }

    /** The account as a list would have to tell it. */
    public NewAccount toldOf(String id) {
        Set<String> domains = Set.copyOf(jdbc.sql("select domain from account_domain where account_id = :id")
                .param("id", id)
                .query(String.class)
                .list());
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query((row, number) -> new NewAccount(
                        row.getString("name"),
                        domains,
                        row.getString("owner"),
                        row.getString("segment"),
                        row.getString("country"),
                        row.getBoolean("named"),
                        row.getString("external_id")))
                .single();
    }

    /** A new account, owned and reachable as told; the caller's transaction. */
    public void add(NewAccount told) {
        String id = UUID.randomUUID().toString();
        write(
                "insert into account (id, external_id, name, name_key, owner, segment, country, named, updated_at)"
                        + " values (:id, :external, :name, :key, :owner, :segment, :country, :named, :now)",
                id,
                told);
        addDomains(id, told.domains());
    }

    /** What is told replaces what was. */
    public void update(String id, NewAccount told) {
        write(
                "update account set external_id = :external, name = :name, name_key = :key,"
                        + " owner = :owner, segment = :segment, country = :country, named = :named, updated_at = :now"
                        + " where id = :id",
                id,
                told);
        jdbc.sql("delete from account_domain where account_id = :id")
                .param("id", id)
                .update();
        addDomains(id, told.domains());
    }

    private void write(String sql, String id, NewAccount told) {
        jdbc.sql(sql)
                .param("id", id)
                .param("external", told.externalId())
                .param("name", told.name())
                .param("key", OrganisationName.of(told.name()).key())
                .param("owner", told.owner())
                .param("segment", told.segment())
                .param("country", told.country())
                .param("named", told.named())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private void addDomains(String id, Set<String> domains) {
        domains.stream()
                .sorted()
                .forEach(domain -> jdbc.sql("insert into account_domain (domain, account_id) values (:domain, :id)")
                        .param("domain", domain)
                        .param("id", id)
                        .update());
    }
}
