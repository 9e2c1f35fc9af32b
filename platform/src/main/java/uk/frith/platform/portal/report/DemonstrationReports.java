package uk.frith.platform.portal.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.portal.report.DemonstrationReporter.Sent;

/** The online reports of the demonstration: a few of the latest, told now, of which one can be opened again by code and secret. */
@Component
class DemonstrationReports implements DemonstrationPart {

    private static final int AFTER_THE_INCIDENTS = 30;
    private static final int MOST = 6;

    private final DemonstrationReporter reporter;
    private final List<DemonstrationAlong> along;
    private final Taking taking;

    DemonstrationReports(DemonstrationReporter reporter, ObjectProvider<DemonstrationAlong> along, Taking taking) {
        this.reporter = reporter;
        this.along = along.stream().toList();
        this.taking = taking;
    }

    @Override
    public int order() {
        return AFTER_THE_INCIDENTS;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        Set<String> sent = reporter.sent();
        List<Told> online =
                told.stream().filter(one -> one.channel().equals("online")).toList();
        List<Told> latest = online.subList(Math.max(0, online.size() - MOST), online.size());
        for (int turn = 0; turn < latest.size(); turn++) {
            if (!sent.contains(latest.get(turn).text())) {
                Optional<Sent> report = send(latest.get(turn), turn);
                if (turn == latest.size() - 1) {
                    report.ifPresent(each -> say(each, news));
                }
            }
        }
    }

    private Optional<Sent> send(Told one, int turn) {
        Optional<Sent> report = reporter.send(
                "ASB",
                answers(one),
                Optional.of(one.lsoaCode()),
                (id, force) -> along.forEach(each -> each.along(id, turn)));
        report.ifPresent(each -> taking.takeNow(each.report()));
        return report;
    }

    private static void say(Sent sent, Consumer<String> news) {
        news.accept("An online report can be opened again at /tell/return: code " + Codes.inFours(sent.code())
                + ", secret " + Codes.inFours(sent.secret()) + ".");
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
