/**
 * What was reported to a force, as its own record: the report, the crimes and people in it, who deals with it and how it
 * ends; and the import of a force's extract.
 *
 * <p><em>a report → read, graded, given an owner → an incident with suggested crimes and running clocks → each suggestion
 * recorded or refused, everybody affected spoken to → closed through its gates</em>
 *
 * <p><em>incident CSV → checked row by row → incidents of one organisation → counts for prevalence</em>
 *
 * <p>Promises that a report is one incident however often it is sent; that what the reader of accounts found stands beside
 * the incident with its words, its rule and the version of the rules; that a suggested crime ends recorded or refused with
 * a reason; that a grade follows from what is told and never from the way of telling. Each record keeps its former
 * versions.
 *
 * <p>Promises that an organisation sees its own incidents and nobody else's, by permission at the door and by row-level
 * security behind it; that a file is stored whole or not at all; that the same file twice changes nothing, since an
 * incident is known by its organisation and reference; that a changed row changes the incident and keeps its former
 * version. Refuses rows that are damaged or say the impossible, and keeps them with line, field and reason, guarded as
 * the incidents are.
 *
 * <h2>The incident CSV</h2>
 *
 * UTF-8, RFC 4180, with exactly this header:
 *
 * <pre>
 * reference,occurred_from,occurred_to,reported_at,easting,northing,lsoa_code,location,category,type,channel,text
 * </pre>
 *
 * <ul>
 *   <li>{@code reference}: the force's own, 1 to 100 characters, once in a file;
 *   <li>{@code occurred_from}, {@code occurred_to}: between which moments it happened, ISO 8601 with an offset, as {@code
 *       2026-03-01T20:10:00+00:00}, from 1990; an empty {@code occurred_to} means the one moment;
 *   <li>{@code reported_at}: when the force heard of it, likewise;
 *   <li>{@code easting}, {@code northing}: metres on the British National Grid, 0 to 700,000 and 0 to 1,300,000, both or
 *       neither;
 *   <li>{@code lsoa_code}: the small area, or empty;
 *   <li>{@code location}: the place in words, at most 500 characters, or empty;
 *   <li>{@code category}: {@code PERSONAL}, {@code NUISANCE} or {@code ENVIRONMENTAL};
 *   <li>{@code type}: one of the thirteen of {@link uk.frith.platform.reports.recording.AsbType};
 *   <li>{@code channel}: {@code call}, {@code online}, {@code officer}, {@code partner} or
 *       {@code text};
 *   <li>{@code text}: the account as it was taken down, at most 20,000 characters, line breaks allowed, or empty.
 * </ul>
 *
 * <p>Sources: National Standard for Incident Recording 2011 (the three categories); NPCC POLE data standard, list DS_107
 * (the thirteen types); Home Office Crime Recording Rules for Frontline Officers and Staff, April 2026 (crimes, and the 24
 * hours); HMICFRS, The policing response to antisocial behaviour (October 2024).
 */
@ApplicationModule(
        id = "recording",
        displayName = "Recording",
        allowedDependencies = {
            "commands",
            "audit",
            "identity",
            "pages",
            "files",
            "places",
            "deadlines",
            "rulebook",
            "wording"
        })
@NullMarked
package uk.frith.platform.reports.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
