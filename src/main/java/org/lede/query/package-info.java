/**
 * What to look for, as plain data.
 *
 * <p>A {@link org.lede.query.Query} says what an article must hold. It knows nothing of how
 * articles are stored, so the same query runs on every engine. Build one from its parts, or read
 * what a person typed:
 *
 * <pre>{@code
 * Query built = Query.phrase("internet blackout").and(Query.about(Facet.COUNTRY, "IR"));
 * Parsed typed = Query.parse("\"internet blackout\" country:IR -football");
 * }</pre>
 *
 * <p>Typed text is never an error: {@link org.lede.query.Parsed} holds a query, and a {@link
 * org.lede.query.Notice} for each thing that was not understood.
 *
 * <h2>The text syntax</h2>
 *
 * <pre>{@code
 * text     ::= either*
 * either   ::= all ('OR' all)*
 * all      ::= ('AND'? excluded)*
 * excluded ::= ('NOT' | '-') excluded | placed
 * placed   ::= primary (('near/' number | 'before/' number | 'same/' unit) primary)*
 * primary  ::= '(' either ')'
 *            | phrase ('~' number)?
 *            | ('all/of' | 'any/of' | 'any/word') '(' either? ')'
 *            | 'atleast/' number primary
 *            | ('~' | '~~') word
 *            | zone ':' primary
 *            | facet ':' values
 *            | salience ':' (facet ':')? values
 *            | 'published' ':' dates
 *            | 'like' ':' (phrase | word)
 *            | word
 * phrase   ::= '"' text '"'                        or “text”, „text“, «text»
 * zone     ::= 'headline' | 'lead' | 'body' | 'byline' | 'first/' number
 * facet    ::= 'country' | 'organisation' | 'topic' | 'source' | 'language' | one of your own
 * salience ::= ('about' | 'mentions') ('/' decimal)?
 * values   ::= value | '(' (value | 'OR')* ')'
 * value    ::= phrase | word word*
 * dates    ::= date | '(' (date | 'OR')* ')'
 * date     ::= moment | ('<' | '<=' | '>' | '>=') moment | moment? '..' moment?
 * moment   ::= year | year-month | year-month-day | instant
 *            | 'today' | 'yesterday' | 'last/' number ('h' | 'd' | 'w' | 'm' | 'y')
 * unit     ::= 'sentence' | 'paragraph'
 * }</pre>
 *
 * <p><b>What binds how.</b> {@code near}, {@code before} and {@code same} bind most, from left to
 * right; then {@code NOT} and the hyphen; then {@code AND}; and {@code OR} least. What stands side
 * by side must all match, as with {@code AND}: {@code a b OR c d} is {@code (a b) OR (c d)}. A zone
 * or {@code atleast} is for the one thing behind it: {@code headline:a b} looks for {@code b}
 * anywhere, {@code headline:(a b)} for both in the headline. So what is excluded from a zone has
 * its hyphen before the zone, as in {@code -headline:a}, or within parentheses.
 *
 * <p><b>Operators.</b> {@code AND}, {@code OR} and {@code NOT} are operators in capitals only;
 * {@code near/5}, {@code same/sentence}, {@code all/of(} and the like, and the names of fields, in
 * any case. Behind {@code AND}, {@code near/5} and their like there must be space, an opening
 * parenthesis, a quote or the end of the text. A hyphen excludes only at the start of a word:
 * {@code well-known} is words as usual.
 *
 * <p><b>Words</b> end at space, a quote or a parenthesis. Plain words side by side become one
 * {@link org.lede.query.Query.Words}. {@code *} stands for any letters, {@code ?} for one: with a
 * {@code *} at its end only, a word is a {@link org.lede.query.Query.Prefix}, else a {@link
 * org.lede.query.Query.Wildcard}. A star alone finds everything, as does an empty text. A {@code ?}
 * at the end of the last word of several, if there is no other wildcard in it, is taken for the end
 * of a question, with a notice; {@code (word?)} is a pattern. What holds no letter, digit or symbol
 * is left out, unless a backslash stands in it.
 *
 * <p><b>A backslash</b> takes the meaning from the character behind it, in words and in phrases: it
 * is searched for as it is, and the word is no operator: {@code \AND}, {@code what\?}, {@code
 * \-word}.
 *
 * <p><b>Quotes.</b> A typographic quote may be closed by its own kind or by a straight one. A
 * number right behind a phrase, {@code "a b"~3}, is its {@linkplain org.lede.query.Query.Phrase
 * slop}; {@code ~word} is a {@linkplain org.lede.query.Query.Fuzzy fuzzy} word with one edit,
 * {@code ~~word} with two.
 *
 * <p><b>Functions.</b> {@code all/of(a)} and {@code any/of(a)} are {@link
 * org.lede.query.Query.AllOf} and {@link org.lede.query.Query.AnyOf} of the one query in them, or
 * of none: what a program may build, and no person needs to type. {@code any/word(a b c)} finds
 * articles with at least one of the words. If there is more than plain words in it, at least one
 * part must match, and plain words side by side are one part.
 *
 * <p><b>Values.</b> A country is its code or its name in any language that the JDK knows. A name of
 * up to five words may be typed without quotes, if it is known: to {@link org.lede.Country} or to
 * {@link org.lede.query.QuerySyntax.Names}. The longest that is known is taken, as in {@code
 * country:United Kingdom} or {@code about:United Kingdom}, else the first word alone. A code of a
 * country in capitals, such as {@code IR}, is a whole name. Where a value that no name is known for
 * and the word behind it both begin with a capital, as in {@code source:BBC News}, a notice asks
 * for quotes; never for countries, languages and paths, nor within parentheses. {@code facet:}
 * means what an article is {@linkplain org.lede.query.Query.About about}, as {@code about:} does;
 * {@code mentions:} means {@linkplain org.lede.query.Query.Mentions any salience}, and {@code
 * about/0.8:} or {@code mentions/0.8:} {@linkplain org.lede.query.Query.Salient at least that one}.
 * Without a facet, these three look for a country, then for an organisation that {@code Names}
 * knows, and else take the value for a topic. Several values in parentheses are alternatives. A
 * wildcard or hyphen is an ordinary character in a value.
 *
 * <p><b>Dates</b> are in UTC. A year, month or day is all of it, also at the end of a range, and an
 * instant, such as {@code 2023-08-14T09:30:00Z}, is one millisecond; a range ends before the
 * instant at its end. {@code last/7d} reaches from that long ago on without end; hours, days,
 * weeks, months, years. At an end of a range and after a sign of comparison it is the instant that
 * long ago: {@code last/30d..last/7d} ends a week ago, {@code <last/30d} is what is older. After a
 * sign of comparison there may be space. Several dates in parentheses are alternatives.
 *
 * <p><b>{@code like:fx-001}</b> finds articles {@linkplain org.lede.query.Query.Like like} the one
 * with that id.
 *
 * <p><b>Names before a colon</b> start with a letter, and have letters, digits, and {@code _./-}.
 * One that is no field is searched as a plain word: with a notice, if something follows the colon
 * without space. Addresses such as {@code https://example.org}, and times such as {@code 12:30},
 * are words.
 *
 * <p><b>Limits.</b> Numbers out of range are brought into it, and what is no number is replaced,
 * with a notice: {@code near/} and {@code before/} take 1 to 99, else 5; {@code atleast/} 1 to
 * 1,000, else 2; {@code first/} 1 to 10,000, else 50; slop 0 to 50. What is no salience from 0 to 1
 * is 0.5. Unless {@link org.lede.query.Budget} is told otherwise, the first 10,000 characters are
 * read, 50 levels deep, up to 1,000 words, phrases and values; what is over that is left out, with
 * all behind it: of {@code a near/2 b near/2 c} with too many links the first ones are searched. If
 * nothing is left, no article is found. A group in parentheses is a level if it holds several
 * parts; {@code near}, a hyphen, a zone, {@code atleast} and a function always are one; and there
 * may be twice as many parentheses and the like within each other as levels. There are at most 100
 * notices.
 *
 * <h2>Examples</h2>
 *
 * <pre>{@code
 * internet blackout                              both words, in any order
 * "internet blackout"  "blackout iran"~4         a phrase; a loose one
 * shutdown (iran OR russia) -football            all, one of two, and not that
 * headline:"spectrum auction"  first/50:starlink in a zone; among the first fifty words
 * censor*  c*sor  wom?n  ~vodafon                of some shape; spelt almost so
 * iran near/8 blackout  iran before/8 blackout   at most 7 words between; in this order
 * "single register" same/sentence roskomnadzor   in one sentence
 * atleast/3 starlink                             three times or more
 * country:Iran  about/0.8:RU  mentions:(IR OR SD)
 * topic:internet/censorship  organisation:"International Telecommunication Union"
 * published:2023-08..2023-10  published:>=2023-09-04  published:last/7d
 * }</pre>
 *
 * <p>As a string, a {@link org.lede.query.Query} is written in this syntax, so that it is read as
 * an equal query.
 *
 * <p>This package depends on {@link org.lede} only.
 */
@NullMarked
package org.lede.query;

import org.jspecify.annotations.NullMarked;
