package yingbao.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that an endpoint is for everybody who has signed in, and shows only what is theirs. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {
    /** Whether even somebody may who must first replace a password that was given to them. */
    boolean beforeChange() default false;
}
