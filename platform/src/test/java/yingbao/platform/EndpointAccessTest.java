package yingbao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import yingbao.platform.access.OpenToAll;
import yingbao.platform.access.Requires;
import yingbao.platform.access.SignedIn;

/** Nobody gets in by an endpoint that forgot to ask. */
class EndpointAccessTest extends PlatformTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private Map<RequestMappingInfo, HandlerMethod> own() {
        Map<RequestMappingInfo, HandlerMethod> own = new HashMap<>(mapping.getHandlerMethods());
        own.values().removeIf(method -> !method.getBeanType().getPackageName().startsWith("yingbao"));
        assertThat(own).hasSizeGreaterThan(10);
        return own;
    }

    @Test
    void every_endpoint_says_who_may_call_it() {
        List<String> silent = new ArrayList<>();
        own().forEach((info, method) -> {
            long said = List.of(Requires.class, SignedIn.class, OpenToAll.class).stream()
                    .filter(method::hasMethodAnnotation)
                    .count();
            if (said != 1) {
                silent.add(info + " " + method);
            }
        });

        assertThat(silent).isEmpty();
    }

    @Test
    void whoever_has_not_signed_in_is_refused_everywhere_but_in_public() {
        own().forEach((info, method) -> {
            if (method.hasMethodAnnotation(OpenToAll.class)) {
                return;
            }
            for (String path : info.getPatternValues()) {
                String address = path.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000001");
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> assertThat(mvc.perform(request(verb.asHttpMethod(), URI.create(address))
                                        .with(csrf())))
                                .as("%s %s", verb, path)
                                .hasStatus(HttpStatus.UNAUTHORIZED));
            }
        });
    }
}
