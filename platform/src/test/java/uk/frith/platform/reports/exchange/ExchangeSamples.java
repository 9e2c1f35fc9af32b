package uk.frith.platform.reports.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.reports.recording.AsbType;

/** The samples of this chapter's pages. */
public final class ExchangeSamples implements SamplePages {

    private static final PartnersPages.FormPart EMPTY = form(List.of());
    private static final PartnersPages.FormPart WRONG = form(List.of(
            ErrorLink.at("name", "Enter the partner's name, of at most 200 characters"),
            ErrorLink.at("kind", "Choose what kind of body it is")));

    @Override
    public Stream<Sample> samples() {
        PartnersPages.KeyPart key =
                new PartnersPages.KeyPart("", PartnerRules.scopes(Set.of(Scope.REPORT)), PartnerRules.days(180));
        return Stream.of(
                Sample.page("none", "reports/exchange/partners", new PartnersPages.ListPage(List.of(), EMPTY)),
                Sample.page(
                        "some",
                        "reports/exchange/partners",
                        new PartnersPages.ListPage(
                                List.of(new PartnersPages.Line(
                                        "/oversight/register/1",
                                        "Testham Council",
                                        "Council",
                                        "Noise, Begging",
                                        "A. Example",
                                        "Active")),
                                WRONG)),
                Sample.page(
                        "keyless",
                        "reports/exchange/partner",
                        new PartnersPages.PartnerPage(
                                "/oversight/register/1", "Testham Council", "testham", true, EMPTY, List.of(), key)),
                Sample.page(
                        "keys",
                        "reports/exchange/partner",
                        new PartnersPages.PartnerPage(
                                "/oversight/register/1",
                                "Testham Council",
                                "testham",
                                false,
                                form(List.of(
                                        ErrorLink.at("keyName", "Say what system the key is for"),
                                        ErrorLink.at("scopes", "Choose at least one"),
                                        ErrorLink.at("days", "Choose for how long"))),
                                List.of(
                                        new PartnersPages.KeyLine(
                                                "/oversight/register/1/keys/2/revoke",
                                                "FixMyStreet",
                                                "frith_abcd",
                                                "Send reports",
                                                "1 Mar 2027",
                                                "Never",
                                                "Good"),
                                        new PartnersPages.KeyLine(
                                                "",
                                                "Old system",
                                                "frith_efgh",
                                                "Send reports",
                                                "1 Mar 2026",
                                                "1 Feb 2026",
                                                "Expired")),
                                key)),
                Sample.page(
                        "new",
                        "reports/exchange/key",
                        new PartnersPages.KeyPage("frith_example", "/oversight/register/1")),
                Sample.of("alone", "reports/exchange/form", Map.of("page", WRONG)),
                Sample.page("compared", "reports/exchange/channels", parity("")),
                Sample.page("refused", "reports/exchange/channels", parity("Enter an account")),
                Sample.page(
                        "nothing", "reports/exchange/told-elsewhere", tally(List.of(), "A day looks like 2026-03-01")),
                Sample.page(
                        "some",
                        "reports/exchange/told-elsewhere",
                        tally(List.of(new TallyPages.Table("What it was", "Kind", List.of(NOISE))), "")),
                Sample.page("none", "reports/exchange/outward", outward(List.of(), List.of())),
                Sample.page(
                        "some",
                        "reports/exchange/outward",
                        outward(
                                List.of(new OutwardPages.CodeLine("code-BEGGING", "Begging", "B1")),
                                List.of(
                                        ErrorLink.at("address", "Enter an address"),
                                        ErrorLink.at("code-BEGGING", "Enter at most 100 characters")))),
                Sample.page("none", "reports/exchange/pass-on", passOn(List.of(), List.of(), "")),
                Sample.page(
                        "some",
                        "reports/exchange/pass-on",
                        passOn(
                                List.of(Choice.of("1", "Testham Council, as noise")),
                                List.of(
                                        ErrorLink.at("route", "Choose the partner"),
                                        ErrorLink.at("reason", "Say why it belongs to the partner")),
                                "Somebody may be in danger. Deal with that first.")),
                Sample.of(
                        "alone",
                        "reports/exchange/partners-part",
                        Map.of(
                                "page",
                                new ExchangePanel.PartnersPart(
                                        "It came from a partner's system.",
                                        List.of(new ExchangePanel.ToldLine("1 Mar", "OPEN", "Again")),
                                        List.of(new ExchangePanel.PassedLine(
                                                "Testham Council", "Sent", "Kind, place and time", "")),
                                        "/pass-on/1"))));
    }

    private static ChannelPages.ParityPage parity(String wrong) {
        return new ChannelPages.ParityPage(
                "The same words get the same grade, category and crimes by every way in.",
                List.of(new ChannelPages.Tried(
                        "Music until four.",
                        List.of(new ChannelPages.Reading("Call", "Routine", "personal", "None", true)),
                        true)),
                wrong.isEmpty()
                        ? List.of(new ChannelPages.MixLine(
                                "Call", "100", "40", "40 % (31 to 50)", "41 % (32 to 51)", "100 %"))
                        : List.of(),
                "",
                wrong);
    }

    private static final TallyPages.Line NOISE = new TallyPages.Line("Noise", "3", "2", "1", "0");

    private static TallyPages.TallyPage tally(List<TallyPages.Table> tables, String wrong) {
        return new TallyPages.TallyPage(
                "3 reports of 2 events.",
                "2026-01-01",
                "2026-12-31",
                wrong,
                wrong.isEmpty() ? "This is a part of it." : "",
                "/oversight/told-elsewhere/tally.csv?from=2026-01-01&to=2026-12-31",
                tables,
                NOISE,
                new SheetForm("/oversight/told-elsewhere", String.join(",", ListRules.HEADER), "", "", List.of()));
    }

    private static OutwardPages.OutwardPage outward(List<OutwardPages.CodeLine> codes, List<ErrorLink> errors) {
        List<Choice> types = List.of(Choice.of("BEGGING", "Begging"));
        return new OutwardPages.OutwardPage(
                "/oversight/register/1/outward",
                "/oversight/register/1",
                "Testham Council",
                "https://council.example/open311/v2",
                "",
                !codes.isEmpty(),
                codes,
                types,
                types,
                errors);
    }

    private static PassOnPages.PassOnPage passOn(List<Choice> routes, List<ErrorLink> errors, String warning) {
        return new PassOnPages.PassOnPage(
                "/pass-on/1",
                "/incidents/1",
                "26-000000001",
                warning,
                routes,
                List.of(Choice.of("no", "Kind, place and time"), Choice.of("yes", "The account as well")),
                "",
                errors,
                !errors.isEmpty());
    }

    private static PartnersPages.FormPart form(List<ErrorLink> errors) {
        return new PartnersPages.FormPart(
                "Testham Council",
                PartnerRules.kinds(Optional.of(PartnerKind.COUNCIL)),
                "A. Example",
                "a@council.example",
                "0113 496 0123",
                PartnerRules.types(Set.of(AsbType.NUISANCE_NOISE)),
                errors);
    }
}
