package uk.frith.platform.foundation.identity;

/** Where an account is in its life; the same values as the database's list. A service's account never changes. */
enum AccountState {
    INVITED("Invited"),
    ACTIVE("Active"),
    DISABLED("Disabled"),
    SERVICE("Service");

    private final String title;

    AccountState(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
