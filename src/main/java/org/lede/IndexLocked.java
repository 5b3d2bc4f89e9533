package org.lede;

/** Somebody else has the index open for writing. */
public final class IndexLocked extends LedeException {
  private static final long serialVersionUID = 1L;

  /** The folder of the index. */
  private final String path;

  /** Who has it open. */
  private final String holder;

  /**
   * Makes an exception.
   *
   * @param path the folder of the index
   * @param holder who has it open, as a person would say it
   */
  public IndexLocked(String path, String holder) {
    super(
        "the index %s is open for writing by %s; close it there, or open it here with openReadOnly"
            .formatted(path, holder));
    this.path = path;
    this.holder = holder;
  }

  /**
   * Returns where the index is.
   *
   * @return the folder
   */
  public String path() {
    return path;
  }

  /**
   * Returns who has it open for writing.
   *
   * @return the holder, such as {@code process 4711 since 2026-01-01T12:00:00Z}
   */
  public String holder() {
    return holder;
  }
}
