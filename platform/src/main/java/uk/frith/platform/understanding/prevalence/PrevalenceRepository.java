package uk.frith.platform.understanding.prevalence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All of the chapter's own SQL. */
@Repository
class PrevalenceRepository {

    /** A picture with more remarks than this can't be read; the earliest stand. */
    static final int MOST_ANNOTATIONS = 50;

    // language=postgresql
    private static final String WHICH_REMARKS_STAND_ON_THE_SERIES =
            "select id, month, text, source from prevalence.annotation order by month, text limit " + MOST_ANNOTATIONS;

    // language=postgresql
    private static final String REMARK = """
            insert into prevalence.annotation (month, text, source) values (?, ?, ?)
            on conflict (month, text) do nothing
            """;

    // language=postgresql
    private static final String TAKE_A_REMARK_BACK = "delete from prevalence.annotation where id = ?";

    // language=postgresql
    private static final String WHAT_THE_LATEST_SURVEY_SAYS = """
            select distinct on (question) question, percent, from_month, to_month, source
            from prevalence.survey_estimate
            order by question, to_month desc
            """;

    private final JdbcClient jdbc;

    PrevalenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Annotation> annotations() {
        return jdbc.sql(WHICH_REMARKS_STAND_ON_THE_SERIES)
                .query((row, n) -> new Annotation(
                        row.getObject("id", UUID.class),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("text"),
                        row.getString("source")))
                .list();
    }

    void annotate(YearMonth month, String text, String source) {
        jdbc.sql(REMARK).params(month.atDay(1), text, source).update();
    }

    /** Whether there was such a remark. */
    boolean remove(UUID annotation) {
        return jdbc.sql(TAKE_A_REMARK_BACK).param(annotation).update() == 1;
    }

    /** The latest estimate for each question, the largest share first. */
    List<SurveyEstimate> surveys() {
        return jdbc
                .sql(WHAT_THE_LATEST_SURVEY_SAYS)
                .query((row, n) -> new SurveyEstimate(
                        row.getString("question"),
                        row.getInt("percent"),
                        YearMonth.from(row.getObject("from_month", LocalDate.class)),
                        YearMonth.from(row.getObject("to_month", LocalDate.class)),
                        row.getString("source")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingInt(SurveyEstimate::percent)
                        .reversed())
                .toList();
    }
}
