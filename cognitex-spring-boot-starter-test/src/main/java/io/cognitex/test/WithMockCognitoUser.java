package io.cognitex.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.security.test.context.support.TestExecutionEvent;
import org.springframework.security.test.context.support.WithSecurityContext;

/**
 * Runs a test as a Cognito user who is logged in and who is made up: no pool knows it,
 * and every pool refuses its tokens.
 *
 * @see CognitoMockMvcRequestPostProcessors#cognitoUser()
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@WithSecurityContext(factory = WithMockCognitoUserSecurityContextFactory.class)
public @interface WithMockCognitoUser {

	/**
	 * The canonical username.
	 * @return the username
	 */
	@AliasFor("username")
	String value() default MockCognitoUser.DEFAULT_USERNAME;

	/**
	 * The canonical username.
	 * @return the username
	 */
	@AliasFor("value")
	String username() default MockCognitoUser.DEFAULT_USERNAME;

	/**
	 * The id of the user.
	 * @return the claim {@code sub}
	 */
	String sub() default MockCognitoUser.DEFAULT_SUBJECT;

	/**
	 * The groups, which the application's own mapper turns into authorities.
	 * @return the names
	 */
	String[] groups() default {};

	/**
	 * The attributes.
	 * @return each as {@code name=value}, such as {@code email=alice@example.com}
	 */
	String[] attributes() default {};

	/**
	 * Exactly these authorities, and the factors, whatever the groups.
	 * @return the authorities; empty to let the application's mapper decide
	 */
	String[] authorities() default {};

	/**
	 * What the user has just proven.
	 * @return the factors without {@code FACTOR_}, such as {@code SMS_OTP}
	 */
	String[] factors() default { MockCognitoUser.DEFAULT_FACTOR };

	/**
	 * When the user is set up; before {@code @BeforeEach} methods by default.
	 * @return the moment
	 */
	@AliasFor(annotation = WithSecurityContext.class)
	TestExecutionEvent setupBefore() default TestExecutionEvent.TEST_METHOD;

}
