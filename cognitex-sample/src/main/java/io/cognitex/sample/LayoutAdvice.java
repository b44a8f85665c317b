package io.cognitex.sample;

import io.cognitex.embedded.EmbeddedCognito;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout of every page whether there is an outbox to lead to. */
@ControllerAdvice
class LayoutAdvice {

	private final ObjectProvider<EmbeddedCognito> embedded;

	LayoutAdvice(ObjectProvider<EmbeddedCognito> embedded) {
		this.embedded = embedded;
	}

	@ModelAttribute("hasOutbox")
	boolean hasOutbox() {
		return this.embedded.getIfAvailable() != null;
	}

}
