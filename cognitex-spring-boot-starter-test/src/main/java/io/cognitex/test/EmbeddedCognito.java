package io.cognitex.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the application under test an embedded user pool of its own instead of the one
 * that is configured. The pool can be injected, to add users and to read the codes that
 * were sent:
 *
 * <pre class="code">
 * &#064;SpringBootTest
 * &#064;EmbeddedCognito(users = @EmbeddedCognito.User(username = "alice", password = "Passw0rd!", groups = "admin"))
 * class LoginTests {
 *
 *     &#064;Autowired
 *     io.cognitex.embedded.EmbeddedCognito cognito;
 *
 * }
 * </pre>
 *
 * <p>
 * The pool lives as long as the application context, which Spring shares between test
 * classes whose annotations are equal: what one test changes the next one finds. Let each
 * test use usernames of its own, or mark the class with
 * {@link org.springframework.test.annotation.DirtiesContext @DirtiesContext}.
 *
 * <p>
 * The properties {@code cognitex.user-pool-id}, {@code cognitex.client-id} and so on are
 * ignored, and so are {@code cognitex.embedded.*}: the annotation says it all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface EmbeddedCognito {

	/**
	 * Attributes that take the place of a username.
	 * @return {@code email}, {@code phone_number} or both; empty for plain usernames
	 */
	String[] usernameAttributes() default {};

	/**
	 * Whether the app client has a secret.
	 * @return whether it has
	 */
	boolean generateClientSecret() default false;

	/**
	 * Users that exist from the start, confirmed and with a verified e-mail address.
	 * @return the users
	 */
	User[] users() default {};

	/**
	 * A user that exists from the start.
	 */
	@Target({})
	@Retention(RetentionPolicy.RUNTIME)
	@interface User {

		/**
		 * The name that the user signs in with.
		 * @return the name
		 */
		String username();

		/**
		 * The password.
		 * @return the password, which has to satisfy the pool's policy
		 */
		String password();

		/**
		 * The attributes.
		 * @return each as {@code name=value}, such as {@code email=alice@example.com}
		 */
		String[] attributes() default {};

		/**
		 * The groups.
		 * @return the names
		 */
		String[] groups() default {};

	}

}
