package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ExportPrevalenceDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final ServiceDesk services;
    private final ExportPrevalenceCommand command;

    ExportPrevalenceDbTest(@Autowired ServiceDesk services, @Autowired ExportPrevalenceCommand command) {
        this.services = services;
        this.command = command;
    }

    private String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            services.as(
                    ServiceActor.COMMAND_LINE,
                    "tester",
                    () -> command.run(Arguments.parse(List.of(words)), new Console(print, print)));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void without_data_there_is_a_header_and_no_line() {
        assertThat(run("--by", "lsoa,month")).isEqualTo("lsoa_code,month,incidents\n");
        assertThat(run("--by", "lsoa,month", "--format", "json")).isEqualTo("[\n]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--by|week|Say how to count",
                "--format|xml|csv or json",
                "--from|2021-13|There is no month",
                "--colour|red|no option --colour",
                "--force|nowhere|no open data of \"nowhere\"",
                "--category|piracy|no category \"piracy\""
            })
    void a_wrong_argument_gets_a_sentence(String option, String value, String sentence) {
        String[] words = option.equals("--by")
                ? new String[] {option, value}
                : new String[] {"--by", "lsoa,month", option, value};

        assertThatThrownBy(() -> run(words)).isInstanceOf(WrongArguments.class).hasMessageContaining(sentence);
    }
}
