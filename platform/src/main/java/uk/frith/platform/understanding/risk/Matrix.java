package uk.frith.platform.understanding.risk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A version of the risk matrix.
 *
 * @param name as {@code RAM-D1}
 * @param version from 1 on
 * @param own whether an organisation made it; if not, it is as shipped
 * @param from the first day on which it holds
 * @param source where questions, weights and bands come from
 * @param reason why this version was made
 * @param verified whether somebody who may decide it has confirmed its weights and bands
 * @param questions in their order
 * @param bands from which score on a risk is medium and high
 * @param overrides what makes the risk high whatever the score
 */
record Matrix(
        UUID id,
        String name,
        int version,
        boolean own,
        LocalDate from,
        String source,
        String reason,
        boolean verified,
        List<Question> questions,
        Bands bands,
        List<Overriding> overrides) {

    /** More than any single answer should weigh. */
    static final int LARGEST_SCORE = 100;

    Matrix {
        questions = questions.stream()
                .sorted(Comparator.comparingInt(Question::number))
                .toList();
        overrides = List.copyOf(overrides);
        if (questions.isEmpty()
                || questions.stream().map(Question::number).distinct().count() != questions.size()) {
            throw new IllegalArgumentException("A matrix has questions, each with a number of its own.");
        }
    }

    /** Parts of the form. */
    enum Section {
        HISTORY("History"),
        VULNERABILITY("Vulnerability"),
        SUPPORT("Support"),
        IMPACT("Impact on others");

        private final String words;

        Section(String words) {
            this.words = words;
        }

        /** As people say it. */
        String words() {
            return words;
        }
    }

    /**
     * A question.
     *
     * @param several whether more than one answer can be given; their scores are added up
     * @param asksWords whether it asks for words beside the answer
     * @param firstContact its place among the questions of first contact, from 1 on; 0 when it isn't one
     */
    record Question(
            int number,
            Section section,
            String words,
            boolean several,
            boolean asksWords,
            int firstContact,
            List<Option> options) {
        Question {
            options = options.stream()
                    .sorted(Comparator.comparingInt(Option::number))
                    .toList();
            if (options.isEmpty()) {
                throw new IllegalArgumentException("A question has answers.");
            }
        }

        Optional<Option> option(int wanted) {
            return options.stream().filter(each -> each.number() == wanted).findFirst();
        }

        /** The most that it can add. */
        int most() {
            return several
                    ? options.stream().mapToInt(Option::score).sum()
                    : options.stream().mapToInt(Option::score).max().orElse(0);
        }
    }

    /** An answer and what it adds, 0 to {@value #LARGEST_SCORE}. */
    record Option(int number, String words, int score, Optional<Sign> sign) {
        Option {
            if (score < 0 || score > LARGEST_SCORE) {
                throw new IllegalArgumentException("An answer weighs 0 to " + LARGEST_SCORE + ".");
            }
        }
    }

    /** Something that makes the risk high whatever the score. */
    record Overriding(String code, String words, Optional<Sign> sign) {}

    /** From which score on a risk is medium, and from which it is high. */
    record Bands(int medium, int high) {
        Bands {
            if (medium < 1 || high <= medium) {
                throw new IllegalArgumentException("Medium begins above 0, and high above medium.");
            }
        }

        Band of(int score) {
            return score >= high ? Band.HIGH : score >= medium ? Band.MEDIUM : Band.STANDARD;
        }
    }

    Optional<Question> question(int number) {
        return questions.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The questions of first contact, in their order. */
    List<Question> firstContact() {
        return questions.stream()
                .filter(each -> each.firstContact() > 0)
                .sorted(Comparator.comparingInt(Question::firstContact))
                .toList();
    }

    /** The most that all questions together can add. */
    int most() {
        return questions.stream().mapToInt(Question::most).sum();
    }

    /** The overrides that there are, of those that were sent. */
    Set<String> known(Set<String> codes) {
        Set<String> known = new HashSet<>(codes);
        known.retainAll(overrides.stream().map(Overriding::code).toList());
        return known;
    }

    /** An override's words; its code when this version doesn't have it. */
    String wordsOf(String code) {
        return Stream.concat(
                        overrides.stream()
                                .filter(each -> each.code().equals(code))
                                .map(Overriding::words),
                        Stream.of(code))
                .findFirst()
                .orElse(code);
    }

    /** As people call it: {@code RAM-D1, version 2}. */
    String title() {
        return name + ", version " + version;
    }
}
