package io.cognitex.embedded.internal.operation;

import java.util.function.Function;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cognitex.embedded.internal.paging.Page;

/**
 * The answer of a list.
 */
final class PageAnswer {

	private PageAnswer() {
	}

	static <T> ObjectNode of(Page<T> page, String listMember, Function<T, ObjectNode> description, String tokenMember) {
		ObjectNode answer = Answers.empty();
		ArrayNode list = answer.putArray(listMember);
		page.items().forEach((item) -> list.add(description.apply(item)));
		if (page.nextToken() != null) {
			answer.put(tokenMember, page.nextToken());
		}
		return answer;
	}

}
