package uk.frith.platform.reports.victims;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.reports.victims.VictimTerms.Cuckooing;
import uk.frith.platform.reports.victims.VictimTerms.Harm;

/** The samples of this chapter's pages. */
public final class VictimsSamples implements SamplePages {

    private static final List<Choice> SOME = List.of(Choice.of("ONE", "One"), Choice.of("OTHER", "Another"));
    private static final SheetForm FORM =
            new SheetForm("/oversight/equality", "characteristic,group,people,survey_percent", "", "", List.of());
    private static final String PLACE = "reports/victims/";

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.page("open", PLACE + "victim", victim(true, List.of(), List.of())),
                Sample.page("closed", PLACE + "victim", victim(false, List.of(), List.of())),
                Sample.page(
                        "changed",
                        PLACE + "victim",
                        victim(
                                true,
                                List.of(new Difference("Harm", "Loss of sleep", "")),
                                List.of(ErrorLink.at("wishes", "Somebody else changed this")))),
                Sample.of(
                        "some",
                        PLACE + "panel",
                        Map.of(
                                "page",
                                new VictimPage.PanelPage(
                                        List.of(new VictimPage.Line(
                                                "A. Example", "victim", "/victims/1", List.of("Harm: sleep."))),
                                        List.of(new VictimPage.Near("/incidents/2", "26-000000002")),
                                        true))),
                Sample.page(
                        "some",
                        PLACE + "services",
                        new VictimPage.ServicesPage(
                                List.of(new VictimRepository.Service(
                                        new UUID(0, 1), "Helping hands", "0113 496 0000", false)),
                                "",
                                "",
                                List.of())),
                Sample.page(
                        "none",
                        PLACE + "services",
                        new VictimPage.ServicesPage(
                                List.of(), "", "x", List.of(ErrorLink.at("name", "A name is missing")))),
                Sample.page(
                        "some",
                        PLACE + "taken-over",
                        new VictimPage.TakenOverPage(List.of(new VictimPage.Home(
                                "A. Example",
                                "1 Long Row",
                                "Suspected",
                                "/victims/1",
                                "/incidents/1",
                                "26-000000001")))),
                Sample.page("none", PLACE + "taken-over", new VictimPage.TakenOverPage(List.of())),
                Sample.page(
                        "question",
                        PLACE + "equality",
                        new EqualityPages.AskPage(
                                "/victims/1/equality", "/victims/1", "26-000000001", SOME, SOME, SOME, SOME)),
                Sample.page(
                        "some",
                        PLACE + "equality-figures",
                        new EqualityPages.FiguresPage(
                                List.of(
                                        new EqualityPages.Line("Age", "18 to 24", "120", "40 %", "30 %", "70 %"),
                                        new EqualityPages.Line("Sex", "Female", "fewer than 10", "–", "–", "–")),
                                GroupRules.beside(GroupRulesTest.FIGURES, GroupRulesTest.NAMED).stream()
                                        .map(EqualityPages::line)
                                        .toList(),
                                "Young people report less.",
                                List.of("Census 2021, 1 Apr 2026"),
                                10,
                                FORM)),
                Sample.page(
                        "none",
                        PLACE + "equality-figures",
                        new EqualityPages.FiguresPage(
                                List.of(), List.of(), EqualityPages.sentence(List.of()), List.of(), 10, FORM)));
    }

    private static VictimPage victim(boolean change, List<Difference> differences, List<ErrorLink> errors) {
        return new VictimPage(
                "/victims/1",
                "/incidents/1",
                "26-000000001",
                "A. Example",
                "Victim",
                change,
                Victim.unknown(new UUID(0, 1), "That it stops", Set.of(Harm.SLEEP), Cuckooing.NO),
                new VictimPage.Choices(SOME, SOME, SOME, SOME, SOME, SOME, SOME, SOME, SOME, SOME),
                "Not known yet.",
                differences.isEmpty() ? List.of("Never ring.") : List.of(),
                differences.isEmpty() ? List.of("sleep: “can't sleep”") : List.of(),
                change,
                change
                        ? List.of()
                        : List.of(new VictimPage.Told("2 Mar", "C. Example", "The victim", "In person", "All")),
                differences,
                errors,
                "");
    }
}
