package org.lede;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may use which. */
class ArchitectureTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.lede");

  @ParameterizedTest(name = "{0} uses only {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.lede        | java..
          org.lede.query  | java.. org.lede
          org.lede.search | java.. org.lede org.lede.query
          org.lede.index  | java.. org.lede org.lede.query org.lede.search org.apache.lucene..
          org.lede.ingest | java.. org.lede com.fasterxml.jackson..
          org.lede.app    | java.. org.lede org.lede.query org.lede.search org.lede.index org.lede.ingest com.fasterxml.jackson.. picocli.. me.tongfei.progressbar..
          """)
  void packageUsesOnly(String name, String allowed) {
    String[] others =
        Stream.of(allowed.split(" "), new String[] {name, "org.jspecify.."})
            .flatMap(Stream::of)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(others)
        .check(LIBRARY);
  }
}
