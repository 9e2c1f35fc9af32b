package uk.frith.platform.foundation.identity;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.pages.Panel;

/** The start page, the way to what is overseen, and the request that keeps a session. */
@Controller
class TodayPages {

    private static final String TO_START = "to start the day's work";
    private static final String TO_OVERSEE = "to find what is to be overseen";

    private final Desk desk;
    private final Navigation navigation;
    private final TemplateEngine templates;
    private final List<TodayPanel> panels;

    TodayPages(Desk desk, Navigation navigation, TemplateEngine templates, ObjectProvider<TodayPanel> panels) {
        this.desk = desk;
        this.navigation = navigation;
        this.templates = templates;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(TodayPanel::order))
                .toList();
    }

    /**
     * The start page.
     *
     * @param name the reader's name
     * @param roles what they do, as people say it
     * @param sensitive whether a panel shows anything of anybody
     * @param panels what waits for them
     * @param places where their roles lead
     */
    record Today(String name, List<String> roles, boolean sensitive, List<Content> panels, List<Place> places) {
        @Override
        public String toString() {
            return "Today";
        }
    }

    /** A place that one's roles lead to, and what is there. */
    record Place(String title, String path, String description) {}

    /** What the reader oversees. */
    record Oversight(List<Place> places) {}

    @Configuration(proxyBeanMethods = false)
    static class Words {
        @Bean
        NavigationItem todayWord() {
            return Navigation.TODAY;
        }

        @Bean
        NavigationItem oversightWord() {
            return Navigation.OVERSIGHT;
        }
    }

    @GetMapping("/")
    @Allows(value = Permission.USE_FRITH, purpose = TO_START)
    String today(Model model) {
        Shown shown = desk.audited(
                this::today,
                each -> Entry.of(Act.CONSULTATION, "today", TO_START)
                        .about(each.about().stream().limit(Entry.MOST_IDS).toList()));
        model.addAttribute("page", shown.page());
        return "foundation/identity/today";
    }

    /** The page, and the ids of what its panels show. */
    private record Shown(Today page, List<String> about) {
        @Override
        public String toString() {
            return "Shown";
        }
    }

    @GetMapping("/oversight")
    @Allows(value = Permission.SEE_OVERSIGHT, purpose = TO_OVERSEE)
    String oversight(Model model) {
        model.addAttribute(
                "page",
                desk.audited(
                        Entry.of(Act.CONSULTATION, "oversight", TO_OVERSEE),
                        () -> new Oversight(oversightPlaces(actor()))));
        return "foundation/identity/oversight";
    }

    /** Keeps the session, by having been asked for at all; shows nothing, so a browser stays on the page it has. */
    @GetMapping("/stay")
    @ResponseStatus(org.springframework.http.HttpStatus.NO_CONTENT)
    @Allows(value = Permission.USE_FRITH, purpose = "to stay signed in")
    void stay(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    private Shown today() {
        Actor actor = actor();
        List<Place> words = navigation.wordsFor(actor).stream()
                .filter(word -> !word.equals(Navigation.TODAY) && !word.equals(Navigation.OVERSIGHT))
                .map(word -> new Place(word.word(), word.path(), word.description()))
                .toList();
        List<Place> places = java.util.stream.Stream.concat(words.stream(), oversightPlaces(actor).stream())
                .toList();
        List<Panel> waiting =
                panels.stream().flatMap(panel -> panel.of(actor).stream()).toList();
        Today page = new Today(
                actor.name(),
                actor.roles().stream().sorted().map(Role::title).toList(),
                waiting.stream().anyMatch(panel -> !panel.about().isEmpty()),
                waiting.stream().map(panel -> panel.content(templates)).toList(),
                places);
        return new Shown(
                page, waiting.stream().flatMap(panel -> panel.about().stream()).toList());
    }

    private List<Place> oversightPlaces(Actor actor) {
        return navigation.oversightFor(actor).stream()
                .map(line -> new Place(line.title(), line.path(), line.description()))
                .toList();
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
