package uk.frith.platform.portal.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the chat.
 *
 * @param mostAtOnce how many chats one person answers at the same time, a grave one counting twice; 1 or more, default 3
 * @param answeredWithin how long somebody waits before their first words become an incident without an answer; default 5
 *     minutes, at least one
 * @param quietFor how long a chat that is answered may be quiet, with nobody looking at it, before it becomes an incident by
 *     itself; default 15 minutes, at least five
 * @param recordedWithin how long whoever has taken a chat down has to record it, before it becomes an incident by itself;
 *     default 4 hours, at least five minutes
 */
@ConfigurationProperties("frith.chat")
record ChatSettings(
        @DefaultValue("3") int mostAtOnce,
        @DefaultValue("5m") Duration answeredWithin,
        @DefaultValue("15m") Duration quietFor,
        @DefaultValue("4h") Duration recordedWithin) {
    ChatSettings {
        if (mostAtOnce < 1) {
            throw new IllegalArgumentException("frith.chat.most-at-once must be 1 or more.");
        }
        Duration five = Duration.ofMinutes(5);
        if (answeredWithin.compareTo(Duration.ofMinutes(1)) < 0
                || quietFor.compareTo(five) < 0
                || recordedWithin.compareTo(five) < 0) {
            throw new IllegalArgumentException("frith.chat.answered-within must be a minute or more,"
                    + " frith.chat.quiet-for and frith.chat.recorded-within five.");
        }
    }
}
