package uk.frith.platform.reports.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import uk.frith.narrative.AsbCategory;
import uk.frith.narrative.Certainty;
import uk.frith.narrative.Findings;

/**
 * How soon somebody should go. The same for a call, a chat, a form and a partner's report, since only the findings are
 * asked.
 */
final class GradeRules {

    /** A vulnerability of a victim or caller with one of these makes the report a priority whatever else it says. */
    private static final Set<String> GRAVE = Set.of("child", "domestic", "exploitation", "suicidal");

    /** Threats to kill, attempts, wounding, robbery, arson with danger to life: whoever tells of one isn't safe. */
    private static final Set<String> AGAINST_LIFE = Set.of("1", "2", "3B", "5D", "34A", "34B", "56A");

    private GradeRules() {}

    /** A grade and its reasons. */
    record Graded(Grade grade, List<String> reasons) {}

    /** Of several readings the most urgent grade, the first of equals. */
    static Graded mostUrgent(List<Findings> readings) {
        return readings.stream()
                .map(GradeRules::grade)
                .min(Comparator.comparing(Graded::grade))
                .orElseThrow(() -> new IllegalArgumentException("something must have been read"));
    }

    static Graded grade(Findings findings) {
        if (findings.immediateDanger()) {
            return new Graded(Grade.IMMEDIATE, List.of("Somebody may be in danger now."));
        }
        List<String> reasons = new ArrayList<>();
        findings.vulnerability().stream()
                .filter(each -> GRAVE.contains(each.factor()) && !each.who().equals("suspect"))
                .map(each -> "Somebody concerned is at particular risk: "
                        + Vulnerability.inWords(Vulnerability.factor(each)) + ".")
                .distinct()
                .forEach(reasons::add);
        if (!findings.hate().isEmpty()) {
            reasons.add("It is perceived as hate.");
        }
        if (findings.crimes().stream()
                .anyMatch(each -> each.certainty() != Certainty.POSSIBLE
                        && AGAINST_LIFE.contains(each.offence().code()))) {
            reasons.add("A crime against somebody's life or safety is told of.");
        }
        if (findings.remarks().stream().anyMatch(remark -> remark.kind().equals("unread"))) {
            reasons.add(
                    "Not all of it could be read here, perhaps as it is in another language: somebody must read it now.");
        }
        boolean crime = !findings.crimes().isEmpty();
        if (findings.repeat() && (crime || findings.category() == AsbCategory.PERSONAL)) {
            reasons.add("It has happened before and is aimed at somebody.");
        }
        if (!reasons.isEmpty()) {
            return new Graded(Grade.PRIORITY, reasons);
        }
        if (crime) {
            boolean sure = findings.crimes().stream().anyMatch(each -> each.certainty() == Certainty.CERTAIN);
            return new Graded(
                    Grade.ROUTINE,
                    List.of(sure ? "A crime is told of." : "It may hold a crime; some points are still to prove."));
        }
        if (findings.category() == AsbCategory.PERSONAL) {
            return new Graded(Grade.ROUTINE, List.of("It is aimed at somebody."));
        }
        if (findings.category() == AsbCategory.NUISANCE) {
            return new Graded(Grade.SCHEDULED, List.of("It troubles the community; nobody is singled out."));
        }
        return new Graded(
                Grade.WITHOUT_DEPLOYMENT,
                List.of("Nobody seems singled out, and no crime or danger was seen in the words."));
    }
}
