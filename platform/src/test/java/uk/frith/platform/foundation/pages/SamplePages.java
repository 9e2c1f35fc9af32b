package uk.frith.platform.foundation.pages;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A chapter's sample pages, by which {@link TemplatesTest} renders every template. Each chapter has a public class for it in its
 * own test package, named in {@code META-INF/services}.
 */
public interface SamplePages {
    Stream<Sample> samples();

    /**
     * A template with what it takes.
     *
     * @param name tells samples of one template apart, in words for a file's name
     * @param view as a controller names it
     */
    record Sample(String name, String view, Map<String, Object> params) {
        public static Sample of(String name, String view, Map<String, Object> params) {
            return new Sample(name, view, params);
        }

        /** A whole page, with the furniture of a signed-in reader. */
        public static Sample page(String name, String view, Object page) {
            return new Sample(name, view, Map.of("page", page, "chrome", sergeant()));
        }

        public Sample with(String param, Object value) {
            var more = new HashMap<>(params);
            more.put(param, value);
            return new Sample(name, view, more);
        }
    }

    /** A signed-in reader with a full line of navigation. */
    static Chrome sergeant() {
        String here = "/patterns/leicestershire";
        var navigation = List.of(
                NavItem.of("Today", "/", here),
                NavItem.of("Record", "/record", here),
                NavItem.of("Find", "/find", here),
                NavItem.of("Cases", "/cases", here),
                NavItem.of("Plans", "/plans", here),
                NavItem.of("Patterns", "/patterns", here),
                NavItem.of("Patrol", "/patrol", here),
                NavItem.of("Oversight", "/oversight", here));
        return new Chrome(
                Marking.OFFICIAL,
                new Chrome.SignedIn(
                        "Leicestershire Police",
                        "Sgt A. Example",
                        "one",
                        navigation,
                        "/sign-out",
                        new Chrome.Idle(Duration.ofMinutes(30), "/")),
                new Chrome.Csrf("_csrf", "token"));
    }

    /** Whoever hasn't signed in. */
    static Chrome stranger() {
        return Chrome.signedOut(new Chrome.Csrf("_csrf", "token"));
    }
}
