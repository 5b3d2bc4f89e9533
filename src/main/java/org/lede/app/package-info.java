/**
 * The {@code lede} command: index files of articles, search them, look at one, measure an index.
 *
 * <p>Each command is a class of its own; {@link org.lede.app.Lede} is the door. Not for use by
 * other programs.
 */
@NullMarked
package org.lede.app;

import org.jspecify.annotations.NullMarked;
