/** Hibernate Search as a peer. */
@NullMarked
package org.lede.benchmarks.hibernate;

import org.jspecify.annotations.NullMarked;
