package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that has run a migration refuses to start with another text of it, be it a comment. */
class MigrationsTests {

    /** @param landed the CRC of what databases have run; add a line when a further one lands, and change none */
    @ParameterizedTest
    @CsvSource({
        "all/V2__baton.sql, d1820560",
        "h2/V3__engine_indexes.sql, 62cd343d",
        "postgresql/V3__engine_indexes.sql, a259926c",
        "h2/V4__incoming_mail.sql, 01e79f40",
        "postgresql/V4__incoming_mail.sql, d99e174f",
        "h2/V5__correspondence.sql, d5f5666a",
        "postgresql/V5__correspondence.sql, 536591df",
        "all/V6__notice.sql, 464024a1",
        "all/V7__chat.sql, af00c868",
        "all/V8__client_page.sql, 6e0c6063",
        "all/V9__start_turn.sql, e0e0bff3",
        "all/V10__call_back.sql, bf23a00e",
        "all/V11__accounts.sql, 179b9fe6",
        "all/V12__errand_once.sql, 2d10283a",
        "all/V13__team.sql, 32b7464f",
        "all/V14__sales_support.sql, f6cebfe4",
        "all/V15__contract.sql, cbc14602",
        "all/V16__automatic_mail.sql, 18b474ac",
        "all/V16_1__plan_phases.sql, 04d33840",
        "all/V16_2__promise_source.sql, cb14b644",
        "all/V17__continued_lead.sql, fdd7aaa2",
        "all/V19__client.sql, 7da8080e",
        "all/V20__absence_feed.sql, 4797fb4c",
        "all/V21__plan_lookups.sql, 7ef9d1f3",
        "all/V23__assigned_columns.sql, d3d84608",
        "all/V24__absence_trouble.sql, 9cca6ace",
        "all/V25__parted.sql, 9b15c628",
        "all/V26__waiting_lead.sql, b09e0fc0",
        "all/V27__sent_once.sql, ef1e7f03",
        "all/V28__meeting_with_summary.sql, 881b0462",
        "all/V29__many_leads.sql, 2259282c",
        "postgresql/V30__part_of_a_name.sql, ed31be63",
        "all/V31__how_far_leads_came.sql, e12262da",
        "all/V33__webhook_delivery.sql, a8650b5e",
        "all/V34__contract_signature.sql, ea7e26f7"
    })
    void whatHasLandedStaysAsItIs(String migration, String landed) throws IOException {
        CRC32 text = new CRC32();
        text.update(Files.readAllBytes(Path.of("src/main/resources/db/migration", migration)));

        assertThat(HexFormat.of().toHexDigits((int) text.getValue())).isEqualTo(landed);
    }
}
