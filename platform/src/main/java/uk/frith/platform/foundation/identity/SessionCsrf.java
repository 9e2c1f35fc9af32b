package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * What proves that a form came from our own page: derived from the session's token, so that nothing need be kept and it ends
 * with the session; before sign-in, from a cookie that says nothing but which browser it is.
 */
@Component
class SessionCsrf implements CsrfTokenRepository {

    static final String FIELD = "_csrf";
    static final String HEADER = "X-CSRF-TOKEN";

    private static final String NEW_VISITOR = SessionCsrf.class.getName() + ".visitor";

    private final CurrentSession current;
    private final SessionCookies cookies;
    private final Tokens tokens;

    SessionCsrf(CurrentSession current, SessionCookies cookies, Tokens tokens) {
        this.current = current;
        this.cookies = cookies;
        this.tokens = tokens;
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Optional<CurrentSession.Holder> session = current.current();
        if (session.isPresent()) {
            return token(session.get().token(), "session");
        }
        return visitor(request).map(visitor -> token(visitor, "visitor")).orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        String visitor = tokens.make();
        request.setAttribute(NEW_VISITOR, visitor);
        return token(visitor, "visitor");
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(NEW_VISITOR) instanceof String visitor) {
            cookies.write(response, SessionCookies.Kind.VISITOR, visitor);
        }
    }

    private Optional<String> visitor(HttpServletRequest request) {
        return request.getAttribute(NEW_VISITOR) instanceof String made
                ? Optional.of(made)
                : cookies.read(request, SessionCookies.Kind.VISITOR);
    }

    private static CsrfToken token(String secret, String of) {
        return new DefaultCsrfToken(HEADER, FIELD, derive(secret, of));
    }

    /** HMAC-SHA-256 under the cookie's token: knowing one gives nothing of the other. */
    private static String derive(String secret, String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(("frith form of a " + of).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", e);
        }
    }
}
