/**
 * How pools and app clients are told what to be, and tell it: what the requests hold
 * ({@link UserPoolShape}, {@link UserPoolClientShape}), how they are read
 * ({@link UserPoolReader}, {@link UserPoolClientReader}), and how pools and clients are
 * described ({@link UserPoolWriter}, {@link UserPoolClientWriter}).
 */
@NullMarked
package io.cognitex.embedded.internal.configuration;

import org.jspecify.annotations.NullMarked;
