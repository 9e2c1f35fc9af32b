package uk.frith.platform.portal.report;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.PublicDesk;

/** The public's desk with the reporter's own token on it: the database finds out by itself which report it opens. */
@Component
class ReportDesk {

    // language=postgresql
    private static final String PRESENT_THE_TOKEN = "select set_config('frith.report', ?, true)";

    private final PublicDesk desk;
    private final JdbcClient jdbc;

    ReportDesk(PublicDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** Does the work on the report that the token opens, enters it in the audit and commits both. */
    <T> T audited(String token, Supplier<T> work, Function<? super T, Entry> entry) {
        return desk.audited(() -> presenting(token, work), entry);
    }

    /** Work that shows nobody anything of anybody. */
    <T> T unaudited(String reason, String token, Supplier<T> work) {
        return desk.unaudited(reason, () -> presenting(token, work));
    }

    private <T> T presenting(String token, Supplier<T> work) {
        jdbc.sql(PRESENT_THE_TOKEN).param(token).query((row, n) -> 0).single();
        return work.get();
    }
}
