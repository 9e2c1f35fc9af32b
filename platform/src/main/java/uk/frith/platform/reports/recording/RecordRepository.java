package uk.frith.platform.reports.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.narrative.Account;
import uk.frith.platform.reports.recording.NewReport.LinkKind;

/** The SQL of reports that are taken down in Frith, of their log and of what they hang together with. */
@Repository
class RecordRepository {

    // language=postgresql
    private static final String ALREADY = """
            select id, reference from recording.incident
            where organisation_id = ? and source = ? and source_reference = ?
            """;

    // language=postgresql
    private static final String ADD = """
            insert into recording.incident (organisation_id, reference, occurred_from, occurred_to, reported_at, lsoa_code,
                area_code, location, category, type, channel, text, source, source_reference)
            select :organisation, to_char(:reported::timestamptz at time zone 'Europe/London', 'YY') || '-'
                   || to_char(:number::bigint, 'FM000000000'),
                :from, :to, :reported, :lsoa, :area, :location, :category, :type, :channel, :text, :source, :source_reference
            on conflict (organisation_id, source, source_reference) where source_reference is not null do nothing
            returning id, reference
            """;

    // language=postgresql
    private static final String NEXT_NUMBER = "select nextval('recording.incident_number')";

    // language=postgresql
    private static final String ADD_LINK = """
            insert into recording.link (incident_id, to_id, organisation_id, kind, made_at, made_by)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    /**
     * What was told before by the same caller, about the same place or, last, about its street; latest first; texts as they stand. Each way to an
     * incident has an index of its own, and a handler waits for this with every pause in their typing.
     */
    private static final String BEFORE = """
            from recording.incident i
            where i.organisation_id = :organisation and i.occurred_from >= :since
              and i.id in (
                  select s.id from recording.incident s
                  where s.organisation_id = :organisation and s.place_key <> '' and s.place_key in (:places, :streets)
                  union
                  select p.incident_id from recording.person p
                  where p.organisation_id = :organisation and p.phone_key <> '' and p.phone_key in (:phones)
                  union
                  select p.incident_id from recording.person p
                  where p.organisation_id = :organisation and p.name_key <> '' and p.name_key in (:names))
            """;

    // language=postgresql
    private static final String EARLIER = """
            select i.id, i.reference, i.reported_at, i.location, i.category, i.type, i.text,
                   array(select c.class_code from recording.recorded_crime c where c.incident_id = i.id) as crimes,
                   i.place_key in (:places) as same_place,
                   i.place_key in (:streets) and i.place_key not in (:places) and not exists (
                       select 1 from recording.person p
                       where p.incident_id = i.id and (p.phone_key in (:phones) or p.name_key in (:names))) as same_street
            """ + BEFORE + " order by same_street, i.reported_at desc, i.id limit :most";

    // language=postgresql
    private static final String ONE_EARLIER = """
            select i.id, i.reference, i.reported_at, i.location, i.category, i.type, i.text,
                   array(select c.class_code from recording.recorded_crime c where c.incident_id = i.id) as crimes,
                   false as same_place, false as same_street
            from recording.incident i where i.organisation_id = ? and i.id = ?
            """;

    // language=postgresql
    private static final String NOTES = """
            select n.*, a.name as writer from recording.note n join identity.account a on a.id = n.written_by
            where n.incident_id = ? order by n.written_at, n.id
            """;

    // language=postgresql
    private static final String LINKS = """
            select l.kind, true as forward, i.id, i.reference, i.reported_at
            from recording.link l join recording.incident i on i.id = l.to_id where l.incident_id = :incident
            union all
            select l.kind, false, i.id, i.reference, i.reported_at
            from recording.link l join recording.incident i on i.id = l.incident_id where l.to_id = :incident
            order by reported_at, id
            """;

    // language=postgresql
    private static final String ADD_NOTE = """
            insert into recording.note (organisation_id, incident_id, written_at, written_by, text) values (?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String IS_LINKED =
            "select exists (select 1 from recording.link where incident_id = ? and to_id = ?)";

    // language=postgresql
    private static final String IS_DUPLICATE =
            "select exists (select 1 from recording.link where incident_id = ? and kind = 'DUPLICATE')";

    // language=postgresql
    private static final String SORT = "update recording.incident set category = ?, type = ? where id = ?";

    // language=postgresql
    private static final String BY_REFERENCE =
            "select id from recording.incident where organisation_id = ? and reference = ?";

    private final JdbcClient jdbc;

    RecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An incident's id and reference. */
    record Known(UUID id, String reference) {}

    Optional<Known> already(UUID organisation, String source, String reference) {
        return jdbc.sql(ALREADY)
                .param(organisation)
                .param(source)
                .param(reference)
                .query((row, n) -> known(row))
                .optional();
    }

    long nextNumber() {
        return jdbc.sql(NEXT_NUMBER).query(Long.class).single();
    }

    /** Empty when the same report of the same source came at the same time by another way. */
    Optional<Known> add(UUID organisation, long number, NewReport report, Placed placed, String text, Sorting sorted) {
        Interval occurred = report.occurred().orElse(Interval.at(report.reportedAt()));
        return jdbc.sql(ADD)
                .param("organisation", organisation)
                .param("number", number)
                .param("from", Rows.at(occurred.from()))
                .param("to", Rows.at(occurred.to()))
                .param("reported", Rows.at(report.reportedAt()))
                .param("lsoa", placed.lsoaCode().orElse(null))
                .param("area", placed.areaCode().orElse(null))
                .param("location", RecordRules.clean(placed.location()))
                .param("category", sorted.category().map(Enum::name).orElse(null))
                .param("type", sorted.type().map(Enum::name).orElse(null))
                .param("channel", report.channel().name())
                .param("text", text)
                .param("source", report.source())
                .param("source_reference", report.sourceReference().orElse(null))
                .query((row, n) -> known(row))
                .optional();
    }

    /** Whether an incident names another as what it hangs together with. */
    boolean isLinked(UUID incident, UUID to) {
        return jdbc.sql(IS_LINKED)
                .param(incident)
                .param(to)
                .query(Boolean.class)
                .single();
    }

    /** Whether an incident is the same event as another. */
    boolean isDuplicate(UUID incident) {
        return jdbc.sql(IS_DUPLICATE).param(incident).query(Boolean.class).single();
    }

    void sort(UUID incident, Sorting sorting) {
        jdbc.sql(SORT)
                .param(sorting.category().map(Enum::name).orElse(null))
                .param(sorting.type().map(Enum::name).orElse(null))
                .param(incident)
                .update();
    }

    void addLink(UUID organisation, UUID incident, UUID to, LinkKind kind, Instant now, Optional<UUID> by) {
        jdbc.sql(ADD_LINK)
                .param(incident)
                .param(to)
                .param(organisation)
                .param(kind.name())
                .param(Rows.at(now))
                .param(by.orElse(null))
                .update();
    }

    /** Whom or where an earlier report is sought by; empty text for what isn't known. */
    record Sought(String phone, String name, String place) {
        @Override
        public String toString() {
            return "Sought";
        }
    }

    List<Earlier> earlier(UUID organisation, Sought sought, Instant since, int most) {
        return jdbc.sql(EARLIER)
                .param("organisation", organisation)
                .param("phones", SoughtKeys.phones(sought.phone()))
                .param("names", SoughtKeys.names(sought.name()))
                .param("places", SoughtKeys.places(sought.place()))
                .param("streets", SoughtKeys.streets(sought.place()))
                .param("since", Rows.at(since))
                .param("most", most)
                .query((row, n) -> earlier(row))
                .list();
    }

    Optional<Earlier> earlier(UUID organisation, UUID incident) {
        return jdbc.sql(ONE_EARLIER)
                .param(organisation)
                .param(incident)
                .query((row, n) -> earlier(row))
                .optional();
    }

    private static Earlier earlier(ResultSet row) throws SQLException {
        return new Earlier(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                Rows.moment(row, "reported_at"),
                row.getString("location"),
                Optional.ofNullable(row.getString("category")).map(AsbCategory::valueOf),
                Optional.ofNullable(row.getString("type")).map(AsbType::valueOf),
                row.getBoolean("same_place")
                        ? Earlier.Near.PLACE
                        : row.getBoolean("same_street") ? Earlier.Near.STREET : Earlier.Near.CALLER,
                new Account.Earlier(row.getString("text"), Set.of((String[])
                        row.getArray("crimes").getArray())));
    }

    /** A note on the incident. */
    record Note(Instant written, String writer, String text) {
        @Override
        public String toString() {
            return "Note";
        }
    }

    List<Note> notes(UUID incident) {
        return jdbc.sql(NOTES)
                .param(incident)
                .query((row, n) ->
                        new Note(Rows.moment(row, "written_at"), row.getString("writer"), row.getString("text")))
                .list();
    }

    /** Another incident that this one hangs together with; {@code forward} when this one names the other. */
    record Linked(LinkKind kind, boolean forward, UUID incident, String reference) {}

    List<Linked> links(UUID incident) {
        return jdbc.sql(LINKS)
                .param("incident", incident)
                .query((row, n) -> new Linked(
                        LinkKind.valueOf(row.getString("kind")),
                        row.getBoolean("forward"),
                        row.getObject("id", UUID.class),
                        row.getString("reference")))
                .list();
    }

    void addNote(UUID organisation, UUID incident, Instant now, UUID by, String text) {
        jdbc.sql(ADD_NOTE)
                .param(organisation)
                .param(incident)
                .param(Rows.at(now))
                .param(by)
                .param(text)
                .update();
    }

    Optional<UUID> byReference(UUID organisation, String reference) {
        return jdbc.sql(BY_REFERENCE)
                .param(organisation)
                .param(reference)
                .query(UUID.class)
                .optional();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getObject("id", UUID.class), row.getString("reference"));
    }
}
