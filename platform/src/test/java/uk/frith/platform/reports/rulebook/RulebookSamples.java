package uk.frith.platform.reports.rulebook;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.reports.rulebook.BookDraftForms.Frame;
import uk.frith.platform.reports.rulebook.PublishRules.Asked;

/** The samples of this chapter's pages. */
public final class RulebookSamples implements SamplePages {

    private static final List<Choice> SOME = List.of(Choice.of("", "Choose"), Choice.of("one", "One"));
    private static final RulesPage.Line LINE = new RulesPage.Line(
            "/rules/rule/C-8L?version=v",
            "C-8L",
            "Crime 8L Harassment, more likely than not",
            "HOCR, p. 50",
            "A course");
    private static final RuleView VIEW = new RuleView(
            "C-8L",
            "Crime 8L Harassment, more likely than not",
            "HOCR 2026/27, p. 50",
            "1 April 2026",
            "A course of conduct",
            List.of("“act” is said at least 2 times"),
            List.of("“already”"),
            List.of("2 when “act”"),
            List.of(new RuleView.Heard("act", "shout · kick"), new RuleView.Heard("imp.*", "All of imp.fear")),
            "rule C-8L\nfinds crime 8L probable",
            "rules-crimes.txt");

    @Override
    public Stream<Sample> samples() {
        return Stream.of(looking(), changing(), trying(), updating()).flatMap(each -> each);
    }

    private static Stream<Sample> looking() {
        return Stream.of(
                Sample.page(
                        "some",
                        "reports/rulebook/rules",
                        new RulesPage(
                                "Rules",
                                "They hold.",
                                "Edition 2 can't be read.",
                                "/rules",
                                "v",
                                "kick",
                                SOME,
                                "1",
                                List.of(LINE),
                                null,
                                true)),
                Sample.page(
                        "none",
                        "reports/rulebook/rules",
                        new RulesPage(
                                "Rules of the draft",
                                "It is a draft.",
                                null,
                                "/rules/drafts/1/rules",
                                null,
                                "zzz",
                                SOME,
                                "0",
                                List.of(),
                                "/rules/drafts/1",
                                true)),
                Sample.page("one", "reports/rulebook/rule", new RuleBookPages.RulePage(VIEW, "v", "It holds.", true)),
                Sample.page(
                        "phrases",
                        "reports/rulebook/concept",
                        new RuleBookPages.ConceptPage(
                                "act", List.of("shout", "kick"), List.of(LINE), "v", "It holds.")),
                Sample.page(
                        "fact",
                        "reports/rulebook/concept",
                        new RuleBookPages.ConceptPage("impact", List.of(), List.of(), "v", "It holds.")),
                Sample.page(
                        "some",
                        "reports/rulebook/scorecard",
                        new RuleBookPages.ScorecardPage(
                                "8L Harassment",
                                Scorecard.of(BookFiles.shipped(), "8L").orElseThrow(),
                                "v",
                                "It holds.")),
                Sample.page("registrar", "reports/rulebook/editions", editions(true)),
                Sample.page("reader", "reports/rulebook/editions", editions(false)),
                Sample.page(
                        "some",
                        "reports/rulebook/comparison",
                        new EditionPages.ComparisonPage(
                                "a", "b", "2 parts differ from a in b.", true, List.of(shown(null)), SOME)),
                Sample.page(
                        "asked",
                        "reports/rulebook/comparison",
                        new EditionPages.ComparisonPage("", "", "", false, List.of(), SOME)));
    }

    private static EditionPages.EditionsPage editions(boolean registrar) {
        return new EditionPages.EditionsPage(
                List.of(
                        new EditionPages.Line(
                                "/rules?version=e2",
                                "e2",
                                "Edition 2",
                                "1 Mar 2027, 06:00",
                                "A. Example; B. Example agreed",
                                "Because of the new guidance",
                                "Will hold",
                                registrar ? "/rules/versions/1/withdraw" : null),
                        new EditionPages.Line(
                                "/rules?version=e1",
                                "e1",
                                "Edition 1",
                                "1 Jan 2027, 06:00",
                                "A",
                                "Why",
                                "Holds",
                                null)),
                SOME,
                registrar
                        ? List.of(new EditionPages.DraftLine(
                                "/rules/drafts/1", "Cuckooing", "Being written", "Begun by A"))
                        : List.of(),
                registrar,
                registrar,
                registrar ? "This version ships with other rules." : null);
    }

    private static BookDraftPages.Shown shown(@org.jspecify.annotations.Nullable String path) {
        return new BookDraftPages.Shown(
                "Rule C-8L", "Changed", List.of("when act"), List.of("when act & strong"), path);
    }

    private static Frame frame(Map<String, String> errors, Map<String, String> theirs, boolean saved) {
        return new Frame(
                "/rules/drafts/1",
                "Cuckooing",
                !saved,
                "/rules/drafts/1/rules/C-8L",
                "abc",
                errors,
                theirs,
                theirs.isEmpty() ? null : "B. Example changed this at 10:00, while you had it open.",
                saved);
    }

    private static Stream<Sample> changing() {
        RuleForm form = RuleForm.of(Map.of("id", "C-8L", "finds", "crime 8L probable", "when", "act"));
        return Stream.of(
                Sample.page(
                        "faulty",
                        "reports/rulebook/rule-form",
                        new RuleEditPages.RuleFormPage(
                                frame(Map.of("when", "Nothing is called act"), Map.of(), false),
                                "C-8L",
                                form,
                                SOME,
                                SOME,
                                "",
                                "",
                                VIEW,
                                "It holds for everything.")),
                Sample.page(
                        "conflict",
                        "reports/rulebook/rule-form",
                        new RuleEditPages.RuleFormPage(
                                frame(Map.of(), Map.of("when", "act & strong"), false),
                                "C-8L",
                                form,
                                SOME,
                                SOME,
                                "",
                                "",
                                null,
                                null)),
                Sample.page(
                        "new",
                        "reports/rulebook/rule-form",
                        new RuleEditPages.RuleFormPage(
                                frame(Map.of("file", "Choose where the rule goes"), Map.of(), false),
                                "",
                                form,
                                SOME,
                                SOME,
                                "",
                                "",
                                null,
                                null)),
                Sample.page(
                        "closed",
                        "reports/rulebook/rule-form",
                        new RuleEditPages.RuleFormPage(
                                frame(Map.of(), Map.of(), true), "C-8L", form, SOME, SOME, "", "", VIEW, null)),
                Sample.page(
                        "some",
                        "reports/rulebook/concepts",
                        new TextEditPages.ConceptsPage(
                                "/rules/drafts/1",
                                "Cuckooing",
                                "",
                                "2",
                                List.of(
                                        new TextEditPages.Line("/rules/drafts/1/concepts/act", "act", "shout"),
                                        new TextEditPages.Line(
                                                "/rules/drafts/1/concepts/big", "big", "kick · ".repeat(40))),
                                List.of(new TextEditPages.Line(
                                        "/rules/drafts/1/files/words.txt", "words.txt", "words")))),
                Sample.page(
                        "some",
                        "reports/rulebook/concept-form",
                        new TextEditPages.ConceptFormPage(
                                frame(Map.of("phrases", "Line 2: There is no class @x"), Map.of(), false),
                                "act",
                                "act",
                                "",
                                "shout\nkick",
                                SOME,
                                "",
                                List.of(new TextEditPages.Line("/rules/drafts/1/rules/C-8L", "C-8L", "Crime")))),
                Sample.page(
                        "new",
                        "reports/rulebook/concept-form",
                        new TextEditPages.ConceptFormPage(
                                frame(
                                        Map.of("name", "A name is made of small letters", "file", "Choose"),
                                        Map.of(),
                                        false),
                                "",
                                "X",
                                "",
                                "",
                                SOME,
                                "",
                                List.of())),
                Sample.page(
                        "conflict",
                        "reports/rulebook/file-form",
                        new TextEditPages.FileFormPage(
                                frame(Map.of(), Map.of("text", "wi = with"), false),
                                "words.txt",
                                "words",
                                "wiv = with")),
                Sample.page("open", "reports/rulebook/draft", draft(true)),
                Sample.page("submitted", "reports/rulebook/draft", draft(false)));
    }

    private static BookDraftPages.DraftPage draft(boolean open) {
        return new BookDraftPages.DraftPage(
                "/rules/drafts/1",
                "Cuckooing",
                open ? "Being written" : "Waits for a second person",
                "Begun by A. Example, 1 Mar 2027, 10:00",
                open,
                open ? null : "B. Example submitted it, to hold at once: because",
                !open,
                open
                        ? List.of(new BookDraftPages.Mend(
                                "rules-crimes.txt, line 4", "Nothing is called x", "/rules/drafts/1/rules/C-8L"))
                        : List.of(),
                List.of("Rule C-8L holds for everything."),
                "1 part differs from",
                false,
                List.of(shown("/rules/drafts/1/rules/C-8L"), shown(null)),
                true,
                open,
                new Asked("2027-13-01", "", "", "x"),
                open
                        ? Map.of(
                                "publish",
                                "Mend the faults first",
                                "day",
                                "A day looks like",
                                "reason",
                                "Say why",
                                "broken",
                                "Say")
                        : Map.of("publish", "Somebody else than you must agree"));
    }

    private static Stream<Sample> trying() {
        TrialPages.ProgressPart going =
                new TrialPages.ProgressPart("/rules/trials/1", "Reading", false, "5 of 10", "900", "1", "");
        TrialPages.ProgressPart over = new TrialPages.ProgressPart(
                "/rules/trials/1", "Done", true, "10 of 10", "900", "1", "Of 10 accounts, 1.");
        TrialPages.AccountLine account = new TrialPages.AccountLine(
                "/incidents/1", "26-1", List.of("Crime 8L would be found"), List.of("he shouts every day"));
        List<TrialPages.Tally> tallies = List.of(new TrialPages.Tally(
                "Crimes that would be found",
                List.of(new TrialPages.TallyLine("8L Harassment", "1", "/rules/trials/1?what=x#accounts"))));
        return Stream.of(
                Sample.page(
                        "asked",
                        "reports/rulebook/trials",
                        new TrialPages.TrialsPage(
                                "/rules/drafts/1",
                                "Cuckooing",
                                List.of(new TrialPages.Line(
                                        "/rules/trials/1", "1 Mar 2026, 10:00", "Done", "Of 10 accounts, 1.")),
                                new TrialPages.Typed("2026-01-01", "soon", "2000", ""),
                                Map.of("to", "A day looks like 2026-03-31"))),
                Sample.page(
                        "going",
                        "reports/rulebook/trial",
                        new TrialPages.TrialPage(
                                "/rules/drafts/1",
                                "Accounts.",
                                going,
                                List.of(),
                                List.of(),
                                null,
                                "0",
                                List.of(),
                                List.of(),
                                null,
                                null)),
                Sample.page(
                        "over",
                        "reports/rulebook/trial",
                        new TrialPages.TrialPage(
                                "/rules/drafts/1",
                                "Accounts.",
                                over,
                                List.of(new TrialPages.AccountLine(
                                        "/rules/cases/1", "Threats", List.of("Crime 8L isn't found"), List.of())),
                                tallies,
                                "Crime 8L would be found",
                                "60",
                                List.of(account),
                                uk.frith.platform.foundation.pages.PageLink.around(
                                        2, 3, n -> "/rules/trials/1?page=" + n),
                                "/rules/trials/1?page=1",
                                "/rules/trials/1?page=3")),
                Sample.page(
                        "some",
                        "reports/rulebook/cases",
                        new KeptCasePages.CasesPage(
                                "2",
                                List.of(
                                        new KeptCasePages.Line(
                                                "/rules/cases/1", "Threats", "Personal; crimes 8L", "A", List.of()),
                                        new KeptCasePages.Line(
                                                "/rules/cases/2",
                                                "Music",
                                                "Nuisance",
                                                "A",
                                                List.of("Crime 8L isn't found"))))),
                Sample.page("none", "reports/rulebook/cases", new KeptCasePages.CasesPage("0", List.of())),
                Sample.page("new", "reports/rulebook/case-form", keptCase(null, null)),
                Sample.page("kept", "reports/rulebook/case-form", keptCase("/rules/cases/1/retire", List.of())));
    }

    private static KeptCasePages.CasePage keptCase(
            @org.jspecify.annotations.Nullable String retire, @org.jspecify.annotations.Nullable List<String> now) {
        return new KeptCasePages.CasePage(
                "/rules/cases",
                retire,
                new KeptCasePages.Typed("Threats", "He said he would", "PERSONAL", "8L", ""),
                SOME,
                2,
                now,
                retire == null ? Map.of("crimes", "The offence list has no current class 9Z") : Map.of());
    }

    private static Stream<Sample> updating() {
        List<UpdatePages.Both> both = List.of(new UpdatePages.Both(0, "Rule C-8L", "when a", "", "when c"));
        return Stream.of(
                Sample.of(
                        "some",
                        "reports/rulebook/today",
                        Map.of(
                                "page",
                                new RegistrarPanel.RegistrarPart(List.of(
                                        new RegistrarPanel.Waiting("A draft of rules waits", "/rules/drafts/1"))))),
                Sample.page(
                        "needed",
                        "reports/rulebook/update",
                        new UpdatePages.UpdatePage(
                                "/rules/drafts/1",
                                "Cuckooing",
                                true,
                                true,
                                List.of("Rule A"),
                                List.of(),
                                true,
                                "60",
                                both)),
                Sample.page(
                        "not-needed",
                        "reports/rulebook/update",
                        new UpdatePages.UpdatePage(
                                "/rules/drafts/1",
                                "Cuckooing",
                                false,
                                true,
                                List.of(),
                                List.of(),
                                false,
                                "0",
                                List.of())));
    }
}
