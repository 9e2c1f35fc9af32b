package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route of the application, as everybody. */
class RoutesDbTest extends WebTest {

    /** Routes that answer without an entry: they show nothing that wasn't there. Each with its reason. */
    private static final Map<String, String> SHOW_NOTHING = Map.of(
            "/stay", "keeps the session and has no content",
            "/calls/proof", "gives a form the proof of the session that it already is",
            "/chats", "shows how many wait and how long, and not a word of anybody",
            "/chats/board", "shows how many wait and how long, and not a word of anybody");

    /** A variable of a pattern: its name and, if it has one, its form. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::((?:[^{}]|\\{[^{}]*})*))?}");

    /** Words of which one fits the form of each variable. */
    private static final List<String> FITTING =
            List.of("none", "enable", "none.none", "2021-01", "1", "E01000001", "xml");

    private final RequestMappingHandlerMapping routes;

    RoutesDbTest(@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    /** One method and pattern of the application. */
    private record Route(String method, String pattern, HandlerMethod handler) {

        Optional<Allows> allows() {
            return Optional.ofNullable(handler.getMethodAnnotation(Allows.class));
        }

        /** An address of this route: what its variables stand for need not exist, but must fit. */
        String address(UUID account) {
            return VARIABLE.matcher(pattern).replaceAll(variable -> {
                if (variable.group(1).equals("id")) {
                    return account.toString();
                }
                String form = variable.group(2) == null ? ".*" : variable.group(2);
                return FITTING.stream()
                        .filter(word -> word.matches(form))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Give a word that fits " + pattern));
            });
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @Test
    void every_route_is_public_by_the_list_or_says_who_may_use_it_and_why() {
        SoftAssertions softly = new SoftAssertions();
        for (Route route : all()) {
            boolean listed = PublicRoutes.contains(new MockHttpServletRequest(
                    route.method(), route.address(UUID.fromString("00000000-0000-7000-8000-000000000001"))));
            softly.assertThat(route.allows().isPresent() ^ listed)
                    .as("%s is either on the public list or has @Allows", route)
                    .isTrue();
            route.allows()
                    .ifPresent(allows ->
                            softly.assertThat(allows.purpose()).as("%s", route).startsWith("to "));
        }
        softly.assertThat(all()).hasSizeGreaterThan(30);
        softly.assertAll();
    }

    @Test
    void the_public_list_names_nothing_that_is_not_there() {
        Set<String> known = new HashSet<>();
        all().forEach(route -> known.add(route.toString()));
        List<String> listed = new ArrayList<>(PublicRoutes.BEFORE_SIGN_IN);
        listed.addAll(PublicRoutes.FOR_NOBODY_IN_PARTICULAR);
        listed.addAll(PublicRoutes.BY_KEY);
        // Health is the actuator's, and a browser asks for its icon of its own accord.
        listed.removeIf(route -> route.contains("/actuator/") || route.contains("favicon") || route.contains("/error"));
        assertThat(known).containsAll(listed);
    }

    @Test
    void nobody_gets_anywhere_without_signing_in() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Route route : all()) {
            if (route.allows().isEmpty()) {
                continue;
            }
            Browser browser = browser();
            String address = route.address(UUID.fromString("00000000-0000-7000-8000-000000000001"));
            MockHttpServletResponse response =
                    route.method().equals("GET") ? browser.get(address) : browser.postFromElsewhere(address);
            softly.assertThat(response.getStatus()).as("%s", route).isEqualTo(303);
            softly.assertThat(response.getRedirectedUrl()).as("%s", route).startsWith("/sign-in?next=");
        }
        softly.assertAll();
    }

    @Test
    void each_role_sees_exactly_the_pages_that_the_policy_gives_it_and_each_look_is_entered_once() throws Exception {
        Map<Role, UUID> people = people("Pages by role", "pages.example");
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<Role, UUID> person : people.entrySet()) {
            Browser browser = browserOf(person.getValue());
            int before = SCENE.entriesOf(person.getValue()).size();
            for (Route route : all()) {
                if (!route.method().equals("GET") || route.allows().isEmpty()) {
                    continue;
                }
                boolean may = route.allows().get().value().allows(Set.of(person.getKey()));
                int status = browser.get(route.address(person.getValue())).getStatus();
                List<String> entries = SCENE.entriesOf(person.getValue());
                String what = person.getKey() + " at " + route;
                softly.assertThat(status == 403).as(what + " gives " + status).isEqualTo(!may);
                softly.assertThat(status).as(what).isLessThan(500);
                if (status == 403) {
                    softly.assertThat(entries.getLast()).as(what).startsWith("REFUSAL");
                }
                if (status == 200 || status == 403) {
                    int expected = status == 200 && SHOW_NOTHING.containsKey(route.pattern()) ? 0 : 1;
                    softly.assertThat(entries.size() - before)
                            .as(what + ": entries")
                            .isEqualTo(expected);
                }
                before = entries.size();
            }
        }
        softly.assertAll();
    }

    @Test
    void no_role_sends_a_form_that_the_policy_does_not_give_it() throws Exception {
        Map<Role, UUID> people = people("Forms by role", "forms.example");
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<Role, UUID> person : people.entrySet()) {
            Browser browser = browserOf(person.getValue());
            browser.get("/");
            for (Route route : all()) {
                if (route.method().equals("GET")
                        || route.allows().isEmpty()
                        || route.allows().get().value().allows(Set.of(person.getKey()))) {
                    continue;
                }
                MockHttpServletResponse response = browser.post(route.address(person.getValue()));
                softly.assertThat(response.getStatus())
                        .as("%s at %s", person.getKey(), route)
                        .isEqualTo(403);
                softly.assertThat(SCENE.entriesOf(person.getValue()).getLast())
                        .as("%s at %s", person.getKey(), route)
                        .isEqualTo("REFUSAL page");
            }
        }
        softly.assertAll();
    }

    @Test
    void a_form_without_its_token_is_refused_whoever_sends_it() throws Exception {
        Map<Role, UUID> people = people("Forms forged", "forged.example");
        SoftAssertions softly = new SoftAssertions();
        Browser browser = browserOf(one(people, Role.ADMINISTRATOR));
        for (Route route : all()) {
            if (!route.method().equals("GET")) {
                softly.assertThat(browser.postFromElsewhere(route.address(one(people, Role.ANALYST)))
                                .getStatus())
                        .as("%s", route)
                        .isEqualTo(403);
            }
        }
        softly.assertAll();
    }

    @Test
    void an_address_that_nobody_made_is_not_found_and_one_of_the_actuator_is_refused() throws Exception {
        Browser browser = browserOf(one(people("Nowhere", "nowhere.example"), Role.ADMINISTRATOR));
        assertThat(browser.get("/no-such-page").getStatus()).isEqualTo(404);
        assertThat(browser.get("/actuator/env").getStatus()).isEqualTo(403);
        assertThat(browser().get("/actuator/health").getStatus()).isEqualTo(200);
        assertThat(browser().get("/actuator/env").getStatus()).isEqualTo(303);
    }

    @Test
    void nobody_has_more_than_eight_words_and_each_leads_to_a_page_that_opens() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<Role, UUID> person : people("Words", "words.example").entrySet()) {
            Browser browser = browserOf(person.getValue());
            browser.get("/");
            List<String> paths = browser.page().select("nav[aria-label=Main] a").eachAttr("href");
            List<String> places = browser.page().select("main li a").eachAttr("href");
            softly.assertThat(paths)
                    .as("%s", person.getKey())
                    .hasSizeBetween(1, 8)
                    .contains("/");
            for (String path : java.util.stream.Stream.concat(paths.stream(), places.stream())
                    .toList()) {
                softly.assertThat(browser.get(path).getStatus())
                        .as("%s at %s", person.getKey(), path)
                        .isIn(200, 302);
            }
        }
        softly.assertAll();
    }

    private static Map<Role, UUID> people(String organisationName, String domain) {
        UUID organisation = SCENE.organisation(organisationName);
        Map<Role, UUID> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            people.put(
                    role,
                    SCENE.account(
                            organisation,
                            role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '.') + "@" + domain,
                            role));
        }
        return people;
    }

    private static UUID one(Map<Role, UUID> people, Role role) {
        return java.util.Objects.requireNonNull(people.get(role));
    }

    private List<Route> all() {
        List<Route> all = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> one :
                routes.getHandlerMethods().entrySet()) {
            for (String pattern : one.getKey().getPatternValues()) {
                Set<RequestMethod> methods = one.getKey().getMethodsCondition().getMethods();
                if (methods.isEmpty()) {
                    all.add(new Route("GET", pattern, one.getValue()));
                    all.add(new Route("POST", pattern, one.getValue()));
                }
                methods.forEach(method -> all.add(new Route(method.name(), pattern, one.getValue())));
            }
        }
        all.removeIf(route -> route.pattern().equals("/error"));
        all.sort(Comparator.comparing(Route::toString));
        return all;
    }
}
