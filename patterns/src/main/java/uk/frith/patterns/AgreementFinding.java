package uk.frith.patterns;

/** What a comparison of two readers comes to: their agreement beyond chance, or too little to compare. */
public sealed interface AgreementFinding permits Agreement, TooFew {}
