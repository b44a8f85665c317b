package io.cognitex.security.jackson;

import java.util.ArrayList;
import java.util.List;

import io.cognitex.CognitoTokens;
import io.cognitex.NewDevice;
import io.cognitex.SignInChallenge;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoPrincipal;
import io.cognitex.security.web.CognitoLoginFailedException;
import io.cognitex.security.web.PendingChallenge;
import io.cognitex.security.web.PendingEnrolment;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import org.springframework.security.jackson.SecurityJacksonModule;
import org.springframework.security.jackson.SecurityJacksonModules;

/**
 * Lets Jackson 3 write and read what Cognitex puts into a session: the user who is logged
 * in, the login under way and the one that failed. Spring Security does not find modules
 * of others by itself, so take all of them from {@link #getModules(ClassLoader)}:
 *
 * <pre class="code">
 * JsonMapper.builder().addModules(CognitexJacksonModule.getModules(classLoader)).build()
 * </pre>
 *
 * <p>
 * The JSON holds tokens and is as secret as they are.
 */
@SuppressWarnings("serial") // Modules are not stored
public final class CognitexJacksonModule extends SecurityJacksonModule {

	/**
	 * The module of this version.
	 */
	public CognitexJacksonModule() {
		super(CognitexJacksonModule.class.getName(), new Version(1, 0, 0, null, "io.cognitex", "cognitex-core"));
	}

	/**
	 * Spring Security's modules and this one, with a type validator that lets nothing
	 * else in.
	 * @param loader where Spring Security's modules are looked for
	 * @return the modules
	 */
	public static List<JacksonModule> getModules(ClassLoader loader) {
		return getModules(loader, BasicPolymorphicTypeValidator.builder());
	}

	/**
	 * Spring Security's modules and this one, with a type validator that lets in what the
	 * application adds.
	 * @param loader where Spring Security's modules are looked for
	 * @param typeValidatorBuilder the types of the application's own that may be read
	 * @return the modules
	 */
	public static List<JacksonModule> getModules(ClassLoader loader,
			BasicPolymorphicTypeValidator.Builder typeValidatorBuilder) {
		CognitexJacksonModule module = new CognitexJacksonModule();
		module.configurePolymorphicTypeValidator(typeValidatorBuilder);
		List<JacksonModule> modules = new ArrayList<>(SecurityJacksonModules.getModules(loader, typeValidatorBuilder));
		modules.add(module);
		return modules;
	}

	@Override
	public void configurePolymorphicTypeValidator(BasicPolymorphicTypeValidator.Builder builder) {
		builder.allowIfSubType(CognitoAuthentication.class)
			.allowIfSubType(CognitoPrincipal.class)
			.allowIfSubType(CognitoTokens.class)
			.allowIfSubType(NewDevice.class)
			.allowIfSubType(SignInChallenge.class)
			.allowIfSubType(PendingChallenge.class)
			.allowIfSubType(PendingEnrolment.class)
			.allowIfSubType(CognitoLoginFailedException.class)
			// What List.copyOf and Map.copyOf make
			.allowIfSubType("java.util.ImmutableCollections$");
	}

	@Override
	public void setupModule(SetupContext context) {
		context.insertAnnotationIntrospector(new RequiredComponents());
		context.setMixIn(CognitoAuthentication.class, CognitoAuthenticationMixin.class);
		context.setMixIn(CognitoPrincipal.class, CognitoPrincipalMixin.class);
		context.setMixIn(CognitoLoginFailedException.class, CognitoLoginFailedExceptionMixin.class);
		context.setMixIn(PendingChallenge.class, TypedMixin.class);
		context.setMixIn(PendingEnrolment.class, TypedMixin.class);
		context.setMixIn(SignInChallenge.class, SignInChallengeMixin.class);
	}

}
