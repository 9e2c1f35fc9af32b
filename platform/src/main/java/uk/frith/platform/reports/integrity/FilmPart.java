package uk.frith.platform.reports.integrity;

/**
 * A film as it is shown beside what it explains.
 *
 * @param path its own page; the film and its captions stand below it
 */
record FilmPart(String id, String title, String mediaType, String transcript, String path) {}
