package io.cognitex.security.web;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.crypto.Cipher;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.cognitex.security.TestIssuer;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens that must not be accepted, by name. They are made with Nimbus and with
 * the JDK, and with nothing of ours.
 */
final class TokenAttacks {

	private final Map<String, String> tokens = new LinkedHashMap<>();

	private final TestIssuer issuer;

	private final RSAKey pool = TestIssuer.key();

	private final RSAKey attacker;

	private final String attackersServer;

	private final String good;

	private TokenAttacks(TestIssuer issuer, String attackersServer) throws JOSEException {
		this.issuer = issuer;
		this.attackersServer = attackersServer;
		this.attacker = new RSAKeyGenerator(2048).keyID(this.pool.getKeyID()).generate();
		this.good = issuer.accessToken();
	}

	/**
	 * All attacks.
	 * @param issuer the pool under attack
	 * @param attackersServer where an attacker would like keys to be fetched
	 */
	static Map<String, String> against(TestIssuer issuer, String attackersServer) {
		try {
			TokenAttacks attacks = new TokenAttacks(issuer, attackersServer);
			attacks.otherAlgorithms();
			attacks.otherKeys();
			attacks.headers();
			attacks.signatures();
			attacks.otherTokens();
			attacks.times();
			attacks.types();
			attacks.duplicates();
			attacks.encodings();
			attacks.shapes();
			return attacks.tokens;
		}
		catch (JOSEException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void otherAlgorithms() throws JOSEException {
		for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
			add("alg '" + none + "' without signature", header("alg", none), claims(), (input) -> "");
			add("alg '" + none + "' with the pool's signature", header("alg", none), claims());
		}
		add("alg missing", header("alg", null), claims());
		add("alg null", "{\"alg\":null,\"kid\":\"test-key\"}", claims());
		add("alg in lower case", header("alg", "rs256"), claims());
		add("alg with a blank", header("alg", "RS256 "), claims());
		add("alg a list", header("alg", List.of("RS256")), claims());
		add("alg a number", header("alg", 256), claims());
		add("alg twice, none last", "{\"alg\":\"RS256\",\"alg\":\"none\",\"kid\":\"test-key\"}", claims());
		add("alg twice, none first", "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"test-key\"}", claims());
		for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256,
				JWSAlgorithm.PS512)) {
			add(algorithm + " with the pool's key", header("alg", algorithm.getName()), claims(),
					signed(new RSASSASigner(this.pool), algorithm));
			add(algorithm + " called RS256", header("alg", "RS256"), claims(),
					signed(new RSASSASigner(this.pool), algorithm));
		}
		hmacWithThePublicKey();
		ECKey ec = new ECKeyGenerator(Curve.P_256).generate();
		add("ES256", header("alg", "ES256"), claims(), signed(new ECDSASigner(ec), JWSAlgorithm.ES256));
		add("ES256 with r and s of zero", header("alg", "ES256"), claims(),
				(input) -> Base64URL.encode(new byte[64]).toString());
	}

	private void hmacWithThePublicKey() throws JOSEException {
		byte[] der = this.pool.toRSAPublicKey().getEncoded();
		String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
				+ "\n-----END PUBLIC KEY-----\n";
		Map<String, byte[]> secrets = Map.of("DER", der, "PEM", pem.getBytes(StandardCharsets.US_ASCII), "JWK",
				this.pool.toPublicJWK().toJSONString().getBytes(StandardCharsets.US_ASCII), "modulus",
				this.pool.getModulus().decode(), "key ID",
				Arrays.copyOf(this.pool.getKeyID().getBytes(StandardCharsets.US_ASCII), 32));
		for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
			MACSigner signer = new MACSigner(secret.getValue());
			add("HS256 with the public key, " + secret.getKey(), header("alg", "HS256"), claims(),
					signed(signer, JWSAlgorithm.HS256));
			add("HS256 called RS256, " + secret.getKey(), header("alg", "RS256"), claims(),
					signed(signer, JWSAlgorithm.HS256));
		}
	}

	private void otherKeys() throws JOSEException {
		Signer forged = signed(new RSASSASigner(this.attacker), JWSAlgorithm.RS256);
		add("attacker's key under the pool's ID", header(), claims(), forged);
		add("attacker's key in jwk", header("jwk", this.attacker.toPublicJWK().toJSONObject()), claims(), forged);
		add("attacker's key in jwk, without kid",
				headers(Map.of("alg", "RS256", "jwk", this.attacker.toPublicJWK().toJSONObject())), claims(), forged);
		add("attacker's key at jku", header("jku", this.attackersServer), claims(), forged);
		add("attacker's key at x5u", header("x5u", this.attackersServer), claims(), forged);
		add("attacker's certificate in x5c", header("x5c", List.of("MIIB")), claims(), forged);
		add("attacker's thumbprint in x5t#S256", header("x5t#S256", "AAAA"), claims(), forged);
		for (Object kid : List.of("", "unknown", "TEST-KEY", "test-key ", "test-key\u0000", "../../dev/null",
				"' OR 1=1 --", this.attackersServer, "x".repeat(5000), 1, true, List.of("test-key"),
				Map.of("kid", "test-key"))) {
			String name = String.valueOf(kid);
			add("kid " + name.substring(0, Math.min(20, name.length())), header("kid", kid), claims(), forged);
		}
		add("kid missing", header("kid", null), claims(), forged);
		add("kid twice", "{\"alg\":\"RS256\",\"kid\":\"unknown\",\"kid\":\"test-key\"}", claims(), forged);
	}

	private void headers() throws JOSEException {
		add("crit with a known claim", header("crit", List.of("exp")), claims());
		add("crit empty", header("crit", List.of()), claims());
		add("crit a text", header("crit", "exp"), claims());
		add("unencoded payload",
				headers(Map.of("alg", "RS256", "kid", "test-key", "b64", false, "crit", List.of("b64"))), claims());
		add("header a list", "[{\"alg\":\"RS256\",\"kid\":\"test-key\"}]", claims());
		add("header null", "null", claims());
		add("header empty", "", claims());
		add("header with something behind it", header() + header(), claims());
	}

	private void signatures() throws JOSEException, GeneralSecurityException {
		String unsigned = this.good.substring(0, this.good.lastIndexOf('.') + 1);
		byte[] signature = new Base64URL(this.good.substring(unsigned.length())).decode();
		put("signature stripped", unsigned);
		put("signature and dot stripped", unsigned.substring(0, unsigned.length() - 1));
		putSigned("signature of zeros", unsigned, new byte[256]);
		putSigned("signature of one", unsigned, bytes(BigInteger.ONE, 256));
		BigInteger modulus = this.pool.getModulus().decodeToBigInteger();
		putSigned("signature of minus one", unsigned, bytes(modulus.subtract(BigInteger.ONE), 256));
		putSigned("signature of the modulus", unsigned, bytes(modulus, 256));
		putSigned("signature plus the modulus", unsigned, bytes(new BigInteger(1, signature).add(modulus), 257));
		putSigned("signature with a zero before it", unsigned, bytes(new BigInteger(1, signature), 257));
		putSigned("signature with a zero behind it", unsigned, Arrays.copyOf(signature, 257));
		putSigned("signature cut short", unsigned, Arrays.copyOf(signature, 255));
		putSigned("signature twice", unsigned, concatenated(signature, signature));
		for (int bit : new int[] { 0, 1, 1023, 2047 }) {
			byte[] flipped = signature.clone();
			flipped[bit / 8] ^= (byte) (1 << (bit % 8));
			putSigned("signature with bit " + bit + " flipped", unsigned, flipped);
		}
		add("signature of another token", header(), claims("jti", "another"),
				(input) -> this.good.substring(unsigned.length()));
		add("padding with SHA-1's name", header(), claims(),
				(input) -> padded(input, "3021300906052b0e03021a05000414"));
		add("padding without a name", header(), claims(), (input) -> padded(input, ""));
		add("padding with more behind it", header(), claims(),
				(input) -> padded(input, "3031300d060960864801650304020105000420", new byte[100]));
	}

	private void otherTokens() {
		for (Object use : List.of("id", "refresh", "ACCESS", "access ", "", List.of("access"), 1)) {
			add("token_use " + use, header(), claims("token_use", use));
		}
		add("token_use missing", header(), claims("token_use", null));
		for (Object client : List.of("another", "", TestIssuer.CLIENT_ID + " ", TestIssuer.CLIENT_ID.toUpperCase(),
				List.of(TestIssuer.CLIENT_ID), 1)) {
			add("client_id " + client, header(), claims("client_id", client));
		}
		add("client_id missing", header(), claims("client_id", null));
		add("client in aud only", header(), with((claims) -> {
			claims.remove("client_id");
			claims.put("aud", TestIssuer.CLIENT_ID);
		}));
		String iss = this.issuer.issuer();
		for (Object other : List.of("", iss + "/", iss + "x", iss.toUpperCase(), iss + "\u0000", iss + "#",
				iss + "?a=b", iss.replace("us-east-1_", "us\u2010east\u20101_"),
				"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other", List.of(iss), 1)) {
			add("iss " + other, header(), claims("iss", other));
		}
		add("iss missing", header(), claims("iss", null));
	}

	private void times() {
		long now = System.currentTimeMillis() / 1000;
		for (Object exp : List.of(now, now - 1, 0, -1, -now, Long.MAX_VALUE, Long.MIN_VALUE, 253_402_300_800L,
				String.valueOf(now + 3600), now + 3600.5, List.of(now + 3600), true)) {
			add("exp " + exp, header(), claims("exp", exp));
		}
		add("exp missing", header(), claims("exp", null));
		add("exp null", header(), claims().replaceFirst("\"exp\":\\d+", "\"exp\":null"));
		add("exp infinite", header(), claims().replaceFirst("\"exp\":\\d+", "\"exp\":1e999"));
		add("exp with exponent", header(), claims().replaceFirst("\"exp\":\\d+", "\"exp\":9e9"));
		add("exp in hexadecimal", header(), claims().replaceFirst("\"exp\":\\d+", "\"exp\":0xffffffff"));
		for (Object nbf : List.of(now + 600, Long.MAX_VALUE, "0", 0.5, List.of(0), true)) {
			add("nbf " + nbf, header(), claims("nbf", nbf));
		}
		add("iat missing", header(), claims("iat", null));
		add("iat a text", header(), claims("iat", "0"));
	}

	private void types() {
		for (String claim : List.of("sub", "jti")) {
			add(claim + " missing", header(), claims(claim, null));
			add(claim + " empty", header(), claims(claim, ""));
			add(claim + " a number", header(), claims(claim, 1));
			add(claim + " an object", header(), claims(claim, Map.of("a", "b")));
		}
		add("username empty", header(), claims("username", ""));
		add("username a number", header(), claims("username", 1));
		add("username a list", header(), claims("username", List.of("alice", "admin")));
		add("scope a list", header(), claims("scope", List.of("aws.cognito.signin.user.admin")));
		add("groups a text", header(), claims("cognito:groups", "admin"));
		add("groups with a number", header(), claims("cognito:groups", List.of("admin", 1)));
		add("groups an object", header(), claims("cognito:groups", Map.of("admin", true)));
	}

	private void duplicates() {
		for (String claim : List.of("iss", "client_id", "token_use", "exp", "username", "sub", "cognito:groups",
				"scope")) {
			add(claim + " twice", header(), "{\"" + claim + "\":\"x\"," + claims().substring(1));
		}
		add("exp twice, once escaped", header(), "{\"e\\u0078p\":9999999999," + claims().substring(1));
		add("username twice, once null", header(), "{\"username\":null," + claims().substring(1));
		add("a nested member twice", header(), "{\"a\":{\"b\":1,\"b\":2}," + claims().substring(1));
	}

	private void encodings() throws JOSEException {
		byte[] claims = claims().getBytes(StandardCharsets.UTF_8);
		addBytes("claims in UTF-16", claims().getBytes(StandardCharsets.UTF_16));
		addBytes("claims after a byte order mark",
				concatenated(new byte[] { (byte) 0xef, (byte) 0xbb, (byte) 0xbf }, claims));
		addBytes("claims with an overlong slash", latin1(claims().replace("alice", "\u00c0\u00af")));
		addBytes("claims with a broken character", latin1(claims().replace("alice", "al\u00ffce")));
		addBytes("claims with an encoded surrogate", latin1(claims().replace("alice", "\u00ed\u00a0\u0080")));
		add("claims with half a surrogate pair", header(), claims().replace("alice", "\\ud800"));
		add("claims with a control character", header(), claims().replace("alice", "al\u0001ce"));
		add("claims with a line break in a text", header(), claims().replace("alice", "al\nce"));
		add("claims with a comment", header(), claims().replaceFirst(",", ",/* */"));
		add("claims with a trailing comma", header(), claims().replaceFirst("}$", ",}"));
		add("claims in single quotes", header(), claims().replace('"', '\''));
		add("claims with NaN", header(), claims().replaceFirst("\"exp\":\\d+", "\"exp\":NaN"));
		add("claims a list", header(), "[" + claims() + "]");
		add("claims a text", header(), "\"" + claims().replace("\"", "\\\"") + "\"");
		add("claims null", header(), "null");
		add("claims empty", header(), "");
		add("claims with something behind them", header(), claims() + "x");
		add("claims cut short", header(), claims().substring(0, claims().length() - 1));
		add("claims nested deeply", header(),
				claims().replaceFirst("\\{", "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + ","));
	}

	private void shapes() {
		String[] parts = this.good.split("\\.");
		put("surplus bits in the signature", this.good.substring(0, this.good.length() - 1) + surplus(this.good));
		put("padding behind the signature", this.good + "==");
		put("padding behind the header", parts[0] + "=." + parts[1] + "." + parts[2]);
		put("the alphabet of base64", this.good.replace('-', '+').replace('_', '/').replaceFirst("\\.", "+."));
		put("a part too many", this.good + ".");
		put("a part too many in front", "." + this.good);
		put("five parts", this.good + ".a.b");
		put("two parts", parts[0] + "." + parts[1]);
		put("one part", parts[0]);
		put("dots", "..");
		put("a dot", ".");
		put("cut in half", this.good.substring(0, this.good.length() / 2));
		put("first character missing", this.good.substring(1));
		put("upper case", this.good.toUpperCase());
		put("twice", this.good + this.good);
		put("parts in another order", parts[1] + "." + parts[0] + "." + parts[2]);
		put("a blank in it", parts[0] + " ." + parts[1] + "." + parts[2]);
		put("quotes around it", "\"" + this.good + "\"");
		put("Bearer before it", "Bearer " + this.good);
		put("a null character behind it", this.good + "\u0000");
		put("a full-width letter", "\uff45" + this.good.substring(1));
		put("a letter that looks the same", "\u0435" + this.good.substring(1));
		put("JSON serialization", "{\"protected\":\"" + parts[0] + "\",\"payload\":\"" + parts[1]
				+ "\",\"signature\":\"" + parts[2] + "\"}");
		add("longer than any token", header(), claims("long", "x".repeat(20_000)));
		put("huge", "x".repeat(1_000_000));
		put("huge, of dots", ".".repeat(1_000_000));
		put("a number", "12345");
	}

	private void add(String name, String header, String claims) {
		try {
			add(name, header, claims, signed(new RSASSASigner(this.pool), JWSAlgorithm.RS256));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void add(String name, String header, String claims, Signer signer) {
		String input = Base64URL.encode(header) + "." + Base64URL.encode(claims);
		put(name, input + "." + signer.sign(input));
	}

	private void addBytes(String name, byte[] claims) throws JOSEException {
		String input = Base64URL.encode(header()) + "." + Base64URL.encode(claims);
		put(name, input + "." + signed(new RSASSASigner(this.pool), JWSAlgorithm.RS256).sign(input));
	}

	private void putSigned(String name, String unsigned, byte[] signature) {
		put(name, unsigned + Base64URL.encode(signature));
	}

	private void put(String name, String token) {
		if (token.equals(this.good) || this.tokens.put(name, token) != null) {
			throw new IllegalStateException("No attack, or not a new one: " + name);
		}
	}

	private static Signer signed(JWSSigner signer, JWSAlgorithm algorithm) {
		return (input) -> {
			try {
				return signer.sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII)).toString();
			}
			catch (JOSEException ex) {
				throw new IllegalStateException(ex);
			}
		};
	}

	/**
	 * A signature with the pool's key whose padding is not what RFC 8017, section 9.2,
	 * prescribes.
	 */
	private String padded(String input, String digestInfo, byte... garbage) {
		try {
			MessageDigest digest = MessageDigest.getInstance(digestInfo.contains("2b0e03021a") ? "SHA-1" : "SHA-256");
			byte[] hash = concatenated(HexFormat.of().parseHex(digestInfo),
					digest.digest(input.getBytes(StandardCharsets.US_ASCII)));
			byte[] block = new byte[256];
			Arrays.fill(block, (byte) 0xff);
			block[0] = 0;
			block[1] = 1;
			int start = 256 - hash.length - garbage.length;
			block[start - 1] = 0;
			System.arraycopy(hash, 0, block, start, hash.length);
			System.arraycopy(garbage, 0, block, start + hash.length, garbage.length);
			Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding");
			rsa.init(Cipher.DECRYPT_MODE, this.pool.toRSAPrivateKey());
			return Base64URL.encode(rsa.doFinal(block)).toString();
		}
		catch (GeneralSecurityException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Another way to write the last character, whose last bits do not count.
	 */
	private static char surplus(String token) {
		String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		return alphabet.charAt(alphabet.indexOf(token.charAt(token.length() - 1)) + 1);
	}

	private static byte[] bytes(BigInteger number, int length) {
		byte[] bytes = new byte[length];
		byte[] value = number.toByteArray();
		int count = Math.min(value.length, length);
		System.arraycopy(value, value.length - count, bytes, length - count, count);
		return bytes;
	}

	private static byte[] concatenated(byte[] first, byte[] second) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(first);
		bytes.writeBytes(second);
		return bytes.toByteArray();
	}

	private static byte[] latin1(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String header() {
		return headers(Map.of("alg", "RS256", "kid", "test-key"));
	}

	private static String header(String name, @Nullable Object value) {
		Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256", "kid", "test-key"));
		if (value == null) {
			header.remove(name);
		}
		else {
			header.put(name, value);
		}
		return headers(header);
	}

	private static String headers(Map<String, Object> header) {
		return JSONObjectUtils.toJSONString(header);
	}

	private String claims() {
		return with((claims) -> {
		});
	}

	private String claims(String name, @Nullable Object value) {
		return with((claims) -> {
			if (value == null) {
				claims.remove(name);
			}
			else {
				claims.put(name, value);
			}
		});
	}

	private String with(Consumer<Map<String, Object>> change) {
		Map<String, Object> claims = this.issuer.claims();
		change.accept(claims);
		return JSONObjectUtils.toJSONString(claims);
	}

	@FunctionalInterface
	private interface Signer {

		String sign(String input);

	}

}
