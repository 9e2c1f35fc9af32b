package uk.frith.platform.portal.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.portal.report.ReportRepository.Force;

/** The online reports of the demonstration: a few of the latest, told now, of which one can be opened again by code and secret. */
@Component
class DemonstrationReports implements DemonstrationPart {

    private static final int AFTER_THE_INCIDENTS = 30;
    private static final int MOST = 6;
    private static final int MOST_COMPARED = 200;

    private final DemonstrationDesk people;
    private final Desk staff;
    private final ReportDesk desk;
    private final ReportRepository reports;
    private final Codes codes;
    private final Taking taking;

    DemonstrationReports(
            DemonstrationDesk people,
            Desk staff,
            ReportDesk desk,
            ReportRepository reports,
            Codes codes,
            Taking taking) {
        this.people = people;
        this.staff = staff;
        this.desk = desk;
        this.reports = reports;
        this.codes = codes;
        this.taking = taking;
    }

    @Override
    public int order() {
        return AFTER_THE_INCIDENTS;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        Set<String> sent = sent();
        List<Told> online =
                told.stream().filter(one -> one.channel().equals("online")).toList();
        List<Told> toSend = online.subList(Math.max(0, online.size() - MOST), online.size()).stream()
                .filter(one -> !sent.contains(one.text()))
                .toList();
        for (Told one : toSend) {
            String code = codes.code();
            String secret = codes.secret();
            Optional<UUID> report = send(one, code, secret);
            report.ifPresent(taking::takeNow);
            if (report.isPresent() && one.equals(toSend.getLast())) {
                news.accept("An online report can be opened again at /tell/return: code " + Codes.inFours(code)
                        + ", secret " + Codes.inFours(secret) + ".");
            }
        }
    }

    /** The accounts that the force was sent already, by which a second time is known. */
    private Set<String> sent() {
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

    /** Begins, answers and sends a report in one piece of work: a draft that nobody ends would stay behind otherwise. */
    private Optional<UUID> send(Told one, String code, String secret) {
        String token = codes.token();
        return desk.audited(
                token,
                () -> {
                    Optional<Force> force = reports.forces().stream().findFirst();
                    if (force.isEmpty()) {
                        return Optional.<UUID>empty();
                    }
                    UUID report = reports.start(code, secret, token, "en", "ASB", Optional.empty());
                    reports.keep(answers(one));
                    reports.send(force.get().id(), Optional.of(one.lsoaCode()));
                    return Optional.of(report);
                },
                report -> Entry.of(Act.COLLECTION, StartPages.SUBJECT, Drafting.TO_TELL)
                        .about(report.map(UUID::toString).stream().toList())
                        .showing(List.of("answers")));
    }

    /** One in three stays unknown. */
    private static Map<String, String> answers(Told one) {
        Map<String, String> answers = new HashMap<>(Map.of(
                "who", "SELF",
                "what", one.text(),
                "when", "OFTEN",
                "where", "WORDS",
                "place", one.location(),
                "contact", "NO",
                "wishes", "That somebody rings me before nine in the evening"));
        if (one.id().hashCode() % 3 != 0) {
            answers.put("contact", "YES");
            answers.put("name", one.name());
            answers.put("phone", one.phone());
        }
        return answers;
    }
}
