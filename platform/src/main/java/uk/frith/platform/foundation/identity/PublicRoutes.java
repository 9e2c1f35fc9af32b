package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
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
            "ANY /error");

    private static final List<RequestMatcher> IMPERSONAL = matchers(FOR_NOBODY_IN_PARTICULAR);
    private static final List<RequestMatcher> OPEN = matchers(BEFORE_SIGN_IN);

    private PublicRoutes() {}

    static boolean isImpersonal(HttpServletRequest request) {
        return IMPERSONAL.stream().anyMatch(route -> route.matches(request));
    }

    static boolean contains(HttpServletRequest request) {
        return isImpersonal(request) || OPEN.stream().anyMatch(route -> route.matches(request));
    }

    private static List<RequestMatcher> matchers(List<String> routes) {
        return routes.stream().map(PublicRoutes::matcher).toList();
    }

    private static RequestMatcher matcher(String route) {
        int space = route.indexOf(' ');
        String method = route.substring(0, space);
        String path = route.substring(space + 1);
        PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
        return method.equals("ANY") ? builder.matcher(path) : builder.matcher(HttpMethod.valueOf(method), path);
    }
}
