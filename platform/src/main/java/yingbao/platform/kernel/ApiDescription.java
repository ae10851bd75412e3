package yingbao.platform.kernel;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfToken;

/** How endpoints are described to those who make clients: ids are UUIDs, and a field is there unless it is optional. */
@Configuration
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", havingValue = "true")
class ApiDescription {
    private static final String REFERENCE = "#/components/schemas/";

    @Bean
    OpenAPI description() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CsrfToken.class);
        return new OpenAPI().info(new Info().title("Yingbao").version("1")).servers(List.of(new Server().url("/")));
    }

    @Bean
    ModelConverter records() {
        Map<String, Class<?>> named = new ConcurrentHashMap<>();
        return new ModelConverter() {
            @Override
            public @Nullable Schema<?> resolve(
                    AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
                Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
                if (Id.class.isAssignableFrom(raw)) {
                    return new UUIDSchema();
                }
                if (!chain.hasNext()) {
                    return null;
                }
                Schema<?> schema = chain.next().resolve(type, context, chain);
                if (schema != null && schema.get$ref() != null && raw.isRecord()) {
                    String name = schema.get$ref().substring(REFERENCE.length());
                    Class<?> former = Objects.requireNonNullElse(named.putIfAbsent(name, raw), raw);
                    if (former != raw) {
                        throw new IllegalStateException(
                                former + " and " + raw + " are both described as " + name + "; rename one of them");
                    }
                    Schema<?> model = context.getDefinedModels().get(name);
                    if (model != null) {
                        model.setRequired(partsAlwaysThere(raw));
                    }
                }
                return schema;
            }
        };
    }

    /** Records have no absent parts but those that are {@link Optional}. */
    private static List<String> partsAlwaysThere(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(part -> part.getType() != Optional.class)
                .map(RecordComponent::getName)
                .toList();
    }
}
