package io.cognitex.secretwatch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Fails a test class in whose time a secret was logged. JUnit finds it by itself.
 */
public final class SecretWatch implements BeforeAllCallback, AfterAllCallback {

	private static final Set<Path> known = ConcurrentHashMap.newKeySet();

	@Override
	public void beforeAll(ExtensionContext context) throws URISyntaxException {
		CodeSource source = context.getRequiredTestClass().getProtectionDomain().getCodeSource();
		Path tests = Path.of(source.getLocation().toURI());
		for (Path directory : List.of(tests, tests.resolveSibling("classes"))) {
			if (Files.isDirectory(directory) && known.add(directory)) {
				LiteralSecrets.learnFrom(directory);
			}
		}
	}

	@Override
	public void afterAll(ExtensionContext context) {
		if (!isCapturing()) {
			throw new AssertionError("logback-test.xml has to have LogCapture as a turboFilter");
		}
		if (WireSecrets.hasHeard() && !CapturedLog.INSTANCE.hasHeardOfSdk()) {
			throw new AssertionError("Cognito was called, but nothing was captured of what the AWS SDK logs of it");
		}
		List<String> findings = takeFindings();
		if (!findings.isEmpty()) {
			throw new AssertionError("Secrets were logged:\n\n" + String.join("\n\n", findings));
		}
	}

	/**
	 * Where secrets stood, without the secrets, in all that was logged since the last
	 * time.
	 * @return a description of each place
	 */
	public static List<String> takeFindings() {
		return CapturedLog.INSTANCE.takeFindings();
	}

	private static boolean isCapturing() {
		return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
				&& context.getTurboFilterList().stream().anyMatch(LogCapture.class::isInstance);
	}

}
