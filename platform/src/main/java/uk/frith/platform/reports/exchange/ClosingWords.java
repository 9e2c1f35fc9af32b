package uk.frith.platform.reports.exchange;

/** How an incident ended, in words for whoever reported it; they tell nothing of anybody. */
final class ClosingWords {

    private ClosingWords() {}

    /**
     * The words of a closing.
     *
     * @param code as recording's list has it
     */
    static String of(String code) {
        return switch (code) {
            case "ASB_DEALT_WITH" -> "The police have dealt with it.";
            case "CRIME_RECORDED" -> "A crime was recorded. Whoever was harmed is told how it goes on.";
            case "NOT_ASB" -> "It was looked into and isn't antisocial behaviour.";
            case "DUPLICATE" -> "The police knew of the same event already and deal with it there.";
            case "NO_TRACE" -> "Nobody and nothing was found there.";
            case "ADVICE_GIVEN" -> "Advice was given.";
            case "REFERRED" -> "It was passed to the body that deals with such things.";
            case "HOAX" -> "It was looked into and closed.";
            case "OTHER_FORCE" -> "It was passed to the police force of that area.";
            default -> "It was closed.";
        };
    }
}
