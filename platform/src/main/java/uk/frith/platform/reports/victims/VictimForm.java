package uk.frith.platform.reports.victims;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.victims.VictimTerms.Answer;
import uk.frith.platform.reports.victims.VictimTerms.Cuckooing;
import uk.frith.platform.reports.victims.VictimTerms.Harm;
import uk.frith.platform.reports.victims.VictimTerms.Risk;
import uk.frith.platform.reports.victims.VictimTerms.Support;
import uk.frith.platform.reports.victims.VictimTerms.Tenure;

/** What the form on somebody sent; whatever isn't a value of its list counts as not said. */
record VictimForm(
        int version,
        @Nullable String wishes,
        @Nullable List<String> harm,
        @Nullable String harmWords,
        @Nullable String vulnerable,
        @Nullable List<String> risk,
        @Nullable String repeated,
        @Nullable String targeted,
        @Nullable String cuckooing,
        @Nullable String tenure,
        @Nullable String landlord,
        @Nullable String service,
        @Nullable String support) {

    Victim victim(UUID person) {
        return new Victim(
                person,
                version,
                Incidents.cleaned(text(wishes)),
                Victim.read(Harm.class, list(harm)),
                Incidents.cleaned(text(harmWords)),
                Choice.sent(Answer.values(), text(vulnerable)).orElse(Answer.NOT_ASKED),
                Victim.read(Risk.class, list(risk)),
                Choice.sent(Answer.values(), text(repeated)).orElse(Answer.NOT_ASKED),
                Choice.sent(Answer.values(), text(targeted)).orElse(Answer.NOT_ASKED),
                Choice.sent(Cuckooing.values(), text(cuckooing)).orElse(Cuckooing.NO),
                Choice.sent(Tenure.values(), text(tenure)).orElse(Tenure.NOT_KNOWN),
                Incidents.cleaned(text(landlord)),
                serviceId(text(service)),
                Choice.sent(Support.values(), text(support)).orElse(Support.NOT_OFFERED));
    }

    private static Optional<UUID> serviceId(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    private static List<String> list(@Nullable List<String> sent) {
        return sent == null ? List.of() : sent;
    }

    @Override
    public String toString() {
        return "VictimForm[version=" + version + "]";
    }
}
