package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody told, by whatever way it came: the same record for a call, a form, a partner's system and an officer.
 *
 * @param source the way it came, a word such as {@code call} or {@code portal}
 * @param sourceReference how that way calls it; the same reference twice is one report
 * @param account in the teller's own words, 1 to {@value #LONGEST_ACCOUNT} characters
 * @param reportedAt when the organisation heard of it
 * @param occurred between which moments it happened; empty when it goes on as it is told
 * @param chosen what a person decided, which comes before what the reader finds
 * @param people whoever is concerned, the caller first
 * @param wishes what the victim wants; may be empty
 * @param follows an earlier incident that this belongs to
 */
public record NewReport(
        String source,
        Optional<String> sourceReference,
        Channel channel,
        String account,
        Instant reportedAt,
        Optional<Interval> occurred,
        Place place,
        Chosen chosen,
        List<Person> people,
        List<Evidence> evidence,
        String wishes,
        Optional<Follows> follows) {

    /** More than anybody tells at once; longer ones come in parts or as a document. */
    public static final int LONGEST_ACCOUNT = 100_000;

    /** What a turn of whoever tells begins with, in an account that is a talk written down turn by turn. */
    public static final String TELLER = "Visitor: ";

    public NewReport {
        people = List.copyOf(people);
        evidence = List.copyOf(evidence);
    }

    /**
     * Where it is.
     *
     * @param location in words; may be empty
     * @param lsoaCode the small area, if known
     * @param areaCode the ward or district, if no more is known
     */
    public record Place(String location, Optional<String> lsoaCode, Optional<String> areaCode) {

        /** In words, and in a small area if that is known. */
        public Place(String location, Optional<String> lsoaCode) {
            this(location, lsoaCode, Optional.empty());
        }

        @Override
        public String toString() {
            return "Place";
        }
    }

    /** What a person decided; what is empty the reader decides. */
    public record Chosen(Optional<AsbCategory> category, Optional<AsbType> type, Optional<Grade> grade) {
        public static final Chosen NOTHING = new Chosen(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** In what way somebody is concerned. */
    public enum Part {
        CALLER("Caller"),
        VICTIM("Victim"),
        AFFECTED("Also affected"),
        WITNESS("Witness"),
        NAMED("Said to have done it");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }

        /** Whether somebody must speak to them: whoever is harmed. */
        public boolean isHarmed() {
            return this == VICTIM || this == AFFECTED;
        }
    }

    /** Whether somebody has spoken to a person who is concerned. */
    public enum SpokenTo {
        NOT_YET("Not spoken to yet"),
        SPOKEN_TO("Spoken to"),
        DECLINED("Doesn't want to be spoken to");

        private final String words;

        SpokenTo(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }
    }

    /** How a line of the wishes begins that says how somebody can be reached safely. */
    public static final String SAFELY = "How to be in touch safely: ";

    /**
     * Somebody who is concerned; at least one of name, phone, email and address is not empty.
     *
     * @param business whether it is a business, which can be a victim as a person can
     */
    public record Person(
            Part part, String name, String phone, String email, String address, SpokenTo spokenTo, boolean business) {

        /** A person, not a business. */
        public Person(Part part, String name, String phone, String email, String address, SpokenTo spokenTo) {
            this(part, name, phone, email, address, spokenTo, false);
        }

        @Override
        public String toString() {
            return "Person[" + part + "]";
        }
    }

    /** What somebody has that may prove it. */
    public enum EvidenceKind {
        VIDEO("Video"),
        PHOTO("Photo"),
        AUDIO("Sound recording"),
        MESSAGES("Messages"),
        DIARY("Diary"),
        OBJECT("Object"),
        OTHER("Something else");

        private final String words;

        EvidenceKind(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }
    }

    /**
     * Evidence that was offered.
     *
     * @param description what it shows, 1 to 500 characters
     * @param heldBy who has it; may be empty
     */
    public record Evidence(EvidenceKind kind, String description, String heldBy) {
        @Override
        public String toString() {
            return "Evidence[" + kind + "]";
        }
    }

    /** How a report belongs to an earlier incident. */
    public enum LinkKind {
        FOLLOW_UP("Follow-up of"),
        DUPLICATE("Same event as"),
        HEARD_IN("Heard in the call about");

        private final String words;

        LinkKind(String words) {
            this.words = words;
        }

        /** As people say it, before the other's reference. */
        public String words() {
            return words;
        }
    }

    /** An earlier incident and how this one belongs to it. */
    public record Follows(UUID incident, LinkKind kind) {}

    @Override
    public String toString() {
        return "NewReport[" + source + "]";
    }
}
