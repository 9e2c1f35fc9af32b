package uk.frith.platform.portal.evidence;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of evidence.
 *
 * @param clamd the virus scanner's address as {@code 127.0.0.1:3310}; without it files count as not scanned
 * @param lookEvery how often files that came are looked for; default 30 seconds
 */
@ConfigurationProperties("frith.evidence")
record EvidenceSettings(
        Optional<String> clamd, @DefaultValue("30s") Duration lookEvery) {
    EvidenceSettings {
        if (lookEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("frith.evidence.look-every must be a second or more.");
        }
        if (!clamd.orElse("host:1").matches("[A-Za-z0-9.:_\\[\\]-]+:\\d{1,5}")) {
            throw new IllegalArgumentException("frith.evidence.clamd must be a host and a port, as 127.0.0.1:3310.");
        }
    }
}
