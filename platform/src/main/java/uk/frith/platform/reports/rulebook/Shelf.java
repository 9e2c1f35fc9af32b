package uk.frith.platform.reports.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.frith.narrative.RuleBook;
import uk.frith.platform.reports.rulebook.BookCheck.Checked;

/** The books that this node has at hand, by their digest; what isn't at hand is made from its texts once. */
@Component
class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    /** A book takes a few megabytes; a node seldom reads with more than a handful at a time. */
    private static final int MOST_BOOKS = 12;

    /** A check of a draft is wanted again with each of its pages. */
    private static final int MOST_CHECKS = 12;

    private final LiveBook shipped =
            LiveBook.of(BookFiles.shipped().label(BookFiles.shipped().namedVersion()), RuleBook.shipped());
    private final Map<String, Optional<LiveBook>> books = bounded(MOST_BOOKS);
    private final Map<String, Checked> checks = bounded(MOST_CHECKS);

    private static <V> Map<String, V> bounded(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        });
    }

    /** The book that ships with this version of Frith. */
    LiveBook shipped() {
        return shipped;
    }

    /**
     * An edition's book; empty when its texts aren't those that were published, or this version of Frith can't read them.
     * Asking again for one that can't be had costs nothing.
     */
    Optional<LiveBook> edition(String label, String digest, Supplier<BookFiles> texts) {
        Optional<LiveBook> known = books.get(digest + label);
        if (known != null) {
            return known;
        }
        BookFiles files = texts.get();
        Optional<LiveBook> made = Optional.empty();
        if (files.digest().equals(digest)) {
            Checked checked = BookCheck.check(files);
            made = checked.book().map(book -> LiveBook.of(label, book));
            checked.faults().stream()
                    .limit(5)
                    .forEach(fault -> LOG.error("edition={} can't be used: {}:{}", label, fault.file(), fault.line()));
        } else {
            LOG.error("edition={} can't be used: its texts aren't those that were published", label);
        }
        books.put(digest + label, made);
        return made;
    }

    Checked check(BookFiles files) {
        return checks.computeIfAbsent(files.digest(), digest -> BookCheck.check(files));
    }
}
