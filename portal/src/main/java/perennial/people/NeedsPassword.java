package perennial.people;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A dangerous step: whoever takes it must have proven who they are a short while ago, else they are asked for their
 * password first and the step goes on with what they had entered. On a controller's method that takes a form; where
 * only some of what a method does is dangerous, it calls {@link RecentPassword#require} instead. The API asks its token
 * for the scope "admin".
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsPassword {}
