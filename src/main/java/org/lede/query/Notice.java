package org.lede.query;

/**
 * What had to be changed in a typed query so that it could be searched.
 *
 * @param start where it stands in the text, in characters (UTF-16 units) from 0
 * @param end where it ends, after its last character
 * @param message what was done, and what to type instead
 */
public record Notice(int start, int end, String message) {}
