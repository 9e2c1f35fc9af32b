package uk.frith.narrative;

/**
 * A current class of the Home Office's notifiable offences.
 *
 * @param code as {@code 8L}: what stands before the name in the offence list
 * @param name as the offence list names it
 */
public record OffenceClass(String code, String name) {

    public OffenceClass {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an offence class needs a code and a name");
        }
    }
}
