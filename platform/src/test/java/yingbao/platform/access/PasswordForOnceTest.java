package yingbao.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import yingbao.platform.PlatformTest;

/** A password that was given to somebody lets them in once, to choose their own. */
class PasswordForOnceTest extends PlatformTest {
    private static final String OWN = "松花江上的第一场雪2016";

    @Autowired
    private FirstUsers firstUsers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private String given = "";

    @BeforeEach
    void firstAdministrator() {
        given = firstUsers.administrator().orElseThrow();
    }

    private MvcTestResult call(HttpMethod method, String path, MockHttpSession session, String body) {
        return mvc.perform(request(method, URI.create(path))
                .with(csrf())
                .session(session)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private MockHttpSession signedIn(String password) {
        MockHttpSession session = new MockHttpSession();
        MvcTestResult result = call(
                HttpMethod.POST,
                "/api/session",
                session,
                "{\"login\":\"admin\",\"password\":\"%s\",\"code\":\"\"}".formatted(password));
        assertThat(result).hasStatusOk();
        return session;
    }

    private static String password(String former, String password) {
        return "{\"former\":\"%s\",\"password\":\"%s\"}".formatted(former, password);
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void nothing_can_be_done_with_it_but_choosing_ones_own() {
        MockHttpSession session = signedIn(given);
        List<String> refused = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            boolean own = method.getBeanType().getPackageName().startsWith("yingbao");
            SignedIn everybody = method.getMethodAnnotation(SignedIn.class);
            boolean first = everybody != null && everybody.beforeChange();
            if (!own || first || method.hasMethodAnnotation(OpenToAll.class)) {
                return;
            }
            String path = info.getPatternValues().iterator().next();
            String address = path.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000001");
            HttpMethod verb =
                    info.getMethodsCondition().getMethods().iterator().next().asHttpMethod();
            MvcTestResult result = call(verb, address, session, "{}");
            assertThat(result).as("%s %s", verb, path).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(text(result)).as("%s %s", verb, path).contains("access.must-change");
            refused.add(path);
        });

        assertThat(refused).contains("/api/users", "/api/roles", "/api/areas", "/api/jobs");
        assertThat(text(call(HttpMethod.GET, "/api/session", session, ""))).contains("\"mustChange\":true");
    }

    @Test
    void once_it_is_replaced_the_work_can_begin_in_every_session_of_the_same_user() {
        MockHttpSession first = signedIn(given);
        MockHttpSession second = signedIn(given);

        assertThat(call(HttpMethod.PUT, "/api/session/password", first, password(given, OWN)))
                .hasStatusOk();

        assertThat(call(HttpMethod.GET, "/api/users", first, "")).hasStatusOk();
        assertThat(call(HttpMethod.GET, "/api/users", second, "")).hasStatusOk();
        assertThat(text(call(HttpMethod.GET, "/api/session", first, ""))).contains("\"mustChange\":false");
    }

    @Test
    void it_cannot_be_replaced_by_itself() {
        MvcTestResult result = call(HttpMethod.PUT, "/api/session/password", signedIn(given), password(given, given));

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(text(result)).contains("access.password-same", "/password");
    }
}
