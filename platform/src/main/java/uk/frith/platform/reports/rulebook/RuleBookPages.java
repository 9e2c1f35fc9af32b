package uk.frith.platform.reports.rulebook;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.rulebook.BookIndex.Ruled;

/** The rules that accounts are read with, for everybody who works with what they find: the list, a rule, a concept. */
@Controller
@RequestMapping("/rules")
class RuleBookPages {

    static final String TO_EXPLAIN = "to see why accounts are read as they are";
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final EditionRepository editions;
    private final RuleBooks books;
    private final InstantSource clock;

    RuleBookPages(Desk desk, EditionRepository editions, RuleBooks books, InstantSource clock) {
        this.desk = desk;
        this.editions = editions;
        this.books = books;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Words {
        @Bean
        OversightItem rulesLine() {
            return new OversightItem(
                    "Rules",
                    "The rules that accounts are read with: look them up, change them, try the change, publish it.",
                    "/rules",
                    Permission.SEE_RULES,
                    25);
        }
    }

    /**
     * One rule.
     *
     * @param version the label of the edition that is shown
     * @param state whether that edition holds now
     */
    record RulePage(RuleView rule, String version, String state, boolean mayKeep) {
        String conceptPath(String name) {
            return "/rules/concept/" + RuleBooks.encoded(name) + "?version=" + RuleBooks.encoded(version);
        }
    }

    /**
     * One concept or fact.
     *
     * @param phrases what says it
     * @param rules that speak of it or establish it
     */
    record ConceptPage(String name, List<String> phrases, List<RulesPage.Line> rules, String version, String state) {}

    /**
     * One scorecard.
     *
     * @param title of the class, as {@code 8L Harassment}
     */
    record ScorecardPage(String title, Scorecard card, String version, String state) {

        private static final int SHOWN = 60;

        String conceptPath(String name) {
            return "/rules/concept/" + RuleBooks.encoded(name) + "?version=" + RuleBooks.encoded(version);
        }

        List<Scorecard.Weight> speakingFor() {
            return card.speakingFor().stream().limit(SHOWN).toList();
        }

        List<Scorecard.Weight> speakingAgainst() {
            return card.speakingAgainst().stream().limit(SHOWN).toList();
        }

        /** How many weights there are, beside those that are shown. */
        int more() {
            return card.weights().size()
                    - speakingFor().size()
                    - speakingAgainst().size();
        }
    }

    /** A book to be looked through; {@code asked} when it was asked for by its label. */
    private record Open(
            BookFiles files,
            String label,
            String state,
            boolean asked,
            @Nullable String warning) {}

    @GetMapping
    @Allows(value = Permission.SEE_RULES, purpose = TO_EXPLAIN)
    String list(
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String finds,
            Model model) {
        Open open = desk.audited(
                () -> open(version),
                found -> Entry.of(Act.CONSULTATION, "rules", TO_EXPLAIN).with("edition", found.label()));
        BookIndex index = BookIndex.of(open.files());
        List<Ruled> found = index.search(words, finds);
        model.addAttribute(
                "page",
                new RulesPage(
                        open.asked() ? "Rules of " + open.label() : "Rules",
                        open.state(),
                        open.warning(),
                        "/rules",
                        open.asked() ? open.label() : null,
                        words,
                        kinds(index, finds),
                        String.format(Locale.UK, "%,d", found.size()),
                        lines(found, index, open.label()),
                        null,
                        mayKeep()));
        return "reports/rulebook/rules";
    }

    @GetMapping("/rule/{rule}")
    @Allows(value = Permission.SEE_RULES, purpose = TO_EXPLAIN)
    String rule(@PathVariable String rule, @RequestParam(defaultValue = "") String version, Model model) {
        Open open = desk.audited(
                () -> containing(rule, version),
                found -> Entry.of(Act.CONSULTATION, "rule", TO_EXPLAIN)
                        .about(List.of(rule))
                        .with("edition", found.label()));
        BookIndex index = BookIndex.of(open.files());
        Ruled found = index.rule(rule).orElseThrow(RuleBookPages::notThere);
        model.addAttribute("page", new RulePage(RuleView.of(found, index), open.label(), open.state(), mayKeep()));
        return "reports/rulebook/rule";
    }

    private Open containing(String rule, String version) {
        Open open = open(version);
        if (BookIndex.of(open.files()).rule(rule).isEmpty()) {
            throw notThere();
        }
        return open;
    }

    @GetMapping("/concept/{concept}")
    @Allows(value = Permission.SEE_RULES, purpose = TO_EXPLAIN)
    String concept(@PathVariable String concept, @RequestParam(defaultValue = "") String version, Model model) {
        Open open = desk.audited(
                () -> {
                    Open found = open(version);
                    BookIndex index = BookIndex.of(found.files());
                    if (index.concept(concept).isEmpty()
                            && index.establishing(concept).isEmpty()) {
                        throw notThere();
                    }
                    return found;
                },
                found -> Entry.of(Act.CONSULTATION, "concept", TO_EXPLAIN)
                        .about(List.of(concept))
                        .with("edition", found.label()));
        BookIndex index = BookIndex.of(open.files());
        List<Ruled> rules = Stream.concat(index.establishing(concept).stream(), index.speakingOf(concept).stream())
                .distinct()
                .toList();
        model.addAttribute(
                "page",
                new ConceptPage(
                        concept,
                        RuleView.phrases(index.concept(concept)),
                        lines(rules, index, open.label()),
                        open.label(),
                        open.state()));
        return "reports/rulebook/concept";
    }

    /** Why a class was suggested that no rule found. */
    @GetMapping("/scorecard")
    @Allows(value = Permission.SEE_RULES, purpose = TO_EXPLAIN)
    String scorecard(
            @RequestParam(defaultValue = "") String offence,
            @RequestParam(defaultValue = "") String version,
            Model model) {
        ScorecardPage page = desk.audited(
                () -> {
                    Open open = open(version);
                    return new ScorecardPage(
                            BookIndex.of(open.files()).offence(offence),
                            Scorecard.of(open.files(), offence).orElseThrow(RuleBookPages::notThere),
                            open.label(),
                            open.state());
                },
                found -> Entry.of(Act.CONSULTATION, "scorecard", TO_EXPLAIN)
                        .about(List.of(offence))
                        .with("edition", found.version()));
        model.addAttribute("page", page);
        return "reports/rulebook/scorecard";
    }

    private Open open(String version) {
        UUID organisation = actor().organisation();
        LiveBook live = books.current(organisation);
        if (version.isEmpty() || version.equals(live.version())) {
            Optional<Edition> unusable = books.unusable(organisation);
            Optional<Edition> own = editions.labelled(live.version(), organisation);
            BookFiles files = own.map(edition -> editions.files(edition.id())).orElseGet(BookFiles::shipped);
            return new Open(
                    files,
                    live.version(),
                    own.filter(edition -> edition.number().isPresent())
                            .map(edition -> edition.called() + " of your force, which holds since "
                                    + MOMENT.format(edition.validFrom()) + ".")
                            .orElse("The rules that ship with Frith hold for your force."),
                    !version.isEmpty(),
                    unusable.map(edition ->
                                    edition.called() + " can't be read by this version of Frith, so accounts are"
                                            + " read with the rules that ship. Begin a draft from it, mend what stands there and"
                                            + " publish it.")
                            .orElse(null));
        }
        Optional<Edition> asked = editions.labelled(version, organisation);
        if (asked.isEmpty()) {
            // Readings made before editions were kept name one that isn't there.
            Open now = open("");
            return new Open(
                    now.files(),
                    now.label(),
                    "The edition that was asked for isn't kept here. This is how the rules stand now.",
                    false,
                    now.warning());
        }
        Edition edition = asked.get();
        return new Open(
                editions.files(edition.id()),
                edition.label(),
                edition.validFrom().isAfter(clock.instant())
                        ? edition.called() + ", which will hold from " + MOMENT.format(edition.validFrom()) + "."
                        : edition.called() + ". It isn't what accounts are read with now.",
                true,
                null);
    }

    static List<RulesPage.Line> lines(List<Ruled> rules, BookIndex index, String label) {
        return rules.stream()
                .map(rule -> new RulesPage.Line(
                        RuleBooks.page(rule.part().name(), label),
                        rule.part().name(),
                        RuleView.finds(rule.form().finds(), index),
                        rule.source(),
                        rule.form().because()))
                .toList();
    }

    static List<Choice> kinds(BookIndex index, String chosen) {
        return Stream.concat(
                        Stream.of(Choice.of("", "Anything")),
                        index.rules().stream()
                                .map(Ruled::kind)
                                .filter(kind -> !kind.isEmpty())
                                .distinct()
                                .sorted()
                                .map(kind -> Choice.of(
                                                kind, kind.substring(0, 1).toUpperCase(Locale.UK) + kind.substring(1))
                                        .withSelected(kind.equals(chosen))))
                .toList();
    }

    private boolean mayKeep() {
        return actor().may(Permission.KEEP_RULES);
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
