package io.cognitex.test;

import java.util.Arrays;
import java.util.function.Supplier;

import io.cognitex.boot.embedded.EmbeddedCognitoConnectionDetails;
import io.cognitex.embedded.EmbeddedUser;

import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts an embedded user pool with the application context and leads Cognitex to it.
 * Being a record, it is equal where the annotations are, which lets Spring share the
 * context.
 *
 * @param annotation what the test class asks for
 */
record EmbeddedCognitoContextCustomizer(EmbeddedCognito annotation) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		String name = EmbeddedCognito.class.getName();
		RootBeanDefinition cognito = register(beans, name, io.cognitex.embedded.EmbeddedCognito.class, this::start);
		cognito.setDestroyMethodName("close");
		register(beans, name + ".connectionDetails", EmbeddedCognitoConnectionDetails.class,
				() -> new EmbeddedCognitoConnectionDetails(
						beans.getBean(name, io.cognitex.embedded.EmbeddedCognito.class)));
	}

	private <T> RootBeanDefinition register(ConfigurableListableBeanFactory beans, String name, Class<T> type,
			Supplier<T> supplier) {
		RootBeanDefinition definition = new RootBeanDefinition(type, supplier);
		// The application may have such beans of its own
		definition.setPrimary(true);
		definition.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
		((BeanDefinitionRegistry) beans).registerBeanDefinition(name, definition);
		return definition;
	}

	private io.cognitex.embedded.EmbeddedCognito start() {
		io.cognitex.embedded.EmbeddedCognito cognito = io.cognitex.embedded.EmbeddedCognito.builder()
			.usernameAttributes(this.annotation.usernameAttributes())
			.generateClientSecret(this.annotation.generateClientSecret())
			.customAttributes(customAttributes())
			.start();
		for (EmbeddedCognito.User user : this.annotation.users()) {
			cognito.addUser(user(user));
		}
		return cognito;
	}

	/**
	 * The pool has those that its users have, so that nobody has to name them twice.
	 */
	private String[] customAttributes() {
		return Arrays.stream(this.annotation.users())
			.flatMap((user) -> NameValuePairs.parse(user.attributes()).keySet().stream())
			.filter((name) -> name.startsWith("custom:"))
			.map((name) -> name.substring("custom:".length()))
			.distinct()
			.toArray(String[]::new);
	}

	private EmbeddedUser user(EmbeddedCognito.User user) {
		EmbeddedUser.Builder builder = EmbeddedUser.named(user.username()).password(user.password());
		NameValuePairs.parse(user.attributes()).forEach(builder::attribute);
		for (String group : user.groups()) {
			builder.group(group);
		}
		return builder.build();
	}

}
