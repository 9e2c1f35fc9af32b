package uk.frith.platform.reports.intake;

import java.sql.SQLException;

/** The database didn't take a file; its transaction is undone. */
final class StoringFailed extends RuntimeException {

    StoringFailed(SQLException cause) {
        super(cause);
    }

    /** What happened and what to do, by PostgreSQL's class of error; found behind any wrapping. */
    static String sentence(Throwable failure) {
        String state = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        String what = switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "53" ->
                state.equals("53100")
                        ? "The database's disk is full. Make room"
                        : "The database has run out of a resource (" + state + "). Give it more";
            case "08", "57" -> "The database has gone away. See that it runs";
            default -> "The database refused the rows (" + state + ")";
        };
        return what + ". Files that were reported as stored are stored whole, nothing of this one is; start the same"
                + " import again to complete it.";
    }
}
