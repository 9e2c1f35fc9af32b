package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import uk.frith.platform.foundation.identity.Browser;

/** The register of partners and the keys of their systems, in a browser without scripts. */
class RegisterDbTest extends ExchangeTest {

    @Test
    void a_partner_stands_in_the_register_with_its_kind_what_it_takes_and_whom_to_speak_to() throws Exception {
        Browser browser = browserOf(administrator);
        browser.get("/oversight/register");
        for (PartnerKind kind : PartnerKind.values()) {
            browser.post(
                    "/oversight/register",
                    "name",
                    "Partner of kind " + kind,
                    "kind",
                    kind.name(),
                    "contactName",
                    "Ben Example",
                    "contactEmail",
                    "ben@partner.example",
                    "takes",
                    "NUISANCE_NOISE");
            browser.get("/oversight/register");
        }
        assertThat(browser.page().select("tbody tr:contains(Partner of kind)")).hasSize(PartnerKind.values().length);
        assertThat(browser.page().select("tbody").text())
                .contains("Drug or alcohol treatment", "NHS", "Charity", "School or college", "Landlord", "Noise");
        assertThat(SCENE.entriesOf(administrator)).contains("ADMINISTRATION partner", "CONSULTATION partner");
    }

    @Test
    void partners_whose_names_begin_alike_have_words_of_their_own() throws Exception {
        Browser browser = browserOf(administrator);
        for (String end : new String[] {"North", "South"}) {
            browser.get("/oversight/register");
            browser.post(
                    "/oversight/register", "name", "The Housing Association of Testham " + end, "kind", "LANDLORD");
        }
        assertThat(one(
                        String.class,
                        "select string_agg(word, ' ' order by name) from exchange.partner where name like ? || '%'",
                        "The Housing Association of"))
                .isEqualTo("the-housing-association-of-tes the-housing-association-of-t-2");
    }

    @Test
    void what_is_wrong_with_an_entry_is_said_at_the_top_and_at_the_field() throws Exception {
        Browser browser = browserOf(administrator);
        browser.get("/oversight/register");
        browser.post("/oversight/register", "name", "", "kind", "", "contactEmail", "nobody");
        assertThat(browser.page().select(".govuk-error-summary a")).hasSize(3);
        browser.post("/oversight/register", "name", "Testham Council", "kind", "COUNCIL");
        assertThat(browser.page().select("#name-error").text()).contains("There is a partner of this name already");
        browser.get(register);
        browser.post(register, "name", "Testham Borough Council", "kind", "LANDLORD", "takes", "BEGGING");
        browser.get("/oversight/register");
        assertThat(browser.page().select("tbody").text())
                .contains("Testham Borough Council", "Landlord", "Begging")
                .doesNotContain("Noise");
    }

    @Test
    void a_key_is_shown_once_and_only_its_digest_is_kept() throws Exception {
        assertThat(key).matches("frith_[A-Za-z0-9_-]{43}");
        Browser browser = browserOf(administrator);
        browser.get(register);
        assertThat(browser.page().text()).contains(key.substring(0, 10)).doesNotContain(key);
        assertThat(one(
                        Long.class,
                        "select count(*) from exchange.api_key where digest = sha256(convert_to(?, 'UTF8'))",
                        key))
                .isEqualTo(1);
        assertThat(one(Long.class, "select count(*) from audit.entry where detail::text like '%' || ? || '%'", key))
                .isZero();
        browser.post(register + "/keys", "keyName", "", "days", "9999");
        assertThat(browser.page().select(".govuk-error-summary a")).hasSize(3);
    }

    @Test
    void the_constraints_of_the_database_refuse_what_the_rules_refuse() {
        for (String bad : new String[] {
            "update exchange.partner set word = 'Not A Word'",
            "update exchange.partner set kind = 'CIRCUS'",
            "update exchange.api_key set expires_at = created_at",
            "update exchange.api_key set scopes = '{EVERYTHING}'",
            "update exchange.api_key set digest = 'short'"
        }) {
            assertThatThrownBy(() -> DATABASE.asOwner().sql(bad).update())
                    .as(bad)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void the_lists_in_the_code_are_the_lists_in_the_database() {
        String kinds = one(
                String.class,
                "select pg_get_constraintdef(oid) from pg_constraint"
                        + " where conrelid = 'exchange.partner'::regclass and conname = 'partner_kind_check'");
        for (PartnerKind kind : PartnerKind.values()) {
            assertThat(kinds).contains("'" + kind.name() + "'");
        }
        String scopes = one(
                String.class,
                "select pg_get_constraintdef(oid) from pg_constraint"
                        + " where conrelid = 'exchange.api_key'::regclass and conname = 'api_key_scopes_check'");
        for (Scope scope : Scope.values()) {
            assertThat(scopes).contains("'" + scope.name() + "'");
        }
    }
}
