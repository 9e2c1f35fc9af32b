package uk.frith.platform.launcher;

/**
 * How to reach the database, as its owner and as the application's two roles.
 *
 * @param url JDBC address without credentials
 * @param owner owns every table; the launcher uses it for migrations, backup and the audit's proof, and never hands it on
 * @param app what the application works as; owns nothing
 * @param signIn what sign-in works as: mints sessions, reads no records
 */
public record Database(String url, Login owner, Login app, Login signIn) {

    /** A role and its password; the password never shows in text. */
    public record Login(String role, String password) {
        @Override
        public String toString() {
            return role;
        }
    }
}
