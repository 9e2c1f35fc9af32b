package uk.frith.platform.reports.concerns;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.concerns.RunRules.Code;

/** The SQL of what a run of reports weighs by. */
@Repository
class RunRepository {

    // language=postgresql
    private static final String IN_FORCE = """
            select distinct on (code) * from concerns.run_rule
            where (organisation_id = ? or organisation_id is null) and valid_from <= ?
            order by code, organisation_id nulls last, valid_from desc
            """;

    // language=postgresql
    private static final String LATER = """
            select ?::date as day union
            select valid_from from concerns.run_rule
            where (organisation_id = ? or organisation_id is null) and valid_from > ? order by 1
            """;

    // language=postgresql
    private static final String REPLACED = """
            select exists (select 1 from concerns.run_rule
                           where organisation_id = ? and code = ? and valid_from > ? and valid_from <= ?)
            """;

    // language=postgresql
    private static final String SET = """
            insert into concerns.run_rule (code, organisation_id, valid_from, value, source, verified)
            values (?, ?, ?, ?, ?, true) on conflict (code, organisation_id, valid_from) do nothing
            """;

    private final JdbcClient jdbc;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What holds, whose it is and where it comes from. */
    record Rule(Code code, boolean own, LocalDate from, int value, String source, boolean verified) {}

    List<Rule> inForce(UUID organisation, LocalDate day) {
        return jdbc.sql(IN_FORCE)
                .param(organisation)
                .param(day)
                .query((row, n) -> new Rule(
                        Code.valueOf(row.getString("code")),
                        row.getObject("organisation_id") != null,
                        row.getObject("valid_from", LocalDate.class),
                        row.getInt("value"),
                        row.getString("source"),
                        row.getBoolean("verified")))
                .list();
    }

    /** A day, and the days after it on which another value begins to hold. */
    List<LocalDate> daysFrom(UUID organisation, LocalDate day) {
        return jdbc.sql(LATER)
                .param(day)
                .param(organisation)
                .param(day)
                .query((row, n) -> row.getObject("day", LocalDate.class))
                .list();
    }

    /** Whether a value that is set from a day on still holds on a later one: no other of one's own begins between them. */
    boolean holdsOn(UUID organisation, Code code, LocalDate from, LocalDate day) {
        return !jdbc.sql(REPLACED)
                .param(organisation)
                .param(code.name())
                .param(from)
                .param(day)
                .query(Boolean.class)
                .single();
    }

    RunRules.Weights weights(UUID organisation, LocalDate day) {
        Map<Code, Integer> values = new EnumMap<>(Code.class);
        inForce(organisation, day).forEach(rule -> values.put(rule.code(), rule.value()));
        return code -> values.getOrDefault(code, 0);
    }

    /** False when another value holds from that day on already. */
    boolean set(UUID organisation, Code code, LocalDate from, int value, String source) {
        return jdbc.sql(SET)
                        .param(code.name())
                        .param(organisation)
                        .param(from)
                        .param(value)
                        .param(source)
                        .update()
                == 1;
    }
}
