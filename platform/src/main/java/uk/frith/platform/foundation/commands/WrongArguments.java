package uk.frith.platform.foundation.commands;

/** The arguments don't fit; the message is a sentence for the person who typed them. */
public final class WrongArguments extends RuntimeException {
    public WrongArguments(String sentence) {
        super(sentence);
    }
}
