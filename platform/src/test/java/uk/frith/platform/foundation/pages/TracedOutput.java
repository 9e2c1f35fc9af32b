package uk.frith.platform.foundation.pages;

import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** Keeps what is written, and the names of all templates that had a part in writing it. */
final class TracedOutput implements TemplateOutput {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final Utf8ByteOutput written = new Utf8ByteOutput();
    private final Set<Class<?>> writers = new java.util.HashSet<>();

    @Override
    public void writeContent(String value) {
        note();
        written.writeContent(value);
    }

    @Override
    public void writeContent(String value, int begin, int end) {
        note();
        written.writeContent(value, begin, end);
    }

    @Override
    public void writeBinaryContent(byte[] value) {
        note();
        written.writeBinaryContent(value);
    }

    String html() {
        return new String(written.toByteArray(), StandardCharsets.UTF_8);
    }

    /** As {@code govuk/button.jte}. */
    Set<String> templates() {
        var names = new TreeSet<String>();
        for (Class<?> writer : writers) {
            try {
                names.add((String) writer.getField("JTE_NAME").get(null));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Every generated template has its name", e);
            }
        }
        return names;
    }

    private void note() {
        STACK.forEach(frame -> {
            Class<?> type = frame.getDeclaringClass();
            if (type.getSimpleName().startsWith("Jte") && type.getSimpleName().endsWith("Generated")) {
                writers.add(type);
            }
        });
    }
}
