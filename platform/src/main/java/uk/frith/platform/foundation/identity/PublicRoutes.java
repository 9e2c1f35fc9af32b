package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Every route that somebody may reach without having signed in: this list and nothing else. */
final class PublicRoutes {

    /** What is the same for everybody: no session is looked up for it. */
    static final List<String> FOR_NOBODY_IN_PARTICULAR = List.of(
            "GET /assets/{version}/{*name}",
            "GET /favicon.ico",
            "GET /actuator/health",
            "GET /actuator/health/liveness",
            "GET /actuator/health/readiness");

    /** What other systems ask for: no session counts there, and where it isn't public, the chapter asks for a key. */
    static final List<String> BY_KEY = List.of(
            "GET /open311/discovery.{format:xml|json}",
            "GET /open311/v2/services.{format:xml|json}",
            "GET /open311/v2/services/{code}.{format:xml|json}",
            "POST /open311/v2/requests.{format:xml|json}",
            "GET /open311/v2/requests.{format:xml|json}",
            "GET /open311/v2/requests/{id}.{format:xml|json}",
            "GET /open311/v2/tokens/{id}.{format:xml|json}",
            "GET /open311/v2/servicerequestupdates.{format:xml|json}",
            "POST /open311/v2/servicerequestupdates.{format:xml|json}",
            "GET /api/v1/openapi.json",
            "POST /api/v1/reports",
            "POST /api/v1/reports/batch",
            "POST /api/v1/problems/batch",
            "GET /api/v1/reports",
            "GET /api/v1/reports/{id}",
            "POST /api/v1/texts");

    /** What looks different to somebody who is signed in, or ends in a session. */
    static final List<String> BEFORE_SIGN_IN = List.of(
            "GET /sign-in",
            "POST /sign-in",
            "GET /sign-in/code",
            "POST /sign-in/code",
            "GET /sign-in/set-up-code",
            "POST /sign-in/set-up-code",
            "GET /link/{token}",
            "POST /link/{token}",
            "POST /sign-out",
            "GET /accessibility",
            "ANY /error",
            // The public's door: reports of antisocial behaviour, opened again by code and secret.
            "GET /tell",
            "POST /tell",
            "GET /tell/why",
            "GET /tell/elsewhere",
            "GET /tell/code",
            "POST /tell/code",
            "GET /tell/questions/{step}",
            "POST /tell/questions/{step}",
            "GET /tell/map",
            "POST /tell/map",
            "GET /tell/check",
            "POST /tell/check",
            "GET /tell/discard",
            "POST /tell/discard",
            "GET /tell/done",
            "GET /tell/files",
            "POST /tell/files",
            "POST /tell/files/remove",
            "GET /tell/view",
            "POST /tell/view",
            "GET /tell/mine",
            "POST /tell/mine",
            "GET /tell/return",
            "POST /tell/return",
            "GET /tell/chat",
            "POST /tell/chat",
            "POST /tell/chat/say",
            "POST /tell/chat/end",
            "GET /tell/chat/lines",
            "GET /tell/reply",
            "POST /tell/reply",
            "POST /tell/reply/send",
            "GET /tell/reply/thanks",
            "GET /tell/language",
            "GET /here/{code}",
            "POST /here/{code}",
            "POST /here/{code}/damaged",
            "GET /tell/exit");

    /** Where programs ask: nobody signs in there, and what isn't on the list above isn't there or not in that way. */
    private static final List<RequestMatcher> PROGRAMS = matchers(List.of("ANY /open311/{*rest}", "ANY /api/{*rest}"));

    /** Where the public asks: whoever mistypes an address there is told so, and isn't asked to sign in. */
    private static final List<RequestMatcher> PUBLIC = matchers(List.of("ANY /tell/{*rest}", "ANY /here/{*rest}"));

    private static final List<RequestMatcher> IMPERSONAL = matchers(FOR_NOBODY_IN_PARTICULAR);
    private static final List<RequestMatcher> KEYED = matchers(BY_KEY);
    private static final List<RequestMatcher> OPEN = matchers(BEFORE_SIGN_IN);

    private PublicRoutes() {}

    /** Whether no session is looked up. */
    static boolean isImpersonal(HttpServletRequest request) {
        return isForPrograms(request) || matches(IMPERSONAL, request);
    }

    /** Whether a key and no cookie is what counts, so that another site's form can't borrow anybody's session. */
    static boolean isForPrograms(HttpServletRequest request) {
        return matches(PROGRAMS, request);
    }

    /** Whether somebody without a session gets as far as the routes: each that there is still has to be on a list. */
    static boolean isOutside(HttpServletRequest request) {
        return contains(request) || isForPrograms(request) || matches(PUBLIC, request);
    }

    /** Whether a route is on one of the lists. */
    static boolean contains(HttpServletRequest request) {
        return matches(IMPERSONAL, request) || matches(KEYED, request) || matches(OPEN, request);
    }

    static boolean matches(List<RequestMatcher> routes, HttpServletRequest request) {
        return routes.stream().anyMatch(route -> route.matches(request));
    }

    static List<RequestMatcher> matchers(List<String> routes) {
        return routes.stream().map(PublicRoutes::matcher).toList();
    }

    private static RequestMatcher matcher(String route) {
        int space = route.indexOf(' ');
        String method = route.substring(0, space);
        String path = route.substring(space + 1);
        PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
        if (method.equals("ANY")) {
            return builder.matcher(path);
        }
        RequestMatcher asked = builder.matcher(HttpMethod.valueOf(method), path);
        // What can be read can be asked for without its content.
        return method.equals("GET") ? new OrRequestMatcher(asked, builder.matcher(HttpMethod.HEAD, path)) : asked;
    }
}
