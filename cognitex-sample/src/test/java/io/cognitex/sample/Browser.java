package io.cognitex.sample;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/** A headless Chromium, with JavaScript switched off unless a page needs it. */
final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final ChromeDriver driver;

	private final String address;

	private Browser(ChromeDriver driver, String address) {
		this.driver = driver;
		this.address = address;
	}

	/**
	 * Starts the Chromium of this machine; nothing is downloaded. Where there is none the
	 * test is skipped, but not in continuous integration.
	 */
	static Browser start(String address, Path profile) {
		return start(address, profile, "--blink-settings=scriptEnabled=false");
	}

	/** Starts it with JavaScript. */
	static Browser startWithScripts(String address, Path profile) {
		return start(address, profile, new String[0]);
	}

	private static Browser start(String address, Path profile, String... arguments) {
		Optional<File> chromium = executable("chromium", "chromium-browser", "google-chrome");
		Optional<File> driver = executable("chromedriver");
		if (chromium.isEmpty() || driver.isEmpty()) {
			String reason = "This test needs chromium and chromedriver on the PATH (Debian: chromium-driver)";
			assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
			Assumptions.abort(reason);
		}
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium.orElseThrow());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--user-data-dir=" + profile);
		options.addArguments(arguments);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(driver.orElseThrow())
			.build();
		return new Browser(new ChromeDriver(service, options), address);
	}

	private static Optional<File> executable(String... names) {
		List<String> directories = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
		return Stream.of(names)
			.flatMap((name) -> directories.stream().map((directory) -> new File(directory, name)))
			.filter(File::canExecute)
			.findFirst();
	}

	ChromeDriver driver() {
		return this.driver;
	}

	void allowScripts(boolean allowed) {
		this.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
	}

	void open(String path) {
		this.driver.get(this.address + path);
	}

	void follow(String link) {
		clickAway(By.linkText(link));
	}

	void fill(String field, String text) {
		WebElement element = this.driver.findElement(By.name(field));
		element.clear();
		element.sendKeys(text);
	}

	void press(String button) {
		clickAway(By.xpath("//button[normalize-space()='" + button + "']"));
	}

	/** Presses a button that may leave the page as it is. */
	void click(String button) {
		this.driver.findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
	}

	/** Clicks, and waits until the page is gone, for the next may look the same. */
	private void clickAway(By locator) {
		WebElement element = this.driver.findElement(locator);
		element.click();
		patiently().until(ExpectedConditions.stalenessOf(element));
	}

	/**
	 * Asks again while a page is just being replaced: the driver then answers with an
	 * error of its own instead of saying that the element is gone.
	 */
	private FluentWait<WebDriver> patiently() {
		return new WebDriverWait(this.driver, PATIENCE).ignoring(WebDriverException.class);
	}

	void expectPage(String path, String... texts) {
		String url = this.address + path;
		patiently().until(ExpectedConditions.urlToBe(url));
		expectText(texts);
	}

	void expectText(String... texts) {
		for (String text : texts) {
			patiently().until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
		}
		assertThat(this.driver.findElement(By.tagName("body")).getText()).as("messages").doesNotContain("??");
	}

	/** The error that stands at a field, found as a screen reader finds it. */
	String errorOf(String field) {
		WebElement element = this.driver.findElement(By.name(field));
		String error = element.getAttribute("aria-describedby").split(" ")[0];
		return this.driver.findElement(By.id(error)).getText();
	}

	String textOf(String element) {
		return this.driver.findElement(By.tagName(element)).getText();
	}

	String valueOf(String field) {
		return this.driver.findElement(By.name(field)).getAttribute("value");
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
