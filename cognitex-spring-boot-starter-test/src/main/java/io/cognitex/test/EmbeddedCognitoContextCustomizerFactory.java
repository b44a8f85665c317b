package io.cognitex.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Finds {@link EmbeddedCognito @EmbeddedCognito} on a test class.
 */
final class EmbeddedCognitoContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		EmbeddedCognito annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass, EmbeddedCognito.class);
		return (annotation != null) ? new EmbeddedCognitoContextCustomizer(annotation) : null;
	}

}
