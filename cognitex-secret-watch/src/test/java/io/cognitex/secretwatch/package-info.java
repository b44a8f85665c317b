@NullMarked
package io.cognitex.secretwatch;

import org.jspecify.annotations.NullMarked;
