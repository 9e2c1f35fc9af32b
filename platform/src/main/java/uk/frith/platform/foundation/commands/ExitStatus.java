package uk.frith.platform.foundation.commands;

/** How a command ends. */
public enum ExitStatus {
    DONE(0),
    FAILED(1),
    WRONG_ARGUMENTS(2),
    SOME_ROWS_REFUSED(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The number that the operating system is given, 0 to 3. */
    public int code() {
        return code;
    }
}
