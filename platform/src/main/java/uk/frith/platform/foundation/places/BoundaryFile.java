package uk.frith.platform.foundation.places;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A GeoJSON file (RFC 7946) of boundaries in degrees of WGS 84, read one feature at a time. */
final class BoundaryFile implements KnownFile {

    /** No property of an area comes near, in characters. */
    private static final int LONGEST_TEXT = 64 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final JsonParser parser;
    private final @Nullable Feature first;
    private long features;

    /**
     * Reads up to the end of the first feature.
     *
     * @throws BrokenFile when it isn't JSON
     */
    BoundaryFile(InputStream in) throws IOException {
        try {
            parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), in);
            first = toFeatures() ? next() : null;
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    @Override
    public Optional<Dataset> dataset() {
        return first == null
                ? Optional.empty()
                : Dataset.ofProperties(first.properties().keySet());
    }

    @Override
    public void read(RowSink sink) throws IOException {
        Dataset set = dataset().orElseThrow();
        try {
            Feature feature = first;
            while (feature != null) {
                give(set, feature, sink);
                feature = next();
            }
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private static BrokenFile broken(JacksonException e) throws IOException {
        if (e.getCause() instanceof IOException cause) {
            throw cause;
        }
        var place = e.getLocation();
        return new BrokenFile("it isn't whole GeoJSON: line " + (place == null ? "?" : place.getLineNr())
                + " can't be read, so that nothing of it was taken");
    }

    private static void give(Dataset set, Feature feature, RowSink sink) throws IOException {
        List<String> values = set.fields().stream()
                .map(field -> feature.properties().getOrDefault(field.column(), ""))
                .toList();
        Optional<RowFault> fault = set.fault(values).or(feature::fault);
        if (fault.isPresent()) {
            sink.refuse(feature.line(), fault.get());
        } else {
            List<String> staged = new ArrayList<>(values);
            staged.add(feature.coordinates());
            sink.take(feature.line(), set.keyOf(values), staged);
        }
    }

    /** Goes to the list of features of the outermost object. */
    private boolean toFeatures() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("features")) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private @Nullable Feature next() {
        JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
            return null;
        }
        features++;
        return Feature.read(parser, features);
    }
}
