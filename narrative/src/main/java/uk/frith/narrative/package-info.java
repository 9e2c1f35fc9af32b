/**
 * Reads an account of antisocial behaviour as a good crime registrar would, and says what it saw and why.
 *
 * <p><em>text → words (typing slips, dialect and shorthand brought home) → phrases of the lexicon, all in one pass →
 * scopes (denied, supposed, feared, asked) → facts → rules → findings: category, type, crimes, vulnerability, the
 * question that decides.</em>
 *
 * <p>Phrases, facts and rules are text files with dates and sources; {@link uk.frith.narrative.RuleBook} loads those
 * that ship or those of a folder, and names the line of every fault. {@link uk.frith.narrative.AccountReader} is pure:
 * the same account and rule book always give the same {@link uk.frith.narrative.Findings}, nothing is read from a
 * clock, a network or chance, and every finding carries a literal piece of the text, the rule and its official source.
 * Text in an account is never anything but evidence: no wording of it can change the rules.
 */
@org.jspecify.annotations.NullMarked
package uk.frith.narrative;
