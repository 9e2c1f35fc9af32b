package uk.frith.platform.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The headers that every answer carries, in place of Spring Security's own: {@code http.headers(SecurityHeaders.overTls())}.
 *
 * <p>An answer that has said how long it may be kept is left as it is; every other is kept by nobody.
 */
public final class SecurityHeaders implements HeaderWriter, Customizer<HeadersConfigurer<HttpSecurity>> {
    /** What a page may load and do: its own files, and nothing written into the page itself. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    private static final String CACHE_CONTROL = "Cache-Control";

    private final Map<String, String> headers = new LinkedHashMap<>();

    private SecurityHeaders(boolean tls) {
        headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        // An officer's place is asked for on the patrol page alone, and by its reader.
        headers.put(
                "Permissions-Policy",
                "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), fullscreen=(self), "
                        + "geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()");
        if (tls) {
            headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** Where readers reach the service by https, directly or through a proxy: browsers then refuse http for a year. */
    public static SecurityHeaders overTls() {
        return new SecurityHeaders(true);
    }

    /** Where the service is tried on the machine itself. */
    public static SecurityHeaders withoutTls() {
        return new SecurityHeaders(false);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        headers.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
        if (!response.containsHeader(CACHE_CONTROL)) {
            response.setHeader(CACHE_CONTROL, "no-store");
        }
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> configurer) {
        configurer.defaultsDisabled().addHeaderWriter(this);
    }
}
