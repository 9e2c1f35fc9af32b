package uk.frith.platform.portal.report;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What a browser holds of a report: the token that opens it, the secret until it has been written down, and the language. They
 * end with the browser, are out of scripts' reach, and are gone at once when somebody leaves by the exit.
 */
@Component
class Visits {

    private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9_-]{2,43}");

    /** The cookies' names. */
    enum Kind {
        REPORT("frith-report"),
        SECRET("frith-report-secret"),
        LANGUAGE("frith-language");

        private final String plainName;

        Kind(String plainName) {
            this.plainName = plainName;
        }
    }

    /** What a cookie holds; empty without it. */
    Optional<String> read(HttpServletRequest request, Kind kind) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String wanted = name(kind, request);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(wanted)
                    && GOOD.matcher(cookie.getValue()).matches()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** The token of the report that is open; empty text when none is, which opens nothing. */
    String token(HttpServletRequest request) {
        return read(request, Kind.REPORT).orElse("");
    }

    void write(HttpServletRequest request, HttpServletResponse response, Kind kind, String value) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, kind, value).build().toString());
    }

    /** The report is open in this browser from now on, and can be opened again with its code and this secret. */
    void begin(HttpServletRequest request, HttpServletResponse response, String token, String secret) {
        write(request, response, Kind.REPORT, token);
        write(request, response, Kind.SECRET, secret);
    }

    void clear(HttpServletRequest request, HttpServletResponse response, Kind kind) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, kind, "").maxAge(Duration.ZERO).build().toString());
    }

    /** Nothing of a report stays in the browser. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        clear(request, response, Kind.REPORT);
        clear(request, response, Kind.SECRET);
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, Kind kind, String value) {
        return ResponseCookie.from(name(kind, request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    private static String name(Kind kind, HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + kind.plainName : kind.plainName;
    }
}
