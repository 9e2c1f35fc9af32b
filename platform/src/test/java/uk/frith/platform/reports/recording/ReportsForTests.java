package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/** Takes reports down for a test, by the same door as every other way in. */
public class ReportsForTests {

    private final Incidents incidents;
    private final ServiceDesk services;
    private final Desk desk;

    ReportsForTests(Incidents incidents, ServiceDesk services, Desk desk) {
        this.incidents = incidents;
        this.services = services;
        this.desk = desk;
    }

    /** A report that is valid as it is; each method changes one thing. */
    public record Report(
            String account,
            String location,
            Optional<String> lsoaCode,
            List<Person> people,
            Instant reported,
            Optional<NewReport.Follows> follows) {

        public static Report of(String account) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            return new Report(account, "", Optional.empty(), List.of(), now.minusSeconds(60), Optional.empty());
        }

        public Report at(String place) {
            return new Report(account, place, lsoaCode, people, reported, follows);
        }

        public Report in(String code) {
            return new Report(account, location, Optional.of(code), people, reported, follows);
        }

        public Report by(String name, String phone) {
            return with(new Person(Part.VICTIM, name, phone, "", "", SpokenTo.SPOKEN_TO));
        }

        public Report with(Person person) {
            List<Person> more = new java.util.ArrayList<>(people);
            more.add(person);
            return new Report(account, location, lsoaCode, more, reported, follows);
        }

        public Report daysAgo(int days) {
            return new Report(account, location, lsoaCode, people, reported.minus(days, ChronoUnit.DAYS), follows);
        }

        public Report following(UUID incident, NewReport.LinkKind kind) {
            return new Report(
                    account, location, lsoaCode, people, reported, Optional.of(new NewReport.Follows(incident, kind)));
        }

        NewReport asReport() {
            return new NewReport(
                    "test",
                    Optional.empty(),
                    Channel.CALL,
                    account,
                    reported,
                    Optional.empty(),
                    new NewReport.Place(location, lsoaCode),
                    NewReport.Chosen.NOTHING,
                    people,
                    List.of(),
                    "",
                    follows);
        }
    }

    public UUID record(UUID organisation, Report report) {
        Taken taken = take(organisation, report.asReport());
        assertThat(taken).isInstanceOf(Taken.Recorded.class);
        return ((Taken.Recorded) taken).incident();
    }

    /** How many incidents an organisation counts, from 1990 on. */
    long counted(UUID organisation) {
        return services.as(
                ServiceActor.BACKGROUND,
                "test",
                () -> desk.audited(
                        Entry.of(Act.CONSULTATION, "incidents", "to test"),
                        () -> incidents.coverage(organisation).orElseThrow().incidents()));
    }

    Taken take(UUID organisation, NewReport report) {
        return services.as(
                ServiceActor.BACKGROUND,
                "test",
                () -> desk.audited(
                        Entry.of(Act.COLLECTION, "incident", "to test"), () -> incidents.record(organisation, report)));
    }
}
