package io.cognitex.embedded.internal.operation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.cognitex.embedded.internal.error.Refusals;
import io.cognitex.embedded.internal.model.Request;
import io.cognitex.embedded.internal.pool.AppClient;

/**
 * Where a client says that a user is ({@code UserContextData}). Nothing is done with the
 * address; but clients that are trusted to tell it must tell a valid one.
 */
final class UserContext {

	private static final String NUMBER = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

	private static final Pattern IPV4 = Pattern.compile("(" + NUMBER + "\\.){3}" + NUMBER);

	private static final Pattern IPV6_LETTERS = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

	private UserContext() {
	}

	static void check(AppClient client, Request request) {
		String address = request.structure("UserContextData").optional("IpAddress");
		JsonNode trusted = client.settings().stored().get("EnablePropagateAdditionalUserContextData");
		boolean counts = trusted != null && trusted.asBoolean() && !client.secrets().isEmpty();
		if (counts && address != null && !IPV4.matcher(address).matches() && !isIpv6(address)) {
			throw Refusals.ipAddressInvalid();
		}
	}

	private static boolean isIpv6(String address) {
		if (!IPV6_LETTERS.matcher(address).matches()) {
			return false;
		}
		try {
			// With a colon in it, it is never looked up.
			InetAddress.getByName(address);
			return true;
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
