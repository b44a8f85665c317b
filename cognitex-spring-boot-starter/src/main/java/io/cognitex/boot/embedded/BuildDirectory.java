package io.cognitex.boot.embedded;

import java.net.URL;
import java.security.CodeSource;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.util.ClassUtils;

/**
 * Tells a developer's machine from a server by where the application's classes lie: in
 * the output directory of a build tool or of an IDE. The list is of what is known to be
 * development, not of what is known to be packaged: there are many ways to lay out a
 * server (executable jar, unpacked jar, war, image layers), and one that is not
 * recognised must count as a server.
 */
final class BuildDirectory {

	private static final Pattern OUTPUT = Pattern
		.compile(".*/(target/(test-)?classes|build/classes/[^/]+/[^/]+|out/(production|test)/.+|bin/(main|test))/");

	private BuildDirectory() {
	}

	static boolean holdsApplication(@Nullable ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory == null) {
			return false;
		}
		for (String name : beanFactory.getBeanDefinitionNames()) {
			if (beanFactory.findAnnotationOnBean(name, SpringBootConfiguration.class, false) != null) {
				Class<?> type = beanFactory.getType(name, false);
				return type != null && isOutput(location(ClassUtils.getUserClass(type)));
			}
		}
		return false;
	}

	static boolean isOutput(@Nullable URL location) {
		return location != null && "file".equals(location.getProtocol())
				&& OUTPUT.matcher(location.getPath()).matches();
	}

	private static @Nullable URL location(Class<?> type) {
		CodeSource codeSource = type.getProtectionDomain().getCodeSource();
		return (codeSource != null) ? codeSource.getLocation() : null;
	}

}
