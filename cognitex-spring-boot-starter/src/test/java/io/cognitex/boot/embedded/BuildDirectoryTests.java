package io.cognitex.boot.embedded;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringBootConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BuildDirectory}.
 */
class BuildDirectoryTests {

	@ParameterizedTest
	@ValueSource(strings = { "file:/srv/app.jar", "jar:file:/srv/app.jar!/BOOT-INF/classes/",
			"file:/workspace/BOOT-INF/classes/", "file:/app/", "file:/app/classes/",
			"file:/opt/tomcat/webapps/app/WEB-INF/classes/", "file:/home/me/app/target/app.jar", "file:/srv/target/",
			"file:/srv/bin/", "jar:file:/home/me/app/target/app.jar!/target/classes/" })
	void isOutputWhenDeployedThenFalse(String location) throws MalformedURLException {
		assertThat(BuildDirectory.isOutput(url(location))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:/home/me/app/target/classes/", "file:/C:/app/target/test-classes/",
			"file:/home/me/my%20app/build/classes/java/main/", "file:/home/me/app/build/classes/kotlin/test/",
			"file:/home/me/app/out/production/classes/", "file:/home/me/app/out/test/app/",
			"file:/home/me/app/bin/main/" })
	void isOutputWhenBuiltThenTrue(String location) throws MalformedURLException {
		assertThat(BuildDirectory.isOutput(url(location))).isTrue();
	}

	@Test
	void holdsApplicationWhenThereIsNoApplicationThenFalse() {
		assertThat(BuildDirectory.holdsApplication(new DefaultListableBeanFactory())).isFalse();
		assertThat(BuildDirectory.holdsApplication(null)).isFalse();
	}

	@Test
	void holdsApplicationWhenItIsInABuildDirectoryThenTrue() {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerBeanDefinition("application", new RootBeanDefinition(Application.class));

		assertThat(BuildDirectory.holdsApplication(beans)).isTrue();
	}

	private static URL url(String location) throws MalformedURLException {
		return URI.create(location).toURL();
	}

	@SpringBootConfiguration
	static class Application {

	}

}
