package uk.frith.platform.portal.signs;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.portal.report.PublicWords;
import uk.frith.platform.portal.report.Words;

/** The samples of this chapter's pages. */
public final class SignsSamples implements SamplePages {

    private static final SignRules.Typed TYPED = new SignRules.Typed("Mill gate", "GATE", "Mill Lane", "", "", "Safe?");

    @Override
    public Stream<Sample> samples() {
        return Stream.of(ofThePublic(PublicWords.english()), ofStaff(), ofTheNumber(), ofFeedback())
                .flatMap(samples -> samples);
    }

    /** The number for text messages, without one, with a new secret, and wrong. */
    private static Stream<Sample> ofTheNumber() {
        return Stream.of(
                Sample.page("none", "portal/signs/staff-texts", new GatewayPages.TextsPage("", true, "", "", null)),
                Sample.page("partner", "portal/signs/staff-texts", new GatewayPages.TextsPage("", false, "", "", null)),
                Sample.page(
                        "new", "portal/signs/staff-texts", new GatewayPages.TextsPage("60777", true, "ab", "", null)),
                Sample.page(
                        "wrong",
                        "portal/signs/staff-texts",
                        new GatewayPages.TextsPage("60777", true, "", "x", "Write a number")));
    }

    /** What is told to partners: nobody to tell, before and after it is sent, and as it comes. */
    private static Stream<Sample> ofFeedback() {
        List<Choice> choices = List.of(Choice.of("1", "Testham Council").withSelected(true));
        List<DigestPart.CountLine> counts =
                List.of(new DigestPart.CountLine("Mill gate, Mill Lane", "How safe?", "4", "3.5 of 5"));
        DigestPart part = new DigestPart(counts, List.of(new DigestPart.WordsLine("Mill gate, Mill Lane", "Dark")));
        return Stream.of(
                Sample.page(
                        "none",
                        "portal/signs/feedback",
                        new FeedbackPages.FeedbackPage(List.of(), List.of(), List.of(), List.of())),
                Sample.page(
                        "some",
                        "portal/signs/feedback",
                        new FeedbackPages.FeedbackPage(
                                choices,
                                choices,
                                List.of(new FeedbackPages.Line(
                                        "/oversight/feedback/1",
                                        "March 2026",
                                        "Testham Council",
                                        "1 Apr 2026",
                                        "Stands")),
                                List.of(ErrorLink.at("to", "Choose whom to tell")))),
                Sample.page("empty", "portal/signs/feedback-look", look(List.of(), List.of(), "", List.of())),
                Sample.page(
                        "full", "portal/signs/feedback-look", look(choices, counts, "More was written.", List.of())),
                Sample.page(
                        "wrong",
                        "portal/signs/feedback-look",
                        look(choices, List.of(), "", List.of(ErrorLink.at("place", "There is nothing to tell")))),
                Sample.page(
                        "stands",
                        "portal/signs/feedback-sent",
                        new FeedbackPages.SentPage(
                                "/oversight/feedback/1", "March 2026 to Testham", "Sent", true, part)),
                Sample.page(
                        "back",
                        "portal/signs/feedback-sent",
                        new FeedbackPages.SentPage(
                                "/oversight/feedback/1",
                                "March 2026 to Testham",
                                "Taken back",
                                false,
                                new DigestPart(List.of(), List.of()))),
                Sample.page(
                        "none", "portal/signs/feedback-received", new ReceivedFeedbackPages.ReceivedPage(List.of())),
                Sample.page(
                        "some",
                        "portal/signs/feedback-received",
                        new ReceivedFeedbackPages.ReceivedPage(List.of(
                                new ReceivedFeedbackPages.Line("/feedback/1", "March 2026", "Testshire Police")))),
                Sample.page(
                        "some",
                        "portal/signs/feedback-digest",
                        new ReceivedFeedbackPages.DigestPage("/feedback/1", "March 2026", "Testshire Police", part)));
    }

    private static FeedbackPages.LookPage look(
            List<Choice> places, List<DigestPart.CountLine> counts, String more, List<ErrorLink> errors) {
        return new FeedbackPages.LookPage(
                "1",
                "Testham Council",
                "2026-03",
                "March 2026",
                places,
                counts,
                counts.isEmpty() ? List.of() : List.of(Choice.of("2", "Dark").withHint("Mill gate, Mill Lane")),
                "",
                more,
                errors);
    }

    static Stream<Sample> ofThePublic(Words w) {
        return Stream.of(
                here("quiet", w, "", w.of("here.none"), List.of(), List.of()),
                here(
                        "thanks",
                        w,
                        w.of("here.thanks"),
                        w.of("here.reports", 7),
                        List.of(new HerePages.News("1/3/2026", "1")),
                        List.of()),
                here("wrong", w, "", w.of("here.few"), List.of(), List.of(new ErrorLink(w.of("here.nothing"), null))));
    }

    private static Sample here(
            String name, Words w, String thanks, String since, List<HerePages.News> news, List<ErrorLink> errors) {
        return Sample.of(
                name,
                "portal/signs/here",
                Map.of(
                        "page",
                        new HerePages.HerePage(
                                PublicWords.frame(w, null),
                                "00000000",
                                "2026-03-01T20:10:00Z",
                                "1",
                                "2",
                                w.of("here.by", "3"),
                                since,
                                news,
                                List.of(new HerePages.Asked("q1", "1?", List.of(Choice.of("1", w.of("here.1"))))),
                                thanks,
                                errors.isEmpty() ? "" : "1",
                                errors),
                        "chrome",
                        SamplePages.stranger()));
    }

    private static Stream<Sample> ofStaff() {
        List<Choice> kinds = Choice.of(SignKind.values(), SignKind::words);
        return Stream.of(
                Sample.page(
                        "none",
                        "portal/signs/staff-signs",
                        new SignPages.SignsPage(List.of(), kinds, TYPED, List.of())),
                Sample.page(
                        "some",
                        "portal/signs/staff-signs",
                        new SignPages.SignsPage(
                                List.of(new SignPages.Line(
                                        "/signs/1", "Mill gate", "Gate", "Mill Lane", "Reported damaged", 12, 2)),
                                kinds,
                                TYPED,
                                List.of(ErrorLink.at("name", "Name it as people there call it")))),
                Sample.page("well", "portal/signs/staff-sign", sign(false, List.of(), List.of())),
                Sample.page(
                        "ill",
                        "portal/signs/staff-sign",
                        sign(true, List.of("Reported damaged"), List.of(ErrorLink.at("text", "Write what was done")))),
                Sample.of(
                        "some",
                        "portal/signs/staff-today",
                        Map.of(
                                "page",
                                new SignsToday.TodayPage(
                                        2, List.of(new SignsToday.Ill("/signs/1", "Mill gate", "Reported damaged"))))));
    }

    private static SignPages.SignPage sign(boolean damaged, List<String> health, List<ErrorLink> errors) {
        return new SignPages.SignPage(
                "/signs/1",
                "Mill gate",
                "Gate, Mill Lane",
                "https://tell.example/here/00000000",
                !damaged,
                damaged,
                health,
                12,
                2,
                List.of(new SignPages.ResultLine("How safe is it?", 4, "3.5 of 5")),
                damaged ? List.of(new SignPages.Said("1 Mar 2026, 20:10", "Dark")) : List.of(),
                List.of(new SignPages.Said("1 Mar 2026, 20:10", "We cut the hedge")),
                errors);
    }
}
