package uk.frith.platform.portal.report;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the public's pages.
 *
 * @param beginsAtOnce how many reports one address may begin at once before it is asked to wait; default 20
 * @param beginsAMinute how many an address may begin a minute after that; default 12
 * @param exitAddress where the exit control leads; default a weather forecast
 * @param publicAddress where the public reaches Frith, as {@code https://tell.example}, for what is printed; when it isn't set,
 *     {@code frith.identity.public-address}, and without that the address by which the sheet or letter was asked for
 * @param pretendLanguage whether the pretend language can be chosen, for trying out; default no
 */
@ConfigurationProperties("frith.portal")
record PortalSettings(
        @DefaultValue("20") int beginsAtOnce,
        @DefaultValue("12") int beginsAMinute,
        @DefaultValue("https://www.bbc.co.uk/weather") String exitAddress,
        Optional<String> publicAddress,
        @DefaultValue("false") boolean pretendLanguage) {

    PortalSettings {
        if (beginsAtOnce < 1 || beginsAMinute < 1) {
            throw new IllegalArgumentException("frith.portal.begins-at-once and begins-a-minute must be 1 or more.");
        }
        if (!exitAddress.startsWith("https://")) {
            throw new IllegalArgumentException("frith.portal.exit-address must begin with https://.");
        }
        if (!publicAddress.orElse("https://tell.example").matches("https?://[^/\\s]+")) {
            throw new IllegalArgumentException(
                    "frith.portal.public-address must be an address without a path, as https://tell.example.");
        }
    }
}
