package io.cognitex;

import org.jspecify.annotations.Nullable;

/**
 * Whose account was changed: password, attributes or sign-ins. What changed is not told,
 * because all who remember something of the user have to ask anew.
 *
 * @param username the name that the operation was called with, which may be an alias, or
 * the canonical username where it was called with an access token
 * @param subject the user's unchanging id; {@code null} where only a name is known
 */
public record AccountChange(String username, @Nullable String subject) {

}
