package yingbao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the endpoints from which the screens' client is made. */
class OpenApiTest extends PlatformTest {
    private static final Path COMMITTED =
            Path.of(System.getProperty("yingbao.home")).resolve("web/src/api/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void the_screens_are_built_against_the_endpoints_there_are() throws IOException {
        String described = new String(
                mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        String sorted = JSON.writeValueAsString(JSON.readValue(described, Object.class)) + "\n";
        if ("yes".equals(System.getenv("YINGBAO_API_WRITE"))) {
            Files.writeString(COMMITTED, sorted);
        }

        assertThat(Files.readString(COMMITTED))
                .as("written anew by ./yingbao api")
                .isEqualTo(sorted);
    }
}
