package uk.frith.platform.foundation.commands;

/** A command can't be done; the message says why and what to do next, without personal data. */
public final class CommandFailed extends RuntimeException {
    public CommandFailed(String sentence) {
        super(sentence);
    }

    public CommandFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
