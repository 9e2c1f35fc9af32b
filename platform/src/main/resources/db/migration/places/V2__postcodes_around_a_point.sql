-- A map names postcodes around a point: those in use, found by where they are.
create index postcode_around on places.postcode (easting, northing) where ended is null and easting is not null;
