package uk.frith.platform.foundation.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What every whole page keeps: what the policy would block, and what keeps readers out. Each fault is a sentence. */
public final class PageRules {
    private static final Set<String> UNLABELLED = Set.of("hidden", "submit", "button", "reset", "image");

    private final Document page;
    private final List<String> faults = new ArrayList<>();

    private PageRules(Document page) {
        this.page = page;
    }

    /** The faults of a whole page; none is the aim. */
    public static List<String> faults(String html) {
        var rules = new PageRules(Jsoup.parse(html));
        rules.frame();
        rules.policy();
        rules.references();
        rules.labels();
        rules.headings();
        rules.assets();
        return List.copyOf(rules.faults);
    }

    private void frame() {
        // The public's pages come in several languages, and carry no marking: they are for everybody.
        boolean portal = !page.select("body.frith-body--portal").isEmpty();
        String language = page.select("html").attr("lang");
        refuse(portal ? language.isEmpty() : !"en".equals(language), "the language isn't said");
        refuse(!page.title().endsWith("– Frith"), "the title doesn't end with the service's name: " + page.title());
        refuse(page.select("main#main-content").size() != 1, "there isn't one main part for the skip link");
        refuse(page.select(".frith-marking").size() != (portal ? 0 : 2), "the marking doesn't stand first and last");
        for (Element form : page.select("form[method=post]")) {
            refuse(
                    form.select("input[type=hidden][name=_csrf]").isEmpty(),
                    "a form has no token: " + form.attr("action"));
            refuse(
                    !form.select("input, select, textarea").isEmpty()
                            && form.select("[required]").size() > 0,
                    "a form lets the browser validate");
        }
    }

    private void policy() {
        page.select("script:not([src])").forEach(script -> faults.add("an inline script: " + script.data()));
        page.select("style").forEach(style -> faults.add("an inline style sheet"));
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                refuse(name.equals("style"), "an inline style on " + element.tagName());
                refuse(name.startsWith("on"), "an inline handler " + name + " on " + element.tagName());
                refuse(attribute.getValue().strip().startsWith("javascript:"), "a script as an address");
            }
        }
        for (Element element : page.select("script[src], link[href], img[src]")) {
            String address = element.attr(element.hasAttr("src") ? "src" : "href");
            refuse(
                    !address.startsWith("/") && !address.startsWith("data:image/"),
                    "something from elsewhere: " + address);
        }
    }

    private void references() {
        Set<String> ids = new HashSet<>();
        for (Element element : page.select("[id]")) {
            refuse(!ids.add(element.id()), "the id " + element.id() + " stands twice");
        }
        for (String attribute : List.of("aria-describedby", "aria-labelledby", "aria-controls", "for")) {
            for (Element element : page.select("[" + attribute + "]")) {
                for (String id : element.attr(attribute).split(" ", -1)) {
                    refuse(!ids.contains(id), attribute + " names " + id + ", which isn't there");
                }
            }
        }
        for (Element link : page.select("a[href^=\"#\"]")) {
            refuse(
                    !ids.contains(link.attr("href").substring(1)),
                    "a link to " + link.attr("href") + ", which isn't there");
        }
    }

    private void labels() {
        for (Element field : page.select("input, select, textarea")) {
            boolean named = field.hasAttr("aria-label")
                    || field.hasAttr("aria-labelledby")
                    || (!field.id().isEmpty()
                            && page.select("label").stream()
                                    .anyMatch(label -> label.attr("for").equals(field.id())));
            refuse(
                    !named && !UNLABELLED.contains(field.attr("type")),
                    "a field without a label: " + field.attr("name"));
        }
        page.select("img:not([alt])").forEach(image -> faults.add("a picture without its words"));
        page.select("th:not([scope])").forEach(head -> faults.add("a table heading without scope: " + head.text()));
        page.select("table")
                .forEach(table -> refuse(
                        table.select("caption").isEmpty() && !table.hasAttr("aria-labelledby"),
                        "a table without a caption"));
        page.select("svg:not([aria-hidden]):not([aria-labelledby]):not([aria-label])")
                .forEach(svg -> faults.add("a drawing that is neither named nor hidden"));
        page.select("a[href]")
                .forEach(link -> refuse(
                        link.text().isBlank() && !link.hasAttr("aria-label"),
                        "a link without words: " + link.attr("href")));
    }

    private void headings() {
        refuse(page.select("h1").size() != 1, "there are " + page.select("h1").size() + " first headings, not one");
        int before = 0;
        for (Element heading : page.select("main :is(h1, h2, h3, h4, h5, h6)")) {
            int level = heading.tagName().charAt(1) - '0';
            refuse(before > 0 && level > before + 1, "a level is left out before: " + heading.text());
            before = level;
        }
    }

    private void assets() {
        String own = "/assets/" + Assets.served().version() + "/";
        for (Element element : page.select("[src^=/assets/], [href^=/assets/]")) {
            String address = element.attr(element.hasAttr("src") ? "src" : "href");
            boolean served = address.startsWith(own)
                    && Assets.served().find(address.substring(own.length())).isPresent();
            refuse(!served, "a file that isn't served: " + address);
        }
        for (Element element : page.select("[data-module]")) {
            String module = element.attr("data-module");
            boolean known = module.startsWith("govuk-")
                    || Assets.served().find("modules/" + module + ".mjs").isPresent();
            refuse(!known, "a module that isn't served: " + module);
        }
    }

    private void refuse(boolean fault, String words) {
        if (fault) {
            faults.add(words);
        }
    }
}
