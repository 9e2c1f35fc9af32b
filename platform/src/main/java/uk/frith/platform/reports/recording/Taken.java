package uk.frith.platform.reports.recording;

import java.util.List;
import java.util.UUID;

/** What became of a report: recorded, or refused with every reason. */
public sealed interface Taken {

    /**
     * It stands as an incident.
     *
     * @param reference how people call it
     * @param already whether the same report had been sent before
     */
    record Recorded(UUID incident, String reference, boolean already) implements Taken {}

    /** It is not recorded, and nothing of it is kept. */
    record Refused(List<Fault> faults) implements Taken {
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("Nobody is refused without a reason.");
            }
        }
    }

    /**
     * What is wrong with one field.
     *
     * @param field its name, as {@code account} or {@code people[2].phone}
     * @param sentence for whoever filled it in; holds nothing of what they wrote
     */
    record Fault(String field, String sentence) {}
}
