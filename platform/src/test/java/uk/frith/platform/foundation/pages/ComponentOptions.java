package uk.frith.platform.foundation.pages;

import static java.util.Objects.requireNonNull;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How GOV.UK's options are said to our components, and which of them ours don't take. */
final class ComponentOptions {
    /** Arbitrary attributes: JTE refuses names of attributes that aren't in the template, and rightly. */
    private static final String ATTRIBUTES = "attributes";

    private ComponentOptions() {}

    /**
     * @param refuses option keys as {@code items[].id} that the component doesn't take
     * @param unlike names of fixtures left out for the value of an option it does take, each with a reason beside it
     * @param compared how many fixtures are compared; a change must be meant
     */
    record Component(
            String name,
            int compared,
            Set<String> takes,
            Set<String> refuses,
            Set<String> unlike,
            Function<JsonNode, Map<String, Object>> mapping) {

        boolean leavesOut(String fixture, JsonNode options) {
            var keys = new TreeSet<String>();
            collect("", options, keys);
            var unknown = new TreeSet<>(keys);
            unknown.removeAll(takes);
            boolean refused = unknown.removeIf(key -> refuses.contains(key) || key.endsWith(ATTRIBUTES));
            if (!unknown.isEmpty()) {
                throw new AssertionError(name + ": options neither taken nor refused: " + unknown);
            }
            return refused || unlike.contains(fixture);
        }

        Map<String, Object> params(JsonNode options) {
            return mapping.apply(options);
        }
    }

    private static void collect(String path, JsonNode node, Set<String> keys) {
        if (path.endsWith(ATTRIBUTES) || node.isValueNode()) {
            keys.add(path);
        } else if (node.isArray()) {
            node.values().forEach(item -> collect(path + "[]", item, keys));
        } else {
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), keys));
        }
    }

    private static @Nullable JsonNode at(JsonNode node, String path) {
        JsonNode found = node;
        for (String key : path.split("\\.", -1)) {
            found = found.path(key);
        }
        return found.isMissingNode() || found.isNull() ? null : found;
    }

    private static @Nullable String string(JsonNode node, String path) {
        JsonNode found = at(node, path);
        return found == null ? null : found.asString();
    }

    /** Text, or null where it is missing, empty or false, as Nunjucks sees it. */
    private static @Nullable String words(JsonNode node, String path) {
        String found = string(node, path);
        return found == null || found.isEmpty() || found.equals("false") ? null : found;
    }

    private static boolean flag(JsonNode node, String path) {
        JsonNode found = at(node, path);
        return found != null && found.asBoolean();
    }

    private static @Nullable Content html(JsonNode node, String path) {
        String found = words(node, path);
        return found == null ? null : output -> output.writeContent(found);
    }

    private static Content content(JsonNode node, String path) {
        Content html = html(node, path + "html");
        if (html != null) {
            return html;
        }
        String text = string(node, path + "text");
        return Markup.text(text == null ? "" : text);
    }

    private static List<JsonNode> items(JsonNode node, String path) {
        JsonNode found = at(node, path);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    private static Map<String, Object> params(@Nullable Object... pairs) {
        var params = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                params.put((String) requireNonNull(pairs[i]), value);
            }
        }
        return params;
    }

    private static @Nullable Object spellcheck(JsonNode options) {
        JsonNode found = at(options, "spellcheck");
        return found != null && found.isBoolean() ? (Object) found.asBoolean() : null;
    }

    private static @Nullable Object bool(JsonNode options, String path) {
        JsonNode found = at(options, path);
        return found == null ? null : found.asBoolean();
    }

    private static final Set<String> FIELD = Set.of(
            "name",
            "id",
            "label.text",
            "label.html",
            "label.classes",
            "label.isPageHeading",
            "hint.text",
            "errorMessage.text",
            "describedBy",
            "classes",
            "formGroup.classes",
            "value",
            "disabled");

    private static Set<String> field(String... more) {
        var all = new TreeSet<>(FIELD);
        all.addAll(Set.of(more));
        return all;
    }

    private static Map<String, Object> field(JsonNode o, @Nullable Object... more) {
        Map<String, Object> params = params(
                "name",
                string(o, "name") == null ? "" : string(o, "name"),
                "id",
                words(o, "id"),
                "label",
                words(o, "label.text"),
                "labelContent",
                html(o, "label.html"),
                "labelClasses",
                words(o, "label.classes"),
                "labelIsHeading",
                flag(o, "label.isPageHeading"),
                "hint",
                words(o, "hint.text"),
                "error",
                words(o, "errorMessage.text"),
                "describedBy",
                words(o, "describedBy"),
                "classes",
                words(o, "classes"),
                "groupClasses",
                words(o, "formGroup.classes"));
        params.putAll(params(more));
        return params;
    }

    private static String textOf(JsonNode item) {
        String text = string(item, "text");
        return text == null ? "" : text;
    }

    private static Choice choice(JsonNode item) {
        return new Choice(
                string(item, "value"),
                textOf(item),
                words(item, "id"),
                words(item, "name"),
                words(item, "hint.text"),
                flag(item, "checked") || flag(item, "selected"),
                flag(item, "disabled"),
                "exclusive".equals(string(item, "behaviour")),
                html(item, "conditional.html"),
                words(item, "divider"));
    }

    private static List<Choice> choices(JsonNode options) {
        return items(options, "items").stream().map(ComponentOptions::choice).toList();
    }

    private static final Set<String> GROUP = Set.of(
            "name",
            "idPrefix",
            "fieldset.legend.text",
            "fieldset.legend.html",
            "fieldset.legend.classes",
            "fieldset.legend.isPageHeading",
            "fieldset.describedBy",
            "hint.text",
            "errorMessage.text",
            "classes",
            "formGroup.classes",
            "items[].value",
            "items[].text",
            "items[].id",
            "items[].name",
            "items[].hint.text",
            "items[].checked",
            "items[].disabled",
            "items[].divider",
            "items[].behaviour",
            "items[].conditional.html",
            "value",
            "values[]");

    private static Map<String, Object> group(JsonNode o, @Nullable Object... more) {
        Map<String, Object> params = params(
                "name",
                string(o, "name"),
                "idPrefix",
                words(o, "idPrefix"),
                "items",
                choices(o),
                "legend",
                words(o, "fieldset.legend.text"),
                "legendContent",
                html(o, "fieldset.legend.html"),
                "legendClasses",
                words(o, "fieldset.legend.classes"),
                "legendIsHeading",
                flag(o, "fieldset.legend.isPageHeading"),
                "hint",
                words(o, "hint.text"),
                "error",
                words(o, "errorMessage.text"),
                "describedBy",
                words(o, "fieldset.describedBy"),
                "classes",
                words(o, "classes"),
                "groupClasses",
                words(o, "formGroup.classes"));
        params.putAll(params(more));
        return params;
    }

    private static Action action(JsonNode item) {
        String href = string(item, "href");
        String text = string(item, "text");
        return new Action(
                text == null ? "" : text,
                href == null ? "" : href,
                words(item, "visuallyHiddenText"),
                words(item, "classes"));
    }

    private static List<Action> actions(JsonNode node, String path) {
        return items(node, path).stream().map(ComponentOptions::action).toList();
    }

    private static int span(JsonNode cell, String path) {
        JsonNode found = at(cell, path);
        return found == null ? 1 : Integer.parseInt(found.asString());
    }

    private static Map<String, Object> table(JsonNode o) {
        var rows = new ArrayList<List<Cell>>();
        for (JsonNode row : items(o, "rows")) {
            rows.add(row.values().stream()
                    .map(cell -> new Cell(
                            content(cell, ""),
                            "numeric".equals(string(cell, "format")),
                            words(cell, "classes"),
                            span(cell, "colspan"),
                            span(cell, "rowspan")))
                    .toList());
        }
        List<Column> head = items(o, "head").stream()
                .map(cell -> new Column(
                        content(cell, ""),
                        "numeric".equals(string(cell, "format")),
                        words(cell, "classes"),
                        null,
                        null,
                        span(cell, "colspan"),
                        span(cell, "rowspan")))
                .toList();
        return params(
                "head",
                head,
                "rows",
                rows,
                "caption",
                words(o, "caption"),
                "captionClasses",
                words(o, "captionClasses"),
                "firstCellIsHeader",
                flag(o, "firstCellIsHeader"),
                "classes",
                words(o, "classes"));
    }

    private static Map<String, Object> date(JsonNode o) {
        List<DatePart> parts = items(o, "items").stream()
                .map(item -> {
                    DatePart part = DatePart.of(
                            requireNonNull(string(item, "name")), words(item, "classes"), string(item, "value"));
                    return new DatePart(
                            part.name(), part.label(), part.classes(), part.value(), words(item, "autocomplete"));
                })
                .toList();
        return params(
                "id",
                string(o, "id"),
                "namePrefix",
                words(o, "namePrefix"),
                "items",
                parts.isEmpty() ? null : parts,
                "legend",
                words(o, "fieldset.legend.text"),
                "legendContent",
                html(o, "fieldset.legend.html"),
                "describedBy",
                words(o, "fieldset.describedBy"),
                "hint",
                words(o, "hint.text"),
                "error",
                words(o, "errorMessage.text"),
                "classes",
                words(o, "classes"),
                "groupClasses",
                words(o, "formGroup.classes"));
    }

    private static Map<String, Object> pagination(JsonNode o) {
        List<PageLink> links = items(o, "items").stream()
                .map(item -> {
                    if (flag(item, "ellipsis")) {
                        return PageLink.gap();
                    }
                    String number = string(item, "number");
                    String href = string(item, "href");
                    String label = string(item, "visuallyHiddenText");
                    return new PageLink(
                            number == null ? "" : number,
                            href == null ? "" : href,
                            flag(item, "current"),
                            label == null ? "Page " + number : label);
                })
                .toList();
        return params(
                "items",
                links,
                "previousHref",
                words(o, "previous.href"),
                "previousText",
                words(o, "previous.text"),
                "previousLabel",
                words(o, "previous.labelText"),
                "nextHref",
                words(o, "next.href"),
                "nextText",
                words(o, "next.text"),
                "nextLabel",
                words(o, "next.labelText"),
                "landmark",
                words(o, "landmarkLabel"),
                "classes",
                words(o, "classes"));
    }

    private static Map<String, Object> leaf(JsonNode o, @Nullable Object... more) {
        Map<String, Object> params =
                params("text", string(o, "text"), "content", html(o, "html"), "classes", words(o, "classes"));
        params.putAll(params(more));
        return params;
    }

    static List<Component> all() {
        return List.of(
                new Component(
                        "back-link",
                        5,
                        Set.of("text", "href", "classes"),
                        Set.of("html"),
                        Set.of(),
                        o -> params(
                                "text", words(o, "text"), "href", words(o, "href"), "classes", words(o, "classes"))),
                new Component(
                        "breadcrumbs",
                        9,
                        Set.of("items[].text", "items[].href", "classes", "collapseOnMobile", "labelText"),
                        Set.of("items[].html"),
                        Set.of(),
                        o -> params(
                                "items",
                                items(o, "items").stream()
                                        .map(i -> new Crumb(requireNonNull(string(i, "text")), words(i, "href")))
                                        .toList(),
                                "classes",
                                words(o, "classes"),
                                "collapseOnMobile",
                                flag(o, "collapseOnMobile"),
                                "label",
                                words(o, "labelText"))),
                new Component(
                        "button",
                        18,
                        Set.of(
                                "text",
                                "html",
                                "href",
                                "isStartButton",
                                "name",
                                "type",
                                "value",
                                "classes",
                                "disabled",
                                "preventDoubleClick",
                                "element",
                                "id"),
                        Set.of(),
                        // A link without an address, and a button that can have no content.
                        Set.of(
                                "no href",
                                "link classes",
                                "id",
                                "input",
                                "input classes",
                                "input disabled",
                                "input type",
                                "input attributes"),
                        o -> leaf(
                                o,
                                "href",
                                string(o, "href"),
                                "type",
                                words(o, "type"),
                                "name",
                                words(o, "name"),
                                "value",
                                words(o, "value"),
                                "id",
                                words(o, "id"),
                                "disabled",
                                flag(o, "disabled"),
                                "start",
                                flag(o, "isStartButton"),
                                "preventDoubleClick",
                                bool(o, "preventDoubleClick"))),
                new Component(
                        "checkboxes",
                        33,
                        GROUP,
                        Set.of("items[]", "items[].html", "items[].label.classes", "fieldset.classes", "describedBy"),
                        Set.of("item checked overrides values"),
                        o -> group(
                                o,
                                "values",
                                items(o, "values").stream()
                                        .map(JsonNode::asString)
                                        .toList())),
                new Component(
                        "date-input",
                        20,
                        Set.of(
                                "id",
                                "namePrefix",
                                "fieldset.legend.text",
                                "fieldset.legend.html",
                                "fieldset.describedBy",
                                "hint.text",
                                "errorMessage.text",
                                "classes",
                                "formGroup.classes",
                                "items[].name",
                                "items[].classes",
                                "items[].value",
                                "items[].autocomplete"),
                        Set.of("items[].pattern", "items[].inputmode", "items[].id"),
                        Set.of(),
                        ComponentOptions::date),
                new Component(
                        "details",
                        8,
                        Set.of("summaryText", "text", "html", "id", "classes", "open"),
                        Set.of("summaryHtml"),
                        Set.of(),
                        o -> leaf(
                                o, "summary", string(o, "summaryText"), "id", words(o, "id"), "open", flag(o, "open"))),
                new Component(
                        "error-message",
                        8,
                        Set.of("text", "html", "id", "classes", "visuallyHiddenText"),
                        Set.of(),
                        Set.of(),
                        o -> leaf(o, "id", words(o, "id"), "hiddenText", hidden(o))),
                new Component(
                        "error-summary",
                        13,
                        Set.of(
                                "titleText",
                                "descriptionText",
                                "errorList[].text",
                                "errorList[].href",
                                "classes",
                                "disableAutoFocus"),
                        Set.of("titleHtml", "descriptionHtml", "errorList[].html"),
                        Set.of(),
                        o -> params(
                                "title",
                                words(o, "titleText"),
                                "description",
                                words(o, "descriptionText"),
                                "errors",
                                items(o, "errorList").stream()
                                        .map(i -> new ErrorLink(requireNonNull(string(i, "text")), words(i, "href")))
                                        .toList(),
                                "classes",
                                words(o, "classes"),
                                "disableAutoFocus",
                                bool(o, "disableAutoFocus"))),
                new Component(
                        "fieldset",
                        17,
                        Set.of(
                                "legend.text",
                                "legend.html",
                                "legend.classes",
                                "legend.isPageHeading",
                                "describedBy",
                                "classes",
                                "role",
                                "html"),
                        Set.of(),
                        Set.of(),
                        o -> params(
                                "legend",
                                words(o, "legend.text"),
                                "legendContent",
                                html(o, "legend.html"),
                                "legendClasses",
                                words(o, "legend.classes"),
                                "legendIsHeading",
                                flag(o, "legend.isPageHeading"),
                                "describedBy",
                                words(o, "describedBy"),
                                "classes",
                                words(o, "classes"),
                                "role",
                                words(o, "role"),
                                "content",
                                html(o, "html"))),
                new Component(
                        "file-upload",
                        15,
                        field("multiple"),
                        Set.of(
                                "javascript",
                                "chooseFilesButtonText",
                                "dropInstructionText",
                                "noFileChosenText",
                                "multipleFilesChosenText.one",
                                "multipleFilesChosenText.other",
                                "enteredDropZoneText",
                                "leftDropZoneText"),
                        Set.of(),
                        o -> field(
                                o,
                                "value",
                                words(o, "value"),
                                "disabled",
                                flag(o, "disabled"),
                                "multiple",
                                flag(o, "multiple"))),
                new Component(
                        "hint",
                        5,
                        Set.of("text", "html", "id", "classes"),
                        Set.of(),
                        Set.of(),
                        o -> leaf(o, "id", words(o, "id"))),
                new Component(
                        "input",
                        37,
                        field(
                                "type",
                                "inputmode",
                                "autocomplete",
                                "autocapitalize",
                                "pattern",
                                "spellcheck",
                                "prefix.text",
                                "suffix.text"),
                        Set.of(
                                "prefix.html",
                                "prefix.classes",
                                "suffix.html",
                                "suffix.classes",
                                "inputWrapper.classes"),
                        Set.of(),
                        o -> field(
                                o,
                                "value",
                                string(o, "value"),
                                "disabled",
                                flag(o, "disabled"),
                                "type",
                                words(o, "type"),
                                "inputmode",
                                words(o, "inputmode"),
                                "autocomplete",
                                words(o, "autocomplete"),
                                "autocapitalize",
                                words(o, "autocapitalize"),
                                "pattern",
                                words(o, "pattern"),
                                "spellcheck",
                                spellcheck(o),
                                "prefix",
                                words(o, "prefix.text"),
                                "suffix",
                                words(o, "suffix.text"))),
                new Component(
                        "inset-text",
                        5,
                        Set.of("text", "html", "id", "classes"),
                        Set.of(),
                        Set.of(),
                        o -> leaf(o, "id", words(o, "id"))),
                new Component(
                        "label",
                        16,
                        Set.of("text", "html", "classes", "isPageHeading", "for"),
                        Set.of(),
                        Set.of(),
                        o -> leaf(o, "id", words(o, "for"), "heading", flag(o, "isPageHeading"))),
                new Component(
                        "notification-banner",
                        17,
                        Set.of("text", "html", "type", "titleText", "titleId", "role", "classes", "disableAutoFocus"),
                        Set.of("titleHtml", "titleHeadingLevel"),
                        Set.of(),
                        o -> leaf(
                                o,
                                "success",
                                "success".equals(string(o, "type")),
                                "title",
                                words(o, "titleText"),
                                "titleId",
                                words(o, "titleId"),
                                "role",
                                words(o, "role"),
                                "disableAutoFocus",
                                bool(o, "disableAutoFocus"))),
                new Component(
                        "pagination",
                        13,
                        Set.of(
                                "previous.href",
                                "previous.text",
                                "previous.labelText",
                                "next.href",
                                "next.text",
                                "next.labelText",
                                "items[].number",
                                "items[].href",
                                "items[].current",
                                "items[].ellipsis",
                                "items[].visuallyHiddenText",
                                "landmarkLabel",
                                "classes"),
                        Set.of("items[]"),
                        Set.of(),
                        ComponentOptions::pagination),
                new Component(
                        "panel",
                        7,
                        Set.of("titleText", "titleHtml", "text", "html", "classes"),
                        Set.of("headingLevel"),
                        Set.of(),
                        o -> leaf(o, "title", string(o, "titleText"), "titleContent", html(o, "titleHtml"))),
                new Component(
                        "password-input",
                        10,
                        field("autocomplete"),
                        Set.of(
                                "showPasswordText",
                                "hidePasswordText",
                                "showPasswordAriaLabelText",
                                "hidePasswordAriaLabelText",
                                "passwordShownAnnouncementText",
                                "passwordHiddenAnnouncementText"),
                        Set.of(),
                        o -> field(
                                o,
                                "value",
                                words(o, "value"),
                                "disabled",
                                flag(o, "disabled"),
                                "autocomplete",
                                words(o, "autocomplete"))),
                new Component(
                        "phase-banner",
                        5,
                        Set.of("tag.text", "tag.classes", "text", "html", "classes"),
                        Set.of("tag.html"),
                        Set.of(),
                        o -> leaf(o, "tag", words(o, "tag.text"), "tagClasses", words(o, "tag.classes"))),
                new Component(
                        "radios",
                        35,
                        GROUP,
                        Set.of("items[]", "items[].html", "items[].label.classes", "fieldset.classes"),
                        Set.of("item checked overrides value"),
                        o -> group(o, "value", words(o, "value"))),
                new Component(
                        "select",
                        15,
                        field("items[].value", "items[].text", "items[].selected", "items[].disabled"),
                        Set.of("items[]"),
                        Set.of("item selected overrides value"),
                        o -> field(
                                o, "items", choices(o), "value", words(o, "value"), "disabled", flag(o, "disabled"))),
                new Component(
                        "skip-link",
                        7,
                        Set.of("text", "href", "classes"),
                        Set.of("html"),
                        Set.of(),
                        o -> params(
                                "text", words(o, "text"), "href", words(o, "href"), "classes", words(o, "classes"))),
                new Component(
                        "summary-list",
                        18,
                        Set.of(
                                "rows[].key.text",
                                "rows[].key.html",
                                "rows[].value.text",
                                "rows[].value.html",
                                "rows[].classes",
                                "rows[].actions.items[].href",
                                "rows[].actions.items[].text",
                                "rows[].actions.items[].visuallyHiddenText",
                                "rows[].actions.items[].classes",
                                "classes",
                                "card.title.text",
                                "card.classes",
                                "card.actions.items[].text",
                                "card.actions.items[].href"),
                        Set.of(
                                "rows[]",
                                "rows[].actions.items[].html",
                                "rows[].actions.classes",
                                "rows[].key.classes",
                                "rows[].value.classes",
                                "card.title.html",
                                "card.title.headingLevel"),
                        Set.of("summary card with custom classes"),
                        o -> params(
                                "rows",
                                items(o, "rows").stream()
                                        .map(row -> new SummaryRow(
                                                content(row.path("key"), ""),
                                                content(row.path("value"), ""),
                                                actions(row, "actions.items"),
                                                words(row, "classes")))
                                        .toList(),
                                "classes",
                                words(o, "classes"),
                                "cardTitle",
                                words(o, "card.title.text"),
                                "cardActions",
                                actions(o, "card.actions.items"),
                                "cardClasses",
                                words(o, "card.classes"))),
                new Component(
                        "table",
                        16,
                        Set.of(
                                "caption",
                                "captionClasses",
                                "firstCellIsHeader",
                                "classes",
                                "head[].text",
                                "head[].html",
                                "head[].format",
                                "head[].classes",
                                "head[].colspan",
                                "head[].rowspan",
                                "rows[][].text",
                                "rows[][].html",
                                "rows[][].format",
                                "rows[][].classes",
                                "rows[][].colspan",
                                "rows[][].rowspan"),
                        Set.of("rows[]"),
                        Set.of(),
                        ComponentOptions::table),
                new Component(
                        "tabs",
                        9,
                        Set.of(
                                "items[].label",
                                "items[].id",
                                "items[].panel.html",
                                "items[].panel.text",
                                "id",
                                "title",
                                "classes"),
                        Set.of("items[]", "idPrefix"),
                        Set.of(),
                        o -> params(
                                "items",
                                items(o, "items").stream()
                                        .map(i -> new Tab(
                                                requireNonNull(string(i, "id")),
                                                requireNonNull(string(i, "label")),
                                                panel(i.path("panel"))))
                                        .toList(),
                                "id",
                                words(o, "id"),
                                "title",
                                words(o, "title"),
                                "classes",
                                words(o, "classes"))),
                new Component("tag", 12, Set.of("text", "html", "classes"), Set.of(), Set.of(), ComponentOptions::leaf),
                new Component(
                        "textarea",
                        17,
                        field("rows", "autocomplete", "spellcheck"),
                        Set.of(),
                        Set.of(),
                        o -> field(
                                o,
                                "value",
                                string(o, "value"),
                                "rows",
                                words(o, "rows") == null ? null : Integer.valueOf(requireNonNull(words(o, "rows"))),
                                "autocomplete",
                                words(o, "autocomplete"),
                                "spellcheck",
                                spellcheck(o))),
                new Component(
                        "warning-text",
                        7,
                        Set.of("text", "html", "classes", "iconFallbackText"),
                        Set.of(),
                        Set.of(),
                        o -> leaf(o, "hiddenText", words(o, "iconFallbackText"))));
    }

    private static @Nullable String hidden(JsonNode options) {
        JsonNode found = at(options, "visuallyHiddenText");
        if (found == null) {
            return null;
        }
        return found.isBoolean() ? "" : found.asString();
    }

    private static Content panel(JsonNode panel) {
        Content html = html(panel, "html");
        String text = string(panel, "text");
        return html != null
                ? html
                : output -> {
                    output.writeContent("<p class=\"govuk-body\">");
                    output.writeUserContent(text);
                    output.writeContent("</p>");
                };
    }
}
