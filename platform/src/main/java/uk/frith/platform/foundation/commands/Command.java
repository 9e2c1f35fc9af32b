package uk.frith.platform.foundation.commands;

/** One command of {@code ./frith} that needs the database; implemented by the chapter that it belongs to. */
public interface Command {

    /** The words that call it, such as {@code import police-uk}. */
    String name();

    /** Its arguments and what it does, in one line of help. */
    String usage();

    /**
     * Runs as the service actor <em>command line</em>.
     *
     * @throws WrongArguments when the arguments don't fit, with a sentence that says how they should
     * @throws CommandFailed when it can't be done, with a sentence that says why and what to do
     */
    ExitStatus run(Arguments arguments, Console console);
}
