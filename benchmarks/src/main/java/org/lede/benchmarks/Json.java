package org.lede.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Values as JSON in files, in a form that people can read and compare. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Json() {}

  /** Writes a file, or writes it anew. */
  static void write(Path file, Object value) throws IOException {
    Files.writeString(file, MAPPER.writeValueAsString(value) + "\n");
  }

  /** Reads what {@link #write} wrote. */
  static <T> T read(Path file, TypeReference<T> type) throws IOException {
    return MAPPER.readValue(file.toFile(), type);
  }
}
