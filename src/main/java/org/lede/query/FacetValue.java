package org.lede.query;

import org.lede.Facet;

/** A value and its facet. */
record FacetValue(Facet facet, String value) {}
