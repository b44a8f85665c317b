package io.cognitex.embedded.internal.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that does not do all that the service's does. The table in
 * {@code docs/embedded-operations.md} is made from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Partly {

	/**
	 * What is different.
	 * @return a sentence without full stop
	 */
	String value();

}
