package io.cognitex.security;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CognitexMessageSource}, and for its texts: that all languages are
 * complete.
 */
class CognitexMessageSourceTests {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

	/** An apostrophe that {@link MessageFormat} would swallow. */
	private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

	/** UTF-8 that was read as ISO 8859-1 and written again, or could not be read. */
	private static final Pattern MANGLED = Pattern.compile("\u00c3.|\u00c2.|\u00e2\u20ac|\ufffd|\\\\u");

	/** What is the same word in English and in another language. */
	private static final Set<String> SAME_WORDS = Set.of("Code", "Password", "Passkey", "Error: {0}", "Question");

	@ParameterizedTest
	@ValueSource(strings = { "de", "es", "fr", "it", "ja", "pt" })
	void textsThenComplete(String language) throws IOException {
		Map<String, String> english = texts("");

		Map<String, String> texts = texts("_" + language);

		assertThat(texts.keySet()).isEqualTo(english.keySet());
		assertThat(texts).allSatisfy((code, text) -> {
			assertThat(text).isNotBlank().isEqualTo(text.strip()).doesNotContainPattern(MANGLED);
			assertThat(placeholders(text)).as(code).isEqualTo(placeholders(english.get(code)));
			if (!SAME_WORDS.contains(text)) {
				assertThat(text).as(code).isNotEqualTo(english.get(code));
			}
		});
		assertThat(texts).containsEntry("LoginPage.language", language);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "_de", "_es", "_fr", "_it", "_ja", "_pt" })
	void textsThenApostrophesSurvive(String language) throws IOException {
		assertThat(texts(language)).allSatisfy((code, text) -> {
			if (placeholders(text).isEmpty()) {
				// Used as it stands
				assertThat(text).as(code).doesNotContain("''", "{", "}");
			}
			else {
				assertThat(text).as(code).doesNotContainPattern(LONE_APOSTROPHE);
				assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] { "it's" })).as(code)
					.contains("it's")
					.doesNotContain("{", "''");
			}
		});
	}

	@Test
	void textsThenEveryFailureHasOne() throws IOException {
		assertThat(texts("").keySet())
			.containsAll(Set.of(SignInFailure.values()).stream().map(SignInFailure::messageCode).toList());
	}

	@ParameterizedTest
	@CsvSource({ "de, Anmelden", "de-AT, Anmelden", "es-MX, Iniciar sesión", "fr-CA, Connexion", "it, Accedi",
			"ja-JP, ログイン", "pt-BR, Iniciar sessão", "en-GB, Log in", "nl, Log in", "zh-CN, Log in" })
	void getMessageThenInTheLanguageThatIsAskedForOrInEnglish(String language, String title) {
		Locale machine = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);

			assertThat(
					CognitexMessageSource.getAccessor().getMessage("LoginPage.title", Locale.forLanguageTag(language)))
				.isEqualTo(title);
		}
		finally {
			Locale.setDefault(machine);
		}
	}

	@Test
	void getMessageWhenApplicationHasATextThenItIsUsedInItsLanguageOnly() {
		StaticMessageSource application = new StaticMessageSource();
		application.addMessage("LoginPage.title", Locale.FRENCH, "Bienvenue");

		assertThat(CognitexMessageSource.getAccessor(application).getMessage("LoginPage.title", Locale.FRENCH))
			.isEqualTo("Bienvenue");
		assertThat(CognitexMessageSource.getAccessor(application).getMessage("LoginPage.title", Locale.GERMAN))
			.isEqualTo("Anmelden");
	}

	private static Set<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	/**
	 * Fails where a file is not UTF-8.
	 */
	private static Map<String, String> texts(String suffix) throws IOException {
		byte[] bytes = new ClassPathResource("messages" + suffix + ".properties", CognitexMessageSource.class)
			.getContentAsByteArray();
		Properties properties = new Properties();
		properties
			.load(new StringReader(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
		Map<String, String> texts = new TreeMap<>();
		properties.stringPropertyNames().forEach((code) -> texts.put(code, properties.getProperty(code)));
		return texts;
	}

}
