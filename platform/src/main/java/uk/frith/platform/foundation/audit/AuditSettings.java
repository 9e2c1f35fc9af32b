package uk.frith.platform.foundation.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the audit.
 *
 * @param anchors the file, outside the database, to which each seal's digest is added; no default
 */
@ConfigurationProperties("frith.audit")
record AuditSettings(Path anchors) {}
