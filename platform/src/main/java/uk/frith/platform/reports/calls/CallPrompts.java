package uk.frith.platform.reports.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.frith.narrative.Findings;
import uk.frith.platform.reports.calls.CallScript.Told;
import uk.frith.platform.reports.concerns.Runs;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.Earlier;
import uk.frith.platform.reports.recording.NewReport.Evidence;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/** What the handler is warned of while they type: what is easily missed, and what is easily mistyped. Nothing here blocks. */
final class CallPrompts {

    /** Harassment, and harassment with hostility of race or religion. */
    private static final Set<String> HARASSMENT = Set.of("8L", "8M");

    private static final String INSPECTORATE = "HMICFRS, The policing response to antisocial behaviour (October 2024)";
    private static final String COURSE =
            "Protection from Harassment Act 1997, s. 7(3); Home Office Crime Recording Rules, 8L Harassment";

    private static final int DIGITS_AT_HOME = 11;
    private static final int FEWEST_AT_HOME = 10;
    private static final int FEWEST_ABROAD = 8;
    private static final int MOST_ABROAD = 17;

    private CallPrompts() {}

    /** Something that is easily missed. */
    record Prompt(String title, String words, String source) {
        @Override
        public String toString() {
            return "Prompt[" + title + "]";
        }
    }

    /** Stands with what was reported before, as it changes with the caller and not with each word. */
    static Prompt run(Runs.Summary run) {
        return new Prompt(
                "Part of a run of " + run.incidents().size() + " reports",
                run.level() + " harm together. " + String.join(" ", run.reasons()),
                INSPECTORATE);
    }

    static List<Prompt> of(Told told) {
        List<Prompt> prompts = new ArrayList<>();
        course(told).ifPresent(prompts::add);
        hidden(told).ifPresent(prompts::add);
        told.heard().stream()
                .flatMap(heard -> heard.findings().remarks().stream())
                .filter(remark -> remark.kind().equals("writeoff"))
                .findFirst()
                .map(remark -> new Prompt(
                        "Words that make it small",
                        "“" + remark.span() + "”: write instead what was done, to whom, and what it does to them.",
                        INSPECTORATE))
                .ifPresent(prompts::add);
        return prompts;
    }

    /** Two occasions can be a course of conduct, in one account or over several reports. */
    private static Optional<Prompt> course(Told told) {
        List<Earlier> ofCaller =
                told.before().stream().filter(Earlier::isOfCaller).toList();
        boolean aimed = ofCaller.stream()
                .anyMatch(earlier ->
                        earlier.category().filter(AsbCategory.PERSONAL::equals).isPresent()
                                || !earlier.told().crimes().isEmpty());
        if (aimed) {
            return Optional.of(new Prompt(
                    "May be a course of conduct",
                    "This caller reported " + times(ofCaller.size())
                            + " in the last year. Ask whether it is the same person: harassment is judged over all of it,"
                            + " not over today alone.",
                    COURSE));
        }
        return told.heard().stream()
                .flatMap(heard -> heard.findings().crimes().stream())
                .filter(crime -> HARASSMENT.contains(crime.offence().code()))
                .findFirst()
                .map(crime -> new Prompt(
                        "May be a course of conduct",
                        "The words tell of more than one occasion. Take each down with its date, what was done, and what"
                                + " it did to them.",
                        COURSE));
    }

    /** A home in which somebody is afraid is often first heard of as noise, shouting or children outside. */
    private static Optional<Prompt> hidden(Told told) {
        boolean heardOf = told.heard().isPresent()
                && (told.heard().get().findings().incident().contains("Domestic")
                        || told.heard().get().findings().vulnerability().stream()
                                .map(Findings.Vulnerability::factor)
                                .anyMatch(factor -> factor.equals("domestic") || factor.equals("exploitation"))
                        || told.heard().get().findings().remarks().stream()
                                .anyMatch(remark -> remark.kind().equals("exploitation")));
        if (heardOf) {
            return Optional.of(new Prompt(
                    "May be trouble at home",
                    "The words tell of somebody who may be harmed or used by those around them. Ask only when they can"
                            + " talk freely.",
                    INSPECTORATE));
        }
        long asAsb = told.before().stream()
                .filter(earlier -> earlier.category().isPresent())
                .count();
        return asAsb >= CallScript.OFTEN
                ? Optional.of(new Prompt(
                        "May be trouble at home",
                        "Recorded as antisocial behaviour " + times((int) asAsb)
                                + " in the last year. Test it: who lives there, and is anybody afraid, hurt or controlled?",
                        INSPECTORATE))
                : Optional.empty();
    }

    private static String times(int times) {
        return switch (times) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> times + " times";
        };
    }

    /**
     * What looks mistyped, to be read back while the caller is there.
     *
     * @param unknown the postcode that the directory doesn't have
     */
    static List<String> checks(Typed typed, Optional<String> unknown) {
        List<String> checks = new ArrayList<>();
        phone(typed.phone()).ifPresent(checks::add);
        unknown.map(postcode -> "We don't know the postcode " + postcode + ". Read it back.")
                .ifPresent(checks::add);
        if (!typed.reported().isBlank() && CallRules.reported(typed.reported()).isEmpty()) {
            checks.add("“First heard of” isn't a day and an hour such as 2026-11-26 21:40, so now will stand.");
        }
        return checks;
    }

    private static Optional<String> phone(String phone) {
        String tidy = CallRules.tidyPhone(phone);
        int digits = (int) tidy.chars().filter(Character::isDigit).count();
        if (tidy.isBlank()) {
            return Optional.empty();
        }
        boolean abroad = tidy.startsWith("+") || tidy.startsWith("00");
        boolean likely = abroad
                ? digits >= FEWEST_ABROAD && digits <= MOST_ABROAD
                : tidy.startsWith("0") && digits >= FEWEST_AT_HOME && digits <= DIGITS_AT_HOME;
        return likely
                ? Optional.empty()
                : Optional.of("The caller's number has " + digits + (digits == 1 ? " digit" : " digits")
                        + "; numbers here begin with 0 and have 11. Read it back.");
    }

    /** How each line on others and on evidence was understood. */
    static List<String> understood(Typed typed) {
        List<String> lines = new ArrayList<>();
        for (Person person : CallRules.affected(typed.affected())) {
            String who = person.name().isEmpty() ? "Somebody without a name" : person.name();
            String how = person.phone().isEmpty() ? "no number" : person.phone();
            lines.add(who + ", " + how + ": " + lower(person.spokenTo()));
        }
        for (Evidence evidence : CallRules.evidence(typed)) {
            String holder = evidence.heldBy().isEmpty() ? "nobody named who has it" : "with " + evidence.heldBy();
            lines.add(evidence.kind().words() + ": " + evidence.description() + ", " + holder);
        }
        return lines;
    }

    private static String lower(SpokenTo spoken) {
        return spoken.words().substring(0, 1).toLowerCase(java.util.Locale.UK)
                + spoken.words().substring(1);
    }
}
