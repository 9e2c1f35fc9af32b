package uk.frith.platform.foundation.commands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words after a command's name, split into positions and options. An option takes one value, as {@code --from
 * 2021-01} or {@code --from=2021-01}; {@code --} ends the options.
 *
 * @param positions the words that are not options, in order
 * @param options each option's value, by its name without the dashes
 */
public record Arguments(List<String> positions, Map<String, String> options) {

    public Arguments {
        positions = List.copyOf(positions);
        options = Map.copyOf(options);
    }

    /**
     * Splits the words.
     *
     * @throws WrongArguments when an option has no value or stands twice
     */
    public static Arguments parse(List<String> words) {
        return parse(words, Set.of());
    }

    /**
     * Splits the words, some of which are options without a value, which get the value {@code true}.
     *
     * @throws WrongArguments when another option has no value, or one stands twice
     */
    public static Arguments parse(List<String> words, Set<String> flags) {
        List<String> positions = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        boolean optionsEnded = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (optionsEnded || !word.startsWith("--")) {
                positions.add(word);
            } else if (word.equals("--")) {
                optionsEnded = true;
            } else {
                int equals = word.indexOf('=');
                String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
                String value;
                if (flags.contains(name) && equals < 0) {
                    value = "true";
                } else if (equals >= 0) {
                    value = word.substring(equals + 1);
                } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("--")) {
                    value = words.get(++i);
                } else {
                    throw new WrongArguments("The option --" + name + " needs a value.");
                }
                if (options.put(name, value) != null) {
                    throw new WrongArguments("The option --" + name + " is given twice.");
                }
            }
        }
        return new Arguments(positions, options);
    }

    /** The value of an option, if it was given. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** These arguments without some options, for the one who has dealt with those. */
    public Arguments without(Set<String> names) {
        Map<String, String> rest = new HashMap<>(options);
        rest.keySet().removeAll(names);
        return new Arguments(positions, rest);
    }

    /**
     * Refuses options that a command doesn't know.
     *
     * @throws WrongArguments naming the first unknown option and the ones that are known
     */
    public void allowOnly(Set<String> known) {
        for (String name : options.keySet()) {
            if (!known.contains(name)) {
                throw new WrongArguments("There is no option --" + name + " here. Known: "
                        + (known.isEmpty()
                                ? "none"
                                : "--"
                                        + String.join(
                                                ", --", known.stream().sorted().toList()))
                        + ".");
            }
        }
    }
}
