package uk.frith.platform.portal.signs;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of signs.
 *
 * @param publicAddress where the public reaches Frith, as {@code https://tell.example}, for the codes that are printed; when it
 *     isn't set, the address by which the sheet was asked for
 */
@ConfigurationProperties("frith.signs")
record SignSettings(Optional<String> publicAddress) {
    SignSettings {
        if (!publicAddress.orElse("https://tell.example").matches("https?://[^/\\s]+")) {
            throw new IllegalArgumentException(
                    "frith.signs.public-address must be an address without a path, as https://tell.example.");
        }
    }
}
