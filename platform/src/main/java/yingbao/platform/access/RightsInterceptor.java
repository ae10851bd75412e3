package yingbao.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;

/** Lets a call through only where the endpoint says who may, and the caller is one of them. */
@Component
class RightsInterceptor implements HandlerInterceptor, WebMvcConfigurer {
    private static final String OWN = "yingbao.platform";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith(OWN)) {
            return true;
        }
        if (method.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        Requires requires = method.getMethodAnnotation(Requires.class);
        SignedIn signedIn = method.getMethodAnnotation(SignedIn.class);
        if (requires == null && signedIn == null) {
            throw new IllegalStateException(method + " does not say who may call it");
        }
        Caller caller = Callers.current();
        if (CallerFilter.mustChange(request) && (signedIn == null || !signedIn.beforeChange())) {
            throw Refusal.forbidden("access.must-change");
        }
        if (requires == null) {
            return true;
        }
        if (Arrays.stream(requires.value()).noneMatch(right -> caller.may(right.id()))) {
            throw Refusal.forbidden("access.forbidden");
        }
        return true;
    }
}
