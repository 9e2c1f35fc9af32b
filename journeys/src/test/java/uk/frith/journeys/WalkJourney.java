package uk.frith.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page that a role is led to, held to the rules of all pages. */
class WalkJourney extends PeopleAtTheirDesks {

    /** Of pages with the same shape of address only the first few are looked at. */
    private static final int ALIKE = 2;

    private static final Pattern PARTICULAR =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]\\d{8}|(?<=/places/)[a-z-]+"
                    + "|(?<=/(?:rule|concept|concepts|texts|\\d{1,9}/rules)/)[^/]+|\\d+");

    /** Files, ways out and addresses elsewhere are not pages to walk to. */
    private static final Pattern NOT_A_PAGE = Pattern.compile("/sign-out|/stay|/assets/.*|.*\\.[a-z]{2,8}");

    /** Over all roles, of pages with the same shape of address: what differs between roles is shown by the first few. */
    private static final int ALIKE_OVER_ALL = 4;

    /** What was looked at, for this role or another, by the shape of its address. */
    private static final Map<String, Set<String>> LOOKED_AT = new TreeMap<>();

    WalkJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_page_that_a_role_is_led_to_keeps_the_rules(Role role) {
        Visit visit = signedIn(role, Scripts.ON);
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new TreeSet<>(ahead);
        List<String> shapes = new ArrayList<>();
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            assertThat(visit.go(path)).as(path).isEqualTo(200);
            if (isToBeLookedAt(path, visit.main())) {
                visit.arrives("");
            }
            for (String found : links(visit)) {
                String shape = shape(found);
                long alike = shapes.stream().filter(shape::equals).count();
                if (alike < ALIKE && !NOT_A_PAGE.matcher(shape).matches() && seen.add(found)) {
                    shapes.add(shape);
                    ahead.add(found);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(role.navigation().size());
    }

    /** The text is asked for only where it counts. */
    private static boolean isToBeLookedAt(String path, Locator main) {
        Set<String> alike = LOOKED_AT.computeIfAbsent(shape(path), none -> new TreeSet<>());
        return (path.equals("/") || alike.size() < ALIKE_OVER_ALL) && alike.add(main.textContent());
    }

    private static String shape(String path) {
        return PARTICULAR.matcher(path.replaceAll("\\?.*", "")).replaceAll("*");
    }

    /** Asked for all at once, as one text: a page may have hundreds. */
    private static List<String> links(Visit visit) {
        Object addresses = visit.page()
                .evaluate(
                        "() => [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href')).join('\\n')");
        return String.valueOf(addresses)
                .lines()
                .filter(address -> address.startsWith("/"))
                .map(address -> address.replaceAll("#.*", ""))
                .toList();
    }
}
