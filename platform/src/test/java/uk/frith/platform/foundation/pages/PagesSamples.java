package uk.frith.platform.foundation.pages;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The samples of this chapter: its own pages, and pages that show every component of the furniture. */
public final class PagesSamples implements SamplePages {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PagesSamples.class.getClassLoader(), PagesConfiguration.TEMPLATE_PACKAGE);

    @Override
    public Stream<Sample> samples() {
        var all = new ArrayList<Sample>();
        for (Problem problem : Problem.values()) {
            all.add(Sample.page(
                    problem.name().toLowerCase(Locale.ROOT),
                    "foundation/pages/error",
                    new ErrorPage(problem, "K7Q2-M9TX")));
        }
        all.add(Sample.of("reader", "foundation/pages/accessibility", Map.of("chrome", SamplePages.stranger())));
        all.add(Sample.of("figures", "layout/page", figures()));
        all.add(Sample.of("question", "layout/page", question()));
        all.add(Sample.of("record", "layout/page", record()));
        all.add(Sample.of("sign-in", "layout/public", signIn()));
        return all.stream();
    }

    private static Map<String, Object> figures() {
        var rows = new ArrayList<List<Cell>>();
        for (int area = 1; area <= 40; area++) {
            rows.add(List.of(
                    Cell.of("Example ward %03d".formatted(area)),
                    Cell.number("%,d".formatted(2000 - 37 * area)),
                    Cell.number("%.1f".formatted(41.5 - area)),
                    Cell.number("%.1f to %.1f".formatted(40.1 - area, 42.9 - area)),
                    Cell.number("%+d%%".formatted(area % 17 - 8)),
                    Cell.of(part("tag", Map.of("text", "Hot", "classes", "govuk-tag--red")))));
        }
        var head = List.of(
                Column.of("Area").sortedBy("?sort=area", Column.Sort.NONE),
                Column.number("Incidents").sortedBy("?sort=-incidents", Column.Sort.DESCENDING),
                Column.number("Per 1,000").sortedBy("?sort=rate", Column.Sort.NONE),
                Column.number("95% interval"),
                Column.number("Change").sortedBy("?sort=change", Column.Sort.ASCENDING),
                Column.of("Class"));
        Content content = all(
                raw("<h1 class=\"govuk-heading-l\">Antisocial behaviour in an example district</h1>"
                        + "<p class=\"frith-says\">14,027 incidents, 12.8 per 1,000 people. Fell 8% on the year before"
                        + " (95% interval 6% to 10%).</p><dl class=\"frith-figures\">"
                        + figure("14,027", "incidents", "12 months")
                        + figure("12.8", "per 1,000 people", "12.6 to 13.0")
                        + figure("−8%", "on the year before", "−10% to −6%")
                        + figure("74 of 611", "areas hold half of it", "")
                        + "</dl><nav class=\"frith-subnav\" aria-label=\"Patterns\"><ul class=\"frith-subnav__list\">"
                        + "<li><a class=\"frith-subnav__link\" href=\"/patterns\" aria-current=\"page\">Places</a></li>"
                        + "<li><a class=\"frith-subnav__link\" href=\"/patterns/times\">Times</a></li></ul></nav>"
                        + "<div class=\"frith-filtered\"><form class=\"frith-filter\" method=\"get\">"
                        + "<h2 class=\"govuk-heading-m\">Show</h2>"),
                part(
                        "select",
                        Map.of(
                                "name",
                                "area",
                                "label",
                                "Area",
                                "items",
                                List.of(Choice.of("all", "All of the district"), Choice.of("e1", "Example ward 001")))),
                part(
                        "date-input",
                        Map.of(
                                "id",
                                "from",
                                "namePrefix",
                                "from",
                                "legend",
                                "From",
                                "items",
                                DatePart.monthYear("1", "2021"))),
                part(
                        "checkboxes",
                        Map.of(
                                "name",
                                "class",
                                "legend",
                                "Class",
                                "classes",
                                "govuk-checkboxes--small",
                                "items",
                                List.of(Choice.of("hot", "Hot").withSelected(true), Choice.of("cold", "Cold")))),
                part("button", Map.of("text", "Apply", "classes", "govuk-button--secondary")),
                raw(
                        "</form><div><div class=\"frith-scroll frith-scroll--tall\" tabindex=\"0\" role=\"region\" aria-label=\"Areas\">"),
                part(
                        "table",
                        Map.of(
                                "caption",
                                "Areas by incidents",
                                "captionClasses",
                                "govuk-visually-hidden",
                                "head",
                                head,
                                "rows",
                                rows,
                                "firstCellIsHeader",
                                true,
                                "classes",
                                "frith-table--dense")),
                raw("</div>"),
                part(
                        "pagination",
                        Map.of(
                                "items",
                                PageLink.around(5, 16, page -> "?page=" + page),
                                "previousHref",
                                "?page=4",
                                "nextHref",
                                "?page=6")),
                raw(
                        "<p><span class=\"frith-badge\">Open data</span> <span class=\"frith-badge frith-badge--red\">Hot</span></p>"
                                + "</div></div>"));
        return Map.of(
                "chrome",
                SamplePages.sergeant(),
                "title",
                "Antisocial behaviour in an example district",
                "content",
                content,
                "crumbs",
                List.of(Crumb.to("Patterns", "/patterns"), Crumb.here("Example district")),
                "attribution",
                raw(
                        "<p>Source: open police data, 12 files. It covers what was reported to the police and nothing else.</p>"));
    }

    private static String figure(String value, String words, String more) {
        return "<div class=\"frith-figure\"><dt>" + words + "</dt><dd>" + value + "</dd>"
                + (more.isEmpty() ? "" : "<dd>" + more + "</dd>") + "</div>";
    }

    private static Map<String, Object> question() {
        var problem = "Enter the month as a number between 1 and 12";
        Content content = all(
                part("phase-banner", Map.of("tag", "Trial", "text", "This is a new service.")),
                part("error-summary", Map.of("errors", List.of(ErrorLink.at("period-month", problem)))),
                raw(
                        "<h1 class=\"govuk-heading-l\">Add figures</h1><form method=\"post\" action=\"/figures\" novalidate>"
                                + "<input type=\"hidden\" name=\"_csrf\" value=\"token\">"),
                part(
                        "date-input",
                        Map.of(
                                "id",
                                "period",
                                "legend",
                                "Which month?",
                                "legendClasses",
                                "govuk-fieldset__legend--m",
                                "hint",
                                "For example, 3 2021",
                                "error",
                                problem,
                                "items",
                                List.of(
                                        DatePart.of("month", "govuk-input--width-2 govuk-input--error", "13"),
                                        DatePart.of("year", "govuk-input--width-4", "2021")))),
                part(
                        "input",
                        Map.of(
                                "name",
                                "rate",
                                "label",
                                "Value of a change",
                                "prefix",
                                "£",
                                "suffix",
                                "a year",
                                "classes",
                                "govuk-input--width-5")),
                part(
                        "radios",
                        Map.of(
                                "name",
                                "force",
                                "legend",
                                "Which force?",
                                "hint",
                                "Choose one.",
                                "items",
                                List.of(
                                        Choice.of("a", "Example Constabulary").withHint("Its own figures"),
                                        Choice.of("b", "Other")
                                                .revealing(part(
                                                        "input",
                                                        Map.of("name", "other", "label", "Name of the force"))),
                                        Choice.divider("or"),
                                        Choice.of("none", "None of these")))),
                part("textarea", Map.of("name", "note", "label", "Note", "hint", "Do not name anyone.")),
                part("file-upload", Map.of("name", "file", "label", "File")),
                part("button", Map.of("text", "Save and continue", "preventDoubleClick", true)),
                raw("</form>"),
                part("warning-text", Map.of("text", "You cannot undo this.")),
                part(
                        "details",
                        Map.of("summary", "What counts as a month", "text", "The month in which it was reported.")),
                part("inset-text", Map.of("text", "Figures for the last month are provisional.")));
        return Map.of(
                "chrome",
                SamplePages.sergeant(),
                "title",
                "Add figures",
                "error",
                true,
                "back",
                "/patterns",
                "content",
                content,
                "marking",
                Marking.OFFICIAL_SENSITIVE);
    }

    private static Map<String, Object> record() {
        Content content = all(
                part("notification-banner", Map.of("text", "Saved.", "success", true)),
                part("panel", Map.of("title", "Import complete", "text", "14,027 rows")),
                part(
                        "summary-list",
                        Map.of(
                                "cardTitle",
                                "This import",
                                "rows",
                                List.of(
                                        SummaryRow.of("File", "2021-01 street"),
                                        SummaryRow.of("Rows", "14,027", Action.of("See", "/rows", "the rows"))))),
                part(
                        "tabs",
                        Map.of(
                                "items",
                                List.of(
                                        new Tab("past", "Past", raw("<h3 class=\"govuk-heading-m\">Past</h3>")),
                                        new Tab("next", "Next", raw("<h3 class=\"govuk-heading-m\">Next</h3>"))))));
        return Map.of("chrome", SamplePages.sergeant(), "title", "An import", "content", content);
    }

    private static Map<String, Object> signIn() {
        Content content = all(
                raw(
                        "<h1 class=\"govuk-heading-l\">Sign in to Frith</h1><form method=\"post\" action=\"/sign-in\" novalidate>"
                                + "<input type=\"hidden\" name=\"_csrf\" value=\"token\">"),
                part(
                        "input",
                        Map.of(
                                "name",
                                "username",
                                "label",
                                "Your user name",
                                "autocomplete",
                                "username",
                                "classes",
                                "govuk-input--width-20")),
                part("password-input", Map.of("name", "password", "label", "Password")),
                part("button", Map.of("text", "Sign in")),
                raw("</form>"));
        return Map.of("chrome", SamplePages.stranger(), "title", "Sign in", "content", content, "back", "/");
    }

    private static Content part(String component, Map<String, Object> params) {
        return output -> TEMPLATES.render("govuk/" + component + ".jte", params, output);
    }

    private static Content raw(String html) {
        return output -> output.writeContent(html);
    }

    private static Content all(Content... parts) {
        return output -> List.of(parts).forEach(part -> part.writeTo(output));
    }
}
