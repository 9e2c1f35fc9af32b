package uk.frith.platform.reports.recording;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.frith.narrative.Findings;

/** The words in which findings and links are shown. */
final class RecordWords {

    private static final String VULNERABILITY = "vulnerability";

    /** Stands between whose a vulnerability is and what it is. */
    private static final String WHOSE = ": ";

    /** Which of the College of Policing's classes of risk a factor is of; it is kept, and tells a reader nothing. */
    private static final Pattern CLASS = Pattern.compile(" \\((personal|situational|incidental)\\)$");

    private RecordWords() {}

    /** A remark as its line shows it: a heading, and what was seen. */
    record Shown(String kind, String what) {
        String says() {
            return kind + WHOSE + what;
        }
    }

    static Shown shown(Findings.Remark remark) {
        return shown(remark.kind(), remark.what());
    }

    static Shown shown(String kind, String what) {
        int who = what.indexOf(WHOSE);
        if (kind.equals(VULNERABILITY) && who > 0) {
            String factor = CLASS.matcher(what.substring(who + WHOSE.length())).replaceFirst("");
            return new Shown(
                    Vulnerability.whose(what.substring(0, who)), Vulnerability.inWords(factor.replace('_', ' ')));
        }
        return new Shown(kind(kind), kind.equals("impact") ? harm(what) : what.replace('_', ' '));
    }

    /** How somebody is harmed. */
    private static String harm(String what) {
        return switch (what) {
            case "sleep" -> "loss of sleep";
            case "moving" -> "wants to move home";
            case "routine" -> "changed routines";
            case "business" -> "a business loses by it";
            default -> what;
        };
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "qualifier" -> "Qualifier";
            case "impact" -> "Harm";
            case "writeoff" -> "Words that write it off";
            case "limb" -> "Limb of the 2014 Act";
            case "exploitation" -> "Exploitation";
            case "hate" -> "Perceived as hate";
            default ->
                kind.substring(0, 1).toUpperCase(Locale.UK) + kind.substring(1).replace('_', ' ');
        };
    }

    /** Everything that the reader saw beside crimes, as remarks: who is vulnerable and which hostility is perceived too. */
    static List<Findings.Remark> remarks(Findings findings) {
        return Stream.of(
                        findings.vulnerability().stream()
                                .map(each -> new Findings.Remark(
                                        VULNERABILITY,
                                        each.who() + WHOSE + Vulnerability.factor(each) + " (" + each.kind() + ")",
                                        each.span(),
                                        each.rule(),
                                        each.source())),
                        findings.hate().stream()
                                .map(each -> new Findings.Remark(
                                        "hate",
                                        each.strand().replace('_', ' '),
                                        each.span(),
                                        each.rule(),
                                        each.source())),
                        findings.remarks().stream())
                .flatMap(each -> each)
                .toList();
    }

    /** What isn't recorded beside a crime of a class; empty when it takes in nothing. */
    static String takesIn(String code, List<Findings.TakenIn> takenIn) {
        String lesser = takenIn.stream()
                .filter(each -> each.by().contains(code))
                .map(each -> each.crime().offence())
                .distinct()
                .map(each -> each.code() + " " + each.name())
                .collect(Collectors.joining(", "));
        return lesser.isEmpty() ? "" : "Takes in: " + lesser;
    }

    /** How sure the reader is. */
    static String certainty(String certainty) {
        return switch (certainty) {
            case "CERTAIN" -> "Every point is told";
            case "PROBABLE" -> "More likely than not";
            default -> "One point is still to prove";
        };
    }

    /** How a link reads from the other end. */
    static String backwards(NewReport.LinkKind kind) {
        return switch (kind) {
            case FOLLOW_UP -> "Followed up by";
            case DUPLICATE -> "Same event as";
            case HEARD_IN -> "In its call was also heard";
        };
    }
}
