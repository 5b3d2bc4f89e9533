/** Solr as a peer. */
@NullMarked
package org.lede.benchmarks.solr;

import org.jspecify.annotations.NullMarked;
