package io.cognitex.sample;

import java.util.List;

import io.cognitex.embedded.EmbeddedCognito;
import io.cognitex.embedded.SentMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.support.ServletRequestHandledEvent;

/**
 * Logs the codes that the embedded pool would have mailed while it handled a request. On
 * AWS there is nothing to log: codes are secrets there.
 */
@Component
class OutboxLogger {

	private static final Logger logger = LoggerFactory.getLogger(OutboxLogger.class);

	private final ObjectProvider<EmbeddedCognito> embedded;

	private @Nullable SentMessage newest;

	OutboxLogger(ObjectProvider<EmbeddedCognito> embedded) {
		this.embedded = embedded;
	}

	@EventListener(ServletRequestHandledEvent.class)
	void logNewMessages() {
		this.embedded.ifAvailable(this::logNewMessages);
	}

	private synchronized void logNewMessages(EmbeddedCognito cognito) {
		List<SentMessage> messages = cognito.messages()
			.stream()
			.takeWhile((message) -> !message.equals(this.newest))
			.toList();
		for (SentMessage message : messages) {
			logger.info("Would have mailed to {}: {} is your code", message.destination(), message.code());
		}
		if (!messages.isEmpty()) {
			this.newest = messages.get(0);
		}
	}

}
