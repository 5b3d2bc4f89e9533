package org.lede.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What git knows of a folder.
 *
 * @param commit the commit that is checked out, or {@value #UNKNOWN}
 * @param isDirty whether something is not committed, {@code benchmarks/results} apart
 */
record Git(String commit, boolean isDirty) {
  static final String UNKNOWN = "unknown";

  /** Asks git; where there is none, or no repository, nothing is known. */
  static Git in(Path folder) throws InterruptedException {
    String commit = answer(folder, "rev-parse", "HEAD");
    String changes =
        answer(folder, "status", "--porcelain", "--", ":/", ":(top,exclude)benchmarks/results");
    return new Git(commit.isEmpty() ? UNKNOWN : commit, !changes.isEmpty());
  }

  private static String answer(Path folder, String... question) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(question));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? answer.strip() : "";
    } catch (IOException e) {
      return ""; // git is not installed
    }
  }
}
