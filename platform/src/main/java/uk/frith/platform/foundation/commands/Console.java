package uk.frith.platform.foundation.commands;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out data and nothing else; UTF-8, lines end in LF
 * @param news progress, warnings and errors
 */
public record Console(PrintStream out, PrintStream news) {

    /** One line of data. */
    public void data(String line) {
        out.print(line);
        out.print('\n');
    }

    /** One line of news. */
    public void say(String line) {
        news.println(line);
    }
}
