package uk.frith.platform.foundation.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out once a request who is asking, and binds their session for exactly as long as the request lasts. Whoever isn't
 * signed in gets no further than the public routes: not even the body of a form is read.
 */
final class SessionFilter extends OncePerRequestFilter {

    private static final String HTMX = "HX-Request";
    private static final String HTMX_PAGE = "HX-Current-URL";
    private static final String HTMX_REDIRECT = "HX-Redirect";

    private final SessionCookies cookies;
    private final SessionRepository sessions;
    private final CurrentSession current;

    SessionFilter(SessionCookies cookies, SessionRepository sessions, CurrentSession current) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.current = current;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PublicRoutes.isImpersonal(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> token = cookies.read(request, SessionCookies.Kind.SESSION);
        // A service's token is never anybody's way in by the browser.
        // The page of an error comes after its request, which has kept the session if it may.
        boolean glances = Polls.isOne(request) || request.getDispatcherType() == DispatcherType.ERROR;
        Optional<Actor> actor = token.flatMap(found -> glances ? sessions.glance(found) : sessions.arrive(found))
                .filter(found -> !found.service());
        if (token.isPresent() && actor.isPresent()) {
            carryOn(new CurrentSession.Holder(token.get(), actor.get()), request, response, chain);
        } else if (PublicRoutes.isOutside(request)) {
            chain.doFilter(request, response);
        } else {
            sendToSignIn(request, response, token.isPresent());
        }
    }

    private void carryOn(
            CurrentSession.Holder holder, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(holder.actor()));
        SecurityContextHolder.setContext(context);
        try {
            current.<@Nullable Object, Exception>during(holder, () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void sendToSignIn(HttpServletRequest request, HttpServletResponse response, boolean sessionOver)
            throws IOException {
        String address = "/sign-in?next=" + URLEncoder.encode(next(request), StandardCharsets.UTF_8)
                + (sessionOver ? "&over=yes" : "");
        if (request.getHeader(HTMX) != null) {
            response.setHeader(HTMX_REDIRECT, address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
        }
    }

    /** Where to go on after sign-in: a page that was looked at, never a form that was sent or a part of a page. */
    private static String next(HttpServletRequest request) {
        String page = request.getHeader(HTMX_PAGE);
        if (page != null) {
            return SignInRules.pathOf(page);
        }
        if (!HttpMethod.GET.matches(request.getMethod()) || !Polls.isAPage(request)) {
            return "/";
        }
        String query = request.getQueryString();
        return SignInRules.localPath(request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
