package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTest {

    @Test
    void what_is_usual_need_not_be_said() {
        Asked asked = AddressRules.read(Map.of("force", "leicestershire"));

        assertThat(asked.category()).isEqualTo("asb");
        assertThat(asked.unit()).isEqualTo(Unit.LSOA);
        assertThat(asked.sort()).isEqualTo(Asked.Sort.USUAL);
        assertThat(asked.from()).isEmpty();
        assertThat(asked.dataVersion()).isEmpty();
    }

    @Test
    void an_address_read_and_written_is_the_same() {
        String address = "/p?force=leicestershire&within=E06000016&category=burglary&from=2021-01&to=2021-12&by=ward"
                + "&heat=rate&map=rate&limits=chance&sort=rate&order=up&columns=all&v=7&p=12";
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&", -1)) {
            parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }

        Asked asked = AddressRules.read(parameters);

        assertThat(asked.address("/p")).isEqualTo(address);
        assertThat(asked.from()).isEqualTo(Optional.of(YearMonth.of(2021, 1)));
        assertThat(asked.dataVersion()).hasValue(7);
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2021-13, There is no month",
        "to, March, There is no month",
        "from, 1899-01, no open data for the year 1899",
        "by, street, isn't one of the choices",
        "within, leicester, a letter and eight digits",
        "v, latest, can't be read",
        "p, <script>, can't be read",
        "order, sideways, up or down",
        "force, Leicestershire Police, named by its slug"
    })
    void what_cannot_be_is_refused_with_a_sentence(String name, String value, String sentence) {
        Map<String, String> given = new java.util.HashMap<>(Map.of("force", "leicestershire"));
        given.put(name, value);

        assertThatThrownBy(() -> AddressRules.read(given))
                .isInstanceOf(AddressRules.Unreadable.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void refuses_a_last_month_before_the_first_and_a_period_without_measure() {
        assertThatThrownBy(() -> AddressRules.read(Map.of("force", "x", "from", "2021-03", "to", "2021-02")))
                .hasMessage("The last month, February 2021, lies before the first, March 2021.");
        assertThatThrownBy(() -> AddressRules.read(Map.of("force", "x", "from", "2001-01", "to", "2021-02")))
                .hasMessageContaining("more than 10 years");
        assertThatThrownBy(() -> AddressRules.read(Map.of("force", "x".repeat(101))))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> AddressRules.read(Map.of())).hasMessage("Choose a force.");
    }
}
