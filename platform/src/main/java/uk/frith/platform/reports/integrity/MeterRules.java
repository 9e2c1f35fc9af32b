package uk.frith.platform.reports.integrity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import uk.frith.platform.reports.integrity.EstimateRules.Unit;
import uk.frith.platform.reports.integrity.MeterRepository.Audited;
import uk.frith.platform.reports.integrity.MeterRepository.Suggested;

/** From counts by team to the meter: how many of the crimes that should be recorded are. */
final class MeterRules {

    private MeterRules() {}

    /**
     * A team's line, or everybody's.
     *
     * @param share recorded of suggested crimes, refused and waiting ones included
     * @param audited recorded of expected crimes in audits at random
     */
    record Line(String team, long suggested, long recorded, long refused, long waiting, Share share, Share audited) {}

    /** Everybody's line last. */
    static List<Line> lines(List<Suggested> suggested, List<Audited> audited, long minimum) {
        TreeSet<String> teams = new TreeSet<>();
        suggested.forEach(each -> teams.add(each.team()));
        audited.forEach(each -> teams.add(each.team()));
        List<Line> lines = new ArrayList<>();
        for (String team : teams) {
            lines.add(line(
                    team.isEmpty() ? "No team" : team,
                    suggested.stream().filter(each -> each.team().equals(team)).toList(),
                    audited.stream().filter(each -> each.team().equals(team)).toList(),
                    minimum));
        }
        lines.add(line("All", suggested, audited, minimum));
        return List.copyOf(lines);
    }

    private static Line line(String name, List<Suggested> suggested, List<Audited> audited, long minimum) {
        long all = suggested.stream().mapToLong(Suggested::suggested).sum();
        long recorded = suggested.stream().mapToLong(Suggested::recorded).sum();
        long refused = suggested.stream().mapToLong(Suggested::refused).sum();
        Share share = counted(recorded, all, minimum);
        Share found = EstimateRules.share(audited.stream().map(Audited::unit).toList(), minimum);
        return new Line(name, all, recorded, refused, all - recorded - refused, share, found);
    }

    /** All of them were counted, none was drawn: the interval says how far chance alone could move such a count. */
    private static Share counted(long part, long whole, long minimum) {
        List<Unit> units = new ArrayList<>(Collections.nCopies(Math.toIntExact(part), new Unit(1, 1, 1)));
        units.addAll(Collections.nCopies(Math.toIntExact(whole - part), new Unit(1, 0, 1)));
        return EstimateRules.share(units, minimum);
    }

    /** The sentence that the meter begins with. */
    static String sentence(Line all, int days) {
        if (all.suggested() == 0) {
            return "No account of the last " + days + " days suggests a crime.";
        }
        String counted = "Accounts of the last " + days + " days suggest " + Words.count(all.suggested(), "crime")
                + ": "
                + Words.count(all.recorded()) + " recorded, " + Words.count(all.refused()) + " refused with a reason, "
                + Words.count(all.waiting()) + " to decide.";
        return all.share().estimate().isEmpty()
                ? counted + " Too few for a share."
                : counted + " Recorded: " + all.share().words().replace(" (", " (95 % interval ") + ".";
    }

    /** What audits say, in a sentence. */
    static String audits(Line all) {
        Share share = all.audited();
        if (share.whole() == 0) {
            return "No audit at random has been closed in the last twelve months.";
        }
        String counted = "Audits at random of the last twelve months found " + Words.count(share.part()) + " of "
                + Words.count(share.whole(), "expected crime") + " recorded";
        return share.estimate().isEmpty()
                ? counted + ": too few for a share."
                : counted + ": " + share.words().replace(" (", " (95 % interval ") + ".";
    }
}
