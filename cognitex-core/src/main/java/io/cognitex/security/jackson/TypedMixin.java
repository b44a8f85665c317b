package io.cognitex.security.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;

/**
 * How a record is written that stands in a session by itself: with its type.
 */
@JsonTypeInfo(use = Id.CLASS)
abstract class TypedMixin {

}
