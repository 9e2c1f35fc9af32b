package uk.frith.platform.foundation.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of identity.
 *
 * @param databaseUrl JDBC address of the database
 * @param signInRole sign-in's own database role
 * @param signInPassword its password
 * @param idle a session ends after this long without a request; default 30 minutes
 * @param longest a session ends after this long whatever happens; default 12 hours
 */
@ConfigurationProperties("frith.identity")
record IdentitySettings(
        String databaseUrl,
        String signInRole,
        String signInPassword,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest) {

    @Override
    public String toString() {
        return "idle=" + idle + " longest=" + longest;
    }
}
