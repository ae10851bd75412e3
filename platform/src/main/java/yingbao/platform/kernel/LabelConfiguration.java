package yingbao.platform.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Puts the pack's labels into the caller's language as an answer leaves the platform, wherever one stands in it: no page
 * and no record has to think of it. What is kept, printed and posted is made by another mapper, and stays Chinese.
 */
@Configuration
class LabelConfiguration {
    /** What people wrote or send back, by the names that such things bear in records. It is never put in other words. */
    private static final Set<String> AS_WRITTEN = Set.of(
            "account",
            "address",
            "answer",
            "applicant",
            "bank",
            "by",
            "contact",
            "documentTitle",
            "fileName",
            "headName",
            "kinRemark",
            "last",
            "name",
            "paper",
            "payee",
            "reason",
            "remark",
            "remarks",
            "suggested",
            "words",
            "writtenRefusal",
            "writtenTitle");

    /** Comes after Boot's own, whose JSON it takes the place of. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer labelsInTheCallersLanguage(JsonMapper json, Labels labels) {
        SimpleModule module = new SimpleModule("labels");
        module.addSerializer(String.class, new Spoken(labels));
        module.addKeySerializer(String.class, new SpokenKey(labels));
        JsonMapper speaking = json.rebuild().addModule(module).build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(speaking));
    }

    private static final class Spoken extends ValueSerializer<String> {
        private final Labels labels;

        Spoken(Labels labels) {
            this.labels = labels;
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(labels.spoken(text));
        }

        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
            boolean asWritten = property != null
                    && (AS_WRITTEN.contains(property.getName())
                            || property.getMember().getDeclaringClass().isAnnotationPresent(Posted.class));
            return asWritten ? new AsWritten() : this;
        }
    }

    private static final class AsWritten extends ValueSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(text);
        }
    }

    /** What was entered in a form is told by the titles of its fields. */
    private static final class SpokenKey extends ValueSerializer<String> {
        private final Labels labels;

        SpokenKey(Labels labels) {
            this.labels = labels;
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeName(labels.spoken(text));
        }
    }
}
