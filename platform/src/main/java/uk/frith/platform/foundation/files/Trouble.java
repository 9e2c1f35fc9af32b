package uk.frith.platform.foundation.files;

/**
 * Something that was found and isn't read.
 *
 * @param label its path, as {@link IncomingFile#label()}
 * @param sentence what is wrong with it
 * @param failure whether that is a failure, or only worth knowing
 */
public record Trouble(String label, String sentence, boolean failure) {}
