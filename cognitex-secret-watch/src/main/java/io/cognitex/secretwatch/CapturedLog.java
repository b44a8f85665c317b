package io.cognitex.secretwatch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * What was logged and not yet searched. It waits, for a password is often logged before
 * the call that tells us what the password is; when too much waits, the oldest is
 * searched.
 */
final class CapturedLog {

	/** As Latin-1, some 64 MB. */
	private static final long MOST_CHARACTERS = 64_000_000;

	private static final int MOST_FINDINGS = 20;

	static final CapturedLog INSTANCE = new CapturedLog();

	private final Queue<CapturedLine> lines = new ConcurrentLinkedQueue<>();

	private final Set<String> findings = new LinkedHashSet<>();

	private final AtomicLong characters = new AtomicLong();

	private volatile boolean heardOfSdk;

	void add(CapturedLine line) {
		this.lines.add(line);
		if (line.logger().startsWith("software.amazon.awssdk")) {
			this.heardOfSdk = true;
		}
		if (this.characters.addAndGet(line.text().length()) > MOST_CHARACTERS) {
			search(MOST_CHARACTERS / 2);
		}
	}

	boolean hasHeardOfSdk() {
		return this.heardOfSdk;
	}

	/**
	 * Where secrets stood, without the secrets, in all that was logged since the last
	 * time.
	 */
	synchronized List<String> takeFindings() {
		search(0);
		List<String> taken = List.copyOf(this.findings);
		this.findings.clear();
		return taken;
	}

	private synchronized void search(long charactersToLeave) {
		while (this.characters.get() > charactersToLeave) {
			CapturedLine line = this.lines.poll();
			if (line == null) {
				return;
			}
			this.characters.addAndGet(-line.text().length());
			String finding = search(line);
			if (finding != null && this.findings.size() < MOST_FINDINGS) {
				this.findings.add(finding);
			}
		}
	}

	private static @Nullable String search(CapturedLine line) {
		List<Secret> found = Secrets.findIn(line.text());
		if (found.isEmpty() || Secrets.findIn(Tolerance.removeFrom(line)).isEmpty()) {
			return null;
		}
		String masked = line.text();
		for (Secret secret : found) {
			masked = secret.maskIn(masked);
		}
		return "%s at %s, logger %s: %s".formatted(found.stream().map(Secret::kind).distinct().toList(), line.level(),
				line.logger(), masked);
	}

}
