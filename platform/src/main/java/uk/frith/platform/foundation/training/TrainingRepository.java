package uk.frith.platform.foundation.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.training.TrainingRules.NewCourse;

/** All of the SQL of training. */
@Repository
class TrainingRepository {

    // language=postgresql
    private static final String COURSES = """
            select * from training.course
            where organisation_id = ? and (ended_on is null or ended_on > ?) order by lower(title), id
            """;

    // language=postgresql
    private static final String ADD_COURSE = """
            insert into training.course (organisation_id, title, months, roles, required_from, source, written_at, written_by)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    // language=postgresql
    private static final String END_COURSE =
            "update training.course set ended_on = ? where id = ? and organisation_id = ? and ended_on is null";

    // language=postgresql
    private static final String PEOPLE = """
            select a.id, a.name, a.email, coalesce(t.name, '') as team
            from identity.account a left join identity.team t on t.id = a.team_id
            where a.organisation_id = ? and a.state = 'ACTIVE' order by a.name, a.id limit 5000
            """;

    /** For each person and each course that a role of theirs requires: when they took it last. */
    private static final String REQUIRED = """
            select c.id as course, c.title, c.months, a.id as account, a.name, coalesce(t.name, '') as team,
                   (select max(k.taken_on) from training.taken k where k.course_id = c.id and k.account_id = a.id) as last
            from training.course c
            join identity.account a on a.organisation_id = c.organisation_id and a.state = 'ACTIVE'
            left join identity.team t on t.id = a.team_id
            where c.organisation_id = :organisation and c.required_from <= :day
              and (c.ended_on is null or c.ended_on > :day)
              and exists (select 1 from identity.account_role r where r.account_id = a.id and r.role = any (c.roles))
            """;

    // language=postgresql
    private static final String REQUIRED_OF_ALL =
            REQUIRED + " order by team, a.name, lower(c.title), c.id, a.id limit 50000";

    // language=postgresql
    private static final String REQUIRED_OF_ONE = REQUIRED + " and a.id = :account order by lower(c.title), c.id";

    // language=postgresql
    private static final String TAKE = """
            insert into training.taken (organisation_id, course_id, account_id, taken_on, entered_at, entered_by, file_id)
            select ?, n.course, n.account, n.day, ?, ?, ?::uuid
            from unnest(?::uuid[], ?::uuid[], ?::date[]) as n (course, account, day)
            on conflict do nothing
            """;

    // language=postgresql
    private static final String REQUIRE = """
            insert into training.requirement (organisation_id, course_id, account_id) values (?, ?, ?)
            on conflict do nothing
            """;

    // language=postgresql
    private static final String REQUIREMENT =
            "select id from training.requirement where course_id = ? and account_id = ?";

    /** Requirements whose clock runs. */
    // language=postgresql
    private static final String RUNNING = """
            select r.id, r.course_id, r.account_id, d.due_at
            from training.requirement r join deadlines.deadline d on d.subject = r.id
            where r.organisation_id = ? and d.kind = 'TAKE_COURSE' and d.state = 'OPEN'
            """;

    // language=postgresql
    private static final String ORGANISATIONS = "select distinct organisation_id from training.course order by 1";

    private final JdbcClient jdbc;

    TrainingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A course that is required. */
    record Course(UUID id, String title, int months, List<Role> roles, LocalDate from, String source) {}

    List<Course> courses(UUID organisation, LocalDate day) {
        return jdbc.sql(COURSES)
                .param(organisation)
                .param(day)
                .query((row, n) -> course(row))
                .list();
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getInt("months"),
                Stream.of((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .toList(),
                row.getObject("required_from", LocalDate.class),
                row.getString("source"));
    }

    /** False when one of that title is required already. */
    boolean add(UUID organisation, NewCourse course, Instant now, UUID by) {
        return jdbc.sql(ADD_COURSE)
                        .param(organisation)
                        .param(course.title())
                        .param(course.months())
                        .param(course.roles().stream().map(Role::name).toArray(String[]::new))
                        .param(course.from())
                        .param(course.source())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(by)
                        .update()
                == 1;
    }

    boolean end(UUID organisation, UUID course, LocalDate day) {
        return jdbc.sql(END_COURSE).param(day).param(course).param(organisation).update() == 1;
    }

    /** Somebody who may be asked for a course. */
    record Person(UUID account, String name, String email, String team) {
        @Override
        public String toString() {
            return "Person[" + account + "]";
        }
    }

    List<Person> people(UUID organisation) {
        return jdbc.sql(PEOPLE)
                .param(organisation)
                .query((row, n) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("team")))
                .list();
    }

    /** A course that somebody must take, and when they did last. */
    record Required(
            UUID course, String title, int months, UUID account, String name, String team, Optional<LocalDate> last) {
        @Override
        public String toString() {
            return "Required[" + course + ", " + account + "]";
        }
    }

    List<Required> required(UUID organisation, LocalDate day) {
        return jdbc.sql(REQUIRED_OF_ALL)
                .param("organisation", organisation)
                .param("day", day)
                .query((row, n) -> required(row))
                .list();
    }

    List<Required> requiredOf(UUID organisation, UUID account, LocalDate day) {
        return jdbc.sql(REQUIRED_OF_ONE)
                .param("organisation", organisation)
                .param("day", day)
                .param("account", account)
                .query((row, n) -> required(row))
                .list();
    }

    private static Required required(ResultSet row) throws SQLException {
        return new Required(
                row.getObject("course", UUID.class),
                row.getString("title"),
                row.getInt("months"),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getString("team"),
                Optional.ofNullable(row.getObject("last", LocalDate.class)));
    }

    /** A course that somebody took. */
    record NewTaken(UUID course, UUID account, LocalDate day) {}

    void take(UUID organisation, List<NewTaken> taken, Instant now, UUID by, @Nullable UUID file) {
        jdbc.sql(TAKE)
                .param(organisation)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(by)
                .param(file == null ? null : file.toString())
                .param(taken.stream().map(each -> each.course().toString()).toArray(String[]::new))
                .param(taken.stream().map(each -> each.account().toString()).toArray(String[]::new))
                .param(taken.stream().map(each -> each.day().toString()).toArray(String[]::new))
                .update();
    }

    /** What a clock runs for. */
    UUID requirement(UUID organisation, UUID course, UUID account) {
        jdbc.sql(REQUIRE).param(organisation).param(course).param(account).update();
        return jdbc.sql(REQUIREMENT)
                .param(course)
                .param(account)
                .query(UUID.class)
                .single();
    }

    /** A requirement whose clock runs. */
    record Running(UUID id, UUID course, UUID account, Instant due) {}

    List<Running> running(UUID organisation) {
        return jdbc.sql(RUNNING)
                .param(organisation)
                .query((row, n) -> new Running(
                        row.getObject("id", UUID.class),
                        row.getObject("course_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<UUID> organisations() {
        return jdbc.sql(ORGANISATIONS)
                .query((row, n) -> row.getObject("organisation_id", UUID.class))
                .list();
    }
}
