/** Reads articles from files. */
@NullMarked
package org.lede.ingest;

import org.jspecify.annotations.NullMarked;
