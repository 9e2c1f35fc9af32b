package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.narrative.Certainty;
import uk.frith.narrative.Findings;
import uk.frith.narrative.OffenceClass;

/** The SQL of crimes: those that an account may hold, those that were recorded, and what else was seen. */
@Repository
class CrimeRepository {

    // language=postgresql
    private static final String ADD_SUGGESTIONS = """
            insert into recording.suggestion (organisation_id, incident_id, class_code, class_name, victims, certainty, words,
                rule, source)
            select ?, ?, s.* from unnest(?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[]) as s
            on conflict (incident_id, class_code) do nothing
            """;

    // language=postgresql
    private static final String ADD_TAKEN_IN = """
            insert into recording.taken_in (incident_id, number, organisation_id, class_code, class_name, victims, certainty,
                words, rule, source, taken_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String TAKEN_IN = "select * from recording.taken_in where incident_id = ? order by number";

    /**
     * A crime comes back once each that took it in was refused, or is cancelled or of another class since. One that stands
     * elsewhere goes on taking in there.
     */
    // language=postgresql
    private static final String SUGGEST_AGAIN = """
            insert into recording.suggestion (organisation_id, incident_id, class_code, class_name, victims, certainty, words,
                rule, source)
            select t.organisation_id, t.incident_id, t.class_code, t.class_name, t.victims, t.certainty, t.words, t.rule,
                   t.source
            from recording.taken_in t
            where t.incident_id = ? and not exists (
                select 1 from unnest(t.taken_by) as p (class_code) where not exists (
                    select 1 from recording.suggestion s left join recording.crime c on c.id = s.crime_id
                    where s.incident_id = t.incident_id and s.class_code = p.class_code
                      and (s.state = 'REFUSED' or c.class_code <> s.class_code
                           or c.cancelled not in ('TRANSFERRED', 'DUPLICATE'))))
            order by t.number
            on conflict (incident_id, class_code) do nothing
            """;

    // language=postgresql
    private static final String ADD_REMARKS = """
            insert into recording.remark (incident_id, number, organisation_id, kind, what, words, rule, source)
            select ?, r.number - 1, ?, r.kind, r.what, r.words, r.rule, r.source
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                with ordinality as r (kind, what, words, rule, source, number)
            """;

    // language=postgresql
    private static final String SUGGESTIONS = """
            select s.*, c.reference || case when c.cancelled is null then '' else ', which was cancelled' end as crime_reference
            from recording.suggestion s
            left join recording.crime c on c.id = s.crime_id
            where s.incident_id = ? order by s.state <> 'OPEN', s.id
            """;

    // language=postgresql
    private static final String CRIMES = """
            select c.*, array(select case when p.name = '' then 'Name not known' else p.name end
                              from recording.person p where p.id = any (c.to_whom) order by p.id) as whom
            from recording.crime c where c.incident_id = ? order by c.id
            """;

    // language=postgresql
    private static final String REMARKS = "select * from recording.remark where incident_id = ? order by number";

    // language=postgresql
    private static final String ADD_CRIME = """
            insert into recording.crime (organisation_id, incident_id, class_code, class_name, reference, victims, to_whom,
                recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (organisation_id, reference) do nothing
            returning id
            """;

    // language=postgresql
    private static final String DECIDE = """
            update recording.suggestion set state = ?, crime_id = ?, reason = ?, decided_at = ?, decided_by = ?
            where id = ? and incident_id = ? and state = 'OPEN'
            """;

    // language=postgresql
    private static final String OPEN_SUGGESTIONS =
            "select count(*) from recording.suggestion where incident_id = ? and state = 'OPEN'";

    private final JdbcClient jdbc;

    CrimeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the crimes that were found, and beside them those that they take in. */
    void addSuggestions(UUID organisation, UUID incident, Findings findings) {
        List<Findings.Crime> crimes = findings.crimes();
        if (!crimes.isEmpty()) {
            jdbc.sql(ADD_SUGGESTIONS)
                    .param(organisation)
                    .param(incident)
                    .param(Rows.column(crimes, crime -> crime.offence().code()))
                    .param(Rows.column(crimes, crime -> crime.offence().name()))
                    .param(crimes.stream().map(Findings.Crime::victims).toArray(Integer[]::new))
                    .param(Rows.column(crimes, crime -> crime.certainty().name()))
                    .param(Rows.column(crimes, Findings.Crime::span))
                    .param(Rows.column(crimes, Findings.Crime::rule))
                    .param(Rows.column(crimes, Findings.Crime::source))
                    .update();
        }
        int number = 0;
        for (Findings.TakenIn each : findings.takenIn()) {
            jdbc.sql(ADD_TAKEN_IN)
                    .param(incident)
                    .param(number++)
                    .param(organisation)
                    .param(each.crime().offence().code())
                    .param(each.crime().offence().name())
                    .param(each.crime().victims())
                    .param(each.crime().certainty().name())
                    .param(each.crime().span())
                    .param(each.crime().rule())
                    .param(each.crime().source())
                    .param(each.by().toArray(String[]::new))
                    .update();
        }
    }

    List<Findings.TakenIn> takenIn(UUID incident) {
        return jdbc.sql(TAKEN_IN)
                .param(incident)
                .query((row, n) -> new Findings.TakenIn(
                        new Findings.Crime(
                                new OffenceClass(row.getString("class_code"), row.getString("class_name")),
                                row.getInt("victims"),
                                Certainty.valueOf(row.getString("certainty")),
                                row.getString("words"),
                                row.getString("rule"),
                                row.getString("source")),
                        Set.of((String[]) row.getArray("taken_by").getArray())))
                .list();
    }

    /** Suggests what was taken in by crimes that fell away; gives whether there was any. */
    boolean suggestAgain(UUID incident) {
        return jdbc.sql(SUGGEST_AGAIN).param(incident).update() > 0;
    }

    void addRemarks(UUID organisation, UUID incident, List<Findings.Remark> remarks) {
        if (!remarks.isEmpty()) {
            jdbc.sql(ADD_REMARKS)
                    .param(incident)
                    .param(organisation)
                    .param(Rows.column(remarks, Findings.Remark::kind))
                    .param(Rows.column(remarks, Findings.Remark::what))
                    .param(Rows.column(remarks, Findings.Remark::span))
                    .param(Rows.column(remarks, Findings.Remark::rule))
                    .param(Rows.column(remarks, Findings.Remark::source))
                    .update();
        }
    }

    /** A crime that the account may hold, and what was decided. */
    record Suggestion(
            UUID id,
            String classCode,
            String className,
            int victims,
            String certainty,
            String words,
            String rule,
            String source,
            String state,
            String crimeReference,
            String reason) {
        boolean isOpen() {
            return state.equals("OPEN");
        }

        @Override
        public String toString() {
            return "Suggestion[" + id + "]";
        }
    }

    List<Suggestion> suggestions(UUID incident) {
        return jdbc.sql(SUGGESTIONS)
                .param(incident)
                .query((row, n) -> new Suggestion(
                        row.getObject("id", UUID.class),
                        row.getString("class_code"),
                        row.getString("class_name"),
                        row.getInt("victims"),
                        row.getString("certainty"),
                        row.getString("words"),
                        row.getString("rule"),
                        row.getString("source"),
                        row.getString("state"),
                        Rows.text(row, "crime_reference"),
                        Rows.text(row, "reason")))
                .list();
    }

    /** A crime that was recorded; {@code whom} names those victims that are known, for whoever may see them. */
    record Crime(
            UUID id,
            String classCode,
            String className,
            String reference,
            int victims,
            Instant recorded,
            List<String> whom,
            Optional<Cancelling> cancelled) {
        @Override
        public String toString() {
            return "Crime[" + id + "]";
        }
    }

    /** Whether a crime is recorded that wasn't cancelled. */
    boolean anyStands(UUID incident) {
        return crimes(incident).stream().anyMatch(each -> each.cancelled().isEmpty());
    }

    /** Those that were recorded, cancelled ones among them. */
    List<Crime> crimes(UUID incident) {
        return jdbc.sql(CRIMES)
                .param(incident)
                .query((row, n) -> new Crime(
                        row.getObject("id", UUID.class),
                        row.getString("class_code"),
                        row.getString("class_name"),
                        row.getString("reference"),
                        row.getInt("victims"),
                        Rows.moment(row, "recorded_at"),
                        List.of((String[]) row.getArray("whom").getArray()),
                        Optional.ofNullable(row.getString("cancelled")).map(Cancelling::valueOf)))
                .list();
    }

    List<Findings.Remark> remarks(UUID incident) {
        return jdbc.sql(REMARKS)
                .param(incident)
                .query((row, n) -> new Findings.Remark(
                        row.getString("kind"),
                        row.getString("what"),
                        row.getString("words"),
                        row.getString("rule"),
                        row.getString("source")))
                .list();
    }

    /** Empty when a crime of that reference stands already. */
    Optional<UUID> addCrime(UUID organisation, UUID incident, NewCrime crime, Instant now, UUID by) {
        return jdbc.sql(ADD_CRIME)
                .param(organisation)
                .param(incident)
                .param(crime.classCode())
                .param(crime.className())
                .param(crime.reference())
                .param(crime.victims())
                .param(crime.whom().toArray(UUID[]::new))
                .param(Rows.at(now))
                .param(by)
                .query(UUID.class)
                .optional();
    }

    /** A crime to record, and to whom of the people of its incident it was done. */
    record NewCrime(String classCode, String className, String reference, int victims, List<UUID> whom) {
        NewCrime {
            whom = List.copyOf(whom);
            if (victims > RecordRules.MOST_VICTIMS) {
                throw new IllegalArgumentException("Nobody records as many crimes at once: " + victims);
            }
            if (victims < whom.size()) {
                throw new IllegalArgumentException("A crime has at least the victims that are named.");
            }
        }
    }

    /** What was decided about a suggestion: a crime or a reason, never both. */
    record Decision(
            UUID suggestion, @Nullable UUID crime, @Nullable String reason) {
        @Override
        public String toString() {
            return "Decision[" + suggestion + "]";
        }
    }

    boolean decide(UUID incident, Decision decision, Instant now, UUID by) {
        return jdbc.sql(DECIDE)
                        .param(decision.crime() == null ? "REFUSED" : "RECORDED")
                        .param(decision.crime())
                        .param(decision.reason())
                        .param(Rows.at(now))
                        .param(by)
                        .param(decision.suggestion())
                        .param(incident)
                        .update()
                == 1;
    }

    long openSuggestions(UUID incident) {
        return jdbc.sql(OPEN_SUGGESTIONS).param(incident).query(Long.class).single();
    }
}
