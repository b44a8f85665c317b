package io.cognitex.embedded.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.EmbeddedCognitoBuilder;
import io.cognitex.embedded.EmbeddedUser;

/**
 * Gives tests an {@link EmbeddedCognito} as parameter: each test its own, which stops
 * after it. With default settings it is enough to name the extension:
 *
 * <pre class="code">
 * &#64;ExtendWith(EmbeddedCognitoExtension.class)
 * class SignUpTests {
 *
 * 	&#64;Test
 * 	void signUp(EmbeddedCognito cognito) {
 * 		...
 * 	}
 *
 * }
 * </pre>
 *
 * With others, or for one pool that all tests of a class share, it is a static field:
 *
 * <pre class="code">
 * &#64;RegisterExtension
 * static EmbeddedCognitoExtension cognito = EmbeddedCognitoExtension.shared()
 * 	.with((builder) -&gt; builder.generateClientSecret(true))
 * 	.withUser(EmbeddedUser.named("alice").password("Passw0rd!").build());
 * </pre>
 *
 * Tests that share a pool find what earlier ones have left; call
 * {@link EmbeddedCognito#reset()} or {@link EmbeddedCognito#restore} where that matters.
 */
public final class EmbeddedCognitoExtension implements ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(EmbeddedCognitoExtension.class);

	private final boolean shared;

	private final UnaryOperator<EmbeddedCognitoBuilder> settings;

	private final List<EmbeddedUser> users;

	/**
	 * A fresh pool with default settings for each test.
	 */
	public EmbeddedCognitoExtension() {
		this(false, UnaryOperator.identity(), List.of());
	}

	private EmbeddedCognitoExtension(boolean shared, UnaryOperator<EmbeddedCognitoBuilder> settings,
			List<EmbeddedUser> users) {
		this.shared = shared;
		this.settings = settings;
		this.users = List.copyOf(users);
	}

	/**
	 * A fresh pool for each test.
	 * @return the extension
	 */
	public static EmbeddedCognitoExtension fresh() {
		return new EmbeddedCognitoExtension();
	}

	/**
	 * One pool for all tests of a class and of the classes nested in it.
	 * @return the extension
	 */
	public static EmbeddedCognitoExtension shared() {
		return new EmbeddedCognitoExtension(true, UnaryOperator.identity(), List.of());
	}

	/**
	 * This extension with other settings.
	 * @param settings sets them
	 * @return the extension
	 */
	public EmbeddedCognitoExtension with(UnaryOperator<EmbeddedCognitoBuilder> settings) {
		return new EmbeddedCognitoExtension(this.shared, (builder) -> settings.apply(this.settings.apply(builder)),
				this.users);
	}

	/**
	 * This extension with another user to begin with.
	 * @param user the user
	 * @return the extension
	 */
	public EmbeddedCognitoExtension withUser(EmbeddedUser user) {
		List<EmbeddedUser> users = new ArrayList<>(this.users);
		users.add(user);
		return new EmbeddedCognitoExtension(this.shared, this.settings, users);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == EmbeddedCognito.class;
	}

	@Override
	public EmbeddedCognito resolveParameter(ParameterContext parameter, ExtensionContext context) {
		ExtensionContext owner = this.shared ? outermostClass(context) : context;
		if (!this.shared && context.getTestMethod().isEmpty()) {
			throw new ParameterResolutionException(
					"Each test has a pool of its own, so only tests, @BeforeEach and @AfterEach methods take it; "
							+ "use EmbeddedCognitoExtension.shared() for one pool per class");
		}
		return running(owner.getStore(NAMESPACE)).cognito();
	}

	/**
	 * The pool in a store, which closes it when its test or class is over.
	 */
	private synchronized Running running(Store store) {
		Running running = store.get(this, Running.class);
		if (running == null) {
			running = new Running(start());
			store.put(this, running);
		}
		return running;
	}

	private EmbeddedCognito start() {
		EmbeddedCognito cognito = this.settings.apply(EmbeddedCognito.builder()).start();
		try {
			this.users.forEach(cognito::addUser);
			return cognito;
		}
		catch (RuntimeException ex) {
			cognito.close();
			throw ex;
		}
	}

	private static ExtensionContext outermostClass(ExtensionContext context) {
		ExtensionContext outermost = context;
		ExtensionContext next = context;
		while (next.getTestClass().isPresent()) {
			outermost = next;
			next = next.getParent().orElseThrow();
		}
		return outermost;
	}

}
