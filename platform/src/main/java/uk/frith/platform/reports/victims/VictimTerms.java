package uk.frith.platform.reports.victims;

/** What can be said about somebody who suffers; the same values as the database's lists. */
final class VictimTerms {

    private VictimTerms() {}

    /** A value with its words. */
    interface Worded {
        String words();
    }

    /** How somebody is harmed. */
    enum Harm implements Worded {
        MENTAL_HEALTH("Mental health"),
        PHYSICAL_HEALTH("Physical health"),
        SLEEP("Loss of sleep"),
        FEAR("Fear at home or outside"),
        MOVING("Wants to move home"),
        ROUTINE("Changed routines: ways, times, visits"),
        CHILDREN("Children in the household suffer"),
        TRADE("A business loses custom or staff"),
        CLOSURE("A business has to close");

        private final String words;

        Harm(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** What makes somebody vulnerable. */
    enum Risk implements Worded {
        AGE("Age: a child, or frail with age"),
        DISABILITY("Disability or long illness"),
        MENTAL_ILLNESS("Mental illness, or thoughts of suicide"),
        ADDICTION("Alcohol or drugs"),
        ALONE("Lives alone, nobody near"),
        DOMESTIC("Abuse in the family or by a partner"),
        EXPLOITED("Exploited by others"),
        LANGUAGE("Can't make themselves understood"),
        HOUSING("No home, or about to lose it"),
        CARER("Cares for somebody, or is cared for");

        private final String words;

        Risk(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** An answer to a question that must be asked. */
    enum Answer implements Worded {
        NOT_ASKED("Not asked yet"),
        YES("Yes"),
        NO("No");

        private final String words;

        Answer(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** Whether criminals have taken over somebody's home. */
    enum Cuckooing implements Worded {
        NO("No sign of it"),
        SUSPECTED("Suspected"),
        CONFIRMED("Confirmed");

        private final String words;

        Cuckooing(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** How somebody has their home. */
    enum Tenure implements Worded {
        NOT_KNOWN("Not known"),
        OWNED("Owned"),
        COUNCIL_RENT("Rented from the council"),
        HOUSING_ASSOCIATION("Rented from a housing association"),
        PRIVATE_RENT("Rented privately"),
        SUPPORTED("Supported housing"),
        TEMPORARY("Temporary accommodation"),
        BUSINESS("Business premises"),
        NO_HOME("No home");

        private final String words;

        Tenure(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }

        /** Whether a housing provider or a council manages it, so that conduct can relate to its housing management. */
        boolean isManaged() {
            return switch (this) {
                case COUNCIL_RENT, HOUSING_ASSOCIATION, SUPPORTED, TEMPORARY -> true;
                case NOT_KNOWN, OWNED, PRIVATE_RENT, BUSINESS, NO_HOME -> false;
            };
        }

        boolean isLet() {
            return isManaged() || this == PRIVATE_RENT;
        }
    }

    /** Whether somebody took the help that was offered. */
    enum Support implements Worded {
        NOT_OFFERED("Not offered yet"),
        ACCEPTED("Offered and accepted"),
        DECLINED("Offered and declined");

        private final String words;

        Support(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** How somebody was told. */
    enum How implements Worded {
        IN_PERSON("In person"),
        TELEPHONE("By telephone"),
        LETTER("By letter"),
        MESSAGE("By message");

        private final String words;

        How(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** How old somebody is, roughly. */
    enum Age implements Worded {
        NOT_SAID("Not said"),
        UNDER_18("Under 18"),
        A18_24("18 to 24"),
        A25_44("25 to 44"),
        A45_64("45 to 64"),
        A65_OR_OVER("65 or over");

        private final String words;

        Age(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** Somebody's sex, as they say it. */
    enum Sex implements Worded {
        NOT_SAID("Not said"),
        FEMALE("Female"),
        MALE("Male");

        private final String words;

        Sex(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** Somebody's ethnic group, as they say it. */
    enum Ethnicity implements Worded {
        NOT_SAID("Not said"),
        ASIAN("Asian or Asian British"),
        BLACK("Black, Black British, Caribbean or African"),
        MIXED("Mixed or multiple"),
        WHITE("White"),
        OTHER("Another group");

        private final String words;

        Ethnicity(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** Whether somebody is disabled, as they say it. */
    enum Disability implements Worded {
        NOT_SAID("Not said"),
        YES("Disabled"),
        NO("Not disabled");

        private final String words;

        Disability(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }
}
