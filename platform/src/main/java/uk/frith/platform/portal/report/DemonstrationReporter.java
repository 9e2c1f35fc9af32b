package uk.frith.platform.portal.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.portal.report.ReportRepository.Force;

/** Lets pretend members of the public tell something online, each with a token of their own, as a browser would. */
@Component
public class DemonstrationReporter {

    private static final int MOST_COMPARED = 200;

    private final DemonstrationDesk people;
    private final Desk staff;
    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Codes codes;

    DemonstrationReporter(
            DemonstrationDesk people, Desk staff, ReportDesk desk, ReportRepository reports, Codes codes) {
        this.people = people;
        this.staff = staff;
        this.desk = desk;
        this.reports = reports;
        this.codes = codes;
    }

    /** A report that was sent, and what opens it. */
    public record Sent(UUID report, String token, String code, String secret) {
        @Override
        public String toString() {
            return "Sent[" + report + "]";
        }
    }

    /** The accounts that the force was sent already, by which a second time is known. */
    public Set<String> sent() {
        return people.as(
                Role.SUPERVISOR,
                () -> staff.audited(
                        () -> {
                            Set<String> accounts = new HashSet<>();
                            reports.latest(MOST_COMPARED).forEach(report -> accounts.add(report.account()));
                            return accounts;
                        },
                        found -> Entry.of(Act.CONSULTATION, StartPages.SUBJECT, "to see what was told online")));
    }

    /**
     * Begins a talk with its first words; empty where there is no force.
     *
     * @param along is done with the report's and its force's id in the same piece of work
     */
    public Optional<Sent> talk(String words, BiConsumer<UUID, UUID> along) {
        return send(ToldByChat.WHY, Map.of("what", words), Optional.empty(), along);
    }

    /** Begins, answers and sends a report in one piece of work: a draft that nobody ends would stay behind otherwise. */
    Optional<Sent> send(
            String why, Map<String, String> answers, Optional<String> lsoaCode, BiConsumer<UUID, UUID> along) {
        String token = codes.token();
        String code = codes.code();
        String secret = codes.secret();
        return desk.audited(
                        token,
                        () -> reports.forces().stream()
                                .findFirst()
                                .map(Force::id)
                                .map(force -> {
                                    UUID report = reports.start(code, secret, token, "en", why, Optional.empty());
                                    reports.keep(answers);
                                    reports.send(force, lsoaCode);
                                    along.accept(report, force);
                                    return report;
                                }),
                        report -> Entry.of(Act.COLLECTION, StartPages.SUBJECT, Drafting.TO_TELL)
                                .about(report.map(UUID::toString).stream().toList())
                                .showing(List.of("answers")))
                .map(report -> new Sent(report, token, code, secret));
    }

    /** The reporter does something more with what they sent. */
    public void again(Sent sent, Runnable work) {
        Supplier<UUID> on = () -> {
            work.run();
            return sent.report();
        };
        desk.audited(
                sent.token(),
                on,
                report -> Entry.of(Act.COLLECTION, StartPages.SUBJECT, Drafting.TO_TELL)
                        .about(List.of(report.toString()))
                        .showing(List.of("messages")));
    }
}
