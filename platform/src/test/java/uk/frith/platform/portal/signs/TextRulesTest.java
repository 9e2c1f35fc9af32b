package uk.frith.platform.portal.signs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextRulesTest {

    @Test
    void whoever_writes_welsh_or_asks_for_it_is_answered_in_it() {
        assertThat(TextRules.language("7KQM4TRP mae bechgyn yn llosgi biniau")).isEqualTo("cy");
        assertThat(TextRules.language("7KQM4TRP Cymraeg: noise")).isEqualTo("cy");
        assertThat(TextRules.parts("7KQM4TRP Cymraeg: noise").words()).isEqualTo("noise");
        assertThat(TextRules.language("7KQM4TRP the van is on fire near the gate"))
                .isEqualTo("en");
        assertThat(TextRules.language("7KQM4TRP sy")).isEqualTo("en");
        assertThat(TextRules.language("7KQM4TRP")).isEqualTo("en");
        assertThat(TextRules.language("")).isEqualTo("en");
    }
}
