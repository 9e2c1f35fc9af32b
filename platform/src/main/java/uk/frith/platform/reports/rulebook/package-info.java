/**
 * The rules that accounts are read with, as data with dates and sources, which a crime registrar changes without a release.
 *
 * <p><em>the book that ships → a draft of it → tried on past accounts and on the force's kept cases → published from a moment,
 * with a reason → every account is read with the edition that is live then, and says which that was</em>
 *
 * <p>Promises that an organisation without rules of its own reads with those that ship; that an edition, once published,
 * never changes; that nobody's typing is lost when two people change one draft; that a draft with a fault isn't published,
 * and that each fault stands at its line and at its field; that the words a machine judges by can be looked up by
 * everybody who works with its judgement. Refuses an edition whose texts aren't those that were published, and then reads
 * with the rules that ship and says so.
 *
 * <p>A rule book is a set of text files, as the module {@code narrative} reads them. Here they lie in the database: an
 * edition holds all files of a book, a draft those of a book in the making. Later chapters give the past accounts on which
 * a draft is tried, as {@link uk.frith.platform.reports.rulebook.PastAccounts}, without this chapter knowing them.
 *
 * <p>Sources: Home Office Crime Recording Rules for Frontline Officers and Staff, April 2026 (the force crime registrar
 * has the last word on recording); College of Policing, Data-driven technologies (a judgement that a machine makes can be
 * explained).
 */
@ApplicationModule(
        id = "rulebook",
        displayName = "Rule book",
        allowedDependencies = {"commands", "audit", "identity", "pages"})
@NullMarked
package uk.frith.platform.reports.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
