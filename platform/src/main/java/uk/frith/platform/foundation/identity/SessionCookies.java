package uk.frith.platform.foundation.identity;

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
 * The three cookies: whose session it is, who is half-way through sign-in, and, for forms before sign-in, which browser it
 * is. All are out of scripts' reach and are not sent along when another site posts. Behind TLS they carry the prefix by
 * which a browser refuses them from anywhere else.
 */
@Component
class SessionCookies {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String LAX = "Lax";

    private final boolean tls;

    SessionCookies(IdentitySettings settings) {
        this.tls = settings.tlsInFront();
    }

    /** The cookies' names. */
    enum Kind {
        SESSION("frith"),
        PENDING("frith-pending"),
        VISITOR("frith-visitor");

        private final String plainName;

        Kind(String plainName) {
            this.plainName = plainName;
        }
    }

    String name(Kind kind) {
        return tls ? "__Host-" + kind.plainName : kind.plainName;
    }

    /** The token in a cookie, if there is one that could be ours. */
    Optional<String> read(HttpServletRequest request, Kind kind) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String wanted = name(kind);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(wanted)
                    && TOKEN.matcher(cookie.getValue()).matches()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** Sets a cookie that ends with the browser; how long the token is good for is the database's to say. */
    void write(HttpServletResponse response, Kind kind, String token) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(kind, token).build().toString());
    }

    void clear(HttpServletResponse response, Kind kind) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(kind, "").maxAge(Duration.ZERO).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(Kind kind, String value) {
        return ResponseCookie.from(name(kind), value)
                .path("/")
                .httpOnly(true)
                .secure(tls)
                .sameSite(LAX);
    }
}
