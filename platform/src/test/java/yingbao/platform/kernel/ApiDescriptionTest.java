package yingbao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
    private final ModelConverters converters = new ModelConverters();

    ApiDescriptionTest() {
        converters.addConverter(new ApiDescription().records());
    }

    private static final class Registry {
        private record View(String name) {}
    }

    private static final class Cases {
        private record View(long number) {}
    }

    private Object describe(Class<?> type) {
        return converters.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    }

    @Test
    void two_records_of_one_name_are_refused_where_the_second_would_silently_replace_the_first() {
        assertThat(describe(Registry.View.class)).isNotNull();
        assertThat(describe(Registry.View.class)).isNotNull();

        assertThatThrownBy(() -> describe(Cases.View.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Registry$View")
                .hasMessageContaining("Cases$View");
    }
}
