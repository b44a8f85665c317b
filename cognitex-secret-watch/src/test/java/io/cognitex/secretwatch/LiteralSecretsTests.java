package io.cognitex.secretwatch;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link LiteralSecrets}. */
class LiteralSecretsTests {

	private static final String PASSWORD = "L1teral-password!";

	private static final String TABLE = "alice, L1teral-in-a-table";

	private static final String PROPERTY = "some.key=bGl0ZXJhbC1rZXktMTIzNDU2Nzg5MC1hYmNkZWZnaGk=";

	private static final String POOL = "eu-central-1_L1teralPool";

	@Test
	void learnFromWhenSourceHasPasswordsAndKeysThenTheyAreSecrets() throws Exception {
		LiteralSecrets.learnFrom(Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI()));

		assertThat(Secrets.findIn("It is " + PASSWORD)).hasSize(1);
		assertThat(Secrets.findIn(TABLE)).hasSize(1);
		assertThat(Secrets.findIn(PROPERTY)).hasSize(1);
		assertThat(Secrets.findIn("It is " + POOL)).isEmpty();
	}

}
