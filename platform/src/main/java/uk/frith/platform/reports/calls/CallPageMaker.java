package uk.frith.platform.reports.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.frith.narrative.Findings;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.reports.calls.CallPage.Ask;
import uk.frith.platform.reports.calls.CallPage.Before;
import uk.frith.platform.reports.calls.CallPage.BeforePart;
import uk.frith.platform.reports.calls.CallPage.Beside;
import uk.frith.platform.reports.calls.CallPage.FollowKey;
import uk.frith.platform.reports.calls.CallPage.Found;
import uk.frith.platform.reports.calls.CallPage.Notice;
import uk.frith.platform.reports.calls.CallScript.Question;
import uk.frith.platform.reports.calls.DraftRepository.Draft;
import uk.frith.platform.reports.concerns.Runs;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.Earlier;
import uk.frith.platform.reports.recording.Grade;
import uk.frith.platform.reports.recording.Heard;
import uk.frith.platform.reports.recording.Incidents.Seen;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;
import uk.frith.platform.reports.recording.NewReport.LinkKind;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.Vulnerability;

/** From a draft and what stands beside it to the page's records. */
final class CallPageMaker {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final DateTimeFormatter SAVED =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    /** What can be taken in at a glance while somebody talks; the rest is a key away. */
    private static final int MOST_SHOWN = 5;

    /** What the reader remarks for the record, and nobody needs while they listen. */
    private static final List<String> NOT_WHILE_LISTENING = List.of("limb", "writeoff");

    private CallPageMaker() {}

    /**
     * A draft with what stands beside it.
     *
     * @param unknown the postcode that the directory doesn't have
     * @param due by when somebody should go
     * @param followed the incident that this call was said to follow
     * @param run how heavily the run weighs that this call goes on with; empty too while it isn't weighed
     * @param first the questions that later chapters have asked
     * @param window the name of the window that it is shown in
     */
    record Screen(
            Draft draft,
            Optional<Heard> heard,
            List<Earlier> before,
            Optional<Area> area,
            Optional<String> unknown,
            Optional<Instant> due,
            Optional<Earlier> followed,
            Optional<Runs.Summary> run,
            List<FirstContact.Part> first,
            String window) {

        Screen in(String name) {
            return new Screen(draft, heard, before, area, unknown, due, followed, run, first, name);
        }

        Screen inRun(Optional<Runs.Summary> weighed) {
            return new Screen(draft, heard, before, area, unknown, due, followed, weighed, first, window);
        }

        /** The same with other words in its fields. */
        Screen typing(Typed typed) {
            return new Screen(draft.typing(typed), heard, before, area, unknown, due, followed, run, first, window);
        }

        /** What speaks for this caller or this place; what the street tells of others' homes doesn't. */
        CallScript.Told told() {
            return new CallScript.Told(
                    draft.typed(),
                    heard,
                    before.stream()
                            .filter(earlier -> earlier.near() != Earlier.Near.STREET)
                            .toList());
        }

        @Override
        public String toString() {
            return "Screen[" + draft.id() + "]";
        }
    }

    static CallPage page(Screen screen, List<ErrorLink> errors, @Nullable Notice notice) {
        Typed typed = screen.draft().typed();
        return new CallPage(
                path(screen),
                screen.window(),
                new Mark(
                        screen.draft().tab(),
                        screen.draft().turn(),
                        screen.draft().version()),
                typed,
                beside(screen, notice),
                before(screen, screen.draft().version()),
                choices(Part.values(), Part::words, typed.part()).stream()
                        .filter(choice -> !"NAMED".equals(choice.value()))
                        .toList(),
                withFirst(
                        "As the words say", choices(EvidenceKind.values(), EvidenceKind::words, typed.evidenceKind())),
                withFirst(
                        "As the rules say",
                        choices(AsbCategory.values(), AsbCategory::words, typed.category()).stream()
                                .map(choice -> choice.withHint(definition(choice)))
                                .toList()),
                withFirst("As the rules say", choices(Grade.values(), Grade::words, typed.grade())),
                screen.first(),
                errors);
    }

    private static String definition(Choice choice) {
        return Choice.sent(AsbCategory.values(), String.valueOf(choice.value()))
                .map(AsbCategory::definition)
                .orElse("");
    }

    private static String path(Screen screen) {
        return "/calls/" + screen.draft().id();
    }

    static Beside beside(Screen screen, @Nullable Notice notice) {
        Typed typed = screen.draft().typed();
        Optional<Grade> grade = Choice.sent(Grade.values(), typed.grade())
                .or(() -> screen.heard().map(Heard::grade));
        return new Beside(
                ask(screen),
                category(screen)
                        .filter(category -> !typed.category().isEmpty())
                        .map(category -> "ASB - " + category.words())
                        .or(() -> screen.heard().map(heard -> heard.findings().incident()))
                        .orElse(""),
                category(screen).map(AsbCategory::definition).orElse(""),
                grade.map(Grade::words).orElse(""),
                screen.due().map(MOMENT::format).orElse(""),
                screen.heard().map(Heard::reasons).orElse(List.of()),
                screen.heard().stream()
                        .flatMap(heard ->
                                heard.findings().crimes().stream().map(crime -> found(crime, heard.takesIn(crime))))
                        .toList(),
                noticed(screen),
                CallPrompts.of(screen.told()),
                screen.first(),
                CallPrompts.checks(typed, screen.unknown()),
                CallPrompts.understood(typed),
                screen.area()
                        .map(area -> area.name() + " (" + area.code() + ")")
                        .orElse(""),
                SAVED.format(screen.draft().saved()),
                notice == null ? screen.draft().version() : notice.seen(),
                typed.asked(),
                notice);
    }

    /** What the handler chose, else what was found. */
    private static Optional<AsbCategory> category(Screen screen) {
        return Choice.sent(AsbCategory.values(), screen.draft().typed().category())
                .or(() -> screen.heard()
                        .map(heard -> heard.findings().category())
                        .map(found -> AsbCategory.valueOf(found.name())));
    }

    private static Ask ask(Screen screen) {
        List<Question> left = CallScript.left(screen.told());
        Question first = left.getFirst();
        return new Ask(
                first.id(), first.words(), left.size() > 1 ? left.get(1).words() : "", left.size(), path(screen));
    }

    private static List<Found> noticed(Screen screen) {
        Stream<Found> vulnerable = screen.heard().stream()
                .flatMap(heard -> heard.findings().vulnerability().stream())
                .map(each -> new Found(Vulnerability.says(each), "", each.span(), "", ""));
        Stream<Found> hate = screen.heard().stream()
                .flatMap(heard -> heard.findings().hate().stream())
                .map(each -> new Found(new Seen("hate", each.strand(), each.span()).says(), "", each.span(), "", ""));
        Stream<Found> remarks = screen.heard().stream()
                .flatMap(heard -> heard.findings().remarks().stream())
                .filter(remark -> !NOT_WHILE_LISTENING.contains(remark.kind()))
                .map(remark -> new Found(
                        new Seen(remark.kind(), remark.what(), remark.span()).says(),
                        "",
                        remark.span(),
                        remark.source(),
                        ""));
        return Stream.of(hate, vulnerable, remarks).flatMap(Function.identity()).toList();
    }

    private static Found found(Findings.Crime crime, String takesIn) {
        String certainty = switch (crime.certainty()) {
            case CERTAIN -> "every point is told";
            case PROBABLE -> "more likely than not";
            case POSSIBLE -> "one point is still to prove";
        };
        return new Found(
                crime.offence().code() + " " + crime.offence().name(),
                certainty,
                crime.span(),
                crime.source(),
                takesIn);
    }

    /** What was told before, for a window that has seen this version of the draft. */
    static BeforePart before(Screen screen, int seen) {
        Typed typed = screen.draft().typed();
        List<Earlier> reports = reports(screen);
        List<Choice> follows = new ArrayList<>();
        follows.add(Choice.of("", "Nothing that was reported before"));
        for (Earlier earlier : reports) {
            for (LinkKind kind : List.of(LinkKind.FOLLOW_UP, LinkKind.DUPLICATE)) {
                String value = kind.name() + ":" + earlier.incident();
                follows.add(Choice.of(value, kind.words() + " " + earlier.reference())
                        .withSelected(value.equals(typed.follows())));
            }
        }
        return new BeforePart(
                path(screen),
                seen,
                screen.run().map(CallPrompts::run).orElse(null),
                reports.stream().limit(MOST_SHOWN).map(CallPageMaker::before).toList(),
                places(reports),
                follows,
                key(typed, reports),
                Math.max(0, reports.size() - MOST_SHOWN),
                !(typed.phone() + typed.name() + typed.location()).isBlank());
    }

    /** What this call was said to follow stands first, and stands there even when nothing else leads to it. */
    private static List<Earlier> reports(Screen screen) {
        return Stream.concat(
                        screen.followed().stream(),
                        screen.before().stream()
                                .filter(earlier -> screen.followed()
                                        .filter(followed -> followed.incident().equals(earlier.incident()))
                                        .isEmpty()))
                .toList();
    }

    /** Where the house is known, reports about its street stand below those about the house. */
    private static String places(List<Earlier> reports) {
        if (reports.stream().noneMatch(earlier -> earlier.near() == Earlier.Near.STREET)) {
            return "";
        }
        return reports.stream().anyMatch(earlier -> earlier.near() == Earlier.Near.PLACE)
                ? "Reports about the house come first, those about its street last."
                : "Nothing was reported about this house itself; reports about its street come last.";
    }

    private static FollowKey key(Typed typed, List<Earlier> reports) {
        if (reports.isEmpty() || reports.getFirst().near() == Earlier.Near.STREET) {
            return new FollowKey("", "");
        }
        return typed.follows().isEmpty()
                ? new FollowKey(
                        CallRules.FOLLOW_UP + reports.getFirst().incident(),
                        "Follow-up of " + reports.getFirst().reference())
                : new FollowKey("", "Not a follow-up");
    }

    private static Before before(Earlier earlier) {
        String what = earlier.type().map(type -> type.words()).orElse("Not antisocial behaviour");
        return new Before(
                "/incidents/" + earlier.incident(),
                earlier.reference(),
                MOMENT.format(earlier.reported()),
                what,
                switch (earlier.near()) {
                    case CALLER -> "";
                    case PLACE -> "same place";
                    case STREET -> "same street";
                });
    }

    /** What to say when another window typed something in the meantime. */
    static Notice elsewhere(Draft kept, Typed here, Mark mark) {
        return new Notice(
                "Changed in another window",
                "Something of this call was typed in another window, so what you type here isn't kept for now. Compare, then"
                        + " either keep what stands here or show what was kept there.",
                here.differing(kept.typed()),
                "/calls/" + kept.id(),
                kept.version(),
                mark.seen());
    }

    /** What to say when the call is a draft no longer. */
    static Notice over(Draft draft, Mark mark) {
        return draft.incident()
                .map(incident -> new Notice(
                        "This call is recorded",
                        "It was recorded in another window. Add what you typed since as a note on the incident.",
                        List.of(),
                        "/incidents/" + incident,
                        0,
                        mark.seen()))
                .orElse(new Notice(
                        "This draft was discarded",
                        "It was discarded in another window. What you typed stays on this page: take a new call and copy it"
                                + " over.",
                        List.of(),
                        "/calls",
                        0,
                        mark.seen()));
    }

    private static <E extends Enum<E>> List<Choice> choices(E[] values, Function<E, String> words, String chosen) {
        return Choice.of(values, words).stream()
                .map(choice -> choice.withSelected(chosen.equals(choice.value())))
                .toList();
    }

    private static List<Choice> withFirst(String words, List<Choice> others) {
        return Stream.concat(Stream.of(Choice.of("", words)), others.stream()).toList();
    }

    /** A moment of today or of this year. */
    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
