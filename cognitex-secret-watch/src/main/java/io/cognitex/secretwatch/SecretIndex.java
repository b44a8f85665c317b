package io.cognitex.secretwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Finds thousands of secrets in a text at once. Each is filed under the longest of its
 * runs of letters and digits, so that a text is gone through once, run by run.
 */
final class SecretIndex {

	private final Set<String> values = ConcurrentHashMap.newKeySet();

	private final Map<Integer, List<Secret>> secretsByHash = new ConcurrentHashMap<>();

	void add(Secret secret) {
		if (secret.isTelling() && this.values.add(secret.value())) {
			this.secretsByHash
				.computeIfAbsent(longestRun(secret.value()).hashCode(), (hash) -> new CopyOnWriteArrayList<>())
				.add(secret);
		}
	}

	List<Secret> findIn(String text) {
		List<Secret> found = new ArrayList<>();
		int hash = 0;
		boolean inRun = false;
		for (int i = 0; i <= text.length(); i++) {
			if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
				hash = 31 * hash + text.charAt(i);
				inRun = true;
			}
			else if (inRun) {
				for (Secret secret : this.secretsByHash.getOrDefault(hash, List.of())) {
					if (secret.isIn(text) && !found.contains(secret)) {
						found.add(secret);
					}
				}
				hash = 0;
				inRun = false;
			}
		}
		return found;
	}

	private static String longestRun(String value) {
		String longest = "";
		for (String run : value.split("[^\\p{L}\\p{Nd}]+")) {
			if (run.length() > longest.length()) {
				longest = run;
			}
		}
		return longest;
	}

}
