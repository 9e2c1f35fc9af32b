/**
 * Files that come from anywhere: found, opened and read without trusting them.
 *
 * <p><em>paths → files, archives' entries and troubles → a bounded stream → records, or refusals that name their
 * line</em>
 *
 * <p>Promises that a file costs a fixed amount of memory whatever stands in it; that a broken record costs that record
 * and none behind it; that an archive can't burst, and nothing of it is ever written to a disk. Refuses entries whose
 * names leave the archive, and opens no archive within an archive.
 *
 * <p>Where reading goes on: a record ends at a line end outside quotes. A record longer than
 * {@value uk.frith.platform.foundation.files.RecordReader#LONGEST_RECORD} bytes, one whose quote doesn't close within
 * that length, and one with text behind a closing quote cost their first line; reading resumes behind it.
 *
 * <p>Sources: RFC 4180 (CSV), RFC 1952 (gzip), RFC 3629 (UTF-8); the ZIP format as {@code java.util.zip} reads it.
 */
@ApplicationModule(
        id = "files",
        displayName = "Files",
        allowedDependencies = {})
@NullMarked
package uk.frith.platform.foundation.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
