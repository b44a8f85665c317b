package io.cognitex.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What axe-core finds on a page: in a light look as wide as a desktop, and in a dark one
 * as narrow as a phone.
 */
final class Accessibility {

	private static final String AXE = axe();

	private static final String VIOLATIONS = """
			const done = arguments[arguments.length - 1];
			axe.run(document, arguments[0]).then(
				(results) => done(results.violations.map(
					(rule) => rule.id + ": " + rule.nodes.map((node) => node.html + node.failureSummary).join(", "))),
				(error) => done([String(error)]));
			""";

	private static final Map<String, ?> ALL_RULES = Map.of();

	/** The others look at the same markup, which they have found in order. */
	private static final Map<String, ?> RULES_OF_LOOK = Map.of("runOnly", List.of("color-contrast", "target-size"));

	private static final String OVERFLOW = """
			const page = document.documentElement;
			return Math.max(page.scrollWidth - page.clientWidth, 0);
			""";

	private Accessibility() {
	}

	static void check(Browser browser) {
		browser.allowScripts(true);
		check(browser, "light", 1280, 900, ALL_RULES);
		check(browser, "dark", 360, 740, RULES_OF_LOOK);
		browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
	}

	private static void check(Browser browser, String look, int width, int height, Map<String, ?> rules) {
		ChromeDriver driver = browser.driver();
		driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", look))));
		driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		String page = driver.getCurrentUrl() + " (" + driver.getTitle() + "), " + look;
		driver.executeScript(AXE);
		assertThat(driver.executeAsyncScript(VIOLATIONS, rules)).as("what axe-core finds on " + page)
			.isEqualTo(List.of());
		assertThat(driver.executeScript(OVERFLOW)).as("what is cut off on " + page).isEqualTo(0L);
	}

	private static String axe() {
		try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
