package io.cognitex.srp;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONArrayUtils;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges that other implementations have computed.
 */
final class TestSrpVectors {

	private TestSrpVectors() {
	}

	static List<Vector> vectors() throws IOException, ParseException {
		try (InputStream json = TestSrpVectors.class.getResourceAsStream("/srp-vectors.json")) {
			return JSONArrayUtils.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8))
				.stream()
				.map((vector) -> new Vector((Map<?, ?>) vector))
				.toList();
		}
	}

	record Vector(Map<?, ?> fields) {

		String text(String name) {
			return (String) this.fields.get(name);
		}

		BigInteger integer(String name) {
			return new BigInteger(text(name), 16);
		}

		@Nullable String poolId() {
			return (String) this.fields.get("pool_id");
		}

		SrpClient client() {
			return new SrpClient(integer("a_hex"));
		}

		SrpIdentity identity() {
			return (poolId() != null) ? SrpIdentity.ofUser(text("left"), text("user"), text("password"))
					: SrpIdentity.ofDevice(text("left"), text("user"), text("password"));
		}

		SrpChallenge challenge() {
			return SrpChallenge.of(text("salt_hex"), text("SRP_B"), text("secret_block_b64"));
		}

		@Override
		public String toString() {
			return text("name");
		}

	}

}
