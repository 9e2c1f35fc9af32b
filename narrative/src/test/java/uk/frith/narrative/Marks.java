package uk.frith.narrative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How well accounts with known answers were read: the classes of each account against those it should have, summed over
 * all; a class on which two readers differed counts neither way.
 */
record Marks(Share recall, Share precision, Share category) {

    /** A share with Wilson's interval of 95 %. */
    record Share(int right, int of) {
        double value() {
            return of == 0 ? 0 : (double) right / of;
        }

        @Override
        public String toString() {
            double z = 1.959963984540054;
            double square = z * z;
            double middle = (right + square / 2) / (of + square);
            double half = z / (of + square) * Math.sqrt((double) right * (of - right) / of + square / 4);
            return String.format(
                    Locale.ROOT, "%d/%d = %.3f [%.3f, %.3f]", right, of, value(), middle - half, middle + half);
        }
    }

    /** The accounts of a file, a JSON object a line. */
    static List<Map<?, ?>> accounts(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .<Map<?, ?>>map(line -> (Map<?, ?>) Objects.requireNonNull(Json.parse(line)))
                .toList();
    }

    static Marks of(AccountReader reader, List<Map<?, ?>> accounts) {
        int right = 0;
        int missed = 0;
        int extra = 0;
        int categories = 0;
        int rightCategories = 0;
        for (Map<?, ?> account : accounts) {
            Findings findings = reader.read(new Account(String.valueOf(account.get("text")), history(account)));
            Set<String> gold = classes(account.get("crimes"));
            Set<String> found = new TreeSet<>();
            findings.crimes().forEach(crime -> found.add(crime.offence().code()));
            Set<String> both = new TreeSet<>(found);
            both.retainAll(gold);
            right += both.size();
            missed += gold.size() - both.size();
            found.removeAll(gold);
            found.removeAll(classes(account.get("accepted")));
            extra += found.size();
            if (account.get("asb_category") instanceof String category) {
                categories++;
                AsbCategory read = findings.category();
                rightCategories += read != null && read.name().equals(category) ? 1 : 0;
            }
        }
        return new Marks(
                new Share(right, right + missed),
                new Share(right, right + extra),
                new Share(rightCategories, categories));
    }

    private static List<Account.Earlier> history(Map<?, ?> account) {
        List<Account.Earlier> history = new ArrayList<>();
        for (Object entry : account.get("history") instanceof List<?> entries ? entries : List.of()) {
            if (entry instanceof Map<?, ?> earlier) {
                history.add(new Account.Earlier(
                        String.valueOf(earlier.get("text")), new HashSet<>(classes(earlier.get("crimes")))));
            }
        }
        return history;
    }

    static Set<String> classes(@Nullable Object list) {
        Set<String> classes = new TreeSet<>();
        for (Object item : list instanceof List<?> items ? items : List.of()) {
            classes.add(item instanceof Map<?, ?> crime ? String.valueOf(crime.get("class")) : String.valueOf(item));
        }
        return classes;
    }
}
