package uk.frith.platform.reports.victims;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.victims.VictimTerms.Age;
import uk.frith.platform.reports.victims.VictimTerms.Disability;
import uk.frith.platform.reports.victims.VictimTerms.Ethnicity;
import uk.frith.platform.reports.victims.VictimTerms.Sex;
import uk.frith.platform.reports.victims.VictimTerms.Worded;

/** The SQL of what people say about themselves: written for one, read for many. */
@Repository
class EqualityRepository {

    // language=postgresql
    private static final String PUT = """
            insert into victims.equality (person_id, organisation_id, age, sex, ethnicity, disability) values (?, ?, ?, ?, ?, ?)
            on conflict (person_id) do update set age = excluded.age, sex = excluded.sex, ethnicity = excluded.ethnicity,
                disability = excluded.disability
            """;

    // language=postgresql
    private static final String GROUPS = """
            select e.characteristic, e.value, count(*) as people,
                   count(*) filter (where cardinality(v.harms) >= 2) as harmed,
                   count(*) filter (where v.repeated = 'YES') as repeated,
                   count(*) filter (where p.part = 'VICTIM') as themselves
            from victims.equality q
            join recording.person p on p.id = q.person_id
            left join victims.victim v on v.person_id = q.person_id,
            lateral (values ('AGE', q.age), ('SEX', q.sex), ('ETHNICITY', q.ethnicity), ('DISABILITY', q.disability))
                as e (characteristic, value)
            where q.organisation_id = ? and e.value <> 'NOT_SAID'
            group by e.characteristic, e.value order by e.characteristic, e.value
            """;

    private final JdbcClient jdbc;

    EqualityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody says about themselves. */
    record Characteristics(Age age, Sex sex, Ethnicity ethnicity, Disability disability) {}

    void put(UUID organisation, UUID person, Characteristics said) {
        jdbc.sql(PUT)
                .param(person)
                .param(organisation)
                .param(said.age().name())
                .param(said.sex().name())
                .param(said.ethnicity().name())
                .param(said.disability().name())
                .update();
    }

    /**
     * A group of people who suffer.
     *
     * @param harmed how many are harmed in two ways or more
     * @param repeated how many say that it has happened before
     * @param themselves how many reported it themselves, and weren't named by somebody else
     */
    record Group(String characteristic, String words, long people, long harmed, long repeated, long themselves) {}

    List<Group> groups(UUID organisation) {
        return jdbc.sql(GROUPS)
                .param(organisation)
                .query((row, n) -> new Group(
                        title(row.getString("characteristic")),
                        words(row.getString("characteristic"), row.getString("value")),
                        row.getLong("people"),
                        row.getLong("harmed"),
                        row.getLong("repeated"),
                        row.getLong("themselves")))
                .list();
    }

    static String title(String characteristic) {
        return characteristic.charAt(0) + characteristic.substring(1).toLowerCase(java.util.Locale.UK);
    }

    private static String words(String characteristic, String value) {
        Stream<? extends Enum<?>> known = switch (characteristic) {
            case "AGE" -> Stream.of(Age.values());
            case "SEX" -> Stream.of(Sex.values());
            case "ETHNICITY" -> Stream.of(Ethnicity.values());
            default -> Stream.of(Disability.values());
        };
        return known.filter(each -> each.name().equals(value))
                .map(each -> ((Worded) each).words())
                .findFirst()
                .orElse(value);
    }
}
