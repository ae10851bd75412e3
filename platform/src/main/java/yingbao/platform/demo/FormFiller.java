package yingbao.platform.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import yingbao.platform.kernel.Caller;
import yingbao.policy.pack.Field;
import yingbao.policy.pack.Workflow.State;

/** Fills in the form of a state as somebody might; what fits no general rule stands beside it in forms.properties. */
final class FormFiller {
    private static final int COUNTED = 15;

    private final Properties entries = new Properties();

    FormFiller() {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(FormFiller.class.getResourceAsStream("forms.properties")),
                StandardCharsets.UTF_8)) {
            entries.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A form.
     *
     * @param on the day on which it is filled in
     * @param people who take part
     */
    Map<String, Object> form(State state, LocalDate on, List<Caller> people) {
        Map<String, Object> form = new LinkedHashMap<>();
        for (Field field : state.form()) {
            form.put(field.id(), entry(field, on, people));
        }
        return form;
    }

    private Object entry(Field field, LocalDate on, List<Caller> people) {
        String written = entries.getProperty(field.id(), "");
        return switch (field.kind()) {
            case TEXT -> written.isEmpty() ? entries.getProperty("text") : written;
            case COUNT -> written.isEmpty() ? COUNTED : Integer.parseInt(written);
            case DATE -> on.toString();
            case FLAG -> !written.equals("no");
            case MONEY -> 0;
            case PEOPLE -> people.stream().map(Caller::name).distinct().toList();
            case CHOICE ->
                written.isEmpty() ? field.choices().keySet().iterator().next() : written;
        };
    }

    /** A reason in writing. */
    String remarks() {
        return entries.getProperty("remarks");
    }

    /** What somebody objects. */
    String objection() {
        return entries.getProperty("objection");
    }

    /** What they are answered. */
    String answer() {
        return entries.getProperty("answer");
    }
}
