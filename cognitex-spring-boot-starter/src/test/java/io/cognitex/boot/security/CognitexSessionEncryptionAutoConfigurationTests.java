package io.cognitex.boot.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import javax.sql.DataSource;

import io.cognitex.CognitoTokens;
import io.cognitex.boot.CognitexConfigurationException;
import io.cognitex.security.CognitoAuthentication;
import io.cognitex.security.CognitoPrincipal;
import io.cognitex.security.SessionEncryptor;
import io.cognitex.security.jackson.CognitexJacksonModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CognitexSessionEncryptionAutoConfiguration}, on a real database.
 */
class CognitexSessionEncryptionAutoConfigurationTests {

	private static final String PROPERTY = "cognitex.session.encryption-keys=";

	private static final String KEY = key(1);

	private static final String NEW_KEY = key(2);

	private static final String ATTRIBUTE = "SPRING_SECURITY_CONTEXT";

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations
		.of(CognitexSessionEncryptionAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	private EmbeddedDatabase database;

	@BeforeEach
	void startDatabase() {
		this.database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
			.generateUniqueName(true)
			.addScript("org/springframework/session/jdbc/schema-h2.sql")
			.build();
	}

	@AfterEach
	void stopDatabase() {
		this.database.shutdown();
	}

	@ParameterizedTest
	@ValueSource(strings = { "c2VjcmV0LXNob3J0", "not+in+Base64!" })
	void refusesWhatIsNoKeyWithoutRepeatingIt(String key) {
		store(PROPERTY + key).run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(InvalidConfigurationPropertyValueException.class)
			.hasMessageContaining("cognitex.session.encryption-keys")
			.satisfies((failure) -> assertThat(failure.toString()).doesNotContain(key)));
	}

	@Test
	void refusesABlankKeySinceNothingWouldBeEncrypted() {
		store(PROPERTY).run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(InvalidConfigurationPropertyValueException.class)
			.hasMessageContaining("cognitex.session.encryption-keys"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "true" })
	void refusesAKeyThatNoStoreIsEncryptedWith(String lazy) {
		this.contextRunner.withPropertyValues(PROPERTY + KEY)
			.withInitializer((context) -> ((GenericApplicationContext) context).addBeanFactoryPostProcessor(
					lazy.equals("true") ? new LazyInitializationBeanFactoryPostProcessor() : (beans) -> {
					}))
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(CognitexConfigurationException.class)
				.hasMessageContaining("no session store that could be encrypted"));
	}

	@Test
	void takesASessionThatWasStoredUnencryptedForNobodys() {
		String id = write(store());

		read(store(PROPERTY + KEY), id, (session, context) -> assertThat(context).isNull());
	}

	@Test
	void takesASessionWhoseKeyIsGoneForNobodys() {
		String id = write(store(PROPERTY + KEY));

		read(store(PROPERTY + NEW_KEY), id, (session, context) -> {
			assertThat(context).isNull();
			assertThat(session.getAttributeNames()).contains(ATTRIBUTE);
		});
	}

	@Test
	void takesAValueThatWasChangedForAbsent() {
		String id = write(store(PROPERTY + KEY));
		byte[] changed = stored();
		changed[changed.length / 2] ^= 1;
		new JdbcTemplate(this.database).update("update SPRING_SESSION_ATTRIBUTES set ATTRIBUTE_BYTES = ?", changed);

		read(store(PROPERTY + KEY), id, (session, context) -> assertThat(context).isNull());
	}

	@Test
	void backsOffWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withPropertyValues(PROPERTY + KEY)
			.run((context) -> assertThat(context).doesNotHaveBean(SessionEncryptor.class));
	}

	@Test
	void storesSessionsAsTheyAreWithoutAKey() {
		write(store());

		assertThat(new String(stored(), StandardCharsets.ISO_8859_1)).contains("access-token", "id-token",
				"refresh-token", "alice@example.com");
	}

	@Test
	void storesNothingReadableAndReadsItBack() {
		String id = write(store(PROPERTY + KEY));

		assertThat(new String(stored(), StandardCharsets.ISO_8859_1)).doesNotContain("token", "alice", "cognitex");
		read(store(PROPERTY + KEY), id, (session, context) -> assertIsLogin(context));
	}

	@Test
	void readsWithAnyKeyAndWritesWithTheFirst() {
		String old = write(store(PROPERTY + KEY));
		String id = write(store(PROPERTY + NEW_KEY + "," + KEY));

		read(store(PROPERTY + NEW_KEY + "," + KEY), old, (session, context) -> assertIsLogin(context));
		read(store(PROPERTY + NEW_KEY), id, (session, context) -> assertIsLogin(context));
		read(store(PROPERTY + KEY), id, (session, context) -> assertThat(context).isNull());
	}

	@Test
	void encryptsTheJsonOfAnApplicationThatWritesJson() {
		WebApplicationContextRunner json = store(PROPERTY + KEY).withUserConfiguration(Json.class);
		String id = write(json);

		assertThat(new String(stored(), StandardCharsets.ISO_8859_1)).doesNotContain("token", "alice", "cognitex");
		read(json, id, (session, context) -> assertIsLogin(context));
	}

	@Test
	void encryptsWithTheEncryptorOfTheApplication() {
		SessionEncryptor encryptor = SessionEncryptor.aesGcm(AesKeys.of("key", List.of(NEW_KEY)));
		String id = write(store().withBean(SessionEncryptor.class, () -> encryptor));

		read(store(PROPERTY + NEW_KEY), id, (session, context) -> assertIsLogin(context));
	}

	private WebApplicationContextRunner store(String... properties) {
		return this.contextRunner.withPropertyValues(properties)
			.withBean(DataSource.class, () -> this.database, (definition) -> definition.setDestroyMethodName(""))
			.withUserConfiguration(Store.class);
	}

	private static String write(WebApplicationContextRunner runner) {
		AtomicReference<String> id = new AtomicReference<>();
		runner.run((context) -> id.set(write(context.getBean(JdbcIndexedSessionRepository.class))));
		return id.get();
	}

	private static <S extends Session> String write(SessionRepository<S> repository) {
		S session = repository.createSession();
		session.setAttribute(ATTRIBUTE, new SecurityContextImpl(login()));
		repository.save(session);
		return session.getId();
	}

	private static void read(WebApplicationContextRunner runner, String id,
			BiConsumer<Session, SecurityContext> assertion) {
		runner.run((context) -> {
			Session session = context.getBean(JdbcIndexedSessionRepository.class).findById(id);
			assertion.accept(session, session.getAttribute(ATTRIBUTE));
		});
	}

	private byte[] stored() {
		return new JdbcTemplate(this.database).queryForObject("select ATTRIBUTE_BYTES from SPRING_SESSION_ATTRIBUTES",
				byte[].class);
	}

	private static CognitoAuthentication login() {
		CognitoPrincipal alice = new CognitoPrincipal("alice", "sub", List.of(), Map.of("email", "alice@example.com"),
				List.of());
		CognitoTokens tokens = new CognitoTokens("an-access-token", "an-id-token", "a-refresh-token", Instant.EPOCH);
		return new CognitoAuthentication(alice, tokens, List.of());
	}

	private static void assertIsLogin(SecurityContext context) {
		assertThat(context.getAuthentication()).isInstanceOfSatisfying(CognitoAuthentication.class,
				(login) -> assertThat(login.getTokens()).isEqualTo(login().getTokens()));
	}

	private static String key(int seed) {
		byte[] bytes = new byte[32];
		bytes[0] = (byte) seed;
		return Base64.getEncoder().encodeToString(bytes);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcHttpSession
	static class Store {

		@Bean
		PlatformTransactionManager transactionManager(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Json {

		@Bean
		ConversionService springSessionConversionService() {
			JsonMapper mapper = JsonMapper.builder()
				.addModules(CognitexJacksonModule.getModules(getClass().getClassLoader()))
				.build();
			GenericConversionService json = new GenericConversionService();
			json.addConverter(Object.class, byte[].class, mapper::writeValueAsBytes);
			json.addConverter(byte[].class, Object.class, (bytes) -> mapper.readValue(bytes, Object.class));
			return json;
		}

	}

}
