package io.cognitex.sample.cluster;

import java.io.IOException;

import io.cognitex.sample.SampleApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The sample in a process that a {@link Node} started. It says on which port it is, and
 * ends when whoever started it is gone.
 */
public final class NodeApplication {

	static final String PORT = "This node is on port ";

	private NodeApplication() {
	}

	public static void main(String[] args) {
		Thread watch = new Thread(NodeApplication::endWithTheTest, "test");
		watch.setDaemon(true);
		watch.start();
		SpringApplication application = new SpringApplication(SampleApplication.class, NodeConfiguration.class);
		application.addInitializers((context) -> context.getBeanFactory().registerSingleton("noTests", new NoTests()));
		application.addListeners((ApplicationListener<WebServerInitializedEvent>) (event) -> System.out
			.println(PORT + event.getWebServer().getPort()));
		application.run(args);
	}

	private static void endWithTheTest() {
		try {
			while (System.in.read() != -1) {
				// nothing is ever said
			}
		}
		catch (IOException ex) {
			// gone as well
		}
		Runtime.getRuntime().halt(1);
	}

	/**
	 * The application scans its package, in which there are the configurations of other
	 * tests as well.
	 */
	private static final class NoTests extends TypeExcludeFilter {

		@Override
		public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
			return reader.getResource().getDescription().contains("test-classes");
		}

		@Override
		public boolean equals(Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}

	}

}
