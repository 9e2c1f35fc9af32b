package uk.frith.platform.foundation.audit;

/**
 * What was done. The first six are those that section 62 of the Data Protection Act 2018 names; the others concern the
 * system itself.
 */
public enum Act {
    COLLECTION,
    ALTERATION,
    CONSULTATION,
    DISCLOSURE,
    COMBINATION,
    ERASURE,
    SIGN_IN,
    SIGN_OUT,
    REFUSAL,
    ADMINISTRATION
}
