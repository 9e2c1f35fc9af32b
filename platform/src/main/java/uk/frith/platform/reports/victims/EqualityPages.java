package uk.frith.platform.reports.victims;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.Involved;
import uk.frith.platform.reports.victims.EqualityRepository.Characteristics;
import uk.frith.platform.reports.victims.EqualityRepository.Group;
import uk.frith.platform.reports.victims.VictimTerms.Age;
import uk.frith.platform.reports.victims.VictimTerms.Disability;
import uk.frith.platform.reports.victims.VictimTerms.Ethnicity;
import uk.frith.platform.reports.victims.VictimTerms.Sex;
import uk.frith.platform.reports.victims.VictimTerms.Worded;

/** What people say about themselves, asked for figures alone; and the figures: who is hit hardest and who reports least. */
@Controller
class EqualityPages {

    private static final String TO_ASK = "to note what somebody says about themselves, for figures";
    private static final String TO_COMPARE = "to see which groups are hit hardest";

    /** Below this many people a figure could point at somebody. */
    static final int FEWEST = 10;

    private final Desk desk;
    private final Incidents incidents;
    private final EqualityRepository repository;

    EqualityPages(Desk desk, Incidents incidents, EqualityRepository repository) {
        this.desk = desk;
        this.incidents = incidents;
        this.repository = repository;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem equalityLine() {
            return new OversightItem(
                    "Who is hit hardest",
                    "Harm and reporting by age, sex, ethnicity and disability.",
                    "/oversight/equality",
                    Permission.ALLOCATE_INCIDENTS,
                    48);
        }
    }

    /** The question; what was answered before isn't shown again. */
    record AskPage(
            String path,
            String backPath,
            String reference,
            List<Choice> ages,
            List<Choice> sexes,
            List<Choice> ethnicities,
            List<Choice> disabilities) {}

    /** The figures. */
    record FiguresPage(List<Line> lines, int fewest) {}

    /** A group; a figure of fewer people than may be shown is a sentence instead. */
    record Line(String what, String group, String people, String harmed, String repeated, String themselves) {}

    @GetMapping("/victims/{person}/equality")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ASK)
    String ask(@PathVariable UUID person, Model model) {
        Involved involved = desk.audited(
                Entry.of(Act.CONSULTATION, "victim", TO_ASK).about(List.of(person.toString())), () -> involved(person));
        model.addAttribute(
                "page",
                new AskPage(
                        VictimPage.pathOf(person) + "/equality",
                        VictimPage.pathOf(person),
                        involved.reference(),
                        choices(Age.values()),
                        choices(Sex.values()),
                        choices(Ethnicity.values()),
                        choices(Disability.values())));
        return "reports/victims/equality";
    }

    private Involved involved(UUID person) {
        return incidents.person(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static <E extends Enum<E> & Worded> List<Choice> choices(E[] values) {
        return Stream.of(values)
                .map(value -> Choice.of(value.name(), value.words()))
                .toList();
    }

    @PostMapping("/victims/{person}/equality")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ASK)
    String note(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String age,
            @RequestParam(defaultValue = "") String sex,
            @RequestParam(defaultValue = "") String ethnicity,
            @RequestParam(defaultValue = "") String disability) {
        desk.audited(
                Entry.of(Act.ALTERATION, "victim", TO_ASK)
                        .about(List.of(person.toString()))
                        .showing(List.of("age", "sex", "ethnicity", "disability")),
                () -> {
                    involved(person);
                    repository.put(
                            organisation(),
                            person,
                            new Characteristics(
                                    Choice.sent(Age.values(), age).orElse(Age.NOT_SAID),
                                    Choice.sent(Sex.values(), sex).orElse(Sex.NOT_SAID),
                                    Choice.sent(Ethnicity.values(), ethnicity).orElse(Ethnicity.NOT_SAID),
                                    Choice.sent(Disability.values(), disability).orElse(Disability.NOT_SAID)));
                    return person;
                });
        return "redirect:" + VictimPage.pathOf(person);
    }

    @GetMapping("/oversight/equality")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_COMPARE)
    String figures(Model model) {
        List<Group> groups = desk.audited(
                Entry.of(Act.CONSULTATION, "equality", TO_COMPARE), () -> repository.groups(organisation()));
        model.addAttribute(
                "page", new FiguresPage(groups.stream().map(EqualityPages::line).toList(), FEWEST));
        return "reports/victims/equality-figures";
    }

    private static Line line(Group group) {
        if (group.people() < FEWEST) {
            String few = "fewer than " + FEWEST;
            return new Line(group.characteristic(), group.words(), few, "–", "–", "–");
        }
        return new Line(
                group.characteristic(),
                group.words(),
                Long.toString(group.people()),
                share(group.harmed(), group.people()),
                share(group.repeated(), group.people()),
                share(group.themselves(), group.people()));
    }

    private static String share(long part, long whole) {
        return Math.round(100.0 * part / whole) + " %";
    }

    private UUID organisation() {
        return desk.actor()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."))
                .organisation();
    }
}
