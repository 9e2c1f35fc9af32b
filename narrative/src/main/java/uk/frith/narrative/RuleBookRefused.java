package uk.frith.narrative;

import java.util.List;

/** A rule book has faults; every one is named with its file and line, so that it can be put right in one go. */
public final class RuleBookRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** @param faults each as {@code file:line: what is wrong}; at least one */
    public RuleBookRefused(List<String> faults) {
        super("The rule book can't be used:\n" + String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each as {@code file:line: what is wrong}. */
    public List<String> faults() {
        return faults;
    }
}
