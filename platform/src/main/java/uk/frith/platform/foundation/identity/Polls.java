package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What open pages ask for by themselves every few seconds. It keeps nobody's session alive, and as a part of a page it is
 * nowhere to go after sign-in.
 */
final class Polls {

    static final List<String> ROUTES = List.of(
            "GET /chats/board",
            "GET /chats/{id}/lines",
            "GET /imports/{id}/progress",
            "GET /incidents/urgent",
            "GET /rules/trials/{id}/progress",
            "GET /tell/chat/lines");

    private static final List<RequestMatcher> MATCHERS = PublicRoutes.matchers(ROUTES);

    /** What scripts ask for because somebody is there: it keeps the session, and has no page of its own either. */
    private static final List<RequestMatcher> WITHOUT_A_PAGE =
            PublicRoutes.matchers(List.of("GET /stay", "GET /calls/proof"));

    private Polls() {}

    static boolean isOne(HttpServletRequest request) {
        return PublicRoutes.matches(MATCHERS, request);
    }

    /** Whether there is a page at its address, to which somebody can go after sign-in. */
    static boolean isAPage(HttpServletRequest request) {
        return !isOne(request) && !PublicRoutes.matches(WITHOUT_A_PAGE, request);
    }
}
