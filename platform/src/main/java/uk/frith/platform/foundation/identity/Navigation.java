package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.pages.Chrome;
import uk.frith.platform.foundation.pages.ChromeSource;
import uk.frith.platform.foundation.pages.Marking;
import uk.frith.platform.foundation.pages.NavItem;

/** What stands around a page for its reader: who they are, the words their roles give, and what their forms carry. */
@Component
class Navigation implements ChromeSource {

    static final NavigationItem TODAY =
            new NavigationItem("Today", "What your roles lead to.", "/", Permission.USE_FRITH, 10);
    static final NavigationItem OVERSIGHT = new NavigationItem(
            "Oversight", "What is checked and administered.", "/oversight", Permission.SEE_OVERSIGHT, 80);

    private final Desk desk;
    private final List<NavigationItem> words;
    private final List<OversightItem> oversight;

    Navigation(Desk desk, ObjectProvider<NavigationItem> words, ObjectProvider<OversightItem> oversight) {
        this.desk = desk;
        this.words = words.stream()
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
        this.oversight = oversight.stream()
                .sorted(Comparator.comparingInt(OversightItem::order))
                .toList();
    }

    /** The words for somebody, left to right. */
    List<NavigationItem> wordsFor(Actor actor) {
        Predicate<NavigationItem> leadsSomewhere =
                word -> !word.equals(OVERSIGHT) || !oversightFor(actor).isEmpty();
        return words.stream()
                .filter(word -> actor.may(word.permission()))
                .filter(leadsSomewhere)
                .toList();
    }

    /** What somebody oversees, top to bottom. */
    List<OversightItem> oversightFor(Actor actor) {
        return oversight.stream().filter(line -> actor.may(line.permission())).toList();
    }

    @Override
    public Chrome chromeFor(HttpServletRequest request) {
        Chrome.Csrf csrf = csrf(request);
        return desk.actor()
                .map(actor -> new Chrome(Marking.OFFICIAL, signedIn(actor, request.getRequestURI()), csrf))
                .orElseGet(() -> Chrome.signedOut(csrf));
    }

    private Chrome.SignedIn signedIn(Actor actor, String path) {
        List<NavItem> items = wordsFor(actor).stream()
                .map(word -> NavItem.of(word.word(), word.path(), path))
                .toList();
        return new Chrome.SignedIn(
                actor.organisationName(),
                actor.name(),
                actor.account().toString(),
                items,
                "/sign-out",
                new Chrome.Idle(Duration.ofSeconds(actor.idleSeconds()), "/stay"));
    }

    private static Chrome.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Chrome.Csrf(token.getParameterName(), token.getToken())
                : new Chrome.Csrf(SessionCsrf.FIELD, "");
    }
}
