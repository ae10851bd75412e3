package yingbao.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.UserId;

/** Handles each request on behalf of who has signed in; role and area are those of this moment, not of the sign-in. */
class CallerFilter extends OncePerRequestFilter {
    static final String USER = "yingbao.user";
    private static final String MUST_CHANGE = "yingbao.must-change";

    private final Users users;

    CallerFilter(Users users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Users.Present> present = Optional.ofNullable(request.getSession(false))
                .map(HttpSession.class::cast)
                .map(session -> session.getAttribute(USER))
                .map(UserId.class::cast)
                .flatMap(users::present);
        if (present.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(MUST_CHANGE, present.get().mustChange());
        try {
            Callers.as(present.get().caller(), () -> {
                pass(chain, request, response);
                return present;
            });
        } catch (Failed failed) {
            failed.rethrow();
        }
    }

    /** Whether the caller must first replace a password that was given to them. */
    static boolean mustChange(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(MUST_CHANGE));
    }

    private static void pass(FilterChain chain, HttpServletRequest request, HttpServletResponse response)
            throws Failed {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException failure) {
            throw new Failed(failure);
        }
    }

    /** Carries either of the two failures that a filter may have. */
    private static final class Failed extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private Failed(Exception cause) {
            super(cause);
        }

        private void rethrow() throws IOException, ServletException {
            if (getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new ServletException(getCause());
        }
    }
}
