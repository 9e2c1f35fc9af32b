/**
 * The pretend town: a police force that doesn't exist, built from a seed, whose truth is known.
 *
 * <p><i>TownPlan → areas and streets → what is planted → what happened → what was reported → files and Truth.</i>
 *
 * <p>{@link uk.frith.town.Town#build} lays out Frithshire: 240 areas in 24 wards, three districts and two community
 * safety partnerships, with people, households and deprivation. It plants hotspots that stay, one that comes late and
 * one that returns each summer, near repeats, and an area whose reports stop one day because trust went while the
 * behaviour goes on. Then it lets incidents happen and the force hear of them. {@link uk.frith.town.Town#writeTo} leaves
 * the files that a force and its open data would leave, and beside them {@link uk.frith.town.Truth} as JSON.
 *
 * <p>It promises: the same plan gives the same bytes on every machine, under every locale and time zone; the force hears
 * of exactly as many incidents as the plan says; areas tile the ground without gaps, by shared corners; everything that
 * was planted stands in the truth. It refuses to resemble a real place: the ground lies in the North Sea around easting
 * 610,000, northing 480,000 of the National Grid (about 54.17 N, 1.22 E), every code begins with X, and no district or
 * ward bears a real one's name. It plants its own idea of a town, so that finding it proves a method right about this
 * model and about no real force: rates are several times those of a real one, to make small areas speak.
 *
 * <p>The shape of the data follows the National Standard for Incident Recording (three classes), the thirteen types of
 * the NPCC police data standard, list DS_107, and the columns of data.police.uk; the grid follows Ordnance Survey's
 * <i>A guide to coordinate systems in Great Britain</i>; that near repeats cluster within days and a few hundred metres
 * is the common finding of that literature, the figures are invented.
 */
@NullMarked
package uk.frith.town;

import org.jspecify.annotations.NullMarked;
